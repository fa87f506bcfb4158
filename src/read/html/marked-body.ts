// Uses the element that a page marks as the body of its article.

import type { Element, Root } from 'hast'
import { wordSet } from '../../util/word-set.ts'
import { articleNodes } from './article-nodes.ts'
import { attributeOf, findElements, isBlock, lettersOf, lineOf, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

type Test = (element: Element) => boolean

/**
 * Returns the element that a page marks as the body of its article, in the vocabulary of schema.org or of microformats,
 * if the content that Readability found lacks much of it. Otherwise returns that content.
 */
export function orMarkedBody(found: Root, { elements }: WebPage, isExcluded: Test): Root {
  const [body] = [isArticleBody, isEntryContent]
    .map((isMarked) => elements.filter(isMarked))
    .flatMap((marked) => (marked.length === 1 ? marked : []))
  if (!body) return found
  const marked: Root = { type: 'root', children: articleNodes([body], isExcluded) }
  const foundTexts = new Set(findElements(found, isTextBlock).map(lettersOf))
  const paragraphs = findElements(marked, isTextBlock).filter(isLong)
  const missing = paragraphs.filter((paragraph) => !foundTexts.has(lettersOf(paragraph)))
  return lengthOf(missing) > lengthOf(paragraphs) * MAX_MISSING ? marked : found
}

/** The fraction of the marked text that may be missing. Readability may have good reasons to leave out a box. */
const MAX_MISSING = 0.3

function isArticleBody(element: Element): boolean {
  return /(?:^|\s)articleBody(?:\s|$)/.test(attributeOf(element, 'itemProp'))
}

function isEntryContent(element: Element): boolean {
  return /(?:^|\s)(?:e|entry)-content(?:\s|$)/.test(namesOf(element))
}

function isTextBlock(element: Element): boolean {
  return TEXT_TAGS.has(element.tagName) && !element.children.some(isBlock)
}

const TEXT_TAGS: ReadonlySet<string> = wordSet('blockquote dd div h2 h3 h4 h5 h6 li p pre td th')

function isLong(block: Element): boolean {
  return lineOf(block).length >= MIN_LENGTH
}

/** In characters. Shorter blocks may be credits or labels. */
const MIN_LENGTH = 60

function lengthOf(blocks: readonly Element[]): number {
  return blocks.reduce((sum, block) => sum + lineOf(block).length, 0)
}
