import type { LineBox, SceneBlock, TextRun } from '../../client/scene/scene.ts'

/** A factor: fonts run a little wider elsewhere. */
export const SLACK = 1.015

/** A line that ends closer than this to the edge, in px, breaks differently in other programs. */
const MARGIN = 2

/**
 * How much to narrow a text box, in px, so that as many of its paragraphs as possible break as measured: our lines are balanced,
 * other programs fill one line after another.
 */
export function insetOf(blocks: readonly SceneBlock[], indentOf: (block: SceneBlock) => number, room: number): number {
  const least = Math.max(...blocks.map((block) => widest(block.lines) * SLACK + indentOf(block)))
  const widths = blocks.flatMap((block) => limitsOf(block.lines).map((width) => width - MARGIN + indentOf(block)))
  const candidates = [room, ...widths, least].filter((width) => width >= least && width <= room)
  const likeness = (width: number) =>
    blocks.reduce((sum, block) => sum + alike(block.lines, width - indentOf(block)), 0)
  const best = candidates
    .map((width) => ({ width, likeness: likeness(width) }))
    .reduce((best, each) => (each.likeness > best.likeness ? each : best), { width: room, likeness: likeness(room) })
  return Math.max(0, room - best.width)
}

function widest(lines: readonly LineBox[]): number {
  return Math.max(0, ...lines.map(({ width }) => width))
}

/** The widths from which a line would also hold the next word, or the next two. */
function limitsOf(lines: readonly LineBox[]): readonly number[] {
  return lines.slice(1).flatMap(({ words }, index) => {
    const before = lines[index]?.width ?? 0
    return words.slice(0, 2).map(([at, width]) => before + SPACE * (lines[index]?.height ?? 0) + at + width)
  })
}

/** The width of a space, as a share of the line height. */
const SPACE = 0.18

/** 4 if greedily filled lines break as measured, 1 if there are as many, else 0. */
function alike(lines: readonly LineBox[], width: number): 0 | 1 | 4 {
  const words = lines.flatMap((line) => line.words.map(([, own]) => ({ own, gap: SPACE * line.height })))
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

/**
 * If a paragraph would take fewer lines at a width than measured, its line beginnings are kept together by non-breaking spaces,
 * so that what is below stays in place. Other paragraphs are unchanged.
 */
export function heldRuns(block: SceneBlock, width: number): readonly TextRun[] {
  const { lines } = block
  const runs = withHeldHyphens(block, width)
  if (alike(lines, width) > 0) return runs
  const held = new Set<number>()
  let first = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const room = before === undefined ? 0 : width - before.width - SPACE * before.height
    const pulled = line.words.filter(([at, own]) => at + own <= room).length
    if (before !== undefined && pulled < line.words.length)
      for (let word = 0; word < pulled; word++) held.add(first + word)
    first += line.words.length
  }
  const text = runs.map((run) => run.text).join('')
  const spaces = [...text.matchAll(/(?<=\S)\s+(?=\S)/g)].map(({ index }) => index)
  // Some words are counted differently, such as formulas.
  if (spaces.length !== first - 1) return runs
  const kept = new Set([...held].map((word) => spaces[word] ?? -1))
  return replacedAt(runs, kept, ' ', '\u00A0')
}

/** The same with non-breaking hyphens in words that open a line, if the line before has room for their first part. */
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
    const room = width - before.width - SPACE * before.height
    for (const { index: at } of token[0].matchAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu))
      if ((own * (at + 1)) / token[0].length <= room * SLACK) held.add(token.index + at)
  }
  return replacedAt(runs, held, '-', '\u2011')
}

/** The runs with a character replaced at some places of their whole text. */
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
