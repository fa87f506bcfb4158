// Finds the lists that Word files mark by the styles of their paragraphs.

import { withBases } from '../styles-in-xml.ts'
import type { WordStyle } from './word-styles.ts'

/** The kind and the level (from 1) of the items in a style. A continuation is a further paragraph of an item. */
export interface ListStyle {
  readonly kind: (typeof KINDS)[number]
  readonly level: number
}

/**
 * Returns the rows of mammoth's style map for "List Bullet 2" and the like, and for styles that are based on the style
 * of a list. In Word, each of these styles has a list of its own with only one level.
 * @param numbering The part of a Word file that defines its lists.
 */
export function listStyleRows(styles: ReadonlyMap<string, WordStyle>, numbering: string): readonly string[] {
  const linkedStyles = linkedStylesIn(numbering)
  return [...styles.values()].flatMap((style) => {
    if (style.type !== 'paragraph') return []
    const [found] = withBases(style, styles).flatMap(({ id, name }) => namedStyle(name) ?? linkedStyles.get(id) ?? [])
    // Word numbers the paragraphs in a linked style, unless they have been taken out of the list.
    return found === undefined ? [] : rowsFor(style.name, found, { isLinked: linkedStyles.has(style.id) })
  })
}

function namedStyle(name: string): ListStyle | undefined {
  const [, written = '', level = '1'] = /^list (bullet|number|continue)(?: ([2-5]))?$/i.exec(name) ?? []
  const kind = KINDS.find((each) => each === written.toLowerCase())
  return kind && { kind, level: Number(level) }
}

const KINDS = ['bullet', 'number', 'continue'] as const

/** Maps the id of each style that is linked to a level of a list to its kind and level. */
export function linkedStylesIn(numbering: string): ReadonlyMap<string, ListStyle> {
  const levels = numbering.split('<w:lvl ', MAX_LEVELS).slice(1)
  return new Map(
    levels.flatMap((part): readonly (readonly [string, ListStyle])[] => {
      const [level = ''] = part.split('</w:lvl>', 1)
      const [, index = '0'] = /^[^<>]*\bw:ilvl="(\d)"/.exec(level) ?? []
      const [, id] = /<w:pStyle w:val="([^"]+)"/.exec(level) ?? []
      const kind = level.includes('<w:numFmt w:val="bullet"') ? 'bullet' : 'number'
      return id === undefined ? [] : [[id, { kind, level: Number(index) + 1 }]]
    }),
  )
}

const MAX_LEVELS = 20_000

function rowsFor(
  name: string,
  { kind, level }: ListStyle,
  { isLinked }: { readonly isLinked: boolean },
): readonly string[] {
  const style = `p[style-name='${name}']`
  if (kind === 'continue') return [`${style} => ${pathTo(level)} > p:fresh`]
  const inLists = LEVELS.flatMap((each) => [
    `${style}:unordered-list(${each}) => ${itemAt(Math.max(each, level), 'ul')}`,
    `${style}:ordered-list(${each}) => ${itemAt(Math.max(each, level), 'ol')}`,
  ])
  return isLinked ? inLists : [...inLists, `${style} => ${itemAt(level, kind === 'bullet' ? 'ul' : 'ol')}`]
}

const LEVELS = [1, 2, 3, 4, 5]

function itemAt(level: number, tag: 'ul' | 'ol'): string {
  return level === 1 ? `${tag} > li:fresh` : `${pathTo(level - 1)} > ${tag} > li:fresh`
}

/** Returns the style-map path to an item at a level, in lists of either kind. */
function pathTo(level: number): string {
  return Array(level).fill('ul|ol > li').join(' > ')
}
