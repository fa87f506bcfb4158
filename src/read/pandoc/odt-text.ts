// Checks that all the text of an OpenDocument text document has been read.

import type { VFile } from 'vfile'
import type { Nodes } from 'xast'
import { excerptOf } from '../../util/excerpt.ts'
import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { singleSpaced } from '../../util/single-spaced.ts'

/**
 * Returns the text of each paragraph and heading, all of which should be read. The text is divided at each note,
 * picture or formula in a paragraph.
 */
export function paragraphsIn(node: Nodes): readonly string[] {
  if (!('children' in node)) return []
  const isParagraph = node.type === 'element' && (node.name === 'text:p' || node.name === 'text:h')
  const own = isParagraph ? textIn(node).split(BREAK) : []
  return [...own, ...node.children.flatMap(paragraphsIn)].filter((text) => text.trim() !== '')
}

/** A private-use character in place of anything in a paragraph that is not text. */
const BREAK = '\uE2AF'

/** Returns the text of a node, with `BREAK` in place of notes, pictures and formulas. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type !== 'element') return node.children.map(textIn).join('')
  if (node.name === 'text:s' || node.name === 'text:tab' || node.name === 'text:line-break') return ' '
  return /^(?:draw:|text:(?:note|ruby)$)/.test(node.name) ? BREAK : node.children.map(textIn).join('')
}

/** Reports the paragraphs that contain a sentence missing from `text`, the text that was read. */
export function reportLostText(paragraphs: readonly string[], text: string, file: VFile): void {
  const read = lettersAndDigits(text.normalize('NFKC'))
  const lost = paragraphs.filter((paragraph) =>
    paragraph.split(SENTENCE_END).some((sentence) => !read.includes(lettersAndDigits(sentence.normalize('NFKC')))),
  )
  if (lost.length === 0) return
  const others = lost.length === 1 ? '' : ` and ${lost.length - 1} more`
  const excerpt = excerptOf(singleSpaced(lost[0] ?? '').trim()).replace(/\.$/, '')
  const reason = `Pandoc leaves out "${excerpt}"${others}. Save the document as .docx and use that file.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'left-out' })
}

const SENTENCE_END = /(?<=[.!?。！？]["”’)]?)\s+/u
