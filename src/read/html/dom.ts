// Converts our HTML tree to a DOM for Readability, and the result back.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Position } from 'unist'
import { hasIdFromHeading } from './id-from-heading.ts'
import { ATTRIBUTES } from './tags.ts'
import { textFinder } from './text-finder.ts'
import { HEADING } from './tree.ts'
import type { WebPage } from './web-page.ts'

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
 * Fills an empty document with a page, without the elements that `isLeftOut` names. The attribute `data-at` holds the
 * index of each element in `page.elements`.
 */
export function fillDocument(document: DomDocument, page: WebPage, isLeftOut: (element: Element) => boolean): void {
  const { root, elements } = page
  const indexes = new Map(elements.map((element, index) => [element, index]))
  const attribute = (node: DomElement, element: Element, without: ReadonlySet<string> = NONE): void => {
    const index = indexes.get(element)
    if (index !== undefined) node.setAttribute(INDEX, String(index))
    for (const [property, value] of Object.entries(element.properties)) {
      const name = ATTRIBUTES.get(property)
      if (name && !without.has(name)) node.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value))
    }
  }
  const add = (children: readonly RootContent[], parent: DomNode, isInHeading = false): void => {
    for (const child of children) {
      if (child.type === 'text') parent.appendChild(document.createTextNode(child.value))
      if (child.type !== 'element' || isLeftOut(child)) continue
      const whole = WHOLE[child.tagName]
      if (whole) {
        attribute(document[whole], child)
        // As in browsers, what a head cannot contain belongs to the body.
        const children = whole === 'head' ? child.children.filter((each) => !isDropped(each)) : child.children
        add(children, document.body)
        continue
      }
      const node = document.createElement(NAME.test(child.tagName) ? child.tagName : 'span')
      const isHeading = isInHeading || HEADING.test(child.tagName)
      attribute(node, child, isHeading ? NAMES : hasIdFromHeading(child) ? ID : NONE)
      add(child.children, node, isHeading)
      if (HEAD_TAGS.has(child.tagName)) document.head.appendChild(node)
      else parent.appendChild(node)
    }
  }
  add(root.children, document.body)
}

const INDEX = 'data-at'

/**
 * Attributes that are kept from Readability where they may come from a heading: a section "Related work" is not a list
 * of related articles.
 */
const NAMES: ReadonlySet<string> = new Set(['class', 'id'])
const ID: ReadonlySet<string> = new Set(['id'])
const NONE: ReadonlySet<string> = new Set()

const NAME = /^[a-z][a-z0-9-]*$/

/** Elements that a document has already, by the names of its properties for them. */
const WHOLE: Readonly<Record<string, 'documentElement' | 'head' | 'body' | undefined>> = {
  html: 'documentElement',
  head: 'head',
  body: 'body',
}

/** Whether a node of the head is no part of the article and says nothing about it. */
function isDropped(node: ElementContent): boolean {
  return node.type === 'element' && DROPPED.has(node.tagName)
}

const DROPPED: ReadonlySet<string> = new Set(['base', 'link', 'noscript'])

const HEAD_TAGS: ReadonlySet<string> = new Set(['title', 'meta', 'script'])

/** Converts what Readability has left back to our tree, and gives every text its place in the page. */
export function treeFrom(part: DomNode, page: WebPage): Root {
  const find = textFinder(page.texts)
  const take = (node: DomNode, within: Element | undefined): ElementContent[] => {
    return [...node.childNodes].flatMap((child): ElementContent[] => {
      if (isText(child)) {
        const value = child.nodeValue ?? ''
        return [{ type: 'text', value, position: find(value, within?.position) }]
      }
      return isElement(child) ? [elementOf(child, within)] : []
    })
  }
  const elementOf = (element: DomElement, within: Element | undefined): Element => {
    const own = page.elements[Number(element.getAttribute(INDEX) ?? Number.NaN)]
    const children = take(element, own ?? within)
    const src = element.getAttribute('src')
    return {
      type: 'element',
      tagName: own?.tagName === 'h1' ? 'h1' : element.localName,
      properties: { ...own?.properties, ...(src === null ? {} : { src }) },
      children,
      position: own?.position ?? around(children),
    }
  }
  return { type: 'root', children: take(part, undefined) }
}

const ELEMENT = 1
const TEXT = 3

function isText({ nodeType }: DomNode): boolean {
  return nodeType === TEXT
}

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

/** Returns the range from the start of the first node to the end of the last. */
function around(nodes: readonly ElementContent[]): Position | undefined {
  const places = nodes.flatMap(({ position }) => position ?? [])
  const [first] = places
  const last = places.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}
