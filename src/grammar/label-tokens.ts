// Chooses the tags and the relation of each token.

import type { Grammar, Labels } from './grammar.ts'
import type { Kernel } from './kernel.ts'
import { applyLinear } from './linear.ts'
import { leakyRelu } from './score-arcs.ts'

/** Returns the best tag of each token. */
export function tag(kernel: Kernel, labels: Labels, encoded: Float32Array): readonly string[] {
  return bestNames(labels, applyLinear(kernel, labels.scores, encoded))
}

/** Returns the best relation of each token to its head. Only the token without a head gets `root`. */
export function labelRelations(grammar: Grammar, encoded: Float32Array, heads: readonly number[]): readonly string[] {
  const { kernel, relations } = grammar
  const scores = applyLinear(kernel, relations.scores, vectorsOfPairs(grammar, encoded, heads))
  const root = relations.names.indexOf(ROOT)
  for (let offset = root; offset < scores.length; offset += relations.scores.outputs) scores[offset] = -Infinity
  return bestNames(relations, scores).map((name, token) => (heads[token] === -1 ? ROOT : name))
}

const ROOT = 'root'

/** Computes, for each token, the sum of its vector as a dependent and its head's vector. */
function vectorsOfPairs({ kernel, arcs }: Grammar, encoded: Float32Array, heads: readonly number[]): Float32Array {
  const dependents = leakyRelu(applyLinear(kernel, arcs.relationDependent, encoded))
  const governors = leakyRelu(applyLinear(kernel, arcs.relationHead, encoded))
  const width = arcs.relationRoot.length
  heads.forEach((head, token) => {
    const governor = head === -1 ? arcs.relationRoot : governors.subarray(head * width, (head + 1) * width)
    for (let index = 0; index < width; index += 1) {
      const offset = token * width + index
      dependents[offset] = (dependents[offset] ?? 0) + (governor[index] ?? 0)
    }
  })
  return leakyRelu(dependents)
}

function bestNames({ names, scores: { outputs } }: Labels, scores: Float32Array): readonly string[] {
  return Array.from({ length: scores.length / outputs }, (_, token) => {
    let best = 0
    for (let index = 1; index < names.length; index += 1) {
      if ((scores[token * outputs + index] ?? 0) > (scores[token * outputs + best] ?? 0)) best = index
    }
    return names[best] ?? ''
  })
}
