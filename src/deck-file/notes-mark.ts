// Reads notes as reveal.js and Remark write them: below a line `Note:` or `???`.

import type { Paragraph, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import type { Edit } from '../read/edit-source.ts'
import { excerptOf } from '../util/excerpt.ts'
import { type DeckLine, linesOf, replaceLine } from './other-tools/deck-lines.ts'
import { slicesOf } from './split-at-rules.ts'

/** Puts everything below a line `Note:` or `???`, up to the end of its slide, into the notes. */
export function notesBelowMarks(text: string): readonly Edit[] {
  const lines = linesOf(text).filter(({ isCode }) => !isCode)
  if (!lines.some((line) => MARK.test(line.text))) return []
  return slicesOf(text).flatMap(({ start, end }): readonly Edit[] => {
    const slideLines = lines.filter((line) => line.start >= start && line.start < end)
    const mark = slideLines.find((line, index) => MARK.test(line.text) && !isInBlock(slideLines.slice(0, index)))
    if (mark === undefined) return []
    return [replaceLine(mark, `\n\n${FENCE}notes\n\n`), { span: [end, end], replacement: `\n\n${FENCE}\n\n` }]
  })
}

/** Whether a block (`:::quote`) is open after these lines. */
function isInBlock(lines: readonly DeckLine[]): boolean {
  const count = (fence: RegExp) => lines.filter(({ text }) => fence.test(text)).length
  return count(/^ {0,3}:{3,}[ \t]*[\w{]/) > count(/^ {0,3}:{3,}[ \t]*$/)
}

const MARK = /^(?:\?{3}|notes?:)[ \t]*$/i

/** A fence longer than any inside the notes. */
const FENCE = ':'.repeat(9)

/**
 * Reports paragraphs of the author that begin like a note of reveal.js. They are shown, because they may be meant for
 * the audience: "Note: prices are without tax." `ownLines` are the lines that Lectern wrote.
 */
export function reportShownNotes(nodes: readonly RootContent[], ownLines: ReadonlySet<string>, file: VFile): void {
  for (const node of nodes.filter(isParagraph)) {
    const text = textOf(node)
    if (!/^notes?:\s/i.test(text) || ownLines.has(text.trim())) continue
    file.message(
      `This slide shows "${excerptOf(text)}". If only you should see it, put it between :::notes and ::: instead.`,
      { place: node.position?.start, source: 'lectern', ruleId: 'slide-block' },
    )
  }
}

function isParagraph(node: RootContent): node is Paragraph {
  return node.type === 'paragraph'
}
