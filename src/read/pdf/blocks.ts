// Groups the lines of a PDF into blocks.

import type { TextStyles } from './headings.ts'
import { heaviest, type PdfLine } from './lines.ts'

/** A block of lines that belong together. */
export interface PdfBlock {
  readonly type: 'heading' | 'paragraph' | 'item' | 'code' | 'note' | 'table'
  /** The level of a heading, from 1; 0 for other blocks. */
  readonly level: number
  readonly lines: readonly PdfLine[]
  /** The rows of cells of a table, whose `lines` are empty. */
  readonly rows?: readonly (readonly string[])[]
}

/**
 * Groups lines into blocks. A new block begins where the font size changes, at headings, code, notes, gaps, indents and
 * list markers, and after a line that ends early.
 */
export function blocksOf(
  lines: readonly PdfLine[],
  { leading, edges, ...styles }: TextStyles & LineMetrics,
): readonly PdfBlock[] {
  const ranks = footLineRanks(lines, styles.bodySize)
  const blocks: { type: PdfBlock['type']; level: number; lines: PdfLine[] }[] = []
  for (const line of lines) {
    const level = styles.levelOf(line)
    const type = level !== null ? 'heading' : typeOf(line, ranks)
    const block = blocks.at(-1)
    const last = block?.lines.at(-1)
    const canContinue = block?.type === type || (block?.type === 'item' && type === 'paragraph')
    const isContinued = level === null ? continuesBlock : continuesHeading
    if (
      block &&
      last &&
      canContinue &&
      block.level === (level ?? 0) &&
      isContinued(block.lines, line, { leading, edges })
    )
      block.lines.push(line)
    else blocks.push({ type, level: level ?? 0, lines: [line] })
  }
  return blocks
}

function typeOf(line: PdfLine, ranks: ReadonlyMap<PdfLine, number>): PdfBlock['type'] {
  if (line.isMono) return 'code'
  if (ITEM_MARKER.test(line.text)) return 'item'
  const rank = ranks.get(line)
  return rank !== undefined && (NOTE_MARK.test(line.text) || rank <= MAX_FOOT_LINES) ? 'note' : 'paragraph'
}

