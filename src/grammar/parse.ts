import { analyse } from './analyse.ts'
import type { Grammar } from './grammar.ts'
import { tokenize } from './tokenize.ts'
import type { Tree } from './tree.ts'
import { buildTree } from './tree.ts'

/**
 * Parses an English sentence or heading, even in title case. It never throws an error. For other languages, the tree is
 * meaningless. In most long sentences, at least one arc is wrong.
 */
export function parse(grammar: Grammar, text: string): Tree {
  const tokens = tokenize(text)
  const analyses = analyse(
    grammar,
    tokens.map((token) => token.text),
  )
  return buildTree(
    tokens.flatMap((token, index) => {
      const analysis = analyses[index]
      return analysis === undefined ? [] : { index, ...token, ...analysis }
    }),
  )
}
