// Groups the words of a PDF page into lines.

import { singleSpaced } from '../../util/single-spaced.ts'
import type { PdfPage, PdfRun } from './pdf-text.ts'

/** The words of a line between two wide gaps, or a single word. */
export interface PdfCell {
  readonly text: string
  /** The left edge, in points. */
  readonly x: number
  /** The right edge, in points. */
  readonly end: number
}

/** A line of words on a page. Lengths are in points, and positions are measured from the top left corner. */
export interface PdfLine {
  readonly text: string
  /** The index of the page, from 0. */
  readonly page: number
  readonly x: number
  /** The y-coordinate of the baseline of most letters. */
  readonly y: number
  /** The x-coordinate of the right edge. */
  readonly end: number
  /** The font size of most letters, rounded to half a point. */
  readonly size: number
  /** The font, as the file names it; null if there are several. */
  readonly font: string | null
  readonly isMono: boolean
  /** The cells of the line. There is only one if no gap is wider than the gaps between words. */
  readonly cells: readonly PdfCell[]
  /** The words, one by one. */
  readonly words: readonly PdfCell[]
}

/** Groups the words of a page into lines, in reading order. */
export function linesOf({ runs }: PdfPage, page: number): readonly PdfLine[] {
  const groups: PdfRun[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    if (group !== undefined && continuesLine(group, run)) group.push(run)
    else groups.push([run])
  }
  const lines = groups.map((group) => lineOf(group, page)).filter(({ text }) => text !== '')
  return isInOrder(lines) ? lines : lines.toSorted((one, other) => one.y - other.y || one.x - other.x)
}

/**
 * Whether a run continues a line: it is at the same height, and the gap before it is narrower than a gap between
 * columns.
 */
function continuesLine(group: readonly PdfRun[], run: PdfRun): boolean {
  // A space may be as wide as the gap between columns.
  if (run.text.trim() === '') return true
  const last = group.findLast(({ text }) => text.trim() !== '')
  if (last === undefined) return true
  const size = Math.max(last.size, run.size)
  const gap = run.x - (last.x + last.width)
  return Math.abs(run.y - last.y) < size * MAX_RAISE && gap > -size * MAX_BACKSTEP && gap < size * COLUMN_GAP
}

/** The maximum distance by which letters on a line may be raised or lowered, in multiples of the font size. */
const MAX_RAISE = 0.45
/** The maximum distance by which accents and kerning may move back, in multiples of the font size. */
const MAX_BACKSTEP = 0.6
/** The narrowest gap between columns of text, in multiples of the font size. */
const COLUMN_GAP = 2.5
/**
 * The narrowest gap between cells, in multiples of the font size. Even in justified lines, the words are closer
 * together.
 */
const CELL_GAP = 1.2
/** The narrowest gap between words, in multiples of the font size. */
const WORD_GAP = 0.14

function lineOf(group: readonly PdfRun[], page: number): PdfLine {
  const [first] = group
  const cells: { text: string; x: number; end: number }[] = []
  let end = first?.x ?? 0
  for (const run of group) {
    const cell = cells.at(-1)
    if (run.text.trim() === '') {
      if (cell !== undefined) cell.text += ' '
      continue
    }
    if (cell === undefined || run.x - end > run.size * CELL_GAP)
      cells.push({ text: run.text, x: run.x, end: run.x + run.width })
    else {
      const needsSpace = run.x - end > run.size * WORD_GAP && !/\s$/.test(cell.text) && !/^\s/.test(run.text)
      cell.text += needsSpace ? ` ${run.text}` : run.text
      cell.end = Math.max(cell.end, run.x + run.width)
    }
    end = Math.max(end, run.x + run.width)
  }
  const cleanCells = cells
    .map((cell) => ({ ...cell, text: withoutLigatures(cell.text) }))
    .filter(({ text }) => text !== '')
  const words = group.filter((run) => run.text.trim() !== '')
  const size = heaviest(words.map((run) => [Math.round(run.size * 2) / 2, run.text.length]))
  const mainRun = words.find((run) => Math.abs(run.size - size) <= 0.3) ?? words[0]
  const fonts = new Set(words.map(({ font }) => font))
  return {
    text: cleanCells.map(({ text }) => text).join(' '),
    cells: cleanCells,
    words: words.flatMap(wordsOf),
    page,
    x: words[0]?.x ?? 0,
    y: mainRun?.y ?? 0,
    end,
    size,
    font: fonts.size === 1 ? (words[0]?.font ?? null) : null,
    isMono: words.length > 0 && words.every(({ isMono }) => isMono),
  }
}

/** Splits a run into words. Their positions are estimated by assuming that all letters are equally wide. */
function wordsOf({ text, x, width }: PdfRun): readonly PdfCell[] {
  const letterWidth = width / text.length
  return [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => {
    return { text: withoutLigatures(word), x: x + index * letterWidth, end: x + (index + word.length) * letterWidth }
  })
}

/** Returns the value with the greatest total weight; `fallback` if there are no values. */
export function heaviest<T>(weighted: readonly (readonly [value: T, weight: number])[], fallback = 0 as T): T {
  const sums = new Map<T, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  let best: readonly [T, number] = [fallback, Number.NEGATIVE_INFINITY]
  for (const [value, sum] of sums) if (sum > best[1]) best = [value, sum]
  return best[0]
}

/** Replaces ligatures with their letters, drops invisible characters, and collapses white space. */
function withoutLigatures(text: string): string {
  const visible = text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\0-\x08\x0B-\x1F\x7F\uFEFF\u200B]/g, '')
  return singleSpaced(visible).trim()
}

/**
 * Whether each line is below the one before, except at the top of a column. Some programs draw lines in no particular
 * order.
 */
function isInOrder(lines: readonly PdfLine[]): boolean {
  const upwardLines = lines.filter((line, index) => {
    const before = lines[index - 1]
    return before !== undefined && line.y < before.y - line.size && line.x < before.end
  })
  return upwardLines.length <= Math.max(MAX_COLUMNS, lines.length * MAX_UPWARD_FRACTION)
}

const MAX_COLUMNS = 4
/** The maximum fraction of lines that are above the one before. */
const MAX_UPWARD_FRACTION = 0.2