/** A list marker before words: a bullet, a number or a letter. */
export const ITEM_MARKER = /^(?:[•◦‣⁃∙·●○■□▪▫➢➤✓✔–—*-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)/

/** Maps each line of small print at the foot of a page to its number, counted from the bottom. */
function footLineRanks(lines: readonly PdfLine[], bodySize: number): ReadonlyMap<PdfLine, number> {
  const ranks = new Map<PdfLine, number>()
  let below = 0
  for (const [index, line] of [...lines.entries()].reverse()) {
    const isLast = lines[index + 1]?.page !== line.page
    if (isLast) below = 0
    const isInFoot = line.size <= bodySize * SMALL_PRINT && (isLast || below > 0)
    below = isInFoot ? below + 1 : 0
    if (isInFoot) ranks.set(line, below)
  }
  return ranks
}

/** The maximum size of small print, in multiples of the body text's font size. */
const SMALL_PRINT = 0.92
/** A footnote mark at the start of a line. */
export const NOTE_MARK = /^(?:\d{1,3}|[*†‡§])\s*(?=[\p{L}"“(])/u
/** The maximum number of lines of small print at the foot of a page that are notes even without a mark. */
const MAX_FOOT_LINES = 6

/** Typical metrics of lines, in points. */
export interface LineMetrics {
  /** The distance between neighbouring baselines in a paragraph, keyed by font size. */
  readonly leading: ReadonlyMap<number, number>
  /** The x-coordinate of the right edge, keyed by the `edgeKey` of a line. */
  readonly edges: ReadonlyMap<string, number>
}

/** Whether a line of text continues a block. */
function continuesBlock(block: readonly PdfLine[], line: PdfLine, { leading, edges }: LineMetrics): boolean {
  const last = block.at(-1)
  if (last === undefined || ITEM_MARKER.test(line.text)) return false
  if (Math.abs(line.size - last.size) > last.size * SIZE_TOLERANCE && !line.isMono) return false
  const isBelow = line.page === last.page && line.y > last.y
  const usualLeading = leading.get(line.size) ?? line.size * 1.2
  // An unfinished sentence continues at the top of the next column or page.
  if (!isBelow) return line.isMono || !SENTENCE_END.test(last.text) || /^\p{Ll}/u.test(line.text)
  if (line.y - last.y > usualLeading * PARAGRAPH_GAP) return false
  if (line.isMono) return true
  const left = Math.min(
    ...block.slice(block.length > 1 ? Math.max(1, block.length - RECENT_LINES) : 0).map(({ x }) => x),
  )
  const isIndented = line.x > left + line.size * INDENT && block.length > 1
  return !isIndented && !(/^[\p{Lu}\p{N}"“‘]/u.test(line.text) && wouldFit(line, last, edges))
}

/** Whether a line is the next line of a long heading. */
function continuesHeading(block: readonly PdfLine[], line: PdfLine): boolean {
  const last = block.at(-1)
  if (last === undefined || last.page !== line.page || block.length >= LONGEST_HEADING) return false
  const distance = line.y - last.y
  return distance > 0 && distance < line.size * HEADING_GAP && last.size === line.size
}

/** In lines. */
const LONGEST_HEADING = 4
/** In multiples of the font size. */
const HEADING_GAP = 1.5

const SIZE_TOLERANCE = 0.08
/** In multiples of the leading. */
const PARAGRAPH_GAP = 1.3
/** The number of previous lines that determine the left edge of a paragraph. */
const RECENT_LINES = 8
/** In multiples of the font size. */
const INDENT = 0.9
const SENTENCE_END = /[.!?:;…][)"”’\]]*\d{0,3}$/

/** Finds the typical metrics of lines. */
export function lineMetricsOf(lines: readonly PdfLine[]): LineMetrics {
  return { leading: leadingsOf(lines), edges: edgesOf(lines) }
}

/** Finds the most frequent distance between lines of each font size. */
function leadingsOf(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const distances = new Map<number, (readonly [number, number])[]>()
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]
    if (!last || last.page !== line.page || last.size !== line.size || line.y <= last.y) continue
    const distance = Math.round((line.y - last.y) * 2) / 2
    if (distance > line.size * MAX_LEADING) continue
    const list = distances.get(line.size) ?? []
    list.push([distance, 1])
    distances.set(line.size, list)
  }
  return new Map([...distances].map(([size, list]) => [size, heaviest(list)]))
}

/** In multiples of the font size. A larger distance separates paragraphs. */
const MAX_LEADING = 2.2

/**
 * Whether the first word of a line would have fitted on the line before it, which shows that the break was intended.
 */
function wouldFit(line: PdfLine, last: PdfLine, edges: LineMetrics['edges']): boolean {
  const [word = ''] = line.text.split(' ', 1)
  const width = ((line.end - line.x) * word.length) / line.text.length
  return last.end + width + last.size < (edges.get(edgeKey(last)) ?? last.end)
}

/**
 * Finds how far to the right text extends, for each page and left edge. Lines that begin a little further left count
 * too, such as those around a list.
 */
function edgesOf(lines: readonly PdfLine[]): ReadonlyMap<string, number> {
  const pages = new Map<number, PdfLine[]>()
  for (const line of lines) {
    const list = pages.get(line.page) ?? []
    list.push(line)
    pages.set(line.page, list)
  }
  const edges = new Map<string, number>()
  for (const line of lines) {
    if (edges.has(edgeKey(line))) continue
    const column = (pages.get(line.page) ?? []).filter(({ x }) => x <= line.x + EDGE_STEP && x >= line.x - LIST_INDENT)
    // A single long line, such as a heading over two columns, does not make an edge.
    const [first = line.end, second = first] = column.map(({ end }) => end).toSorted((one, other) => other - one)
    edges.set(edgeKey(line), second)
  }
  return edges
}

/** In points. Left edges are rounded to multiples of this. */
const EDGE_STEP = 18
/** The number of steps beyond which all left edges count as one, since they lie outside any page. */
const MAX_STEPS = 300
/** In points. */
const LIST_INDENT = 54

function edgeKey({ page, x }: PdfLine): string {
  return `${page} ${Math.min(Math.round(x / EDGE_STEP), MAX_STEPS)}`
}
