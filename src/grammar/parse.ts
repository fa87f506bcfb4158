import { analyse } from './analyse.ts'
import type { Grammar } from './model.ts'
import { tokenize } from './tokenize.ts'
import type { Tree } from './tree.ts'
import { plant } from './tree.ts'

/**
 * Parses one sentence or heading of English; Title Case is no harder for it. Never throws; in other languages the tree
 * means nothing. Most long sentences have a wrong arc somewhere.
 */
export function parse(grammar: Grammar, text: string): Tree {
  const pieces = tokenize(text)
  const words = analyse(
    grammar,
    pieces.map((piece) => piece.text),
  )
  return plant(
    pieces.flatMap((piece, index) => {
      const word = words[index]
      return word === undefined ? [] : { index, ...piece, ...word }
    }),
  )
}
