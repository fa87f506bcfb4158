// Separates a site generator's front matter from the HTML of the page below it.

import { VFile } from 'vfile'
import type { FrontMatter } from '../../model/article.ts'
import { headOf } from '../front-matter/front-matter-head.ts'
import { splitFrontMatter } from '../front-matter/split-front-matter.ts'
import { normaliseText } from '../normalise-text.ts'
import type { ArticleHead } from '../piece.ts'

export interface SplitPage {
  /** The page, with empty lines in place of its front matter. */
  readonly html: string
  readonly frontMatter?: FrontMatter | undefined
  readonly head: ArticleHead
}

/**
 * Splits off the front matter that Jekyll and other site generators put above a page. A message reports a syntax error.
 */
export function splitPage(html: string, file: VFile): SplitPage {
  if (!MARK.test(html)) return { html, head: {} }
  // Problems with the characters are reported when the page is parsed.
  const source = normaliseText(html, { isCut: false, file: new VFile() })
  const split = splitFrontMatter(source, file)
  if (split === undefined) return { html, head: {} }
  const { frontMatter, rest } = split
  const [blank = ''] = /^\s*\n/.exec(rest.text) ?? []
  const lines = blank.split('\n').length - 1
  return {
    html:
      '\n'.repeat(lines) +
      html
        .split(/(?<=\n)/)
        .slice(lines)
        .join(''),
    frontMatter,
    head: headOf(frontMatter, source),
  }
}

const MARK = /^\s*(?:---|\+\+\+)/
