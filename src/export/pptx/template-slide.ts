// Writes a slide on a layout of a PowerPoint template.

import type { Element } from 'xast'
import type { Figure, Rect, Scene, TableGrid } from '../../client/scene/scene.ts'
import type { Chart } from '../../model/draft.ts'
import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import { ThemeError } from '../../theme/theme-error.ts'
import { chartFrame } from './chart-frame.ts'
import { chartParts } from './chart-part.ts'
import type { TextContext } from './drawingml-text.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { boxTransform, furnitureShapes, type PlaceholderText, placeholderText } from './placeholder-text.ts'
import type { Relationships } from './relationships.ts'
import { createIdCounter, pictureShape } from './shapes.ts'
import { SLIDE_CONTENT_TYPE, slideContent } from './slide-content.ts'
import { shapeNameFor } from './slide-part.ts'
import { tableGraphic } from './table-graphic.ts'
import { columnBox, groupTexts, lowerPart, pictureBox, textAreasOf, upperPart } from './template-placeholders.ts'
import { type PlainParagraph, writePlainParagraph } from './template-text.ts'
import { arrangeText, cellKey, type SlideArrangement } from './text-boxes.ts'
import { px } from './units.ts'
import { unmeasuredParagraph } from './unmeasured-text.ts'
import { el } from './xml.ts'

/** A slide, and the template's layout to put it on. */
export interface TemplateSlideInput {
  readonly slide: { readonly id: string; readonly layout: string; readonly isHidden?: true }
  /** The slide's name, which serves as its title if it shows none, and as the alternative text of its tables. */
  readonly name: string
  readonly scene: Scene
  /** The chart of a slide, and the picture that it replaces; null for none. */
  readonly chart: { readonly chart: Chart; readonly figure: Figure } | null
  readonly layout: TemplateLayout
  /** Returns the colour for words that cannot be read in their placeholder's own colour; null for all others. */
  readonly colourFor: (placeholder: Placeholder) => string | null
  readonly relationships: Relationships
  readonly media: PptxMedia
  readonly context: Pick<TextContext, 'language' | 'link' | 'isRtl'>
  readonly isStepped: boolean
  /** The size of the template's slides in EMU. */
  readonly size: { readonly width: number; readonly height: number }
  /** The number of EMU in a CSS px of our slides. */
  readonly scale: number
}

/**
 * Writes the slide: text goes in the layout's placeholders, in their style; anything without a placeholder goes where
 * the body would be.
 * @throws {ThemeError} if the layout has no title
 */
export function templateSlide(input: TemplateSlideInput, path: string): readonly PackagePart[] {
  const { slide, scene, layout, relationships, context, name, chart, colourFor } = input
  const chartPath = path.replace('slides/slide', 'charts/chart')
  const title = layout.placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle')
  if (title === undefined) throw new ThemeError(layout.path, [{ reason: 'This layout has no title.' }])
  const arrangement = arrangeText(scene)
  const next = createIdCounter()
  const objects = [
    ...scene.tables.map((grid, index) => ({ grid, index })),
    ...scene.pictures.filter(({ kind }) => kind !== 'logo'),
  ]
  const { texts, target } = placeTexts(input, arrangement, objects.length)
  const titleParagraphs = titleOf(arrangement, name, context.isRtl)
  const shapes = [
    placeholderText({
      id: next(),
      name: 'Title',
      placeholder: title,
      texts: titleParagraphs,
      context,
      box: null,
      colour: colourFor(title),
    }),
  ]
  const steps: { id: number; paragraphs: readonly number[] }[] = []
  for (const text of texts) {
    const id = next()
    const steppedParagraphs = text.texts.flatMap(({ paragraph }, index) =>
      paragraph.isStep && paragraph.level === 0 ? [index] : [],
    )
    if (steppedParagraphs.length > 0) steps.push({ id, paragraphs: steppedParagraphs })
    shapes.push(
      placeholderText({ ...text, id, context, colour: text.placeholder === null ? null : colourFor(text.placeholder) }),
    )
  }
  for (const [index, object] of objects.entries()) {
    if (target === undefined) continue
    const box = columnBox(target, index, objects.length)
    if ('grid' in object)
      shapes.push(writeTable(object.grid, { id: next(), box, alt: name, arrangement, index: object.index, context }))
    else if (object === chart?.figure) {
      const rect = toPx(box)
      const relationshipId = relationships.add('chart', chartPath)
      shapes.push(chartFrame({ id: next(), alt: object.alt, rect, placeholder: null, relationshipId }))
    } else shapes.push(...placePicture(object, { id: next(), box, input }))
  }
  shapes.push(...furnitureShapes(arrangement, { layout, next, context, colourFor }))
  const content = slideContent({ slide, background: null, shapes, steps: input.isStepped ? steps : [] })
  const charts = chart === null ? [] : chartParts(chart.chart, chartPath, { size: 20 })
  return [{ path, type: SLIDE_CONTENT_TYPE, content, relationships: relationships.all }, ...charts]
}

