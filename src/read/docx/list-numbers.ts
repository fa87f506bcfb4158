// Gives the lists of Word files the numbers that Word shows.

import type { Element, ElementContent, Root } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'
import { withBases } from '../styles-in-xml.ts'
import { countItems, type ListItem } from './count-items.ts'
import { linkedStylesIn } from './list-styles.ts'
import type { WordStyle } from './word-styles.ts'

/** A private-use character on either side of an item's number, which is put before the text of the item. */
const MARK = '\ue003'

/**
 * Marks the items of lists with their numbers.
 * @param numbering The part of a Word file that defines its lists.
 */
export function markListNumbers(xml: string, styles: ReadonlyMap<string, WordStyle>, numbering: string): string {
  const numberOf = countItems(numbering)
  const itemIn = findItems(styles, numbering)
  const state = { copies: 0, depth: 0, start: 0 }
  return xml.replaceAll(MARK, '').replace(TAGS, (tag, offset: number, all: string) => {
    const step = tag.startsWith('</') ? -1 : 1
    if (tag.includes('mc:')) state.copies += step
    else {
      // A paragraph's former properties are nested in its current properties.
      if (state.depth === 0) state.start = offset
      state.depth += step
      if (state.depth === 0 && state.copies === 0) {
        const item = itemIn(all.slice(state.start, offset))
        const number = item && numberOf(item)
        if (number !== undefined && hasText(all.slice(offset, offset + FIRST_PART)))
          return `${tag}<w:r><w:t>${MARK}${number}${MARK}</w:t></w:r>`
      }
    }
    return tag
  })
}

/** Whether a paragraph has words, judged by its first part. */
function hasText(part: string): boolean {
  const [words, end] = [part.search(/<w:t[ >]/), part.indexOf('</w:p>')]
  return words >= 0 && (end < 0 || words < end)
}

/**
 * In characters. Words are searched for only in this part of a paragraph, so that a hostile file does not take long.
 */
const FIRST_PART = 10_000

/** Text boxes are stored twice. mammoth reads the version for older programs. */
const TAGS = /<\/?mc:Choice\b|<\/?w:pPr>/g

/** Returns a function that finds a paragraph's place in a list, given by its properties or else by its style. */
function findItems(styles: ReadonlyMap<string, WordStyle>, numbering: string) {
  const linkedStyles = linkedStylesIn(numbering)
  return (properties: string): ListItem | undefined => {
    const [own = ''] = properties.split('<w:pPrChange', 1)
    const bases = withBases(styles.get(/<w:pStyle w:val="([^"]+)"/.exec(own)?.[1] ?? ''), styles)
    for (const { xml, id } of [{ xml: own, id: '' }, ...bases]) {
      const listId = /<w:numId w:val="(\d+)"/.exec(xml)?.[1]
      if (listId === undefined) continue
      const level = /<w:ilvl w:val="(\d)"/.exec(xml)?.[1] ?? (linkedStyles.get(id)?.level ?? 1) - 1
      return listId === '0' ? undefined : { listId, level: Number(level) }
    }
    return undefined
  }
}

/**
 * Starts each list at its first marked number, divides lists whose numbers are not consecutive, and removes the marks.
 */
export function restoreListNumbers(root: Root): Root {
  const numbered = replaceElements(root, (element) => (element.tagName === 'ol' ? divideList(element) : [element]))
  return replaceElements(numbered, (element) => [{ ...element, children: element.children.map(withoutMarks) }])
}

function divideList(list: Element): readonly Element[] {
  const parts: { start: number; readonly items: ElementContent[]; count: number }[] = []
  for (const item of list.children) {
    const number = Number(MARKED.exec(lineOf(item))?.[1] ?? Number.NaN)
    const last = parts.at(-1)
    if (last === undefined || (number >= 0 && number !== last.start + last.count))
      parts.push({ start: number >= 0 ? number : 1, items: [item], count: 1 })
    else {
      last.items.push(item)
      last.count++
    }
  }
  return parts.map(({ start, items }) => ({ ...list, properties: start === 1 ? {} : { start }, children: items }))
}

const MARKED = new RegExp(`^${MARK}(\\d+)${MARK}`)

function withoutMarks(node: ElementContent): ElementContent {
  return node.type === 'text' ? { ...node, value: node.value.replace(MARKS, '') } : node
}

const MARKS = new RegExp(`${MARK}\\d+${MARK}`, 'g')
