// Rewrites elements of OpenDocument text documents that Pandoc ignores or misreads, so that it reads them.

import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { measure } from '../docx/cut-xml.ts'
import { LIMITS } from '../limits.ts'
import type { OdtStyle } from './odt-styles.ts'
import { paragraphsIn, textIn } from './odt-text.ts'
import { MARKS, withoutMarks } from './paragraph-marks.ts'

/** The rewritten content of a document, and the text of its paragraphs, all of which should be read. */
export interface RewrittenContent {
  readonly xml: string
  readonly paragraphs: readonly string[]
}

/**
 * Rewrites the content: sections, text boxes and covered cells become elements that Pandoc reads; headings are taken
 * out of lists; and hidden text, comments and tables of contents are removed, as they are from Word files. Content
 * that is damaged, too long or too deep is returned as it is.
 */
export function rewriteContent(content: string, styleOf: (name: string) => OdtStyle): RewrittenContent {
  const { depth, cutPoint } = measure(content, LIMITS.wordElements)
  const root = depth > LIMITS.wordNesting || cutPoint ? undefined : parse(content)
  if (!root) return { xml: content, paragraphs: [] }
  const rewrite = (element: Element): readonly ElementContent[] => {
    const children = element.children.flatMap(rewriteNode)
    return rewriteElement({ ...element, children }, styleOf(attributeOf(element, 'text:style-name')))
  }
  const rewriteNode = (node: ElementContent): readonly ElementContent[] =>
    node.type === 'element' ? rewrite(node) : [node]
  const children = root.children.flatMap((child): Root['children'] =>
    child.type === 'element' ? [...rewrite(child)] : [child],
  )
  const rewritten: Root = { ...root, children }
  const xml = toXml(rewritten).replace('</office:automatic-styles>', `${BOLD_STYLE}$&`)
  return { xml, paragraphs: paragraphsIn(rewritten) }
}

function parse(content: string): Root | undefined {
  try {
    return fromXml(withoutMarks(content))
  } catch {
    return undefined
  }
}

function rewriteElement(element: Element, style: OdtStyle): readonly ElementContent[] {
  const { name, children } = element
  if (REMOVED.has(name) || attributeOf(element, 'text:display') === 'none') return []
  if (UNWRAPPED.has(name) || FIELD.test(name)) return children
  if (TEXT.has(name) && (style.isHidden || style.names.some((each) => CONTENTS_STYLE.test(each)))) return []
  if (name === 'text:p') return withBoxesAfter(withMark(style.isBold ? withBoldText(element) : element, style))
  if (name === 'office:text') return [{ ...element, children: children.flatMap(wrapInParagraph) }]
  if (name === 'text:list') return withHeadingsOutside(element)
  if (name === 'table:covered-table-cell')
    return repeatCell({ ...element, name: 'table:table-cell', children: [EMPTY] })
  return name === 'table:table-cell' ? repeatCell(element) : [element]
}

const REMOVED: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:alphabetical-index',
  'text:hidden-text',
  'text:illustration-index',
  'text:object-index',
  'text:table-index',
  'text:table-of-content',
  'text:tracked-changes',
  'text:user-index',
])
const UNWRAPPED: ReadonlySet<string> = new Set(['text:section', 'table:table-header-rows', 'table:table-rows'])

/** Fields, such as the number of a figure, whose text Pandoc leaves out. */
const FIELD =
  /^text:(?:sequence|(?:author|sender|user|database|modification|creation|initial|print|printed|page|chapter|file|template|word|paragraph|table|image|character|document)\b[\w-]*|title|subject|description|keywords|date|time|creator|placeholder|expression|variable-\w+|sequence-ref|drop-down|meta(?:-field)?|conditional-text)$/

const TEXT: ReadonlySet<string> = new Set(['text:span', 'text:p', 'text:h'])

/** The styles of the lines in a typed table of contents. */
const CONTENTS_STYLE = /^Contents_20_(?:Heading|\d+)$/

const BOLD = 'lectern-bold'
const BOLD_STYLE = `<style:style style:name="${BOLD}" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`

/** Puts a paragraph's text into a bold span, because Pandoc ignores paragraph styles that are bold. */
function withBoldText(paragraph: Element): Element {
  if (paragraph.children.length === 0) return paragraph
  return { ...paragraph, children: [elementOf('text:span', { 'text:style-name': BOLD }, paragraph.children)] }
}

function withMark(paragraph: Element, { names }: OdtStyle): Element {
  const [, mark] = MARKED_STYLES.find(([style]) => names.some((name) => style.test(name))) ?? []
  if (mark === undefined || paragraph.children.length === 0) return paragraph
  return { ...paragraph, children: [{ type: 'text', value: mark }, ...paragraph.children] }
}