interface TextPlacement {
  readonly texts: readonly Omit<PlaceholderText, 'id' | 'context' | 'colour'>[]
  /** The box for tables and pictures. */
  readonly target: Box | undefined
}

/**
 * Puts the text of a slide in placeholders. If none is left for tables and pictures, they share the last body
 * placeholder.
 */
function placeTexts(
  { slide, layout, size }: TemplateSlideInput,
  arrangement: SlideArrangement,
  objectCount: number,
): TextPlacement {
  const areas = textAreasOf(layout, size)
  const groups = groupTexts(arrangement, areas.length, slide.layout)
  // If no placeholder is left for the objects, they are placed below the last text, in the same placeholder.
  const isShared = groups.length >= areas.length && groups.length > 0 && objectCount > 0
  const texts = groups.flatMap((group, index) => {
    const area = areas[Math.min(index, areas.length - 1)]
    if (area === undefined || group.length === 0) return []
    const isLast = index === groups.length - 1
    const ownBox = area.placeholder?.box ?? null
    const box = isShared && isLast ? upperPart(area.box, group) : ownBox === null ? area.box : null
    const name = area.placeholder === null ? 'Text' : shapeNameFor(area.placeholder.type)
    return [{ name, placeholder: area.placeholder, texts: group, box }]
  })
  const first = areas[0]?.box
  const freeBox = isShared
    ? lowerPart(areas[areas.length - 1]?.box ?? first, groups[groups.length - 1] ?? [])
    : areas[groups.length]?.box
  return { texts, target: pictureBox(layout) ?? freeBox ?? first }
}

function titleOf({ title }: SlideArrangement, name: string, isRtl: boolean): readonly PlainParagraph[] {
  const fallback = unmeasuredParagraph(name, { size: 24, colour: '#000000', isRtl })
  return (title?.paragraphs ?? [fallback]).map((paragraph) => ({ paragraph, kind: 'point' }))
}

function placePicture(
  figure: Figure,
  { id, box, input }: { readonly id: number; readonly box: Box; readonly input: TemplateSlideInput },
): readonly Element[] {
  const images = input.media.filesOf(figure)
  if (images === null) return []
  const { width, height } = figure.rect
  const factor = Math.min(
    box.width / width,
    box.height / height,
    figure.kind === 'drawing' ? input.scale * 1.5 : Number.POSITIVE_INFINITY,
  )
  const size = { width: width * factor, height: height * factor }
  const fittedBox = { x: box.x + (box.width - size.width) / 2, y: box.y + (box.height - size.height) / 2, ...size }
  const image = {
    id: input.relationships.add('image', images.path),
    svg: images.svg === null ? null : input.relationships.add('image', images.svg),
  }
  // The template is measured in EMU, the shapes that Lectern adds in px.
  const rect = toPx(fittedBox)
  return [
    pictureShape({
      id,
      name: 'Picture',
      figure: { ...figure, rect, radius: 0, crop: images.crop },
      placeholder: null,
      image,
    }),
  ]
}

function toPx({ x, y, width, height }: Box): Rect {
  return { x: px(x), y: px(y), width: px(width), height: px(height) }
}

interface TableInput {
  readonly id: number
  readonly box: Box
  readonly alt: string
  readonly arrangement: SlideArrangement
  readonly index: number
  readonly context: TemplateSlideInput['context']
}

/** Writes a table in Office's medium style, in the colours of the template. */
function writeTable(grid: TableGrid, { id, box, alt, arrangement, index, context }: TableInput): Element {
  const totalWidth = grid.columns.reduce((sum, width) => sum + width, 0)
  const height = Math.min(ROW_HEIGHT, Math.floor(box.height / grid.rows.length))
  const tableBox = { ...box, height: height * grid.rows.length }
  const cellAt = (row: number, column: number): Element => {
    const cell = arrangement.cells.get(cellKey({ cell: { table: index, row, column } }))
    const align = cell?.paragraph.align
    const text =
      cell === undefined ? el('a:p') : writePlainParagraph({ paragraph: cell.paragraph, kind: 'point' }, context)
    const alignment = align === 'center' ? 'ctr' : (align === 'end') !== context.isRtl ? 'r' : 'l'
    const [properties] = text.children
    if (properties?.type === 'element' && properties.name === 'a:pPr') properties.attributes.algn = alignment
    return el('a:tc', {}, el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), text), el('a:tcPr'))
  }
  return tableGraphic({
    ...{ id, name: 'Table', alt, grid, placeholder: null, transform: boxTransform('p:xfrm', tableBox) },
    isRtl: context.isRtl,
    style: MEDIUM_STYLE,
    isBanded: true,
    widths: grid.columns.map((width) => Math.round((width / totalWidth) * box.width)),
    rows: grid.rows.map((_, row) => ({ height, cells: grid.columns.map((__, column) => cellAt(row, column)) })),
  })
}

/** The table style "Medium Style 2 - Accent 1", which every version of Office has. */
const MEDIUM_STYLE = '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}'

/** The height of a row if there is enough space, in EMU. */
const ROW_HEIGHT = 420_000
