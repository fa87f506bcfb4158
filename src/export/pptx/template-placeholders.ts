// Chooses placeholders of a template's layout for the text and pictures of a slide.

import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import { type PlainParagraph, plainParagraphsIn } from './template-text.ts'
import type { SlideArrangement } from './text-boxes.ts'

/** A placeholder for text, and its box; without a placeholder, only a box. */
export interface TextArea {
  readonly placeholder: Placeholder | null
  readonly box: Box
}

/** Lists a layout's placeholders for text, in order; if there are none, returns the space under the title. */
export function textAreasOf(
  { placeholders }: TemplateLayout,
  { width, height }: Pick<Box, 'width' | 'height'>,
): readonly TextArea[] {
  const title = placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle')?.box
  const top = title ? title.y + title.height : height * 0.25
  const bodyBox = {
    x: title?.x ?? width * 0.08,
    y: Math.min(top, height * 0.5),
    width: title?.width ?? width * 0.84,
    height: height * 0.92 - Math.min(top, height * 0.5),
  }
  const areas = placeholders
    .filter(({ type }) => type === 'body' || type === 'obj' || type === 'subTitle')
    .map((placeholder): TextArea => ({ placeholder, box: placeholder.box ?? bodyBox }))
  return areas.length > 0 ? areas : [{ placeholder: null, box: bodyBox }]
}

/** Returns the box of the layout's placeholder for a picture or a table; undefined if there is none. */
export function pictureBox({ placeholders }: TemplateLayout): Box | undefined {
  return placeholders.find(({ type }) => type === 'pic' || type === 'tbl')?.box ?? undefined
}

/**
 * Distributes the paragraphs of a slide among placeholders. The sides of a comparison are kept apart, and so are their
 * names if there are four placeholders; all other paragraphs go in the first.
 */
export function groupTexts(
  { bodies }: SlideArrangement,
  areaCount: number,
  layout: string,
): readonly (readonly PlainParagraph[])[] {
  const texts = plainParagraphsIn(bodies)
  if (texts.length === 0) return []
  if (layout !== 'comparison' || areaCount < 2) return [texts]
  const half = Math.ceil(texts.length / 2)
  const sides = splitBySide(bodies) ?? [texts.slice(0, half), texts.slice(half)]
  return areaCount < 4 ? sides : sides.flatMap((side) => [side.slice(0, 1), side.slice(1)])
}

/**
 * Divides paragraphs into those in the left half and those in the right half, beginning with the half that contains the
 * first paragraph; null if all are in one half.
 */
function splitBySide(bodies: SlideArrangement['bodies']): readonly (readonly PlainParagraph[])[] | null {
  const start = Math.min(...bodies.map(({ rect }) => rect.x))
  const end = Math.max(...bodies.map(({ rect }) => rect.x + rect.width))
  const isFirst = ({ rect }: SlideArrangement['bodies'][number]) => rect.x + rect.width / 2 < (start + end) / 2
  const left = plainParagraphsIn(bodies.filter(isFirst))
  const right = plainParagraphsIn(bodies.filter((shape) => !isFirst(shape)))
  if (left.length === 0 || right.length === 0) return null
  return bodies[0] !== undefined && isFirst(bodies[0]) ? [left, right] : [right, left]
}

/** Returns the fraction of a body that its text takes up when a table or picture is below it. */
function textFractionOf(texts: readonly PlainParagraph[]): number {
  return Math.min(0.5, 0.12 + 0.06 * texts.length)
}

/** Returns the part of a body placeholder that its text takes up. */
export function upperPart(box: Box, texts: readonly PlainParagraph[]): Box {
  return { ...box, height: box.height * textFractionOf(texts) }
}

/**
 * Returns the part of a body placeholder that is left for a table or picture; undefined if the placeholder has no box.
 */
export function lowerPart(box: Box | undefined, texts: readonly PlainParagraph[]): Box | undefined {
  if (box === undefined) return undefined
  const textFraction = textFractionOf(texts)
  return { ...box, y: box.y + box.height * textFraction, height: box.height * (1 - textFraction) }
}

/** Divides a box into `count` equal boxes side by side, and returns one of them. */
export function columnBox(box: Box, index: number, count: number): Box {
  const width = box.width / count
  return { ...box, x: box.x + index * width, width: width * (count > 1 ? 0.96 : 1) }
}
