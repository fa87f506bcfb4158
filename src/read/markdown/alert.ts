import type { BlockContent, DefinitionContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { withoutStart } from './start.ts'

type Content = BlockContent | DefinitionContent

/** The content of a quotation without the mark that makes it an alert: `[!NOTE]`, or `**Note**` on a line of its own. */
export function withoutAlertMark([first, ...rest]: readonly Content[]): readonly Content[] {
  if (!first) return []
  if (first.type !== 'paragraph') return [first, ...rest]
  const [text, ...others] = first.children
  const [next, ...after] = others
  if (text?.type === 'strong' && next?.type === 'text' && LABEL.test(wordsOf(text)) && next.value.startsWith('\n'))
    return [{ ...first, children: [withoutStart(next, 1), ...after] }, ...rest]
  const [mark] = (text?.type === 'text' && MARK.exec(text.value)) || []
  if (!mark || text?.type !== 'text') return [first, ...rest]
  const unmarked = withoutStart(text, mark.length)
  return [{ ...first, children: [{ ...unmarked, value: unmarked.value.trimStart() }, ...others] }, ...rest]
}

const LABEL = /^(?:caution|important|note|tip|warning)$/i
const MARK = /^\[![A-Za-z]+\][+-]?/
