// Makes text in PowerPoint break into the same lines as on our slides.

import type { LineBox, SceneBlock, TextRun } from '../../client/scene/scene.ts'

/** How much wider text may run in other programs, as a factor. */
export const SLACK = 1.015

/** The same for links and for scripts with joined letters, in which each word and each space is rounded. */
const LOOSE_SLACK = 1.025
/** The same for formulas, whose signs come from other fonts. */
const FORMULA_SLACK = 1.04
export const JOINED_SCRIPTS = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u

/** A line that ends closer than this to the edge, in px, may break differently in other programs. */
const MARGIN = 2

/**
 * Returns by how much to narrow a text box, in px, so that as many of its paragraphs as possible break as measured: our
 * lines are balanced, while other programs fill one line after another.
 */
export function insetOf(blocks: readonly SceneBlock[], indentOf: (block: SceneBlock) => number, room: number): number {
  const unbroken = blocks.filter((block) => !needsExplicitBreaks(block))
  if (unbroken.length === 0) return 0
  const minimum = Math.max(...blocks.map((block) => widthNeededBy(block) + indentOf(block)))
  const widths = unbroken.flatMap((block) => breakingWidths(block).map((width) => width - MARGIN + indentOf(block)))
  // Widths halfway to the next change of breaks come first, since text runs wider in some programs and narrower in
  // others.
  const middles = widths.map((width) => (minimum + width) / 2)
  const candidates = [...middles, room, ...widths, minimum].filter((width) => width >= minimum && width <= room)
  const score = (width: number) => unbroken.reduce((sum, block) => sum + scoreBreaks(block, width - indentOf(block)), 0)
  const best = candidates
    .map((width) => ({ width, score: score(width) }))
    .reduce((best, each) => (each.score > best.score ? each : best), {
      width: room,
      score: -1,
    })
  return Math.max(0, room - best.width)
}

/** Returns the width, in px, that the longest line of a block may need in other programs. */
export function widthNeededBy(block: SceneBlock): number {
  const { lines, runs, hasFormula } = block
  const text = runs.map((run) => run.text).join('')
  const hasBreaks = needsExplicitBreaks(block)
  const slack = hasFormula ? FORMULA_SLACK : hasBreaks || JOINED_SCRIPTS.test(text) ? LOOSE_SLACK : SLACK
  const gap = spaceWidthIn(lines)
  // A fraction is wider as text.
  const widthAsText = ({ words }: LineBox) => words.reduce((sum, [, own]) => sum + own, (words.length - 1) * gap)
  const widths = lines.map((line) => (hasFormula ? Math.max(line.width, widthAsText(line)) : line.width))
  const widest = Math.max(0, ...widths) * slack
  // Where the space before an explicit line break has no room, LibreOffice adds an empty line.
  const space = hasBreaks ? gap : 0
  const changes = [...text.matchAll(SCRIPT_CHANGE)].length
  // LibreOffice applies letter spacing only within a run.
  const tightest = Math.min(0, ...runs.map(({ tracking }) => tracking))
  return (
    widest +
    space -
    tightest +
    Math.min(changes, MAX_SCRIPT_CHANGES) * SCRIPT_SPACE * Math.max(0, ...runs.map(({ size }) => size))
  )
}

/**
 * The space that LibreOffice adds between an ideograph and a Latin letter or a quotation mark, as a share of the font
 * size.
 */
const SCRIPT_SPACE = 0.25
const MAX_SCRIPT_CHANGES = 8
const IDEOGRAPH =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\u3001-\u303F\uFF01-\uFF60]'
const SCRIPT_CHANGE = new RegExp(`(?<=${IDEOGRAPH}) ?(?=[!-~“”])|(?<=[!-~“”]) ?(?=${IDEOGRAPH})`, 'gu')
const HANGUL = /\p{Script=Hangul}/u

/** Sets letters closer where their cell, which cannot grow, has no room for lines that run wider in other programs. */
export function tightenLines(block: SceneBlock): SceneBlock {
  const { lines, runs, rect } = block
  const text = runs.map((run) => run.text).join('')
  const tightening = lines.map(({ width, start }, index) => {
    const letters = text.slice(start, lines[index + 1]?.start).length
    return Math.max(0, width * SLACK - rect.width) / Math.max(1, letters)
  })
  const most = Math.max(0, ...tightening)
  return most === 0 ? block : { ...block, runs: runs.map((run) => ({ ...run, tracking: run.tracking - most })) }
}

