// Splits decks of other tools into lines.

import type { Edit } from '../../read/edit-source.ts'
import { closesFence, FENCE } from '../../read/markdown/fence.ts'

/** A line of a deck. */
export interface DeckLine {
  readonly text: string
  readonly start: number
  /** Whether the line belongs to a listing or is one of its fences. */
  readonly isCode: boolean
}

/** Splits a deck into lines. */
export function linesOf(text: string): readonly DeckLine[] {
  let start = 0
  let fence: string | null = null
  return text.split('\n').map((line) => {
    const [, mark] = FENCE.exec(line) ?? []
    const isFence = mark !== undefined && (fence === null || closesFence(line, fence))
    const isCode = fence !== null || isFence
    if (isFence) fence = fence === null ? mark : null
    const deckLine = { text: line, start, isCode }
    start += line.length + 1
    return deckLine
  })
}

/** Whether a line has no words. The text before the first line and after the last counts as blank. */
export function isBlank(line: DeckLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}

/** Makes an edit that replaces a line. */
export function replaceLine({ start, text }: DeckLine, replacement: string): Edit {
  return { span: [start, start + text.length], replacement }
}

/** Returns the text with its listings and code spans blanked out. */
export function wordsIn(lines: readonly DeckLine[]): string {
  return lines
    .map((line) =>
      line.isCode
        ? line.text.replace(/./g, ' ')
        : line.text.replace(/(`+)[^`\n]*\1/g, (code) => ' '.repeat(code.length)),
    )
    .join('\n')
}

/** Matches a formula: `$x$` in one line, or `$$` and all that is before the next `$$`. An amount, such as $5, is none. */
export const FORMULA =
  /(?<!\\)\$\$(?:[^$]|\$(?!\$))*?\$\$|(?<![\\$])\$(?![\s$])(?:\\.|[^$\\\n])*?(?<![\s{])\$(?![\d$])/g

/** Fills the formulas of a text with dollar signs. */
export function withoutFormulas(text: string): string {
  return text.replace(FORMULA, (formula) => formula.replace(/[^\n]/g, () => '$'))
}
