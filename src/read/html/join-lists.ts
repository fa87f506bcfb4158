import type { Element, RootContent } from 'hast'
import { attributeOf, textOf } from './tree.ts'

/** Joins lists that editors save in parts. Notion, for example, saves each item as a list. */
export function joinLists<T extends RootContent>(children: readonly T[]): (T | Element)[] {
  const joined: (T | Element)[] = []
  let run: ListRun | undefined
  for (const child of children) {
    if (run && isList(child) && continues(run, child)) {
      if (run.list === run.original) {
        run.list = { ...run.original, children: [...run.original.children] }
        joined[run.index] = run.list
      }
      joined.length = run.index + 1
      run.list.children.push(...child.children)
      run.items += itemCount(child)
      if (run.list.position && child.position)
        run.list.position = { start: run.list.position.start, end: child.position.end }
      continue
    }
    if (isList(child)) run = { list: child, original: child, index: joined.length, items: itemCount(child) }
    else if (!isBlank(child)) run = undefined
    joined.push(child)
  }
  return joined
}

interface ListRun {
  /** The list so far: the first list itself, or a copy with the items of those after it. */
  list: Element
  readonly original: Element
  readonly index: number
  items: number
}

function isBlank(node: RootContent): boolean {
  return node.type !== 'element' && textOf(node).trim() === ''
}

function isList(node: RootContent | undefined): node is Element {
  return node?.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
}

/** Whether a list continues the numbers of the list before it, or adds one item with a bullet. */
function continues({ list, items }: ListRun, next: Element): boolean {
  if (list.tagName !== next.tagName) return false
  if (list.tagName === 'ul') return itemCount(next) === 1 && classesOf(list) === classesOf(next)
  return Number(attributeOf(next, 'start')) === Number(attributeOf(list, 'start') || 1) + items
}

function itemCount({ children }: Element): number {
  return children.filter((child) => child.type === 'element').length
}

function classesOf({ properties }: Element): string {
  return String(properties.className ?? '')
}