/** Styles that Pandoc ignores; they are carried over as marks. */
const MARKED_STYLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:Quotations|(?:Intense_20_)?Quote)$/, MARKS.quotation],
  [/^caption$/i, MARKS.caption],
]

/**
 * Moves floating pictures below the paragraph that contains them, and likewise text boxes and shapes with text, which
 * Pandoc would leave out.
 */
function withBoxesAfter(paragraph: Element): readonly ElementContent[] {
  const { boxes, rest } = takeBoxes(paragraph.children)
  if (boxes.length === 0) return [paragraph]
  return rest.some(hasContent) ? [{ ...paragraph, children: rest }, ...boxes] : boxes
}

interface TakenBoxes {
  readonly boxes: ElementContent[]
  readonly rest: ElementContent[]
}

function takeBoxes(children: readonly ElementContent[]): TakenBoxes {
  const boxes: ElementContent[] = []
  const rest = children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element' || child.name === 'text:note') return [child]
    const paragraphs = isFloatingPicture(child) ? [elementOf('text:p', {}, [child])] : paragraphsOf(child)
    if (paragraphs.length > 0) {
      boxes.push(...paragraphs)
      return []
    }
    const inner = takeBoxes(child.children)
    boxes.push(...inner.boxes)
    return [{ ...child, children: inner.rest }]
  })
  return { boxes, rest }
}

function isFloatingPicture(frame: Element): boolean {
  return (
    frame.name === 'draw:frame' &&
    attributeOf(frame, 'text:anchor-type') !== 'as-char' &&
    frame.children.some((child) => isNamed(child, 'draw:image'))
  )
}

/**
 * Returns the paragraphs of a text box or a shape. None are returned for a box with a picture, because Pandoc reads it
 * as a figure.
 */
function paragraphsOf({ name, children }: Element): readonly ElementContent[] {
  if (!name.startsWith('draw:')) return []
  const [box] = children.filter((child) => child.type === 'element' && child.name === 'draw:text-box')
  const paragraphs = box?.type === 'element' ? box.children : children.filter((child) => isNamed(child, 'text:p'))
  return paragraphs.some((each) => contains(each, 'draw:image')) ? [] : paragraphs
}

/** Wraps an object in a paragraph if it is anchored to a page and so is outside all paragraphs. */
function wrapInParagraph(child: ElementContent): readonly ElementContent[] {
  if (child.type !== 'element' || !child.name.startsWith('draw:')) return [child]
  return withBoxesAfter(elementOf('text:p', {}, [child]))
}

/** Takes headings out of a list: LibreOffice writes numbered headings as items. */
function withHeadingsOutside(list: Element): readonly ElementContent[] {
  if (!contains(list, 'text:h')) return [list]
  const blocks: ElementContent[] = []
  let items: ElementContent[] = []
  const endList = () => {
    if (items.some(hasContent)) blocks.push({ ...list, children: items })
    items = []
  }
  for (const item of list.children) {
    if (item.type !== 'element') continue
    const headingCount = item.children.findLastIndex((child) => isNamed(child, 'text:h')) + 1
    if (headingCount > 0) endList()
    blocks.push(...item.children.slice(0, headingCount))
    const rest = item.children.slice(headingCount)
    if (headingCount > 0 && rest.every((child) => isNamed(child, 'text:list'))) blocks.push(...rest)
    else items.push({ ...item, children: rest })
  }
  endList()
  return blocks
}

/** Repeats a cell for each column that it stands for. */
function repeatCell(cell: Element): readonly ElementContent[] {
  const count = Number(attributeOf(cell, 'table:number-columns-repeated') || 1)
  return Array.from({ length: Math.min(count, MAX_REPEATED_CELLS) }, () => cell)
}

const MAX_REPEATED_CELLS = 20

const EMPTY: Element = elementOf('text:p', {}, [])

function elementOf(name: string, attributes: Element['attributes'], children: ElementContent[]): Element {
  return { type: 'element', name, attributes, children }
}

function attributeOf({ attributes }: Element, name: string): string {
  return attributes[name] ?? ''
}

function isNamed(node: ElementContent, name: string): boolean {
  return node.type === 'element' && node.name === name
}

function contains(node: ElementContent, name: string): boolean {
  return node.type === 'element' && (node.name === name || node.children.some((child) => contains(child, name)))
}

function hasContent(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : contains(node, 'draw:image') || textIn(node).trim() !== ''
}
