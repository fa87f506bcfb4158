// Finds the headings of Pandoc and Quarto decks, and the level that begins a slide.

import { type DeckLine, isBlank } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { quartoSetting } from './pandoc-settings.ts'

/** A heading with its attributes, such as `Title {#id .class key=value}`. */
export interface PandocHeading {
  readonly line: DeckLine
  readonly level: number
  readonly text: string
  readonly attributes: string
  readonly underline?: DeckLine | undefined
}

/** Finds the headings outside listings, with hash signs or an underline. */
export function headingsIn(lines: readonly DeckLine[]): readonly PandocHeading[] {
  return lines.flatMap((line, index): readonly PandocHeading[] => {
    if (line.isCode) return []
    const [, marks, words = ''] = /^(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$/.exec(line.text) ?? []
    if (marks !== undefined) return [{ line, level: marks.length, ...splitAttributes(words) }]
    const underline = lines[index + 1]
    if (underline === undefined || !isUnderline(lines, index + 1)) return []
    return [{ line, level: underline.text.startsWith('=') ? 1 : 2, ...splitAttributes(line.text), underline }]
  })
}

/** Splits `Title {#id .class key=value}` into words and attributes. */
function splitAttributes(words: string): Pick<PandocHeading, 'text' | 'attributes'> {
  const [, text = words, attributes = ''] = /^(.*?)(?<!\])\s*\{([^{}]*)\}\s*$/.exec(words) ?? []
  return { text: text.trim(), attributes }
}

/** Whether a line underlines the line above it, which is then a heading. */
export function isUnderline(lines: readonly DeckLine[], index: number): boolean {
  const before = lines[index - 1]
  return (
    /^(?:=+|-{3,})\s*$/.test(lines[index]?.text ?? '') &&
    before !== undefined &&
    !before.isCode &&
    /^[^\s#>|:*+-]/.test(before.text)
  )
}

/**
 * Returns the heading level that begins a slide: the one that the deck requests or, if it requests none, the highest
 * level with a heading that is directly followed by content.
 */
export function slideLevelOf(
  values: DeckToRewrite['values'],
  headings: readonly PandocHeading[],
  lines: readonly DeckLine[],
): number {
  const requested = Number(values['slide-level'] ?? quartoSetting(values, 'slide-level') ?? defaultLevel(values))
  if (requested >= 0 && requested <= 6) return requested
  const headingLines = new Set(headings.map(({ line }) => line))
  const following = nextLines(lines)
  const levels = headings.flatMap(({ line, underline, level }) => {
    const next = following.get(underline ?? line)
    return next !== undefined && !headingLines.has(next) ? [level] : []
  })
  return levels.length === 0 ? 1 : levels.reduce((one, other) => Math.min(one, other))
}

/** The level that Quarto chooses for reveal.js, if the deck requests none; not a number for all other formats. */
function defaultLevel({ format }: DeckToRewrite['values']): number {
  const names = typeof format === 'object' && !Array.isArray(format) ? Object.keys(format) : [format]
  return names[0] === 'revealjs' ? 2 : Number.NaN
}

/** The line that follows each line of a deck, if blank lines are ignored. */
export type NextLines = ReadonlyMap<DeckLine, DeckLine | undefined>

export function nextLines(lines: readonly DeckLine[]): NextLines {
  const written = lines.filter((line) => !isBlank(line))
  return new Map(written.map((line, index) => [line, written[index + 1]]))
}
