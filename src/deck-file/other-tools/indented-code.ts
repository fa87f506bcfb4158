import type { Edit } from '../../read/edit-source.ts'
import { type DeckLine, linesOf } from './deck-lines.ts'

/** Puts fences around listings that are marked by their indent, so that nothing in them is read as markup. */
export function indentedCode(text: string): readonly Edit[] {
  const lines = linesOf(text)
  const edits: Edit[] = []
  for (let index = 0; index < lines.length; index++) {
    const length = listingLength(lines, index)
    if (length === 0) continue
    const listing = lines.slice(index, index + length)
    const longest = Math.max(2, ...listing.flatMap((line) => (line.text.match(/`+/g) ?? []).map((mark) => mark.length)))
    const fence = '`'.repeat(longest + 1)
    for (const [position, line] of listing.entries()) {
      const [indent = ''] = INDENT.exec(line.text) ?? []
      const opening = position === 0 ? `${fence}\n` : ''
      edits.push({ span: [line.start, line.start + indent.length], replacement: opening })
    }
    const last = listing.at(-1) ?? listing[0]
    const end = last === undefined ? 0 : last.start + last.text.length
    edits.push({ span: [end, end], replacement: `\n${fence}` })
    index += length - 1
  }
  return edits
}

const INDENT = /^(?: {4}| {0,3}\t)/

/** Returns the number of lines of the indented listing that begins at a line; 0 if none does. */
function listingLength(lines: readonly DeckLine[], start: number): number {
  const isBlank = (line: DeckLine | undefined) => line === undefined || line.text.trim() === ''
  const first = lines[start]
  if (!isIndented(first) || !isBlank(lines[start - 1]) || /^\s*<\/?[a-z]/i.test(first?.text ?? '')) return 0
  if (isInList(lines, start)) return 0
  const rest = lines.slice(start)
  const end = rest.findIndex((line) => !isIndented(line) && !isBlank(line))
  const block = rest.slice(0, end < 0 ? undefined : end)
  // The header of a table may be indented, and is directly above a line of hyphens.
  if (end > 0 && !isBlank(block.at(-1))) return 0
  return block.findLastIndex((line) => !isBlank(line)) + 1
}

function isIndented(line: DeckLine | undefined): boolean {
  return line !== undefined && !line.isCode && INDENT.test(line.text) && line.text.trim() !== ''
}

/** Whether the last paragraph that is not indented begins an item, a definition or a footnote, which may be continued. */
function isInList(lines: readonly DeckLine[], start: number): boolean {
  const before = lines.slice(0, start)
  const last = before.findLastIndex(({ text }) => /^\S/.test(text))
  const paragraphStart = before.slice(0, last + 1).findLastIndex(({ text }) => text.trim() === '') + 1
  return before
    .slice(paragraphStart, last + 1)
    .some(({ text }) => /^(?:[-*+:~]|\(?(?:\d+|[a-z]|[ivx]+|#|@[\w-]*)[.)]|\[\^[^\]]+\]:)(?:\s|$)/i.test(text))
}
