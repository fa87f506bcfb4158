// Writes a slide on a layout of a PowerPoint template.

import type { Element } from 'xast'
import type { Figure, Rect, Scene, TableGrid } from '../../client/scene/scene.ts'
import type { Chart } from '../../model/draft.ts'
import { BadTheme } from '../../theme/bad-theme.ts'
import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import { chartFrame } from './chart-frame.ts'
import { chartParts } from './chart-part.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { frame, furniture, type PlaceholderText, placeholderText } from './placeholder-text.ts'
import type { Relations } from './relationships.ts'
import { counter, pictureShape } from './shapes.ts'
import { SLIDE, slideContent } from './slide-content.ts'
import { titled } from './slide-part.ts'
import { tableGraphic } from './table-graphic.ts'
import { above, below, groupsFor, pictureRoom, roomsOf, slice } from './template-placeholders.ts'
import { type Plain, plainParagraph } from './template-text.ts'
import type { Pen } from './text.ts'
import { type Arranged, arrange, cellKey } from './text-boxes.ts'
import { px } from './units.ts'
import { unmeasuredParagraph } from './unmeasured-text.ts'
import { el } from './xml.ts'

/** A slide, and the template's layout to put it on. */
export interface SlidePlacing {
  readonly slide: { readonly id: string; readonly layout: string; readonly isHidden?: true }
  /** The name of the slide if nothing on it is its title. */
  readonly name: string
  readonly scene: Scene
  /** The chart of a slide, and the picture that it replaces; null for none. */
  readonly chart: { readonly chart: Chart; readonly figure: Figure } | null
  readonly layout: TemplateLayout
  /** Returns the colour for words that cannot be read in the one of their placeholder; null for all others. */
  readonly colourFor: (place: Placeholder) => string | null
  readonly relations: Relations
  readonly media: PptxMedia
  readonly pen: Pick<Pen, 'language' | 'link' | 'isRtl'>
  readonly isStepped: boolean
  /** The size of the template's slides in EMU, and the number of EMU in one of our CSS px. */
  readonly size: { readonly width: number; readonly height: number }
  readonly scale: number
}

/**
 * Writes the slide: text goes in the layout's placeholders, in their style; anything without a placeholder goes where
 * the body would be.
 */
export function templateSlide(placing: SlidePlacing, path: string): readonly PackagePart[] {
  const { slide, scene, layout, relations, pen, name, chart, colourFor } = placing
  const chartPath = path.replace('slides/slide', 'charts/chart')
  const title = layout.placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle')
  if (title === undefined) throw new BadTheme(layout.path, [{ reason: 'This layout has no title.' }])
  const arranged = arrange(scene)
  const next = counter()
  const objects = [
    ...scene.tables.map((grid, index) => ({ grid, index })),
    ...scene.pictures.filter(({ kind }) => kind !== 'logo'),
  ]
  const { texts, target } = placedTexts(placing, arranged, objects.length)
  const words = titleOf(arranged, name, pen.isRtl)
  const shapes = [
    placeholderText({
      id: next(),
      name: 'Title',
      place: title,
      texts: words,
      pen,
      box: null,
      colour: colourFor(title),
    }),
  ]
  const steps: { id: number; paragraphs: readonly number[] }[] = []
  for (const text of texts) {
    const id = next()
    const stepped = text.texts.flatMap(({ paragraph }, at) => (paragraph.isStep && paragraph.level === 0 ? [at] : []))
    if (stepped.length > 0) steps.push({ id, paragraphs: stepped })
    shapes.push(placeholderText({ ...text, id, pen, colour: text.place === null ? null : colourFor(text.place) }))
  }
  for (const [index, object] of objects.entries()) {
    if (target === undefined) continue
    const box = slice(target, index, objects.length)
    if ('grid' in object)
      shapes.push(tableFrame(object.grid, { id: next(), box, alt: name, arranged, index: object.index, pen }))
    else if (object === chart?.figure) {
      const rect = inPx(box)
      const relation = relations.add('chart', chartPath)
      shapes.push(chartFrame({ id: next(), alt: object.alt, rect, place: null, relation }))
    } else shapes.push(...picture(object, { id: next(), box, placing }))
  }
  shapes.push(...furniture(arranged, { layout, next, pen, colourFor }))
  const content = slideContent({ slide, background: null, shapes, steps: placing.isStepped ? steps : [] })
  const charts = chart === null ? [] : chartParts(chart.chart, chartPath, { size: 20 })
  return [{ path, type: SLIDE, content, relations: relations.all }, ...charts]
}

