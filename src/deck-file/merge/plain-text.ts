import { toString as textOf } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import { singleSpaced } from '../../util/single-spaced.ts'
import { parseSlides } from '../parse-slides.ts'
import { sourceOf } from '../slide-wording.ts'

/** Returns the words of a line of Markdown; empty for a fence or a comment. */
export function plainText(markdown: string): string {
  if (/^(?::::|`{3}|~{3}|\$\$|<!--)/.test(markdown)) return ''
  const nodes = parseSlides(sourceOf(markdown.trim()), new VFile()).flatMap((parsed) => parsed.nodes)
  return singleSpaced(nodes.map((node) => textOf(node)).join(' ')).trim()
}
