// Separates the line that names the speaker from the quotation above it.

import type { Paragraph, PhrasingContent, Text } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { isAttribution } from '../grammar/quotation-marks.ts'
import { sliceText } from './slice-text.ts'
import type { Source } from './source.ts'

/** Divides a paragraph of a block quotation before its last line, if that line names the speaker: "-- Ada Marsh". */
export function divideAtSpeaker(paragraph: Paragraph, source: Source): readonly Paragraph[] {
  const { children } = paragraph
  const breakIndex = children.findLastIndex((child) => child.type === 'break' || LAST_LINE.test(wordsIn(child)))
  const child = children[breakIndex]
  if (child?.type !== 'break' && child?.type !== 'text') return [paragraph]
  const [head, tail] = child.type === 'break' ? [[], []] : divideAtLastLine(child, source)
  const before = [...children.slice(0, breakIndex), ...head]
  const after = [...tail, ...children.slice(breakIndex + 1)]
  const isDivided = wordsIn({ ...paragraph, children: before }).trim() !== ''
  return isDivided && isAttribution(wordsIn({ ...paragraph, children: after }).trim())
    ? [before, after].map((part) => ({ ...paragraph, children: part, ...positionOf(part) }))
    : [paragraph]
}

const LAST_LINE = /\n[ \t]*(?=[^\n]*$)/

function divideAtLastLine(text: Text, source: Source): readonly [readonly Text[], readonly Text[]] {
  const { value } = text
  const match = LAST_LINE.exec(value)
  const tailStart = match === null ? 0 : match.index + match[0].length
  return [
    [sliceText(text, [0, match?.index ?? value.length], source)],
    [sliceText(text, [tailStart, value.length], source)],
  ]
}

function positionOf(part: readonly PhrasingContent[]): Pick<Paragraph, 'position'> {
  const start = part.find(({ position }) => position)?.position?.start
  const end = part.findLast(({ position }) => position)?.position?.end
  return start && end ? { position: { start, end } } : {}
}
