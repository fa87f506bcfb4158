import type { Line } from './lines.ts'
import type { PdfPage } from './pdf-text.ts'

/** The lines without running heads and feet, page numbers and tables of contents. Most letters are of the size `body`. */
export function withoutFurniture(lines: readonly Line[], pages: readonly PdfPage[], body: number): readonly Line[] {
  const edges = pages.map((_, page) => edgesOf(lines.filter((line) => line.page === page)))
  const seen = new Map<string, Set<number>>()
  for (const [page, edge] of edges.entries())
    for (const line of edge)
      for (const key of [keyOf(line), maskedKeyOf(line)]) seen.set(key, (seen.get(key) ?? new Set()).add(page))
  const count = (key: string) => seen.get(key)?.size ?? 0
  const dropped = new Set(
    edges.flat().filter((line) => {
      if (PAGE_NUMBER.test(line.text)) return true
      // "Chapter 1" in large letters at the top of a page is no running head.
      return line.size > body * LARGER ? count(keyOf(line)) > FEWEST_PAGES : count(maskedKeyOf(line)) >= FEWEST_PAGES
    }),
  )
  return lines.filter((line) => !dropped.has(line) && !LEADER.test(line.text))
}

/** A head that stands over two pages runs. */
const FEWEST_PAGES = 2

/** Lines at the top and the bottom of a page among which furniture is looked for. */
const EDGE = 3

function edgesOf(lines: readonly Line[]): readonly Line[] {
  const down = lines.toSorted((one, other) => one.y - other.y)
  return [...new Set([...down.slice(0, EDGE), ...down.slice(-EDGE)])]
}

const LARGER = 1.08

/** The same words at the same place. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text}`
}

/** The same, whatever the number of the page. */
function maskedKeyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').replace(/\b[ivxlc]+$/i, '#')}`
}

const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:p(?:age|\.)?|s(?:eite|\.)?)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|sur|de)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i

/** A line of a table of contents: dots that lead to the number of a page. */
const LEADER = /(?:[.·…]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?$/i
