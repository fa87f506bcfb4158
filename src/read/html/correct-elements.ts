// Corrects HTML elements that pages misuse.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { wordSet } from '../../util/word-set.ts'
import { isCaption } from './figures.ts'
import { markFootnotes } from './footnotes.ts'
import { joinLists } from './join-lists.ts'
import { isGutter, withoutLineNumbers } from './line-numbers.ts'
import { divideParallelRows } from './parallel-rows.ts'
import { figuresOfPictureTable } from './picture-tables.ts'
import { wrapStrayWords } from './stray-words.ts'
import { separateCaptions } from './table-captions.ts'
import { joinHeaderRows, rowsOf } from './table-headers.ts'
import { findElement, HEADING_TAG, isBlock, lineOf, namePattern, namesOf, replaceElements } from './tree.ts'

/**
 * Corrects elements that pages misuse, such as layout tables, bylines in headings and blocks inside phrasing elements.
 */
export function correctElements(content: Root): Root {
  const corrected = replaceElements(withoutLineNumbers(markFootnotes(content)), (original) => {
    const element = wrapStrayWords({
      ...original,
      children: joinLists(withFigures(withoutFallbacks(original.children))),
    })
    const figures = element.tagName === 'table' && figuresOfPictureTable(rowsOf(element).map(cellsOf))
    if (figures) return figures
    if (element.tagName === 'table')
      return isLayoutTable(element)
        ? contentOfLayoutTable(element)
        : separateCaptions(element).map((part) =>
            part.tagName === 'table' ? withPhrasingCells(divideParallelRows(joinHeaderRows(part))) : part,
          )
    if (HEADING_TAG.test(element.tagName) && CREDIT_CLASS.test(namesOf(element))) return [{ ...element, tagName: 'p' }]
    if (HEADING_TAG.test(element.tagName))
      return [{ ...element, children: element.children.filter((child) => !isPermalink(child)) }]
    if (PHRASING_TAGS.has(element.tagName) && element.children.some(isBlock)) return [{ ...element, tagName: 'div' }]
    if (element.tagName === 'div') return [withoutStrayCells(withWrapperLanguage(element))]
    return [TABLE_TAGS.has(element.tagName) ? element : withoutStrayCells(element)]
  })
  return withoutStrayCells({ ...corrected, children: joinLists(withFigures(corrected.children)) })
}

/** Class names of author and date lines, which some pages mark up as headings. */
const CREDIT_CLASS = namePattern(
  'byline|dateline|timestamp|date-?time|(?:publish(?:ed)?|publication|posted)-(?:date|on)',
)

/** Turns rows, cells and other parts of a table into `div` elements where they are outside a table. */
function withoutStrayCells<T extends Element | Root>(parent: T): T {
  if (!parent.children.some((child) => child.type === 'element' && CELL_TAGS.has(child.tagName))) return parent
  return {
    ...parent,
    children: parent.children.map((child) =>
      child.type === 'element' && CELL_TAGS.has(child.tagName)
        ? withoutStrayCells({ ...child, tagName: 'div' })
        : child,
    ),
  }
}

const CELL_TAGS: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'])
const TABLE_TAGS: ReadonlySet<string> = new Set(['table', ...CELL_TAGS])

/** Whether a child of a heading is a link without words, such as `¶` or `#`, which only links to the heading. */
function isPermalink(child: ElementContent): boolean {
  if (child.type !== 'element' || child.tagName !== 'a') return false
  return /^[¶#§🔗\u200B\u2060\uFEFF]?$/u.test(lineOf(child)) && !findElement(child, ({ tagName }) => tagName === 'img')
}

/**
 * Whether a table is only for layout: it contains headings, listings or other blocks, or it has neither header cells
 * nor two filled cells side by side.
 */
function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table)
  const cells = rows.flatMap((row) => cellsOf(row))
  if (cells.some(({ children }) => children.some(isLayoutContent))) return true
  return (
    rows.every((row) => cellsOf(row).filter((cell) => lineOf(cell) !== '').length < 2) &&
    !cells.some(({ tagName }) => tagName === 'th')
  )
}

function isLayoutContent(child: ElementContent): boolean {
  if (child.type !== 'element') return false
  if (LAYOUT_CONTENT.has(child.tagName)) return true
  return child.tagName === 'div' && child.children.some(isLayoutContent)
}

const LAYOUT_CONTENT: ReadonlySet<string> = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
  'figure',
  'article',
  'section',
])

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  )
}