interface PlacedTexts {
  readonly texts: readonly Omit<PlaceholderText, 'id' | 'pen' | 'colour'>[]
  /** The box for tables and pictures. */
  readonly target: Box | undefined
}

/** Puts the texts of a slide in placeholders; if none is left for its tables and pictures, they share the last body. */
function placedTexts({ slide, layout, size }: SlidePlacing, arranged: Arranged, objects: number): PlacedTexts {
  const rooms = roomsOf(layout, size)
  const groups = groupsFor(arranged, rooms.length, slide.layout)
  // If no placeholder is left for the objects, the last text and they share one, with the text above.
  const isShared = groups.length >= rooms.length && groups.length > 0 && objects > 0
  const texts = groups.flatMap((group, index) => {
    const room = rooms[Math.min(index, rooms.length - 1)]
    if (room === undefined || group.length === 0) return []
    const isLast = index === groups.length - 1
    const box = isShared && isLast ? above(room.box, group) : room.place === null ? room.box : null
    const name = room.place === null ? 'Text' : titled(room.place.type)
    return [{ name, place: room.place, texts: group, box, room }]
  })
  const first = rooms[0]?.box
  const free = isShared
    ? below(rooms[rooms.length - 1]?.box ?? first, groups[groups.length - 1] ?? [])
    : rooms[groups.length]?.box
  return { texts, target: pictureRoom(layout) ?? free ?? first }
}

function titleOf({ title }: Arranged, name: string, isRtl: boolean): readonly Plain[] {
  const unstyled = unmeasuredParagraph(name, { size: 24, colour: '#000000', isRtl })
  return (title?.paragraphs ?? [unstyled]).map((paragraph) => ({ paragraph, kind: 'point' }))
}

function picture(
  figure: Figure,
  { id, box, placing }: { readonly id: number; readonly box: Box; readonly placing: SlidePlacing },
): readonly Element[] {
  const images = placing.media.of(figure)
  if (images === null) return []
  const { width, height } = figure.rect
  const factor = Math.min(
    box.width / width,
    box.height / height,
    figure.kind === 'drawing' ? placing.scale * 1.5 : Number.POSITIVE_INFINITY,
  )
  const size = { width: width * factor, height: height * factor }
  const at = { x: box.x + (box.width - size.width) / 2, y: box.y + (box.height - size.height) / 2, ...size }
  const image = {
    id: placing.relations.add('image', images.path),
    svg: images.svg === null ? null : placing.relations.add('image', images.svg),
  }
  // Our shapes are measured in px.
  const rect = inPx(at)
  return [
    pictureShape({
      id,
      name: 'Picture',
      figure: { ...figure, rect, radius: 0, crop: images.crop },
      place: null,
      image,
    }),
  ]
}

function inPx({ x, y, width, height }: Box): Rect {
  return { x: px(x), y: px(y), width: px(width), height: px(height) }
}

interface Tabling {
  readonly id: number
  readonly box: Box
  readonly alt: string
  readonly arranged: Arranged
  readonly index: number
  readonly pen: SlidePlacing['pen']
}

/** Writes a table in Office's medium style, in the colours of the template. */
function tableFrame(grid: TableGrid, { id, box, alt, arranged, index, pen }: Tabling): Element {
  const whole = grid.columns.reduce((sum, width) => sum + width, 0)
  const height = Math.min(ROW_HEIGHT, Math.floor(box.height / grid.rows.length))
  const own = { ...box, height: height * grid.rows.length }
  const cellAt = (row: number, column: number): Element => {
    const cell = arranged.cells.get(cellKey({ cell: { table: index, row, column } }))
    const align = cell?.paragraph.align
    const text = cell === undefined ? el('a:p') : plainParagraph({ paragraph: cell.paragraph, kind: 'point' }, pen)
    const aligned = align === 'center' ? 'ctr' : (align === 'end') !== pen.isRtl ? 'r' : 'l'
    const [properties] = text.children
    if (properties?.type === 'element' && properties.name === 'a:pPr') properties.attributes.algn = aligned
    return el('a:tc', {}, el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), text), el('a:tcPr'))
  }
  return tableGraphic({
    ...{ id, name: 'Table', alt, grid, placeholder: null, transform: frame('p:xfrm', own) },
    isRtl: pen.isRtl,
    style: MEDIUM_STYLE,
    isBanded: true,
    widths: grid.columns.map((width) => Math.round((width / whole) * box.width)),
    rows: grid.rows.map((_, row) => ({ height, cells: grid.columns.map((__, column) => cellAt(row, column)) })),
  })
}

/** The table style "Medium Style 2 - Accent 1", which is part of every Office. */
const MEDIUM_STYLE = '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}'
const ROW_HEIGHT = 420_000
