import type { Root } from 'mdast'
import { mathFromMarkdown } from 'mdast-util-math'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import { guardedMath } from './math.ts'

/** Markdown as mdast: CommonMark, GFM with footnotes, and math. */
export function parseMarkdown(text: string): Root {
  return remark().use(remarkGfm).use(remarkGuardedMath, text).parse(text)
}

function remarkGuardedMath(this: Processor, text: string): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), guardedMath(text)]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()]
}
