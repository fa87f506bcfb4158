import type { Edit } from '../../read/edit-source.ts'
import { fenceFor } from '../../read/markdown/fence.ts'
import { type DeckLine, isBlank, linesOf } from './deck-lines.ts'

/** Puts fences around listings that are marked by their indent, so that nothing in them is read as markup. */
export function indentedCode(text: string): readonly Edit[] {
  return listingsIn(linesOf(text)).flatMap((listing) => {
    const fence = fenceFor(listing.map((line) => line.text).join('\n'))
    const last = listing.at(-1)
    const end = last === undefined ? 0 : last.start + last.text.length
    return [
      ...listing.map((line, index): Edit => {
        const [indent = ''] = INDENT.exec(line.text) ?? []
        return { span: [line.start, line.start + indent.length], replacement: index === 0 ? `${fence}\n` : '' }
      }),
      { span: [end, end] as const, replacement: `\n${fence}` },
    ]
  })
}

const INDENT = /^(?: {4}| {0,3}\t)/

/** Finds indented listings. Indented text below an item, a definition or a footnote continues it. */
function listingsIn(lines: readonly DeckLine[]): readonly (readonly DeckLine[])[] {
  const listings: (readonly DeckLine[])[] = []
  let isInList = false
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    const isBelowBlank = isBlank(lines[index - 1])
    const end = isBelowBlank && !isInList && isIndented(line) ? endOfListing(lines, index) : index
    if (end > index) listings.push(lines.slice(index, end))
    else if (CONTINUED.test(line?.text ?? '')) isInList = true
    else if (isBelowBlank && /^\S/.test(line?.text ?? '')) isInList = false
    index = Math.max(end, index + 1)
  }
  return listings
}

/** The beginning of an item, a definition or a footnote. */
const CONTINUED = /^ {0,3}(?:[-*+:~]|\(?(?:\d+|[a-z]|[ivx]+|#|@[\w-]*)[.)]|\[\^[^\]]+\]:)(?:\s|$)/i

/** Returns the index of the line after a listing; the index of its first line if it is none. */
function endOfListing(lines: readonly DeckLine[], start: number): number {
  if (/^\s*<\/?[a-z]/i.test(lines[start]?.text ?? '')) return start
  let end = start
  let next = start
  while (next < lines.length && (isIndented(lines[next]) || isBlank(lines[next]))) {
    if (!isBlank(lines[next])) end = next + 1
    next += 1
  }
  // The header of a table may be indented, and is directly above a line of hyphens.
  return next < lines.length && next === start + 1 ? start : end
}

function isIndented(line: DeckLine | undefined): boolean {
  return line !== undefined && !line.isCode && INDENT.test(line.text) && !isBlank(line)
}
