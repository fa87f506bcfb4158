// Finds the article in a web page.

import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { withTimeLimit } from '../time-limit.ts'
import { type DomNode, fillDocument, treeFrom } from './dom.ts'
import { furnitureOf } from './remove-furniture.ts'
import type { WebPage } from './web-page.ts'

/** The article found in a page, and the page's metadata. */
export interface Extract {
  readonly content: Root
  readonly title: string | undefined
  readonly byline: string | undefined
  readonly site: string | undefined
  readonly published: string | undefined
  readonly direction: string | undefined
}

/** Finds the article of a page by its prose; undefined if the page has none. */
export async function extract(page: WebPage, file: VFile): Promise<Extract | undefined> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  fillDocument(document, page, furnitureOf(page))
  const charThreshold = isDense(page.source.text) ? SHORT_DENSE_ARTICLE : SHORT_ARTICLE
  const reader = new Readability<DomNode>(document, {
    charThreshold,
    keepClasses: true,
    serializer: (node: DomNode) => node,
  })
  const found = await withTimeLimit(file, 'Reading', () => reader.parse())
  if (!found?.content) return undefined
  return {
    content: treeFrom(found.content, page),
    title: found.title?.trim() || undefined,
    byline: found.byline?.trim() || undefined,
    site: found.siteName?.trim() || undefined,
    published: found.publishedTime?.trim() || undefined,
    direction: found.dir ?? undefined,
  }
}

/** In characters: Readability takes a shorter text for the article only if it finds no longer one. */
const SHORT_ARTICLE = 500

/** The same limit for Chinese, Japanese and Korean, which need a third as many characters. */
const SHORT_DENSE_ARTICLE = 170

function isDense(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  return (sample.match(DENSE)?.length ?? 0) > sample.length * DENSE_SHARE
}

const DENSE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu
const DENSE_SHARE = 0.2
const SAMPLE = 20_000
