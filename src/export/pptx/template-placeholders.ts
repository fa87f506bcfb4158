// Finds the placeholders of a template's layout for the texts and pictures of a slide.

import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import { type Plain, plainIn } from './template-text.ts'
import type { Arranged } from './text-boxes.ts'

/** A placeholder for text and its box, or only a box. */
export interface TextRoom {
  readonly place: Placeholder | null
  readonly box: Box
}

/** Lists a layout's placeholders for text, in order; if there are none, the space under the title. */
export function roomsOf(
  { placeholders }: TemplateLayout,
  { width, height }: Pick<Box, 'width' | 'height'>,
): readonly TextRoom[] {
  const title = placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle')?.box
  const top = title ? title.y + title.height : height * 0.25
  const spare = {
    x: title?.x ?? width * 0.08,
    y: Math.min(top, height * 0.5),
    width: title?.width ?? width * 0.84,
    height: height * 0.92 - Math.min(top, height * 0.5),
  }
  const found = placeholders
    .filter(({ type }) => type === 'body' || type === 'obj' || type === 'subTitle')
    .map((place): TextRoom => ({ place, box: place.box ?? spare }))
  return found.length > 0 ? found : [{ place: null, box: spare }]
}

/** Returns the box of the layout's placeholder for a picture or a table; undefined if there is none. */
export function pictureRoom({ placeholders }: TemplateLayout): Box | undefined {
  return placeholders.find(({ type }) => type === 'pic' || type === 'tbl')?.box ?? undefined
}

/**
 * Distributes the texts of a slide among placeholders. The sides of a comparison are kept apart, and so are their names
 * if there are four placeholders; all other texts go in the first.
 */
export function groupsFor({ bodies }: Arranged, rooms: number, layout: string): readonly (readonly Plain[])[] {
  const texts = plainIn(bodies)
  if (texts.length === 0) return []
  if (layout !== 'comparison' || rooms < 2) return [texts]
  const half = Math.ceil(texts.length / 2)
  const sides = besideEachOther(bodies) ?? [texts.slice(0, half), texts.slice(half)]
  return rooms < 4 ? sides : sides.flatMap((side) => [side.slice(0, 1), side.slice(1)])
}

/**
 * Divides the texts into those in the left half and those in the right half, the side of the first text first; null if
 * all are on one side.
 */
function besideEachOther(bodies: Arranged['bodies']): readonly (readonly Plain[])[] | null {
  const start = Math.min(...bodies.map(({ rect }) => rect.x))
  const end = Math.max(...bodies.map(({ rect }) => rect.x + rect.width))
  const isFirst = ({ rect }: Arranged['bodies'][number]) => rect.x + rect.width / 2 < (start + end) / 2
  const left = plainIn(bodies.filter(isFirst))
  const right = plainIn(bodies.filter((shape) => !isFirst(shape)))
  if (left.length === 0 || right.length === 0) return null
  return bodies[0] !== undefined && isFirst(bodies[0]) ? [left, right] : [right, left]
}

/** The share of a body that its text takes when a table or picture is below it. */
function shareOf(texts: readonly Plain[]): number {
  return Math.min(0.5, 0.12 + 0.06 * texts.length)
}

/** The part of a body placeholder that its text takes. */
export function above(box: Box, texts: readonly Plain[]): Box {
  return { ...box, height: box.height * shareOf(texts) }
}

/** The part of a body placeholder that is left for a table or picture. */
export function below(box: Box | undefined, texts: readonly Plain[]): Box | undefined {
  if (box === undefined) return undefined
  const share = shareOf(texts)
  return { ...box, y: box.y + box.height * share, height: box.height * (1 - share) }
}

/** Returns one of `count` equal boxes side by side in a box. */
export function slice(box: Box, index: number, count: number): Box {
  const width = box.width / count
  return { ...box, x: box.x + index * width, width: width * (count > 1 ? 0.96 : 1) }
}
