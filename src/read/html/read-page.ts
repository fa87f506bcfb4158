// Reads saved web pages.

import type { ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import type { WebSource } from '../../model/article.ts'
import type { RuleId } from '../../model/message-rules/message-rules.ts'
import { InterruptedError } from '../../util/run-with-time-limit.ts'
import { withBoldHeadings } from '../bold-headings.ts'
import type { Document } from '../document.ts'
import { LIMITS } from '../limits.ts'
import type { Piece } from '../piece.ts'
import { withTimeLimit } from '../time-limit.ts'
import { UnreadableError, unreadableError } from '../unreadable-error.ts'
import { withArchivedPictures } from './archived-pictures.ts'
import { withoutContentsList } from './contents-list.ts'
import { correctElements } from './correct-elements.ts'
import { decodePage } from './decode-page.ts'
import { discardPositions } from './discard-positions.ts'
import { type ExtractedArticle, extractArticle } from './extract-article.ts'
import { googleDocument } from './google-docs.ts'
import { htmlToPieces } from './html-to-pieces.ts'
import { decodeMhtml, isMhtml } from './mhtml.ts'
import { splitPage } from './page-front-matter.ts'
import { withPageHead } from './page-head.ts'
import { languageOfPage } from './page-language.ts'
import { parsePage } from './parse-page.ts'
import { withoutPullQuotes } from './pull-quotes.ts'
import { withoutFurniture } from './remove-furniture.ts'
import { attributeOf, findElement, textOf } from './tree.ts'
import { hostOf, trimPageLines } from './trim-page-lines.ts'
import type { WebPage } from './web-page.ts'

/**
 * Reads the article of a saved web page, without the rest of the page.
 * @throws {UnreadableError} if the page has no text, or reading it takes too long
 */
export async function readPage(bytes: Uint8Array, file: VFile): Promise<Document> {
  const archive = isMhtml(bytes) ? await withTimeLimit(file, 'Reading', () => decodeMhtml(bytes, file)) : undefined
  const { html, frontMatter, head } = splitPage(archive ? archive.html : decodePage(bytes, file), file)
  const page = await withTimeLimit(file, 'Reading', () =>
    archive ? discardPositions(parsePage(html, file)) : parsePage(html, file),
  )
  const article = googleDocument(page) ?? (await findArticle(page, file))
  const { content, pieces } = await withTimeLimit(file, 'Reading', () => {
    const pictured = archive ? withArchivedPictures(article.content, archive) : article.content
    const content = withoutFurniture(correctElements(withoutPullQuotes(withoutContentsList(pictured))))
    return {
      content,
      pieces: withBoldHeadings(trimPageLines(htmlToPieces(content, page.source), hostOf(addressOf(page)), file)),
    }
  })
  if (!pieces.some(hasWords)) throw unreadableError(file, 'empty', reasonForNoText(page, file))
  return {
    pieces: withPageHead(pieces, page, { article, givenHead: head }),
    language: languageOfPage(page, textOf(content)),
    direction: DIRECTIONS[article.direction ?? ''],
    source: sourceOf(page, article),
    frontMatter,
    isDateMetadata: article.published !== undefined || head.date !== undefined,
  }
}

function hasWords(piece: Piece): boolean {
  return piece.type === 'block' ? piece.words.some(({ text }) => text.trim() !== '') : piece.words.text !== ''
}

async function findArticle(page: WebPage, file: VFile): Promise<ExtractedArticle> {
  const report = (reason: string, ruleId: RuleId) =>
    file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId })
  if (!isSearchable(page)) {
    report('The page is too large to search for the article, so all of it is read. Split it.', 'too-long')
    return wholePage(page)
  }
  try {
    return (await extractArticle(page, file)) ?? wholePage(page)
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof InterruptedError) throw error
    report(
      'The article on this page cannot be distinguished from the rest of the page, so everything is read. Save only the article, or edit the deck file.',
      'whole-page',
    )
    return wholePage(page)
  }
}

function isSearchable({ elements, source }: WebPage): boolean {
  if (
    elements.length > LIMITS.searchedElements ||
    (source.text.match(ESCAPED_CHARACTER)?.length ?? 0) > LIMITS.searchedReferences
  )
    return false
  const lengths = elements.map(({ position }) => (position?.end.offset ?? 0) - (position?.start.offset ?? 0))
  return lengths.reduce((sum, length) => sum + length, 0) <= LIMITS.searchedText
}

const ESCAPED_CHARACTER = /[&<>"\u00A0]/g

/** Treats the whole page as the article. */
function wholePage({ root }: WebPage): ExtractedArticle {
  const body = findElement(root, ({ tagName }) => tagName === 'body')
  const title = findElement(root, ({ tagName }) => tagName === 'title')
  return {
    content: { type: 'root', children: [...strayElements(root), ...(body?.children ?? root.children)] },
    title: title && textOf(title).trim(),
    byline: undefined,
    site: undefined,
    published: undefined,
    direction: undefined,
  }
}

/** Lists the nodes in the head of a page that do not belong there and so may be part of the article. */
function strayElements(root: Root): readonly ElementContent[] {
  const head = findElement(root, ({ tagName }) => tagName === 'head')
  const body = findElement(root, ({ tagName }) => tagName === 'body')
  if (head === undefined || body === undefined) return []
  return head.children.filter((child) => child.type !== 'element' || !HEAD_TAGS.has(child.tagName))
}

const HEAD_TAGS: ReadonlySet<string> = new Set(['base', 'link', 'meta', 'noscript', 'script', 'title'])

const DIRECTIONS: Readonly<Record<string, Document['direction']>> = { ltr: 'ltr', rtl: 'rtl' }

/** Returns the address that a page declares as its own; an empty string if it declares none. */
function addressOf({ elements }: WebPage): string {
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical',
  )
  const address = elements.find((element) => attributeOf(element, 'property') === 'og:url')
  return canonical ? attributeOf(canonical, 'href') : address ? attributeOf(address, 'content') : ''
}

/** Returns the web address and the site name that a page declares. A name that is too long to show is left out. */
function sourceOf(page: WebPage, { site }: ExtractedArticle): WebSource | undefined {
  const address = addressOf(page).trim()
  const isAddress = /^https?:\/\/[^\s/]+\S*$/i.test(address)
  const isName = site !== undefined && site.length <= LONGEST_SITE
  return isAddress || isName ? { ...(isName && { site }), ...(isAddress && { address }) } : undefined
}

/** In characters. */
const LONGEST_SITE = 60

function reasonForNoText({ elements }: WebPage, file: VFile): string {
  if (file.messages.some(({ ruleId }) => ruleId === 'too-deep'))
    return 'No text was found in the part of this page that could be read. Save it as plain text.'
  if (elements.some(({ tagName }) => tagName === 'frameset')) {
    return 'This page only arranges other pages in frames. Open the frame with the article in a browser and save that page.'
  }
  return 'This file contains no text, because a script adds it to the page. Open it in a browser, copy the text and save it as plain text.'
}
