// Finds the sentence that a displayed formula is part of.

import type { Block } from '../model/article.ts'
import type { Sentence } from '../model/outline.ts'

/** Whether a block of prose continues the sentence of the formula above it: "which says that …", "where k is …". */
export function continuesFormula(
  { node }: Block,
  sentences: readonly Sentence[],
  formula: Sentence | undefined,
): boolean {
  const [first] = sentences
  // "k depends on the cup." begins with a formula of its own.
  const beginsWithFormula = node.type === 'paragraph' && node.children[0]?.type === 'inlineMath'
  return (
    first?.kind === 'prose' &&
    !beginsWithFormula &&
    /^\p{Ll}/u.test(first.text) &&
    formula?.kind === 'math' &&
    !/[.!?]\s*$/.test(formula.text)
  )
}
