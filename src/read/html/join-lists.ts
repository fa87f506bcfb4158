import type { Element, ElementContent, RootContent } from 'hast'
import { attributeOf, namesOf, textOf } from './tree.ts'

/**
 * Joins lists that editors save in parts: Notion saves a list for each item, Google Docs one for each run of items of
 * the same level.
 */
export function joinLists<T extends RootContent>(children: readonly T[]): (T | Element)[] {
  const joined: (T | Element)[] = []
  for (const child of children) {
    const index = joined.findLastIndex((each) => !isBlank(each))
    const last = joined[index]
    const list = isList(last) && isList(child) ? joinedList(last, child) : undefined
    if (list) joined.splice(index, joined.length - index, list)
    else joined.push(child)
  }
  return joined
}

function isBlank(node: RootContent): boolean {
  return node.type !== 'element' && textOf(node).trim() === ''
}

function isList(node: RootContent | undefined): node is Element {
  return node?.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
}

function joinedList(list: Element, next: Element): Element | undefined {
  const level = levelOf(next) - levelOf(list)
  if (level === 0 && continues(list, next))
    return { ...list, children: [...list.children, ...next.children], ...joinedPosition(list, next) }
  const item = list.children.findLast((child) => child.type === 'element')
  if (level <= 0 || item?.type !== 'element') return undefined
  const nested: Element = { ...item, children: joinLists<ElementContent>([...item.children, next]) }
  const children = list.children.map((child) => (child === item ? nested : child))
  return { ...list, children, ...joinedPosition(list, next) }
}

function joinedPosition({ position }: Element, next: Element): Pick<Element, 'position'> {
  return position && next.position ? { position: { start: position.start, end: next.position.end } } : {}
}

/** Returns the level of a list that Google Docs saved, which its class names; 0 for any other list. */
function levelOf(list: Element): number {
  return Number(/\blst-\w+-(\d)\b/.exec(namesOf(list))?.[1] ?? 0)
}

/** Whether a list goes on with the numbers of the list before it, or adds one bullet. */
function continues(list: Element, next: Element): boolean {
  if (list.tagName !== next.tagName) return false
  if (list.tagName === 'ul') return itemCount(next) === 1 && classesOf(list) === classesOf(next)
  return Number(attributeOf(next, 'start')) === Number(attributeOf(list, 'start') || 1) + itemCount(list)
}

function itemCount({ children }: Element): number {
  return children.filter((child) => child.type === 'element').length
}

function classesOf({ properties }: Element): string {
  return String(properties.className ?? '')
}
