// Lists the content of a slide's markup, for a PowerPoint file that is made without a browser.

import type { Element } from 'hast'
import type { SceneItem } from '../../client/scene/scene.ts'
import { pointDepth } from '../../model/point-depth.ts'
import { textOf } from '../../render/text-content.ts'

/** A piece of content whose position is not known. */
export type UnmeasuredPiece =
  | {
      readonly type: 'text'
      readonly element: Element
      readonly classes: readonly string[]
      readonly isHeading: boolean
      readonly item: SceneItem | null
    }
  | { readonly type: 'table'; readonly element: Element }
  | {
      readonly type: 'picture'
      /** The index of the image among those on the slide, from 0. */
      readonly index: number
      readonly alt: string
      readonly ratio: number
    }

/** Lists the content of a slide's markup in reading order, without furniture. */
export function listPieces(slide: Element): readonly UnmeasuredPiece[] {
  const counts = { lists: 0, items: 0, images: 0 }
  const visit = (element: Element, item: SceneItem | null): readonly UnmeasuredPiece[] => {
    const classes = classesOf(element)
    if (isFurniture(element, classes)) return []
    if (element.tagName === 'img') return [readPicture(element, counts.images++)]
    if (element.tagName === 'table') return [{ type: 'table', element }]
    if (element.tagName === 'svg' || classes.includes('formula')) return replaceDrawing(element, item)
    const isOuterList = (element.tagName === 'ol' || element.tagName === 'ul') && item === null
    if (isOuterList) counts.lists++
    const nearestItem: SceneItem | null =
      element.tagName === 'li'
        ? {
            list: counts.lists - 1,
            index: counts.items++,
            depth: item === null ? 0 : pointDepth(item.depth + 1),
            isStep: item?.isStep ?? classes.includes('step'),
          }
        : item
    if (isParagraph(element)) {
      const isHeading = /^h[1-6]$/.test(element.tagName)
      return textOf([element]).trim() === '' && !classes.includes('code-line')
        ? []
        : [{ type: 'text', element, classes, isHeading, item: nearestItem }]
    }
    return element.children.flatMap((child) => (child.type === 'element' ? visit(child, nearestItem) : []))
  }
  return visit(slide, null)
}

export function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : []
}

function isFurniture({ properties }: Element, classes: readonly string[]): boolean {
  if (classes.some((name) => ['slide-foot', 'slide-kicker', 'unseen', 'slide-strip', 'slide-mark'].includes(name)))
    return true
  return properties.ariaHidden === 'true'
}

/** Replaces a drawing with its alternative text; returns nothing if it has none. */
function replaceDrawing(element: Element, item: SceneItem | null): readonly UnmeasuredPiece[] {
  const label = String(element.properties.ariaLabel ?? '')
  if (label === '') return []
  const paragraph: Element = { ...element, tagName: 'p', children: [{ type: 'text', value: label }] }
  return [{ type: 'text', element: paragraph, classes: classesOf(element), isHeading: false, item }]
}

function readPicture({ properties }: Element, index: number): UnmeasuredPiece {
  const [, ratio] = /--picture-ratio:\s*([\d.]+)/.exec(String(properties.style ?? '')) ?? []
  return { type: 'picture', index, alt: String(properties.alt ?? ''), ratio: Number(ratio) || 1.5 }
}

const INLINE: ReadonlySet<string> = new Set(['a', 'b', 'code', 'del', 'em', 'i', 'span', 'strong', 'sub', 'sup'])

/**
 * Whether an element is a paragraph: a line of a listing, or an element with text and inline elements but no blocks.
 */
function isParagraph(element: Element): boolean {
  const isInline = (child: Element['children'][number]) =>
    child.type !== 'element' || (INLINE.has(child.tagName) && !containsCodeLines(child))
  return classesOf(element).includes('code-line') || (element.children.length > 0 && element.children.every(isInline))
}

/** Whether an element is or contains a line of a listing, which is a block although an inline element contains it. */
function containsCodeLines(element: Element): boolean {
  if (classesOf(element).includes('code-line')) return true
  return element.children.some((child) => child.type === 'element' && containsCodeLines(child))
}
