// Rewrites the listings and formulas of Slidev decks.

import type { Edit } from '../../read/edit-source.ts'
import { closesFence } from '../../read/markdown/fence.ts'
import { type DeckLine, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/** Rewrites animated listings, listings from other files, and formulas whose lines appear one by one. */
export function codeEdits(lines: readonly DeckLine[], report: DeckToRewrite['report']): readonly Edit[] {
  return lines.flatMap((line, index): readonly Edit[] => {
    if (line.isCode) return magicMoveEdits(line, lines.slice(index + 1))
    if (/^<<<[ \t]*[^\s<]/.test(line.text)) {
      report('imports', line.start)
      return [replaceLine(line, '')]
    }
    const [, dollars] = /^(\s*\$\$)\s*(?:\{[^{}]*\})+\s*$/.exec(line.text) ?? []
    return dollars === undefined ? [] : [replaceLine(line, dollars)]
  })
}

/** Turns the steps of an animated listing into separate listings. */
function magicMoveEdits(line: DeckLine, next: readonly DeckLine[]): readonly Edit[] {
  const [, fence] = /^\s*(`{4,}|~{4,})md\s+magic-move\b/.exec(line.text) ?? []
  const end = fence === undefined ? undefined : next.find(({ text }) => closesFence(text, fence))
  return end === undefined ? [] : [replaceLine(line, ''), replaceLine(end, '')]
}
