import type { BlockContent, DefinitionContent } from 'mdast'

type Content = BlockContent | DefinitionContent

/** The content of a quotation without the mark that makes it an alert, such as `[!NOTE]`. */
export function withoutAlertMark([first, ...rest]: readonly Content[]): readonly Content[] {
  if (!first) return []
  if (first.type !== 'paragraph') return [first, ...rest]
  const [text, ...others] = first.children
  const [mark] = (text?.type === 'text' && MARK.exec(text.value)) || []
  if (!mark || text?.type !== 'text' || !text.position) return [first, ...rest]
  const { start, end } = text.position
  const moved = { ...start, column: start.column + mark.length, offset: (start.offset ?? 0) + mark.length }
  const value = text.value.slice(mark.length).trimStart()
  return [{ ...first, children: [{ ...text, value, position: { start: moved, end } }, ...others] }, ...rest]
}

const MARK = /^\[![A-Za-z]+\][+-]?/
