// Finds the article in a web page.

import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { withTimeLimit } from '../time-limit.ts'
import { withLead } from './lead.ts'
import { orMarkedBody } from './marked-body.ts'
import { type DomNode, fillDocument, treeFrom } from './readability-dom.ts'
import { furnitureMatcher } from './remove-furniture.ts'
import type { WebPage } from './web-page.ts'

/** The article that was found in a page, and the page's metadata. */
export interface ExtractedArticle {
  readonly content: Root
  readonly title: string | undefined
  readonly byline: string | undefined
  readonly site: string | undefined
  readonly published: string | undefined
  readonly direction: string | undefined
}

/** Finds the article in a page. Returns undefined if Readability finds none. */
export async function extractArticle(page: WebPage, file: VFile): Promise<ExtractedArticle | undefined> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const isFurniture = furnitureMatcher(page)
  fillDocument(document, page, isFurniture)
  const charThreshold = isDense(page.source.text) ? SHORT_DENSE_ARTICLE : SHORT_ARTICLE
  const reader = new Readability<DomNode>(document, {
    charThreshold,
    keepClasses: true,
    serializer: (node: DomNode) => node,
  })
  const result = await withTimeLimit(file, 'Reading', () => reader.parse())
  if (!result?.content) return undefined
  return {
    content: withLead(orMarkedBody(treeFrom(result.content, page), page, isFurniture), page, isFurniture),
    title: result.title?.trim() || undefined,
    byline: result.byline?.trim() || undefined,
    site: result.siteName?.trim() || undefined,
    published: result.publishedTime?.trim() || undefined,
    direction: result.dir ?? undefined,
  }
}

/** In characters. Readability accepts a shorter article only if it cannot find a longer one. */
const SHORT_ARTICLE = 500

/** The same for Chinese, Japanese and Korean, which need a third as many characters. */
const SHORT_DENSE_ARTICLE = 170

/** Whether text is in a script in which one character conveys as much as several Latin letters. */
function isDense(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH)
  return (sample.match(DENSE_SCRIPT)?.length ?? 0) > sample.length * MIN_DENSE_FRACTION
}

const DENSE_SCRIPT = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu
const MIN_DENSE_FRACTION = 0.2
/** In characters. */
const SAMPLE_LENGTH = 20_000
