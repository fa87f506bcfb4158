import type { RootContent } from 'mdast'
import { passagesOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { ParsedSlide } from './parse-slides.ts'

/** Returns the text of a displayed formula, which is its TeX. */
export function mathWords(node: RootContent, parsed: ParsedSlide): Words {
  return passagesOf(node, parsed.source)[0] ?? { text: '', anchors: [] }
}
