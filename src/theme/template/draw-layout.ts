// Draws the background of a PowerPoint template's layouts as SVG.

import { formatHex, interpolate } from 'culori'
import type { Element, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Canvas } from '../../model/theme.ts'
import { boxAttributes } from './box-attributes.ts'
import { colourIn, type Scheme } from './colour-scheme.ts'
import { drawGradient, drawPicture, gradientStops } from './draw-fills.ts'
import { outlineOf } from './draw-outlines.ts'
import { allIn, childOf, elementOf, type Template, type TemplatePart } from './open-template.ts'
import { type Box, boxOf, placeholderElement } from './template-layouts.ts'

/** The background of a layout, with everything drawn on it. */
export interface LayoutDrawing {
  /** The colour of the background. */
  readonly background: string
  /** Everything drawn on it, as SVG; null if there is nothing. */
  readonly svg: string | null
  /** The same drawing as SVG elements, in painting order. */
  readonly elements: readonly Element[]
  /** The top of the highest shape in the lower third, in px, above which text must end; null if there is none. */
  readonly floor: number | null
  /** The number of shapes and pictures that could not be drawn. */
  readonly omittedCount: number
}

/** The drawings of the layouts that a theme uses. The layout `*` is for slides with a title and a body. */
export type LayoutDrawings = Readonly<Record<'*' | 'title' | 'part', LayoutDrawing>>

interface TemplateDrawing {
  readonly template: Template
  readonly scheme: Scheme
  readonly theme: Root
  readonly canvas: Canvas
  /** In px per EMU. */
  readonly scale: number
}

/**
 * Draws the background of a layout, then the shapes and pictures of its master, then the layout's own, as on slides.
 */
export function drawLayout(layoutPath: string, masterPath: string, drawing: TemplateDrawing): LayoutDrawing {
  const [layout, master] = [drawing.template.parts.get(layoutPath), drawing.template.parts.get(masterPath)]
  const hidesMaster = elementOf(layout?.root ?? EMPTY_ROOT)?.attributes.showMasterSp === '0'
  const layers = [...(hidesMaster ? [] : [master]), layout].filter((part) => part !== undefined)
  const backgroundPart = [layout, master].find((part) => part?.root && allIn(part.root, 'p:bg').length > 0)
  const drawnBackground = backgroundPart === undefined ? null : drawBackground(backgroundPart, drawing)
  const shapes = layers.flatMap((part) =>
    part.root ? drawShapes(childOf(elementOf(part.root), 'p:cSld', 'p:spTree'), part, drawing) : [],
  )
  const background = drawnBackground?.colour ?? drawing.scheme.bg1 ?? '#ffffff'
  const elements = [...(drawnBackground?.elements ?? []), ...shapes.flatMap((shape) => shape ?? [])]
  return {
    background,
    elements,
    svg: elements.length === 0 ? null : svgOf(elements, background, drawing.canvas),
    floor: floorOf(layers, drawing),
    omittedCount: shapes.filter((shape) => shape === null).length,
  }
}

function svgOf(elements: readonly Element[], background: string, { width, height }: Canvas): string {
  const root = x(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
    },
    [x('rect', { width: String(width), height: String(height), fill: background }), ...elements],
  )
  return toXml(root, { closeEmptyElements: true })
}

/** Adds a panel in the colour of the background, which covers what is drawn inside a box. */
export function withPanel(layoutDrawing: LayoutDrawing, box: Box, canvas: Canvas): LayoutDrawing {
  const { background } = layoutDrawing
  const panel = x('rect', { ...boxAttributes(box), fill: background })
  const elements = [...layoutDrawing.elements, panel]
  return { ...layoutDrawing, elements, svg: svgOf(elements, background, canvas) }
}

function floorOf(layers: readonly TemplatePart[], drawing: TemplateDrawing): number | null {
  const shapes = layers.flatMap(({ root }) => (root ? DRAWN_ELEMENTS.flatMap((name) => allIn(root, name)) : []))
  const tops = shapes.flatMap((shape) => {
    const box = placeholderElement(shape) === undefined ? boxOf(shape) : null
    const top = box === null ? null : scaleBox(box, drawing).y
    return top !== null && top > drawing.canvas.height * (2 / 3) && top < drawing.canvas.height ? [top] : []
  })
  return tops.length === 0 ? null : Math.min(...tops)
}

const DRAWN_ELEMENTS = ['p:sp', 'p:pic', 'p:cxnSp']

const EMPTY_ROOT: Root = { type: 'root', children: [] }

interface DrawnBackground {
  readonly colour: string | null
  readonly elements: readonly Element[]
}

