import type { BlockContent, DefinitionContent } from 'mdast'
import { withoutStart } from './start.ts'

type Content = BlockContent | DefinitionContent

/** The content of a quotation without the mark that makes it an alert, such as `[!NOTE]`. */
export function withoutAlertMark([first, ...rest]: readonly Content[]): readonly Content[] {
  if (!first) return []
  if (first.type !== 'paragraph') return [first, ...rest]
  const [text, ...others] = first.children
  const [mark] = (text?.type === 'text' && MARK.exec(text.value)) || []
  if (!mark || text?.type !== 'text') return [first, ...rest]
  const unmarked = withoutStart(text, mark.length)
  return [{ ...first, children: [{ ...unmarked, value: unmarked.value.trimStart() }, ...others] }, ...rest]
}

const MARK = /^\[![A-Za-z]+\][+-]?/
