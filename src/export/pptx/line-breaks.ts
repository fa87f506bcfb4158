// Predicts where lines break in other programs. Those programs fill one line after another, whereas the lines on our
// slides are balanced.

import type { LineBox, SceneBlock, TextRun } from '../../client/scene/scene.ts'

/** How much wider text may run in other programs, as a factor. */
export const SLACK = 1.015

/** Matches scripts whose letters are joined. */
export const JOINED_SCRIPTS = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u
const HANGUL = /\p{Script=Hangul}/u

/**
 * Whether a block breaks as measured only with explicit line breaks. In Chinese, Japanese and Korean, programs break
 * lines between any two letters, and no character that forbids a break works in every program. Addresses break after
 * punctuation. Formulas run wider or narrower as text, LibreOffice breaks lines before and after each link, and other
 * programs never break a line before closing punctuation or after an opening bracket, as browsers sometimes do.
 */
export function needsExplicitBreaks({ lines, runs, hasFormula }: SceneBlock): boolean {
  if (lines.length < 2) return false
  const breaksElsewhere = ({ text, link }: TextRun) => HANGUL.test(text) || (link !== null && !link.startsWith('#'))
  if (hasFormula || spaceWidthIn(lines) === 0 || runs.some(breaksElsewhere)) return true
  const text = runs.map((run) => run.text).join('')
  return lines.slice(1).some(({ isContinued, start }) => {
    const isForbidden = /^[.,:;!?…)\]}]/.test(text.slice(start)) || /[([{]\s*$/.test(text.slice(0, start))
    return isContinued || isForbidden
  })
}

/**
 * Scores the breaks of greedily filled lines: 4 if all are as measured, 1 if there are as many lines as measured,
 * otherwise 0.
 */
export function scoreBreaks({ lines }: SceneBlock, width: number): 0 | 1 | 4 {
  const gap = spaceWidthIn(lines)
  const words = lines.flatMap((line) => spacedWords(line, gap))
  const counts: number[] = []
  let used = 0
  for (const { width: wordWidth, gap } of words) {
    const last = counts.length - 1
    if (last < 0 || used + gap + wordWidth > width) {
      counts.push(1)
      used = wordWidth
    } else {
      counts[last] = (counts[last] ?? 0) + 1
      used += gap + wordWidth
    }
  }
  if (counts.length !== lines.length) return 0
  return lines.every((line, index) => counts[index] === line.words.length) ? 4 : 1
}

/**
 * Returns the width of a space, in px; 0 in scripts without spaces. The width is measured and not derived from the line
 * height, because fonts differ, and Arabic lines are much taller than Latin ones.
 */
export function spaceWidthIn(lines: readonly LineBox[]): number {
  const height = Math.max(0, ...lines.map((line) => line.height))
  const gaps = lines
    .flatMap(({ words }) =>
      words.slice(1).map(([start], index) => start - (words[index] ?? [0, 0]).reduce((sum, part) => sum + part, 0)),
    )
    .filter((gap) => gap < height)
    .sort((one, other) => one - other)
  if ((gaps[gaps.length >> 1] ?? 1) < MIN_SPACE) return 0
  const positiveGaps = gaps.filter((gap) => gap > 0)
  return positiveGaps[positiveGaps.length >> 1] ?? DEFAULT_SPACE * height
}

/** If words are closer than this, in px, they are letters of a script without spaces. */
const MIN_SPACE = 1

/** The width of a space if none could be measured, as a fraction of the line height. */
const DEFAULT_SPACE = 0.18

/** Returns the width of each word of a line and of the space before it, which is `gap` for the first word. */
export function spacedWords({ words }: LineBox, gap: number): readonly SpacedWord[] {
  return words.map(([start, width], index) => {
    const before = words[index - 1]
    const measured = before === undefined ? gap : start - before[0] - before[1]
    // A formula is wider than its text, so the space measured after it is too wide.
    return { width, gap: gap > 0 ? Math.min(measured, 2 * gap) : measured }
  })
}

/** The width of a word and of the space before it, in px. */
interface SpacedWord {
  readonly width: number
  readonly gap: number
}
