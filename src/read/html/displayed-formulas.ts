// Takes displayed formulas out of the paragraphs around them.

import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast'
import type { Math as Display } from 'mdast-util-math'

/**
 * Divides the paragraphs in a tree at the displayed formulas in them. A formula that is alone in its paragraph counts
 * as displayed too. The tree is changed in place.
 */
export function divideAtFormulas(node: Nodes): void {
  if (!('children' in node)) return
  const parent: Parents = node
  const children = parent.children.flatMap((child: Nodes): Nodes[] =>
    child.type === 'paragraph' ? [...divideParagraph(child)] : [child],
  )
  for (const child of children) divideAtFormulas(child)
  Object.assign(parent, { children })
}

function divideParagraph(paragraph: Paragraph): readonly (Paragraph | Display)[] {
  const children: readonly (PhrasingContent | Display)[] = paragraph.children
  const [formula, ...others] = children.filter((child) => !isBlank(child))
  if (formula?.type === 'inlineMath' && others.length === 0)
    return [{ type: 'math', value: formula.value, position: formula.position }]
  if (!children.some(({ type }) => type === 'math')) return [paragraph]
  const parts: (Display | PhrasingContent[])[] = [[]]
  for (const child of children) {
    const last = parts.at(-1)
    if (child.type === 'math') parts.push(child, [])
    else if (Array.isArray(last)) last.push(child)
  }
  return parts.flatMap((part): (Paragraph | Display)[] => {
    if (!Array.isArray(part)) return [part]
    return part.every(isBlank) ? [] : [{ type: 'paragraph', children: part }]
  })
}

function isBlank(child: PhrasingContent | Display): boolean {
  return child.type === 'break' || (child.type === 'text' && child.value.trim() === '')
}
