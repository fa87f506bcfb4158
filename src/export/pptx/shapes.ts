// The shapes of a slide as XML: boxes, text, pictures, links.

import type { Element } from 'xast'
import type { Box, Edge, Figure, Rect } from '../../client/scene/scene.ts'
import { paragraph, type TextBase, type TextContext, type TextLink } from './drawingml-text.ts'
import { geometry, presetGeometry, transform } from './geometry.ts'
import { fill, type PptxPalette, solid } from './palette.ts'
import type { SlideLink, TextShape } from './text-boxes.ts'
import { emu, percent } from './units.ts'
import { el } from './xml.ts'

/** Returns a function that returns a new shape id each time, unique within a part; the shape tree has the id 1. */
export function createIdCounter(): () => number {
  let last = 1
  return () => {
    last += 1
    return last
  }
}

/** Identifies a placeholder in a master, a layout and a slide. */
export interface Placeholder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'pic' | 'tbl' | 'chart' | 'dt' | 'ftr' | 'sldNum'
  readonly index: number | null
}

export function placeholderElement({ type, index }: Placeholder): Element {
  const isSmall = type === 'dt' || type === 'ftr' || type === 'sldNum'
  return el('p:ph', { type, sz: isSmall ? 'quarter' : null, idx: index })
}

interface ShapeName {
  readonly id: number
  readonly name: string
}

/** Makes a filled area or a rule, which is marked as decoration, so that screen readers skip it. */
export function boxShape(box: Box, { id, name }: ShapeName, palette: PptxPalette): Element {
  const { rect, shape, rotation, line } = box
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name }, decorativeExtension()),
      el('p:cNvSpPr'),
      el('p:nvPr', { userDrawn: true }),
    ),
    el(
      'p:spPr',
      {},
      transform('a:xfrm', rect, rotation),
      geometry(shape, rect),
      fill(box.fill, palette),
      outline(line, palette),
      box.fill?.type === 'glow' ? softEdge(rect) : null,
    ),
    el('p:txBody', {}, el('a:bodyPr', { rtlCol: false, anchor: 'ctr' }), el('a:lstStyle'), el('a:p')),
  )
}

/** Blurs the edge of a glow, because LibreOffice 7.4 draws only the first and last colour of a gradient. */
function softEdge({ width, height }: Rect): Element {
  return el('a:effectLst', {}, el('a:softEdge', { rad: emu(Math.min(width, height) / 4) }))
}

function decorativeExtension(): Element {
  return el(
    'a:extLst',
    {},
    el(
      'a:ext',
      { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
      el('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
    ),
  )
}

export function outline(edge: Edge | null, palette: PptxPalette, name = 'a:ln'): Element {
  if (edge === null) return el(name, {}, el('a:noFill'))
  const dash = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' }[edge.style]
  return el(name, { w: emu(edge.width) }, solid(edge.colour, palette), el('a:prstDash', { val: dash }))
}

/** Makes a transparent area that links to a slide. */
export function linkShape({ rect, text }: SlideLink, { id }: { readonly id: number }, target: TextLink): Element {
  const click = el('a:hlinkClick', { 'r:id': target.id, action: target.action })
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, el('p:cNvPr', { id, name: 'Link', descr: text }, click), el('p:cNvSpPr'), el('p:nvPr')),
    el(
      'p:spPr',
      {},
      transform('a:xfrm', rect),
      presetGeometry('rect'),
      el('a:solidFill', {}, el('a:schemeClr', { val: 'bg1' }, el('a:alpha', { val: 0 }))),
      el('a:ln', {}, el('a:noFill')),
    ),
    el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p')),
  )
}

export interface TextShapeOptions extends ShapeName {
  readonly shape: TextShape
  /** Null for a plain text box. */
  readonly placeholder: Placeholder | null
  /**
   * What the layout defines for this placeholder: the position, the text properties of each level, and whether text
   * that is too long is shrunk; null if it defines nothing.
   */
  readonly layoutDefaults: {
    readonly rect: Rect
    readonly bases: readonly (TextBase | null)[]
    readonly shrinks: boolean
  } | null
  /** Whether the text is the slide number, which is a field that programs update. */
  readonly isSlideNumber?: boolean
}

/**
 * Makes a shape with text: in a placeholder, with only the properties that differ from the layout's, or in a text box.
 */
