// Finds the width that text needs in PowerPoint and other programs, which set it slightly wider or narrower.

import type { LineBox, SceneBlock } from '../../client/scene/scene.ts'
import { JOINED_SCRIPTS, needsExplicitBreaks, SLACK, scoreBreaks, spaceWidthIn } from './line-breaks.ts'

/**
 * How much wider scripts with joined letters, and text with explicit line breaks, may run, because the width of each
 * word and space is rounded.
 */
const LOOSE_SLACK = 1.025
/** How much wider formulas may run, because their characters come from other fonts. */
const FORMULA_SLACK = 1.04

/** A line that ends closer than this to the edge, in px, may break differently in other programs. */
const MARGIN = 2

/**
 * Returns by how much to narrow a text box, in px, so that as many of its paragraphs as possible break as measured: our
 * lines are balanced, while other programs fill one line after another.
 */
export function insetOf(
  blocks: readonly SceneBlock[],
  indentOf: (block: SceneBlock) => number,
  maxWidth: number,
): number {
  const unbroken = blocks.filter((block) => !needsExplicitBreaks(block))
  if (unbroken.length === 0) return 0
  const minimum = Math.max(...blocks.map((block) => widthNeededBy(block) + indentOf(block)))
  const widths = unbroken.flatMap((block) => breakingWidths(block).map((width) => width - MARGIN + indentOf(block)))
  // Widths halfway to the next change of breaks come first, since text runs wider in some programs and narrower in
  // others.
  const middles = widths.map((width) => (minimum + width) / 2)
  const candidates = [...middles, maxWidth, ...widths, minimum].filter((width) => width >= minimum && width <= maxWidth)
  const score = (width: number) => unbroken.reduce((sum, block) => sum + scoreBreaks(block, width - indentOf(block)), 0)
  const best = candidates
    .map((width) => ({ width, score: score(width) }))
    .reduce((best, other) => (other.score > best.score ? other : best), {
      width: maxWidth,
      score: -1,
    })
  return Math.max(0, maxWidth - best.width)
}

/** Returns the widths at which a line would also hold the next word or the next two, for each line but the last. */
function breakingWidths({ lines }: SceneBlock): readonly number[] {
  const gap = spaceWidthIn(lines)
  return lines.slice(1).flatMap(({ words }, index) => {
    const width = lines[index]?.width ?? 0
    return words.slice(0, 2).map(([start, wordWidth]) => width + gap + start + wordWidth)
  })
}

/** Returns the width, in px, that the longest line of a block may need in other programs. */
export function widthNeededBy(block: SceneBlock): number {
  const { lines, runs, hasFormula } = block
  const text = runs.map((run) => run.text).join('')
  const hasBreaks = needsExplicitBreaks(block)
  const slack = hasFormula ? FORMULA_SLACK : hasBreaks || JOINED_SCRIPTS.test(text) ? LOOSE_SLACK : SLACK
  const gap = spaceWidthIn(lines)
  // A fraction is wider as text.
  const widthAsText = ({ words }: LineBox) => words.reduce((sum, [, width]) => sum + width, (words.length - 1) * gap)
  const widths = lines.map((line) => (hasFormula ? Math.max(line.width, widthAsText(line)) : line.width))
  const widest = Math.max(0, ...widths) * slack
  // Where the space before an explicit line break has no room, LibreOffice adds an empty line.
  const space = hasBreaks ? gap : 0
  const scriptChanges = [...text.matchAll(SCRIPT_CHANGE)].length
  // LibreOffice applies letter spacing only within a run.
  const tightest = Math.min(0, ...runs.map(({ tracking }) => tracking))
  return (
    widest +
    space -
    tightest +
    Math.min(scriptChanges, MAX_SCRIPT_CHANGES) * SCRIPT_SPACE * Math.max(0, ...runs.map(({ size }) => size))
  )
}

/**
 * The space that LibreOffice adds between an ideograph and a Latin letter or a quotation mark, as a fraction of the
 * font size.
 */
const SCRIPT_SPACE = 0.25
const MAX_SCRIPT_CHANGES = 8
const IDEOGRAPH =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\u3001-\u303F\uFF01-\uFF60]'
const SCRIPT_CHANGE = new RegExp(`(?<=${IDEOGRAPH}) ?(?=[!-~“”])|(?<=[!-~“”]) ?(?=${IDEOGRAPH})`, 'gu')

/**
 * Sets the letters of a cell closer together if a line might otherwise not fit in other programs: a cell cannot grow.
 */
export function tightenLines(block: SceneBlock): SceneBlock {
  const { lines, runs, rect } = block
  const text = runs.map((run) => run.text).join('')
  const tightening = lines.map(({ width, start }, index) => {
    const letters = text.slice(start, lines[index + 1]?.start).length
    return Math.max(0, width * SLACK - rect.width) / Math.max(1, letters)
  })
  const largest = Math.max(0, ...tightening)
  return largest === 0 ? block : { ...block, runs: runs.map((run) => ({ ...run, tracking: run.tracking - largest })) }
}
