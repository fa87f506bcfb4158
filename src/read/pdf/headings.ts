// Finds headings in a PDF.

import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { heaviest, type PdfLine } from './lines.ts'
import type { PdfText } from './pdf-text.ts'

/** How the headings of a PDF differ from its text. */
export interface TextStyles {
  /** The font size of the body text, in points. */
  readonly bodySize: number
  /** Returns the level of a line in a heading, from 1; null for any other line. */
  levelOf(line: PdfLine): number | null
}

/** Returns the font size of the body text, that is, of most letters, in points. */
export function bodySizeOf(lines: readonly PdfLine[]): number {
  return heaviest(lines.map((line) => [line.size, line.text.length]))
}

/**
 * Determines how headings differ from the text. Headings are lines that are larger than the text, and lines that are
 * listed in the file's outline. Each larger size is a level. A line in the outline is as deep as its entry, counted
 * from the level of the top entries.
 */
export function stylesOf(lines: readonly PdfLine[], { outline }: Pick<PdfText, 'outline'>): TextStyles {
  const bodySize = bodySizeOf(lines)
  const letterCount = lines.reduce((sum, { text }) => sum + text.length, 0)
  const lettersBySize = new Map<number, number>()
  for (const { size, text } of lines) lettersBySize.set(size, (lettersBySize.get(size) ?? 0) + text.length)
  const sizes = [...lettersBySize]
    .filter(([size, count]) => size >= bodySize * MIN_HEADING_FACTOR && count <= letterCount * MAX_HEADING_FRACTION)
    .map(([size]) => size)
    .toSorted((one, other) => other - one)
  const levels = new Map<number, number>()
  let level = 0
  let levelSize = Number.POSITIVE_INFINITY
  for (const size of sizes) {
    if (size < levelSize * SAME_SIZE) {
      level += 1
      levelSize = size
    }
    levels.set(size, Math.min(level, DEEPEST_LEVEL))
  }
  const outlineDepths = new Map(outline.map(({ title, depth }) => [lettersAndDigits(title), depth]))
  const topLines = lines.filter(({ text }) => outlineDepths.get(lettersAndDigits(text)) === 1)
  const topLevel = topLines.reduce((least, { size }) => Math.min(least, levels.get(size) ?? level + 1), DEEPEST_LEVEL)
  return {
    bodySize,
    levelOf(line) {
      if (line.isMono) return null
      const depth = outlineDepths.get(lettersAndDigits(line.text))
      if (depth !== undefined && line.size >= bodySize * SAME_SIZE) return Math.min(topLevel + depth - 1, DEEPEST_LEVEL)
      return WORDS.test(line.text) ? (levels.get(line.size) ?? null) : null
    },
  }
}

/** The minimum size of a heading, in multiples of the body text's font size. */
const MIN_HEADING_FACTOR = 1.08

/** The minimum ratio of two sizes that count as the same. */
const SAME_SIZE = 0.96

/** The maximum fraction of all letters in a size that is used for headings. */
const MAX_HEADING_FRACTION = 0.35

const DEEPEST_LEVEL = 6

const WORDS = /\p{L}{2}/u
