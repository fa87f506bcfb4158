// Runs the network on a sentence: tags each token and finds its head.

import type { Analysis } from './analysis.ts'
import { bestTree } from './eisner.ts'
import { gatesOf } from './first-layer.ts'
import type { Grammar } from './grammar.ts'
import { labelRelations, tag } from './label-tokens.ts'
import { encode } from './lstm.ts'
import { scoreArcs } from './score-arcs.ts'

/**
 * Tags each form in a sentence and finds its head. A sentence that is too long for one tree is parsed in pieces, whose
 * trees are then joined.
 */
export function analyse(grammar: Grammar, forms: readonly string[]): readonly Analysis[] {
  const [first = [], ...others] = piecesOf(forms).map((piece) => analysePiece(grammar, piece))
  const root = first.findIndex(({ head }) => head === -1)
  const all = [...first]
  for (const piece of others) {
    const start = all.length
    for (const word of piece) {
      all.push(word.head === -1 ? { ...word, head: root, relation: 'parataxis' } : { ...word, head: word.head + start })
    }
  }
  return all
}

/**
 * The maximum number of forms in a tree. The time to find a tree grows with the cube of that number, and the network
 * was not trained on longer sentences.
 */
const MAX_PIECE_LENGTH = 160

/**
 * Splits a sentence into pieces of at most `MAX_PIECE_LENGTH` forms, each cut after the last comma, semicolon or colon
 * in its second half, if there is one.
 */
function piecesOf(forms: readonly string[]): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = []
  let start = 0
  while (forms.length - start > MAX_PIECE_LENGTH) {
    const piece = forms.slice(start, start + MAX_PIECE_LENGTH)
    const cut = piece.findLastIndex((form) => /^[,;:]$/.test(form)) + 1
    const length = cut > MAX_PIECE_LENGTH / 2 ? cut : MAX_PIECE_LENGTH
    pieces.push(piece.slice(0, length))
    start += length
  }
  return [...pieces, forms.slice(start)]
}

/**
 * Analyses a piece, or recalls the analysis of a piece that differs only in its digits, since the network sees all
 * digits as 0.
 */
function analysePiece(grammar: Grammar, forms: readonly string[]): readonly Analysis[] {
  const { analyses } = grammar
  const key = forms.join('\n').replace(/[0-9]/g, '0')
  const analysis = analyses.get(key) ?? runNetwork(grammar, forms)
  if (analyses.size >= MAX_MEMO_ENTRIES) analyses.clear()
  if (key.length <= MAX_MEMO_KEY_LENGTH) analyses.set(key, analysis)
  return analysis
}

/** With these limits, the memo takes at most about 16 MB. Longer sentences are rarely repeated. */
const MAX_MEMO_ENTRIES = 4096
const MAX_MEMO_KEY_LENGTH = 500

function runNetwork(grammar: Grammar, forms: readonly string[]): readonly Analysis[] {
  const { kernel, layers, arcs } = grammar
  if (forms.length === 0) return []
  return kernel.runAndFree(() => {
    const encoded = encode(kernel, layers, gatesOf(grammar, forms))
    const heads = bestTree(scoreArcs(kernel, arcs, encoded), forms.length)
    const relations = labelRelations(grammar, encoded, heads)
    const upos = tag(kernel, grammar.upos, encoded)
    const xpos = tag(kernel, grammar.xpos, encoded)
    return heads.map((head, token) => ({
      upos: upos[token] ?? '',
      xpos: xpos[token] ?? '',
      head,
      relation: relations[token] ?? '',
    }))
  })
}
