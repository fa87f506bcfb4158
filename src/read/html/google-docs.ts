// Reads documents of Google Docs that were saved as web pages.

import type { Element, ElementContent, Root } from 'hast'
import type { ExtractedArticle } from './extract-article.ts'
import { attributeOf, findElement, lineOf, namesOf, replaceElements } from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Returns the document in a page that Google Docs saved; null for any other page. The whole page except comments
 * belongs to the document. Google Docs saves the title as a paragraph, and each level of a list as a separate list.
 */
export function googleDocument({ root, elements }: WebPage): ExtractedArticle | null {
  if (!elements.some((element) => LIST_CLASS.test(namesOf(element)) || /\bdoc-content\b/.test(namesOf(element))))
    return null
  const body = findElement(root, ({ tagName }) => tagName === 'body')
  const title = elements.find((element) => element.tagName === 'p' && /(?:^| )title(?: |$)/.test(namesOf(element)))
  const content = replaceElements({ type: 'root', children: body?.children ?? root.children }, (element) => {
    if (isComment(element)) return []
    return [{ ...withoutRedirect(element), children: nestLists(element.children) }]
  })
  return {
    content: { type: 'root', children: nestLists(content.children) } satisfies Root,
    title: title && lineOf(title),
    byline: undefined,
    site: undefined,
    published: undefined,
    direction: undefined,
  }
}

/** The class of a list: its id, and its level from 0. */
const LIST_CLASS = /(?:^| )lst-kix_(\w+)-(\d)(?: |$)/

/** Whether an element is a comment below the document, or the mark of one in the text. */
function isComment({ tagName, children }: Element): boolean {
  if (tagName !== 'div' && tagName !== 'sup') return false
  const link = findElement({ type: 'root', children }, (element) => element.tagName === 'a')
  return link !== undefined && /^cmnt(?:_ref)?\d+$/.test(attributeOf(link, 'id'))
}

/** Replaces Google's redirect in a link with the address to which it leads. */
function withoutRedirect(element: Element): Element {
  const address = element.tagName === 'a' ? attributeOf(element, 'href') : ''
  if (!/^https:\/\/www\.google\.com\/url\?/.test(address) || !URL.canParse(address)) return element
  const target = new URL(address).searchParams.get('q')
  return target === null ? element : { ...element, properties: { ...element.properties, href: target } }
}

/** Puts each list of a deeper level into the last item above it, and joins the lists before and after it. */
function nestLists<T extends Root['children'][number]>(children: readonly T[]): T[] {
  const nested: T[] = []
  for (const child of children) {
    const last = nested.findLast((each) => each.type !== 'text' || each.value.trim() !== '')
    if (!isList(child) || last === undefined || !isList(last) || !isAfter(child, last)) nested.push(child)
    else {
      const index = nested.lastIndexOf(last)
      nested.splice(index, nested.length - index, joinLists(last, child) as T & Element)
    }
  }
  return nested
}

function isList(node: Root['children'][number]): node is Element & typeof node {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol') && LIST_CLASS.test(namesOf(node))
}

/** Whether a list continues the one before it: it is deeper, or is a further part of the same list. */
function isAfter(list: Element, before: Element): boolean {
  return levelOf(list) > levelOf(before) || (levelOf(list) === levelOf(before) && !namesOf(list).includes('start'))
}

function levelOf(list: Element): number {
  return Number(LIST_CLASS.exec(namesOf(list))?.[2] ?? 0)
}

function joinLists(list: Element, next: Element): Element {
  if (levelOf(next) <= levelOf(list)) return { ...list, children: [...list.children, ...next.children] }
  const index = list.children.findLastIndex((child) => child.type === 'element' && child.tagName === 'li')
  const item = list.children[index]
  if (item?.type !== 'element') return { ...list, children: [...list.children, ...next.children] }
  const children: ElementContent[] = nestLists([...item.children, next])
  return { ...list, children: list.children.with(index, { ...item, children }) }
}
