import type { ObjectContents } from './pdf-layout.ts'
import { referenceIn } from './pdf-reference.ts'

/**
 * Joins the outlines of two PDFs, whose objects have different numbers: headings of the second go under those of the
 * first, according to their levels. Returns the numbers and new contents of the outline objects, or null if either outline
 * is not structured like Chromium's. `first` and `second` are the object numbers of the roots.
 */
export function joinOutlines(
  objects: ObjectContents,
  first: number,
  second: number,
): readonly (readonly [number, string])[] | null {
  const items = [first, second].flatMap((root) => itemsUnder(objects, root))
  if (items.includes(null)) return null
  const root: OutlineNode = { number: first, level: 0, text: '/Type /Outlines', children: [] }
  const path = [root]
  for (const item of items) {
    if (item === null) continue
    while ((path.at(-1)?.level ?? 0) >= item.level && path.length > 1) path.pop()
    path.at(-1)?.children.push(item)
    path.push(item)
  }
  return textsOf(root, '')
}

interface OutlineNode {
  readonly number: number
  /** The level of the heading; 0 for the root. */
  readonly level: number
  /** The entries that do not depend on the item's position. */
  readonly text: string
  readonly children: OutlineNode[]
}

/**
 * Lists all items under an item or the root of an outline, in the order of the document, with null for each that is unlike
 * Chromium's.
 */
function itemsUnder(objects: ObjectContents, parent: number): readonly (OutlineNode | null)[] {
  const found: (OutlineNode | null)[] = []
  let next = linkOf(objects, parent, 'First')
  while (next !== null) {
    found.push(itemOf(objects, next), ...itemsUnder(objects, next))
    next = linkOf(objects, next, 'Next')
  }
  return found
}

function itemOf(objects: ObjectContents, number: number): OutlineNode | null {
  const [, text, links = ''] = ITEM.exec(textOf(objects, number)) ?? []
  const tag = referenceIn(links, 'SE')
  const level = Number(/\/S \/H([1-6])\b/.exec(textOf(objects, tag))?.[1])
  if (text === undefined || !level) return null
  return { number, level, text: `${text}\n/SE ${tag} 0 R`, children: [] }
}

/** Matches an item, and captures its title with its destination, and then its links. */
const ITEM = /^<<(\/Title (?:\((?:\\[\s\S]|[^\\()])*\)|<[^<>]*>)\n\/Dest \[[^\]]*\])((?:\n\/\w+ \d+(?: 0 R)?)*)>>\s*$/

function linkOf(objects: ObjectContents, number: number, name: 'First' | 'Next'): number | null {
  const text = textOf(objects, number)
  const [, , links] = ITEM.exec(text) ?? []
  return referenceIn(links || text, name) || null
}

function textOf(objects: ObjectContents, number: number): string {
  return objects.get(number)?.toString('latin1') ?? ''
}

/** Writes an item and all items under it. `links` are those to its parent and neighbours. */
function textsOf({ number, text, children }: OutlineNode, links: string): [number, string][] {
  const [first, last] = [children[0], children.at(-1)]
  const childLinks =
    first && last ? `\n/First ${first.number} 0 R\n/Last ${last.number} 0 R\n/Count ${countUnder(children)}` : ''
  const descendants = children.flatMap((child, index) => {
    const [before, after] = [children[index - 1], children[index + 1]]
    const neighbours = `${before ? `\n/Prev ${before.number} 0 R` : ''}${after ? `\n/Next ${after.number} 0 R` : ''}`
    return textsOf(child, `\n/Parent ${number} 0 R${neighbours}`)
  })
  return [[number, `<<${text}${links}${childLinks}>>`], ...descendants]
}

function countUnder(children: readonly OutlineNode[]): number {
  return children.reduce((sum, child) => sum + 1 + countUnder(child.children), 0)
}
