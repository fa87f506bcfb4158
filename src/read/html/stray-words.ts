import type { Element, ElementContent } from 'hast'
import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { isBlock, lineOf } from './tree.ts'

/**
 * Puts words of a table or list that are outside its cells or items into new cells or items. Browsers show such words,
 * but code that reads cells and items would miss them.
 */
export function wrapStrayWords(element: Element): Element {
  const { tagName } = element
  if (tagName === 'table') return moveIntoRows(element)
  if (tagName === 'ul' || tagName === 'ol') return moveIntoItems(element)
  if (tagName === 'dl') return moveIntoDefinitions(element)
  return element
}

/** Puts stray words of a table, or of a section of it, into new rows and cells. */
function moveIntoRows(part: Element): Element {
  const children = part.children.map((child) => {
    if (hasTag(child, ROW)) return moveIntoCells(child)
    return hasTag(child, TABLE_SECTIONS) ? moveIntoRows(child) : child
  })
  return wrapStrays(
    { ...part, children },
    (child) => !hasTag(child, TABLE_CHILDREN),
    (strays) => moveIntoCells(newElement('tr', strays)),
  )
}

function moveIntoCells(row: Element): Element {
  return wrapStrays(
    row,
    (child) => !hasTag(child, CELLS),
    (strays) => newElement('td', strays),
  )
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th'])
const ROW: ReadonlySet<string> = new Set(['tr'])
const TABLE_SECTIONS: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot'])
const TABLE_CHILDREN: ReadonlySet<string> = new Set(['caption', ...TABLE_SECTIONS, ...ROW])

function moveIntoItems(list: Element): Element {
  return wrapStrays(
    list,
    (child) => !isBlock(child),
    (strays) => newElement('li', strays),
  )
}

/** Puts stray words of a definition list, or of a group in it, into new definitions. */
function moveIntoDefinitions(list: Element): Element {
  const children = list.children.map((child) => (hasTag(child, GROUP) ? moveIntoDefinitions(child) : child))
  return wrapStrays(
    { ...list, children },
    (child) => !hasTag(child, DEFINITION_LIST_CHILDREN),
    (strays) => newElement('dd', strays),
  )
}

const GROUP: ReadonlySet<string> = new Set(['div'])
const DEFINITION_LIST_CHILDREN: ReadonlySet<string> = new Set(['dt', 'dd', ...GROUP])

function hasTag(child: ElementContent, names: ReadonlySet<string>): child is Element {
  return child.type === 'element' && names.has(child.tagName)
}

/** Replaces each run of stray nodes with words by the element that `wrap` returns. */
function wrapStrays(
  element: Element,
  isStray: (child: ElementContent) => boolean,
  wrap: (strays: readonly ElementContent[]) => Element,
): Element {
  const children: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    if (run.some((child) => hasLetterOrDigit(lineOf(child)))) children.push(wrap(run))
    else children.push(...run)
    run = []
  }
  for (const child of element.children) {
    if (isStray(child)) {
      run.push(child)
      continue
    }
    flush()
    children.push(child)
  }
  flush()
  return { ...element, children }
}

function newElement(tagName: string, children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children: [...children] }
}
