import type { Edit } from '../../read/edit-source.ts'
import { type DeckLine, replaceLine } from './deck-lines.ts'

/**
 * Rewrites side-by-side HTML boxes as the columns of a deck file. In the source, `<div class="columns">` encloses a
 * `<div>` for each box, and every tag is on a separate line. Boxes that are not closed, or that have text between them,
 * stay as they are.
 */
export function htmlColumns(lines: readonly DeckLine[]): readonly Edit[] {
  const edits: Edit[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.isCode || !CONTAINER.test(line.text)) continue
    const container = containerAt(lines, index)
    if (container === null) continue
    edits.push(...container.edits)
    index = container.end
  }
  return edits
}

/** An opening tag with a class or a style that puts boxes side by side, or with Slidev's attribute for that. */
const CONTAINER =
  /^\s*<div\b(?=[^<>]*(?:\bclass=["'][^"'<>]*\b(?:columns|row|grid|flex|r-hstack)\b|\sgrid=["']|display:\s*(?:flex|grid)\b))[^<>]*>\s*$/i
const OPENING_TAG = /^\s*<div\b[^<>]*>\s*$/i
const CLOSING_TAG = /^\s*<\/div>\s*$/i

function containerAt(
  lines: readonly DeckLine[],
  start: number,
): { readonly edits: readonly Edit[]; readonly end: number } | null {
  const edits: Edit[] = []
  let depth = 0
  let columnCount = 0
  for (const [offset, line] of lines.slice(start).entries()) {
    if (line.isCode) continue
    if (/^---+\s*$/.test(line.text)) return null
    if (OPENING_TAG.test(line.text)) {
      depth += 1
      columnCount += Number(depth === 2)
      edits.push(replaceLine(line, OPENING[depth] ?? ''))
    } else if (CLOSING_TAG.test(line.text)) {
      edits.push(replaceLine(line, CLOSING[depth] ?? ''))
      depth -= 1
      if (depth === 0) return columnCount > 1 ? { edits, end: start + offset } : null
    } else if (depth === 1 && line.text.trim() !== '') return null
  }
  return null
}

/** The fences for a container and its columns, by depth; boxes inside a column have none. */
const OPENING: Readonly<Record<number, string>> = { 1: '\n:::::columns\n', 2: '\n::::column\n' }
const CLOSING: Readonly<Record<number, string>> = { 1: '\n:::::\n', 2: '\n::::\n' }