export function textShape(
  { id, name, shape, placeholder, layoutDefaults, isSlideNumber }: TextShapeOptions,
  context: TextContext,
): Element {
  const { rect, paragraphs, wraps, shrinks, inset } = shape
  const [first] = paragraphs
  const isEndAligned = (first?.align === 'end') !== (first?.isRtl ?? false)
  const isMoved = layoutDefaults === null || !isNear(rect, layoutDefaults.rect)
  const textBodyProperties = () => {
    if (placeholder === null || !wraps) return bodyProperties(wraps, autofit(shrinks))
    // LibreOffice does not take this from the layout.
    const ownAutofit = shrinks || layoutDefaults?.shrinks ? autofit(shrinks) : null
    if (inset < 1) return el('a:bodyPr', {}, ownAutofit)
    if (first?.align === 'center') return el('a:bodyPr', { lIns: emu(inset / 2), rIns: emu(inset / 2) }, ownAutofit)
    return el('a:bodyPr', isEndAligned ? { lIns: emu(inset) } : { rIns: emu(inset) }, ownAutofit)
  }
  // A plain text box is only as wide as its lines.
  const textRect =
    placeholder === null && wraps
      ? {
          ...rect,
          x: rect.x + (first?.align === 'center' ? inset / 2 : isEndAligned ? inset : 0),
          width: rect.width - inset,
        }
      : rect
  const placement = isMoved
    ? [transform('a:xfrm', textRect), ...(placeholder === null ? [presetGeometry('rect'), el('a:noFill')] : [])]
    : []
  return el(
    'p:sp',
    {},
    textShapeProperties({ id, name }, placeholder === null ? null : placeholderElement(placeholder)),
    el('p:spPr', {}, placement),
    el(
      'p:txBody',
      {},
      textBodyProperties(),
      el('a:lstStyle'),
      paragraphs.map((content) => {
        const base = layoutDefaults?.bases[content.level] ?? layoutDefaults?.bases[0] ?? null
        const element = paragraph(content, context, base)
        return isSlideNumber ? withNumberField(element) : element
      }),
    ),
  )
}

/** Writes the non-visual properties of a shape with text; `placeholder` is null for a text box. */
export function textShapeProperties({ id, name }: ShapeName, placeholder: Element | null): Element {
  return el(
    'p:nvSpPr',
    {},
    el('p:cNvPr', { id, name }),
    el(
      'p:cNvSpPr',
      { txBox: placeholder === null ? true : null },
      placeholder === null ? null : el('a:spLocks', { noGrp: true }),
    ),
    el('p:nvPr', {}, placeholder),
  )
}

/** Writes the properties of a text body without insets, so that the box begins where the words do. */
export function bodyProperties(wraps: boolean, rest: Element = autofit(false)): Element {
  return el(
    'a:bodyPr',
    { wrap: wraps ? 'square' : 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't', anchorCtr: false },
    rest,
  )
}

/** Returns the element that says whether text shrinks if it is too long for its box. */
export function autofit(shrinks: boolean): Element {
  return el(shrinks ? 'a:normAutofit' : 'a:noAutofit')
}

function isNear(one: Rect, other: Rect): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(one[key] - other[key]) <= 0.5)
}

/** Turns the runs of a paragraph into the field that shows the slide number. */
function withNumberField(paragraph: Element): Element {
  const children = paragraph.children.map((child) => {
    if (child.type !== 'element' || child.name !== 'a:r') return child
    return { ...child, name: 'a:fld', attributes: SLIDE_NUMBER }
  })
  return { ...paragraph, children }
}

/** The attributes of a field that shows the number of its slide. */
export const SLIDE_NUMBER = { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' } as const

/** A picture as a shape. */
export interface PictureShape extends ShapeName {
  readonly figure: Figure
  /** Null if it is in no placeholder. */
  readonly placeholder: Placeholder | null
  /**
   * The ids by which the slide refers to the picture, and to the SVG drawing that it stands in for; null if there is no
   * such drawing.
   */
  readonly image: { readonly id: string; readonly svg: string | null }
}

/** Makes the shape of a picture. Without alternative text, it is marked as decoration. */
export function pictureShape({ id, name, figure, placeholder, image }: PictureShape): Element {
  const { rect, crop, alt, radius } = figure
  const [l, t, r, b] = crop.map((fraction) => (fraction > 0.0005 ? percent(fraction) : null))
  const isCropped = [l, t, r, b].some((side) => side !== null)
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      el('p:cNvPr', { id, name, descr: alt }, alt === '' ? decorativeExtension() : null),
      el('p:cNvPicPr', {}, el('a:picLocks', { noGrp: placeholder === null ? null : true, noChangeAspect: true })),
      el('p:nvPr', {}, placeholder === null ? null : placeholderElement(placeholder)),
    ),
    el(
      'p:blipFill',
      {},
      el('a:blip', { 'r:embed': image.id }, image.svg === null ? null : svgExtension(image.svg)),
      isCropped ? el('a:srcRect', { l, t, r, b }) : null,
      el('a:stretch', {}, el('a:fillRect')),
    ),
    el(
      'p:spPr',
      {},
      transform('a:xfrm', rect),
      geometry(radius > 0 ? { type: 'rounded', radius } : { type: 'rect' }, rect),
    ),
  )
}

/** Makes the reference to an SVG drawing. Programs that support SVG show it instead of the picture. */
function svgExtension(id: string): Element {
  return el(
    'a:extLst',
    {},
    el(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      el('asvg:svgBlip', { 'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'r:embed': id }),
    ),
  )
}

/** Makes the group that contains all shapes of a part. */
export function shapeTree(shapes: readonly Element[]): Element {
  const zero = { x: 0, y: 0 }
  return el(
    'p:spTree',
    {},
    el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')),
    el(
      'p:grpSpPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', zero),
        el('a:ext', { cx: 0, cy: 0 }),
        el('a:chOff', zero),
        el('a:chExt', { cx: 0, cy: 0 }),
      ),
    ),
    shapes,
  )
}
