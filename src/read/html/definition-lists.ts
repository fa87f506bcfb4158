import type { Element } from 'hast'
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast'
import type { List, ListItem, PhrasingContent } from 'mdast'

/**
 * Turns a definition list into items such as "**Weir:** A low dam". If a definition has no term, or more than one
 * paragraph, the default handler converts the whole list. A list without terms, which wikis use to indent, is replaced
 * with its content.
 */
export function definitionList(state: State, node: Element): ReturnType<Handle> {
  const parts = termsAndDefinitionsIn(node)
  if (parts.every(({ tagName }) => tagName === 'dd')) return parts.flatMap((part) => state.toFlow(state.all(part)))
  const items: ListItem[] = []
  let term: Element | null = null
  for (const child of parts) {
    if (child.tagName === 'dt') term = child
    else {
      const item = itemOf(state, term, child)
      if (item === null) return defaultHandlers.dl(state, node)
      items.push(item)
    }
  }
  const list: List = { type: 'list', ordered: false, spread: false, children: items }
  if (items.length === 0) return defaultHandlers.dl(state, node)
  state.patch(node, list)
  return list
}

/** Returns the terms and definitions of a list, including those grouped in a `div`. */
function termsAndDefinitionsIn(node: Element): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'div') return termsAndDefinitionsIn(child)
    return child.tagName === 'dt' || child.tagName === 'dd' ? [child] : []
  })
}

/**
 * Makes an item from a term and a definition. Returns null if there is no term, or if the definition has more than one
 * paragraph.
 */
function itemOf(state: State, term: Element | null, definition: Element): ListItem | null {
  const [paragraph, ...others] = state.toFlow(state.all(definition))
  if (term === null || paragraph?.type !== 'paragraph' || others.length > 0) return null
  const label = state.all(term).filter(isPhrasing)
  const colon: PhrasingContent = { type: 'text', value: ':' }
  const children: PhrasingContent[] = [
    { type: 'strong', children: [...label, colon] },
    { type: 'text', value: ' ' },
    ...paragraph.children,
  ]
  const item: ListItem = { type: 'listItem', spread: false, children: [{ ...paragraph, children }] }
  state.patch(definition, item)
  return item
}

function isPhrasing(node: { readonly type: string }): node is PhrasingContent {
  return PHRASING.has(node.type)
}

const PHRASING: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'inlineCode',
  'inlineMath',
  'link',
  'strong',
  'text',
])
