import type { Element, Nodes } from 'hast'
import type { Paragraph, Text } from 'mdast'
import { phraseOf } from '../passages.ts'
import type { Words } from '../piece.ts'
import type { Source } from '../source.ts'
import { sourceOffsets } from '../source-offsets.ts'
import { wordsOf } from '../words.ts'

/** Returns the words of an element with their positions. */
export function wordsIn(element: Element, source: Source): Words {
  const paragraph: Paragraph = { type: 'paragraph', children: textsIn(element), position: element.position }
  return phraseOf(paragraph, source)
}

function textsIn(node: Nodes): Text[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value, position: node.position }]
  return 'children' in node ? node.children.flatMap(textsIn) : []
}

/**
 * Returns the words of `text` with their positions in `element`, which contains them. If the element is empty, `text`
 * must be the value of an attribute, and its position is the start of the element.
 */
export function locateWords(text: string, element: Element | undefined, source: Source): Words {
  if (!element?.position) return { text, anchors: [] }
  const { start, end } = element.position
  const from = start.offset ?? 0
  if (from === end.offset)
    return {
      text,
      anchors: [{ offset: 0, point: { line: start.line, column: start.column } }],
      position: element.position,
    }
  const offsets = sourceOffsets(text, source.text, [from, end.offset ?? from])
  return { ...wordsOf([{ value: text, offsets }], source), position: element.position }
}
