// Makes text in PowerPoint break into the same lines as on our slides.

import type { LineBox, SceneBlock, TextRun } from '../../client/scene/scene.ts'

/** How much wider fonts may run in other programs, as a factor. */
export const SLACK = 1.015

/** A line that ends closer than this to the edge, in px, may break differently in other programs. */
const MARGIN = 2

/**
 * How much to narrow a text box, in px, so that as many of its paragraphs as possible break as they were measured: our lines are
 * balanced, while other programs fill one line after another.
 */
export function insetOf(blocks: readonly SceneBlock[], indentOf: (block: SceneBlock) => number, room: number): number {
  const least = Math.max(...blocks.map((block) => widest(block.lines) * SLACK + indentOf(block)))
  const widths = blocks.flatMap((block) => limitsOf(block).map((width) => width - MARGIN + indentOf(block)))
  // Halfway between two breaks, because letters run somewhat wider in some programs and narrower in others.
  const middles = widths.map((width) => (least + width) / 2)
  const candidates = [...middles, room, ...widths, least].filter((width) => width >= least && width <= room)
  const likeness = (width: number) => blocks.reduce((sum, block) => sum + alike(block, width - indentOf(block)), 0)
  const best = candidates
    .map((width) => ({ width, likeness: likeness(width) }))
    .reduce((best, each) => (each.likeness > best.likeness ? each : best), { width: room, likeness: -1 })
  return Math.max(0, room - best.width)
}

function widest(lines: readonly LineBox[]): number {
  return Math.max(0, ...lines.map(({ width }) => width))
}

/** The widths from which a line would also hold the next word, or the next two. */
function limitsOf({ lines, isRtl }: SceneBlock): readonly number[] {
  const gap = gapIn(lines)
  return lines.slice(1).flatMap(({ words: next }, index) => {
    const { width, words } = lines[index] ?? { width: 0, words: [] }
    const least = width - (isRtl ? (1 - NARROW) * gap * Math.max(0, words.length - 1) : 0)
    return next.slice(0, 2).map(([at, own]) => least + (isRtl ? NARROW : 1) * gap + at + own)
  })
}

/**
 * The narrowest spaces of other programs. Browsers take spaces from the Latin font; other programs take them from the
 * font of the surrounding words, where they are narrower in right-to-left scripts.
 */
const NARROW = 0.7

/**
 * The width of a space as measured, because fonts differ, and a line of Arabic is much higher for its width than one of
 * Latin.
 */
function gapIn(lines: readonly LineBox[]): number {
  const height = Math.max(0, ...lines.map((line) => line.height))
  const gaps = lines
    .flatMap(({ words }) =>
      words.slice(1).map(([at], index) => at - (words[index] ?? [0, 0]).reduce((sum, part) => sum + part, 0)),
    )
    .filter((gap) => gap < height)
    .sort((one, other) => one - other)
  if ((gaps[gaps.length >> 1] ?? 1) < UNSPACED) return 0
  const wide = gaps.filter((gap) => gap > 0)
  return wide[wide.length >> 1] ?? SPACE * height
}

/** Words closer than this, in px, are letters of a script without spaces. */
const UNSPACED = 1

/** The width of a space where none was measured, as a share of the line height. */
const SPACE = 0.18

/**
 * Scores the lines that result from filling each as far as possible: 4 if they break as measured, with wide spaces and
 * with narrow ones; 1 if there are as many; otherwise 0.
 */
function alike({ lines, isRtl }: SceneBlock, width: number): 0 | 1 | 4 {
  const gap = gapIn(lines)
  const found = (isRtl ? [gap, NARROW * gap] : [gap]).map((each) => filled(lines, width, each))
  return found.reduce((least, each) => (each < least ? each : least))
}

function filled(lines: readonly LineBox[], width: number, gap: number): 0 | 1 | 4 {
  const words = lines.flatMap((line) => (gap === 0 ? spacedWords(line) : line.words.map(([, own]) => ({ own, gap }))))
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

/** The words of a line, each with the space before it. */
function spacedWords({ words }: LineBox): readonly { readonly own: number; readonly gap: number }[] {
  return words.map(([at, own], index) => {
    const [before, width] = words[index - 1] ?? [at, 0]
    return { own, gap: at - before - width }
  })
}

/**
 * The runs of a paragraph. If it would take fewer lines than measured at this width, or break differently with narrower
 * spaces, non-breaking spaces keep the beginnings of its lines together, so that the text below stays in place. Other
 * paragraphs are unchanged.
 */
export function heldRuns(block: SceneBlock, width: number): readonly TextRun[] {
  const { lines, isRtl } = block
  const gap = gapIn(lines)
  const spared = isRtl ? (1 - NARROW) * gap : 0
  const runs = withHeldHyphens(block, width)
  if (alike(block, width) > (isRtl ? 1 : 0)) return runs
  const held = new Set<number>()
  let first = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const room = before === undefined ? 0 : width - before.width - gap + spared * before.words.length
    const pulled = line.words.filter(([at, own], word) => at - spared * word + own <= room).length
    if (before !== undefined && pulled < line.words.length)
      for (let word = 0; word < pulled; word++) held.add(first + word)
    first += line.words.length
  }
  const text = runs.map((run) => run.text).join('')
  const spaces = [...text.matchAll(/(?<=\S)\s+(?=\S)/g)].map(({ index }) => index)
  // Words such as formulas are counted differently.
  if (spaces.length !== first - 1) return runs
  const kept = new Set([...held].map((word) => spaces[word] ?? -1))
  return replacedAt(runs, kept, ' ', '\u00A0')
}

/**
 * Replaces hyphens by non-breaking hyphens in words that begin a line, if the line before has space for their first
 * part.
 */
function withHeldHyphens({ runs, lines }: SceneBlock, width: number): readonly TextRun[] {
  const text = runs.map((run) => run.text).join('')
  const tokens = [...text.matchAll(/\S+/g)]
  if (tokens.length !== lines.reduce((sum, line) => sum + line.words.length, 0)) return runs
  const held = new Set<number>()
  let first = 0
  for (const [index, { words }] of lines.entries()) {
    const before = lines[index - 1]
    const [token, own = 0] = [tokens[first], words[0]?.[1]]
    first += words.length
    if (before === undefined || token === undefined) continue
    const room = width - before.width - gapIn(lines)
    for (const { index: at } of token[0].matchAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu))
      if ((own * (at + 1)) / token[0].length <= room * SLACK) held.add(token.index + at)
  }
  return replacedAt(runs, held, '-', '\u2011')
}

/** Replaces a character at some places of the runs' joined text. */
function replacedAt(
  runs: readonly TextRun[],
  places: ReadonlySet<number>,
  character: string,
  by: string,
): readonly TextRun[] {
  let start = 0
  return runs.map((run) => {
    const from = start
    start += run.text.length
    const text = run.text.replaceAll(character, (own, index: number) => (places.has(from + index) ? by : own))
    return { ...run, text }
  })
}
