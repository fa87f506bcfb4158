// Removes running heads, page numbers and tables of contents from a PDF.

import type { PdfLine } from './lines.ts'
import type { PdfPage } from './pdf-text.ts'

/**
 * Removes running heads and feet, page numbers and tables of contents. A line that may be part of the text is kept.
 * @param bodySize The font size of the body text, in points.
 */
export function withoutFurniture(
  lines: readonly PdfLine[],
  pages: readonly PdfPage[],
  bodySize: number,
): readonly PdfLine[] {
  const edges = pages.map((_, page) => edgeLinesOf(lines.filter((line) => line.page === page)))
  const runningHeads = runningHeadsIn(edges, bodySize)
  const pageNumbers = pageNumbersIn(edges, runningHeads)
  return lines.filter(
    (line) => !runningHeads.has(line) && !pageNumbers.has(line) && !LEADER.test(line.text.slice(-LEADER_LENGTH)),
  )
}

/** The number of lines at the top and bottom of a page that may be furniture. */
const EDGE_LINES = 3

function edgeLinesOf(lines: readonly PdfLine[]): readonly PdfLine[] {
  const sorted = lines.toSorted((one, other) => one.y - other.y)
  return [...new Set([...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)])]
}

/** Finds lines with the same text, apart from page numbers, at the same height on several pages. */
function runningHeadsIn(edges: readonly (readonly PdfLine[])[], bodySize: number): ReadonlySet<PdfLine> {
  const seen = new Map<string, Set<number>>()
  for (const [page, edge] of edges.entries())
    for (const line of edge)
      for (const key of [keyOf(line), maskedKeyOf(line)]) seen.set(key, (seen.get(key) ?? new Set()).add(page))
  const pageCountOf = (key: string) => seen.get(key)?.size ?? 0
  const isRunningHead = (line: PdfLine) => {
    if (!WORDS.test(line.text)) return false
    // "Chapter 1" in large letters at the top of a page is not a running head.
    return line.size > bodySize * LARGE_FACTOR
      ? pageCountOf(keyOf(line)) > MIN_PAGES
      : pageCountOf(maskedKeyOf(line)) >= MIN_PAGES
  }
  return new Set(edges.flat().filter(isRunningHead))
}

const WORDS = /\p{L}{2}/u
/** Text larger than this multiple of the body text's font size counts as large. */
const LARGE_FACTOR = 1.08

/** The minimum number of pages on which a running head appears. Large text must appear on more pages. */
const MIN_PAGES = 2

function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${text}`
}

function maskedKeyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').replace(/\b[ivxlc]+$/i, '#')}`
}

/**
 * Finds page numbers: at the top or bottom of a page, with nothing but a running head beside them, and increasing from
 * page to page. Roman numerals need not increase.
 */
function pageNumbersIn(
  edges: readonly (readonly PdfLine[])[],
  runningHeads: ReadonlySet<PdfLine>,
): ReadonlySet<PdfLine> {
  const candidates = edges.flatMap((edge, page) => {
    const heights = edge.map(({ y }) => y)
    return edge
      .filter(({ y }) => y - Math.min(...heights) < SAME_HEIGHT || Math.max(...heights) - y < SAME_HEIGHT)
      .filter(({ text }) => PAGE_NUMBER.test(text))
      .filter((line) =>
        edge.every((other) => other === line || runningHeads.has(other) || Math.abs(other.y - line.y) >= SAME_HEIGHT),
      )
      .map((line) => ({ line, offset: Number(/\d+/.exec(line.text)?.[0] ?? Number.NaN) - page }))
  })
  const isConfirmed = ({ offset }: { readonly offset: number }) =>
    Number.isNaN(offset) || edges.length === 1 || candidates.filter((other) => other.offset === offset).length > 1
  return new Set(candidates.filter(isConfirmed).map(({ line }) => line))
}

/** In points. */
const SAME_HEIGHT = 4

const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:p(?:age|\.)?|s(?:eite|\.)?)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|sur|de)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i

/** The number of characters at the end of a line that are examined. */
const LEADER_LENGTH = 200

/** A line of a table of contents: dots leading to a page number. */
const LEADER = /(?:[.·…]\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/i
