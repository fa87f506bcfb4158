// Parses Markdown with remark.

import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { mathFromMarkdown } from 'mdast-util-math'
import { directive } from 'micromark-extension-directive'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import { mathWithoutPrices } from './math.ts'

/** Parses Markdown to mdast: CommonMark, GFM with footnotes, and math. */
export function parseMarkdown(text: string): Root {
  return remark().use(remarkGfm).use(remarkMathWithoutPrices, text).parse(text)
}

/**
 * Parses Markdown like `parseMarkdown`, and also parses containers between `:::name` and `:::`. Inline directives
 * remain text.
 */
export function parseWithContainers(text: string): Root {
  return remark().use(remarkGfm).use(remarkMathWithoutPrices, text).use(remarkContainers).parse(text)
}

function remarkContainers(this: Processor): void {
  const data = this.data()
  const containers = [directive().flow?.[COLON] ?? []].flat().slice(0, 1)
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow: { [COLON]: containers } }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}

const COLON = 58

function remarkMathWithoutPrices(this: Processor, text: string): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathWithoutPrices(text)]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()]
}
