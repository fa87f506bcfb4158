// Scores the possible heads of each token.

import type { Arcs } from './grammar.ts'
import type { Kernel } from './kernel.ts'
import { applyLinear, makeLinear } from './linear.ts'

/** How well each token fits as the head of every other token. */
export interface Scores {
  /** A row for each token: first its score as the root, then a score for each token as its head. */
  readonly values: Float32Array
  /** The number of values from the start of one row to the start of the next. */
  readonly stride: number
}

/** Scores all arcs among the tokens. */
export function scoreArcs(kernel: Kernel, arcs: Arcs, encoded: Float32Array): Scores {
  const dependents = applyLinear(kernel, arcs.pair, leakyRelu(applyLinear(kernel, arcs.dependent, encoded)))
  const heads = headsOf(arcs, leakyRelu(applyLinear(kernel, arcs.head, encoded)))
  const headMap = makeLinear(kernel, heads, biasOf(heads, arcs.headBias))
  const values = applyLinear(kernel, headMap, dependents)
  const count = dependents.length / headMap.inputs
  const stride = headMap.outputs
  const maxDistance = (arcs.distance.length - 1) / 2
  for (let dependent = 0; dependent < count; dependent += 1) {
    for (let head = 0; head < count; head += 1) {
      const distance = Math.max(-maxDistance, Math.min(maxDistance, head - dependent)) + maxDistance
      const offset = dependent * stride + head + 1
      values[offset] = (values[offset] ?? 0) + (arcs.distance[distance] ?? 0)
    }
  }
  return { values, stride }
}

/** Divides negative values by ten, in place (leaky ReLU). */
export function leakyRelu(values: Float32Array): Float32Array {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0
    if (value < 0) values[index] = value * 0.1
  }
  return values
}

function headsOf(arcs: Arcs, tokens: Float32Array): Float32Array {
  const heads = new Float32Array(arcs.root.length + tokens.length)
  heads.set(arcs.root)
  heads.set(tokens, arcs.root.length)
  return heads
}

function biasOf(heads: Float32Array, weights: Float32Array): Float32Array {
  return new Float32Array(heads.length / weights.length).map((_, head) =>
    weights.reduce((sum, weight, index) => sum + weight * (heads[head * weights.length + index] ?? 0), 0),
  )
}