/**
 * Turns the cells of a layout table into separate elements, in reading order. Rows with a header cell, such as those
 * below the picture of an infobox, stay a table. Line numbers beside a listing are dropped.
 */
function contentOfLayoutTable(table: Element): readonly ElementContent[] {
  const content: Element[] = []
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row)
    if (!isDataRow(cells)) {
      content.push(...cells.filter((cell) => !isGutter(cell)).map(blockOf))
      continue
    }
    const last = content.at(-1)
    if (last?.tagName === 'table') last.children.push(withPhrasingCells(row))
    else content.push({ type: 'element', tagName: 'table', properties: {}, children: [withPhrasingCells(row)] })
  }
  return content
}

function isDataRow(cells: readonly Element[]): boolean {
  return (
    cells.filter((cell) => lineOf(cell) !== '').length > 1 &&
    cells.some(({ tagName }) => tagName === 'th') &&
    !cells.some(({ children }) => children.some(isLayoutContent))
  )
}

function blockOf(cell: Element): Element {
  return { ...cell, tagName: cell.children.some(isBlock) ? 'div' : 'p' }
}

const PHRASING_TAGS: ReadonlySet<string> = wordSet(
  'a abbr b bdi bdo big cite data del dfn em font i ins label mark p q s small span strike strong sub sup time tt u',
)

/** Leaves out the pictures that show a formula where MathML is not supported. */
function withoutFallbacks(children: readonly ElementContent[]): readonly ElementContent[] {
  const isFallback = (child: ElementContent) =>
    child.type === 'element' && child.tagName === 'img' && namesOf(child).includes('fallback-image')
  if (!children.some(isFallback)) return children
  const hasFormula = children.some((child) => findElement(child, ({ tagName }) => tagName === 'math') !== undefined)
  return hasFormula ? children.filter((child) => !isFallback(child)) : children
}

/** Joins each picture and the caption element after it into a figure. */
function withFigures<T extends RootContent>(children: readonly T[]): (T | Element)[] {
  const merged: (T | Element)[] = []
  for (const child of children) {
    const pictureIndex = merged.findLastIndex((each) => each.type === 'element')
    const picture = merged[pictureIndex]
    const image =
      picture?.type === 'element' && lineOf(picture) === ''
        ? findElement(picture, ({ tagName }) => tagName === 'img')
        : undefined
    if (
      !image ||
      child.type !== 'element' ||
      !isCaption(child) ||
      merged.slice(pictureIndex + 1).some((each) => lineOf(each) !== '')
    ) {
      merged.push(child)
      continue
    }
    const figure: Element = {
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [image, { ...child, tagName: 'figcaption' }],
    }
    merged.splice(pictureIndex, merged.length - pictureIndex, { ...figure, position: child.position })
  }
  return merged
}

/** Reduces the cells in a table, or in a part of it, to phrasing content. */
function withPhrasingCells(part: Element): Element {
  const isCell = part.tagName === 'td' || part.tagName === 'th'
  if (isCell) return { ...part, children: toPhrasing(part.children) }
  return {
    ...part,
    children: part.children.map((child) => (child.type === 'element' ? withPhrasingCells(child) : child)),
  }
}

/** Returns the phrasing content of a cell, with line breaks between its blocks. */
function toPhrasing(children: readonly ElementContent[]): ElementContent[] {
  const phrasing = children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element' || !isBlock(child)) return [child]
    return [LINE_BREAK, ...toPhrasing(child.children), LINE_BREAK]
  })
  const hasWords = (node: ElementContent): boolean =>
    node !== LINE_BREAK && (node.type !== 'text' || node.value.trim() !== '')
  const first = phrasing.findIndex(hasWords)
  return first < 0 ? [] : phrasing.slice(first, phrasing.findLastIndex(hasWords) + 1)
}

const LINE_BREAK: Element = { type: 'element', tagName: 'br', properties: {}, children: [] }

/** Adds a wrapper's classes to the listing in it, if one of those classes may name the language. */
function withWrapperLanguage(wrapper: Element): Element {
  if (!/highlight|source|lang|brush/i.test(namesOf(wrapper))) return wrapper
  const [pre, ...others] = wrapper.children.filter((child) => child.type === 'element')
  if (others.length > 0 || pre?.tagName !== 'pre') return wrapper
  const names = [wrapper, pre].flatMap(({ properties }) =>
    Array.isArray(properties.className) ? properties.className : [],
  )
  return { ...wrapper, children: [{ ...pre, properties: { ...pre.properties, className: names } }] }
}