function drawBackground(part: TemplatePart, drawing: TemplateDrawing): DrawnBackground {
  const [background] = allIn(part.root ?? EMPTY_ROOT, 'p:bg')
  const properties = childOf(background, 'p:bgPr')
  const reference = childOf(background, 'p:bgRef')
  const fillStyles =
    allIn(drawing.theme, 'a:bgFillStyleLst')[0]?.children.filter((child) => child.type === 'element') ?? []
  const fill = properties ?? wrapElement(fillStyles[Number(reference?.attributes.idx) - 1001])
  const placeholder = colourIn(reference, drawing.scheme)?.hex
  const solid = colourIn(childOf(fill, 'a:solidFill'), drawing.scheme, placeholder)
  // A transparent fill shows the slide behind it, which is white.
  if (solid !== null)
    return { colour: formatHex(interpolate(['#ffffff', solid.hex])(solid.alpha)) ?? solid.hex, elements: [] }
  const { width, height } = drawing.canvas
  const canvasBox = { x: 0, y: 0, width, height }
  const picture = childOf(fill, 'a:blipFill')
  if (picture !== undefined) return { colour: null, elements: drawPicture(picture, part, canvasBox, drawing) ?? [] }
  const gradient = childOf(fill, 'a:gradFill')
  if (gradient !== undefined)
    return {
      colour: gradientStops(gradient, drawing.scheme, placeholder)[0]?.hex ?? null,
      elements: drawGradient(gradient, canvasBox, drawing, placeholder),
    }
  return { colour: placeholder ?? null, elements: [] }
}

function wrapElement(child: Element['children'][number] | undefined): Element | undefined {
  return child?.type === 'element' ? { type: 'element', name: 'fill', attributes: {}, children: [child] } : undefined
}

/** Draws the shapes and pictures of a tree as SVG; null for each that cannot be drawn. Placeholders are left out. */
function drawShapes(
  tree: Element | undefined,
  part: TemplatePart,
  drawing: TemplateDrawing,
): readonly (readonly Element[] | null)[] {
  return (tree?.children ?? []).flatMap((child): (readonly Element[] | null)[] => {
    if (child.type !== 'element') return []
    if (child.name === 'p:grpSp') return isUntransformed(child) ? [...drawShapes(child, part, drawing)] : [null]
    if (child.name === 'p:pic') {
      const box = boxOf(child)
      return box === null ? [] : [drawPicture(childOf(child, 'p:blipFill'), part, scaleBox(box, drawing), drawing)]
    }
    if (child.name !== 'p:sp' && child.name !== 'p:cxnSp') return []
    if (placeholderElement(child) !== undefined) return []
    const box = boxOf(child)
    return box === null ? [] : [drawShape(child, part, scaleBox(box, drawing), drawing)]
  })
}

/** Whether a group neither scales nor moves its content. */
function isUntransformed(group: Element): boolean {
  const frame = childOf(group, 'p:grpSpPr', 'a:xfrm')
  const isSame = (one: string, other: string, names: readonly [string, string]) => {
    const [a, b] = [childOf(frame, one), childOf(frame, other)]
    return names.every((name) => a?.attributes[name] === b?.attributes[name])
  }
  return frame === undefined || (isSame('a:off', 'a:chOff', ['x', 'y']) && isSame('a:ext', 'a:chExt', ['cx', 'cy']))
}

function scaleBox({ x: left, y, width, height }: Box, { scale }: TemplateDrawing): Box {
  const px = (emu: number) => Math.round(emu * scale * 100) / 100
  return { x: px(left), y: px(y), width: px(width), height: px(height) }
}

function drawShape(shape: Element, part: TemplatePart, box: Box, drawing: TemplateDrawing): readonly Element[] | null {
  const properties = childOf(shape, 'p:spPr')
  const style = childOf(shape, 'p:style')
  const outline = outlineOf(shape, box)
  if (outline === null) return null
  const picture = childOf(properties, 'a:blipFill')
  if (picture !== undefined) return drawPicture(picture, part, box, drawing)
  const isEmpty = childOf(properties, 'a:noFill') !== undefined
  const reference = Number(childOf(style, 'a:fillRef')?.attributes.idx) > 0 ? childOf(style, 'a:fillRef') : undefined
  const fill = isEmpty
    ? null
    : (colourIn(childOf(properties, 'a:solidFill'), drawing.scheme) ??
      gradientStops(childOf(properties, 'a:gradFill'), drawing.scheme)[0] ??
      colourIn(reference, drawing.scheme))
  const line = childOf(properties, 'a:ln')
  const stroke =
    childOf(line, 'a:noFill') !== undefined
      ? null
      : (colourIn(childOf(line, 'a:solidFill'), drawing.scheme) ??
        (Number(childOf(style, 'a:lnRef')?.attributes.idx) > 0
          ? colourIn(childOf(style, 'a:lnRef'), drawing.scheme)
          : null))
  if (fill === null && stroke === null) return []
  const rotation = Number(childOf(properties, 'a:xfrm')?.attributes.rot ?? 0) / 60_000
  const width = Math.max(1, (Number(line?.attributes.w) || 9525) * drawing.scale)
  return [
    x(outline.name, {
      ...outline.attributes,
      fill: fill?.hex ?? 'none',
      ...(fill && fill.alpha < 1 && { 'fill-opacity': String(fill.alpha) }),
      ...(stroke && {
        stroke: stroke.hex,
        'stroke-width': String(Math.round(width * 10) / 10),
        'stroke-opacity': String(stroke.alpha),
      }),
      ...(rotation !== 0 && { transform: `rotate(${rotation} ${box.x + box.width / 2} ${box.y + box.height / 2})` }),
    }),
  ]
}
