// Converts our HTML tree to a DOM for Readability, and the result back.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { rangeOf } from '../../model/source-position.ts'
import { isCaption, isFigureLike } from './figures.ts'
import { hasIdFromHeading } from './id-from-heading.ts'
import { ATTRIBUTES } from './tags.ts'
import { textFinder } from './text-finder.ts'
import { HEADING_TAG, isBlock } from './tree.ts'
import type { WebPage } from './web-page.ts'
import { isWrapper } from './wrappers.ts'

/** The members of DOM nodes that are used here. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: Iterable<DomNode>
  appendChild(child: DomNode): unknown
}

export interface DomElement extends DomNode {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
  createElement(name: string): DomElement
  createTextNode(value: string): DomNode
}

/**
 * Fills an empty document with a page, except for the elements for which `isExcluded` is true. The attribute
 * `data-index` holds the index of each element in `page.elements`.
 */
export function fillDocument(document: DomDocument, page: WebPage, isExcluded: (element: Element) => boolean): void {
  const { root, elements } = page
  const indexes = new Map(elements.map((element, index) => [element, index]))
  const setAttributes = (node: DomElement, element: Element, excluded: ReadonlySet<string> = NO_ATTRIBUTES): void => {
    const index = indexes.get(element)
    if (index !== undefined) node.setAttribute(INDEX_ATTRIBUTE, String(index))
    for (const [property, value] of Object.entries(element.properties)) {
      const name = ATTRIBUTES.get(property)
      if (name && !excluded.has(name)) node.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value))
    }
  }
  const appendChildren = (children: readonly RootContent[], parent: DomNode, isInHeading = false): void => {
    for (const child of children) {
      if (child.type === 'text') parent.appendChild(document.createTextNode(child.value))
      if (child.type !== 'element' || isExcluded(child)) continue
      const existing = EXISTING_ELEMENTS[child.tagName]
      if (existing) {
        setAttributes(document[existing], child)
        // As in browsers, nodes that a head cannot contain go into the body.
        const content = existing === 'head' ? child.children.filter((each) => !isIgnoredInHead(each)) : child.children
        appendChildren(content, document.body)
        continue
      }
      if (isWrapper(child, isExcluded)) {
        appendChildren(child.children, parent)
        continue
      }
      const tagName = tagFor(child)
      const node = document.createElement(TAG_NAME.test(tagName) ? tagName : 'span')
      const isHeading = isInHeading || HEADING_TAG.test(child.tagName)
      setAttributes(node, child, isHeading ? CLASS_AND_ID : hasIdFromHeading(child) ? ID : NO_ATTRIBUTES)
      appendChildren(child.children, node, isHeading)
      if (HEAD_TAGS.has(child.tagName)) document.head.appendChild(node)
      else parent.appendChild(node)
    }
  }
  appendChildren(root.children, document.body)
}

/** Returns the tag that keeps Readability from removing an element, or from replacing it with its content. */
function tagFor(element: Element): string {
  if (isFigureLike(element)) return 'figure'
  return isCaption(element) && element.tagName === 'div' && !element.children.some(isBlock) ? 'p' : element.tagName
}

const INDEX_ATTRIBUTE = 'data-index'

/**
 * Attributes that are withheld from Readability where they may come from a heading: a section "Related work" is not a
 * list of related articles.
 */
const CLASS_AND_ID: ReadonlySet<string> = new Set(['class', 'id'])
const ID: ReadonlySet<string> = new Set(['id'])
const NO_ATTRIBUTES: ReadonlySet<string> = new Set()

const TAG_NAME = /^[a-z][a-z0-9-]*$/

/** Elements that a new document already has, and the properties of the document that refer to them. */
const EXISTING_ELEMENTS: Readonly<Record<string, 'documentElement' | 'head' | 'body' | undefined>> = {
  html: 'documentElement',
  head: 'head',
  body: 'body',
}

/** Whether a node of the head neither belongs to the article nor describes it. */
function isIgnoredInHead(node: ElementContent): boolean {
  return node.type === 'element' && IGNORED_IN_HEAD.has(node.tagName)
}

const IGNORED_IN_HEAD: ReadonlySet<string> = new Set(['base', 'link', 'noscript'])

const HEAD_TAGS: ReadonlySet<string> = new Set(['title', 'meta', 'script'])

/** Converts the content that Readability found to our tree, and gives every text node its position in the page. */
export function treeFrom(part: DomNode, page: WebPage): Root {
  const find = textFinder(page.texts)
  const childrenOf = (node: DomNode, container: Element | undefined): ElementContent[] => {
    return [...node.childNodes].flatMap((child): ElementContent[] => {
      if (isText(child)) {
        const value = child.nodeValue ?? ''
        return [{ type: 'text', value, position: find(value, container?.position) }]
      }
      return isElement(child) ? [elementOf(child, container)] : []
    })
  }
  const elementOf = (element: DomElement, container: Element | undefined): Element => {
    const original = page.elements[Number(element.getAttribute(INDEX_ATTRIBUTE) ?? Number.NaN)]
    const children = childrenOf(element, original ?? container)
    const src = element.getAttribute('src')
    return {
      type: 'element',
      tagName: original?.tagName === 'h1' ? 'h1' : element.localName,
      properties: { ...original?.properties, ...(src === null ? {} : { src }) },
      children,
      position: original?.position ?? rangeOf(children),
    }
  }
  return { type: 'root', children: childrenOf(part, undefined) }
}

const ELEMENT = 1
const TEXT = 3

function isText({ nodeType }: DomNode): boolean {
  return nodeType === TEXT
}

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}
