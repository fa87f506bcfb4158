import type { Element } from 'hast'
import type { Handle, State } from 'hast-util-to-mdast'
import type { BlockContent, Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { COLUMN_LIMITS, markAsColumns } from '../markdown/column-lists.ts'
import { attributeOf } from './tree.ts'

/**
 * Turns `<div class="columns">` around two or three columns into a list of columns. Any other `div` is replaced with
 * its content.
 */
export function columns(state: State, node: Element): ReturnType<Handle> {
  const items = isColumnContainer(node) ? itemsOf(state, node) : null
  if (items === null) return state.all(node)
  const list: List = { type: 'list', ordered: false, spread: true, children: [...items] }
  markAsColumns(list)
  state.patch(node, list)
  return list
}

function isColumnContainer(node: Element): boolean {
  return /(?:^|[\s-])(?:columns|column-list)(?:$|\s)/.test(attributeOf(node, 'className'))
}

/**
 * Turns each column into an item. Returns null if not all children are columns, or if the columns hold too much for one
 * slide.
 */
function itemsOf(state: State, node: Element): readonly ListItem[] | null {
  const content = node.children.filter(
    (child) => child.type !== 'comment' && !(child.type === 'text' && isBlank(child.value)),
  )
  const elements = content.filter((child) => child.type === 'element' && child.tagName === 'div')
  if (content.length !== elements.length || elements.length < 2 || elements.length > COLUMN_LIMITS.columns) return null
  const items: ListItem[] = []
  for (const element of elements) {
    const item = element.type === 'element' ? itemOf(state, element) : null
    if (item === null) return null
    items.push(item)
  }
  const words = items.reduce((sum, item) => sum + (wordsOutsideCode(item).match(/\S+/g)?.length ?? 0), 0)
  return words > COLUMN_LIMITS.words ? null : items
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function wordsOutsideCode({ children }: ListItem): string {
  return children.map((child) => (child.type === 'code' ? '' : textOf(child))).join(' ')
}

function itemOf(state: State, element: Element): ListItem | null {
  const blocks = state.toFlow(state.all(element))
  const [first, second, ...others] = blocks
  if (first === undefined) return null
  const hasHeading = first.type === 'heading'
  const children = hasHeading ? withBoldHeading(first, second, others) : blocks
  if (!children.every(isColumnBlock)) return null
  const item: ListItem = { type: 'listItem', spread: true, children: [...children] }
  state.patch(element, item)
  return item
}

/** Turns the heading of a column into bold words, at the start of its first paragraph if that has text. */
function withBoldHeading(
  heading: Heading,
  next: RootContent | undefined,
  others: readonly RootContent[],
): readonly RootContent[] {
  const startsWithText =
    next?.type === 'paragraph' && textOf(next) !== '' && !next.children.some(({ type }) => type === 'image')
  const colon = { type: 'text' as const, value: ':' }
  const label: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: [...heading.children, ...(startsWithText ? [colon] : [])] }],
    position: heading.position,
  }
  if (next === undefined) return [label]
  if (!startsWithText) return [label, next, ...others]
  return [{ ...next, children: [...label.children, { type: 'text', value: ' ' }, ...next.children] }, ...others]
}

function isColumnBlock(node: RootContent): node is BlockContent {
  if (node.type !== 'code') return node.type === 'paragraph' || node.type === 'list'
  const lines = node.value.split('\n')
  return lines.length <= COLUMN_LIMITS.codeLines && lines.every(({ length }) => length <= COLUMN_LIMITS.codeWidth / 2)
}