/**
 * Whether a block needs explicit line breaks. In Chinese, Japanese and Korean, programs break lines between any two
 * letters, and no character that forbids a break works in every program, so authors of slides insert breaks by hand.
 * Addresses break after punctuation. Formulas run wider or narrower as text, LibreOffice breaks lines before and after
 * each link, and no program breaks a line before closing punctuation or after an opening bracket.
 */
export function needsExplicitBreaks({ lines, runs, hasFormula }: SceneBlock): boolean {
  if (lines.length < 2) return false
  const isLoose = ({ text, link }: TextRun) => HANGUL.test(text) || (link !== null && !link.startsWith('#'))
  if (hasFormula || spaceWidthIn(lines) === 0 || runs.some(isLoose)) return true
  const text = runs.map((run) => run.text).join('')
  return lines.slice(1).some(({ isContinued, start }) => {
    const isForbidden = /^[.,:;!?…)\]}]/.test(text.slice(start)) || /[([{]\s*$/.test(text.slice(0, start))
    return isContinued || isForbidden
  })
}

/** Returns the widths at which a line would also hold the next word or the next two, for each line but the last. */
function breakingWidths({ lines }: SceneBlock): readonly number[] {
  const gap = spaceWidthIn(lines)
  return lines.slice(1).flatMap(({ words }, index) => {
    const width = lines[index]?.width ?? 0
    return words.slice(0, 2).map(([at, own]) => width + gap + at + own)
  })
}

/**
 * Returns the width of a space, in px; 0 in scripts without spaces. The width is measured and not derived from the line
 * height, because fonts differ, and Arabic lines are much taller than Latin ones.
 */
export function spaceWidthIn(lines: readonly LineBox[]): number {
  const height = Math.max(0, ...lines.map((line) => line.height))
  const gaps = lines
    .flatMap(({ words }) =>
      words.slice(1).map(([at], index) => at - (words[index] ?? [0, 0]).reduce((sum, part) => sum + part, 0)),
    )
    .filter((gap) => gap < height)
    .sort((one, other) => one - other)
  if ((gaps[gaps.length >> 1] ?? 1) < MIN_SPACE) return 0
  const wide = gaps.filter((gap) => gap > 0)
  return wide[wide.length >> 1] ?? DEFAULT_SPACE * height
}

/** If words are closer than this, in px, they are letters of a script without spaces. */
const MIN_SPACE = 1

/** The width of a space if none could be measured, as a share of the line height. */
const DEFAULT_SPACE = 0.18

/**
 * Scores the breaks of greedily filled lines: 4 if all are as measured, 1 if there are as many lines as measured,
 * otherwise 0.
 */
export function scoreBreaks({ lines }: SceneBlock, width: number): 0 | 1 | 4 {
  const gap = spaceWidthIn(lines)
  const words = lines.flatMap((line) => spacedWords(line, gap))
  const counts: number[] = []
  let used = 0
  for (const { own, gap } of words) {
    const last = counts.length - 1
    if (last < 0 || used + gap + own > width) {
      counts.push(1)
      used = own
    } else {
      counts[last] = (counts[last] ?? 0) + 1
      used += gap + own
    }
  }
  if (counts.length !== lines.length) return 0
  return lines.every((line, index) => counts[index] === line.words.length) ? 4 : 1
}

/** Returns the width of each word of a line and of the space before it, which is `gap` for the first word. */
export function spacedWords({ words }: LineBox, gap: number): readonly SpacedWord[] {
  return words.map(([at, own], index) => {
    const before = words[index - 1]
    const measured = before === undefined ? gap : at - before[0] - before[1]
    // A formula is wider than its text, so the space measured after it is too wide.
    return { own, gap: gap > 0 ? Math.min(measured, 2 * gap) : measured }
  })
}

interface SpacedWord {
  readonly own: number
  readonly gap: number
}
