import type { Element } from 'xast'
import type { Figure, Grid, Rect, Scene } from '../../client/scene/scene.ts'
import type { Chart } from '../../model/draft.ts'
import { BadTheme } from '../../theme/bad-theme.ts'
import type { Box, TemplateLayout, TemplatePlace } from '../../theme/template/template-layouts.ts'
import { type Arranged, arrange, cellKey, type TextShape } from './arrange.ts'
import { chartFrame, chartParts } from './chart-part.ts'
import type { Media } from './media.ts'
import type { Part } from './package.ts'
import type { Relations } from './relations.ts'
import { counter, pictureShape } from './shapes.ts'
import { SLIDE, slideContent } from './slide-content.ts'
import { titled } from './slide-part.ts'
import { tableGraphic } from './table-graphic.ts'
import { type Plain, plainIn, plainParagraph, shrinkFor } from './template-text.ts'
import type { Pen } from './text.ts'
import { px } from './units.ts'
import { el } from './xml.ts'

/** A slide to put on a template's layout. */
export interface Placing {
  readonly slide: { readonly id: string; readonly layout: string; readonly isHidden?: true }
  /** The name of the slide if nothing on it is its title. */
  readonly name: string
  readonly scene: Scene
  /** The chart of a slide, in place of one of its pictures; null for none. */
  readonly chart: { readonly chart: Chart; readonly figure: Figure } | null
  readonly layout: TemplateLayout
  readonly relations: Relations
  readonly media: Media
  readonly pen: Pick<Pen, 'language' | 'link' | 'isRtl'>
  readonly isStepped: boolean
  /** The size of a slide of the template in EMU, and how many of them are one of our CSS px. */
  readonly size: { readonly width: number; readonly height: number }
  readonly scale: number
}

/**
 * A slide on a layout of the template: text in its placeholders, with their look; what has no placeholder goes where the body
 * would be.
 */
export function templateSlide(placing: Placing, path: string): readonly Part[] {
  const { slide, scene, layout, relations, pen, name } = placing
  const { chart } = placing
  const chartPath = path.replace('slides/slide', 'charts/chart')
  const arranged = arrange(scene)
  const next = counter()
  const title = layout.places.find(({ type }) => type === 'title' || type === 'ctrTitle')
  if (title === undefined) throw new BadTheme(layout.path, [{ reason: 'This layout has no title.' }])
  const shapes: Element[] = [
    words({ id: next(), name: 'Title', place: title, texts: titleOf(arranged, name, pen.isRtl), pen, box: null }),
  ]
  const steps: { id: number; paragraphs: readonly number[] }[] = []
  const rooms = roomsOf(layout, placing.size)
  const groups = groupsFor(arranged, rooms.length, slide.layout)
  const things = [
    ...scene.tables.map((grid, index) => ({ grid, index })),
    ...scene.pictures.filter(({ shows }) => shows !== 'logo'),
  ]
  const [first] = rooms
  // Text and objects for one body share it, text above.
  const isShared = groups.length >= rooms.length && groups.length > 0 && things.length > 0
  for (const [index, texts] of groups.entries()) {
    const room = rooms[Math.min(index, rooms.length - 1)]
    if (room === undefined || texts.length === 0) continue
    const isLast = index === groups.length - 1
    const box = isShared && isLast ? above(room.box, texts) : room.place === null ? room.box : null
    const id = next()
    const stepped = texts.flatMap(({ paragraph }, at) => (paragraph.isStep && paragraph.level === 0 ? [at] : []))
    if (stepped.length > 0) steps.push({ id, paragraphs: stepped })
    shapes.push(
      words({
        id,
        name: room.place === null ? 'Text' : titled(room.place.type),
        place: room.place,
        texts,
        pen,
        box,
        room,
      }),
    )
  }
  const free = isShared
    ? below(rooms[rooms.length - 1]?.box ?? first?.box, groups[groups.length - 1] ?? [])
    : rooms[groups.length]?.box
  const target = pictureRoom(layout) ?? free ?? first?.box
  for (const [index, thing] of things.entries()) {
    if (target === undefined) continue
    const box = slice(target, index, things.length)
    if ('grid' in thing)
      shapes.push(tableFrame(thing.grid, { id: next(), box, alt: name, arranged, index: thing.index, pen }))
    else if (thing === chart?.figure) {
      const rect = inPx(box)
      const relation = relations.add('chart', chartPath)
      shapes.push(chartFrame({ id: next(), alt: thing.alt, rect, place: null, relation }))
    } else shapes.push(...picture(thing, { id: next(), box, placing }))
  }
  shapes.push(...furniture(arranged, { layout, next, pen }))
  const content = slideContent({ slide, background: null, shapes, steps: placing.isStepped ? steps : [] })
  const charts = chart === null ? [] : chartParts(chart.chart, chartPath, { size: 20 })
  return [{ path, type: SLIDE, content, relations: relations.all }, ...charts]
}

interface Room {
  readonly place: TemplatePlace | null
  readonly box: Box
}

/** The places for text, in order; if there is none, the room under the title. */
function roomsOf({ places }: TemplateLayout, { width, height }: Placing['size']): readonly Room[] {
  const title = places.find(({ type }) => type === 'title' || type === 'ctrTitle')?.box
  const top = title ? title.y + title.height : height * 0.25
  const spare = {
    x: title?.x ?? width * 0.08,
    y: Math.min(top, height * 0.5),
    width: title?.width ?? width * 0.84,
    height: height * 0.92 - Math.min(top, height * 0.5),
  }
  const found = places
    .filter(({ type }) => type === 'body' || type === 'obj' || type === 'subTitle')
    .map((place): Room => ({ place, box: place.box ?? spare }))
  return found.length > 0 ? found : [{ place: null, box: spare }]
}

function pictureRoom({ places }: TemplateLayout): Box | undefined {
  return places.find(({ type }) => type === 'pic' || type === 'tbl')?.box ?? undefined
}

/** What a slide says, by placeholder: the sides of a comparison apart, everything else in the first. */
function groupsFor({ bodies }: Arranged, rooms: number, layout: string): readonly (readonly Plain[])[] {
  const texts = plainIn(bodies)
  if (texts.length === 0) return []
  if (layout !== 'comparison' || rooms < 2) return [texts]
  const half = Math.ceil(texts.length / 2)
  const sides = [texts.slice(0, half), texts.slice(half)]
  return rooms < 4 ? sides : sides.flatMap((side) => [side.slice(0, 1), side.slice(1)])
}

function titleOf({ title }: Arranged, name: string, isRtl: boolean): readonly Plain[] {
  if (title !== null) return title.paragraphs.map((paragraph) => ({ paragraph, kind: 'point' as const }))
  const run = {
    text: name,
    families: [],
    size: 24,
    weight: 400,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    colour: '#000000',
    tracking: 0,
    shift: null,
    link: null,
  }
  const paragraph = {
    runs: [run],
    align: 'start',
    isRtl,
    level: 0,
    leading: 1.2,
    isProportional: true,
    before: 0,
    margin: 0,
    indent: 0,
    bullet: null,
    isStep: false,
  } as const
  return [{ paragraph, kind: 'point' }]
}

interface Wording {
  readonly id: number
  readonly name: string
  readonly place: TemplatePlace | null
  readonly texts: readonly Plain[]
  readonly pen: Placing['pen']
  /** Its position, if not that of the layout. */
  readonly box: Box | null
  readonly room?: Room
}

function words({ id, name, place, texts, pen, box, room }: Wording): Element {
  const own = box ?? room?.box ?? place?.box ?? null
  const scale =
    own === null || place === null
      ? 1
      : shrinkFor(texts, { width: own.width / EMU_A_POINT, height: own.height / EMU_A_POINT, size: place.size / 100 })
  const fit =
    scale < 1
      ? el('a:normAutofit', { fontScale: Math.round(scale * 100_000), lnSpcReduction: 10_000 })
      : el('a:normAutofit')
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name }),
      el(
        'p:cNvSpPr',
        { txBox: place === null ? true : null },
        place === null ? null : el('a:spLocks', { noGrp: true }),
      ),
      el(
        'p:nvPr',
        {},
        place === null ? null : el('p:ph', { type: place.type === 'obj' ? null : place.type, idx: place.index }),
      ),
    ),
    el(
      'p:spPr',
      {},
      box === null
        ? null
        : [frame('a:xfrm', box), place === null ? el('a:prstGeom', { prst: 'rect' }, el('a:avLst')) : null],
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', place === null ? { wrap: 'square' } : {}, fit),
      el('a:lstStyle'),
      texts.map((text) => plainParagraph(text, pen)),
    ),
  )
}

/** EMU. */
const EMU_A_POINT = 12_700

function frame(name: string, { x, y, width, height }: Box): Element {
  const round = (value: number) => Math.max(0, Math.round(value))
  return el(
    name,
    {},
    el('a:off', { x: round(x), y: round(y) }),
    el('a:ext', { cx: Math.max(1, round(width)), cy: Math.max(1, round(height)) }),
  )
}

/** The share of a body that its text takes when a table or picture is below it. */
function shareOf(texts: readonly Plain[]): number {
  return Math.min(0.5, 0.12 + 0.06 * texts.length)
}

function above(box: Box, texts: readonly Plain[]): Box {
  return { ...box, height: box.height * shareOf(texts) }
}

function below(box: Box | undefined, texts: readonly Plain[]): Box | undefined {
  if (box === undefined) return undefined
  const share = shareOf(texts)
  return { ...box, y: box.y + box.height * share, height: box.height * (1 - share) }
}

/** One of several boxes side by side. */
function slice(box: Box, index: number, count: number): Box {
  const width = box.width / count
  return { ...box, x: box.x + index * width, width: width * (count > 1 ? 0.96 : 1) }
}

function picture(
  figure: Figure,
  { id, box, placing }: { readonly id: number; readonly box: Box; readonly placing: Placing },
): readonly Element[] {
  const images = placing.media.of(figure)
  if (images === null) return []
  const { width, height } = figure.rect
  const factor = Math.min(
    box.width / width,
    box.height / height,
    figure.shows === 'drawing' ? placing.scale * 1.5 : Number.POSITIVE_INFINITY,
  )
  const size = { width: width * factor, height: height * factor }
  const at = { x: box.x + (box.width - size.width) / 2, y: box.y + (box.height - size.height) / 2, ...size }
  const image = {
    id: placing.relations.add('image', images.path),
    svg: images.svg === null ? null : placing.relations.add('image', images.svg),
  }
  // Our shapes are in px.
  const rect = inPx(at)
  return [pictureShape({ id, name: 'Picture', figure: { ...figure, rect, radius: 0 }, place: null, image })]
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
  readonly pen: Placing['pen']
}

/** A table in Office's own medium style, in the colours of the template. */
function tableFrame(grid: Grid, { id, box, alt, arranged, index, pen }: Tabling): Element {
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

/** "Medium Style 2 - Accent 1", which every Office has. */
const MEDIUM_STYLE = '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}'
const ROW_HEIGHT = 420_000

interface Furnishing {
  readonly layout: TemplateLayout
  readonly next: () => number
  readonly pen: Placing['pen']
}

/** The slide number and the footer, if the layout has places for them. */
function furniture({ furniture: shapes }: Arranged, { layout, next, pen }: Furnishing): readonly Element[] {
  return (
    [
      ['ftr', 'footer', 'Footer'],
      ['dt', 'date', 'Date'],
      ['sldNum', 'number', 'Slide number'],
    ] as const
  ).flatMap(([type, role, name]) => {
    const place = layout.places.find((each) => each.type === type)
    const shape: TextShape | undefined = shapes.find((each) => each.role === role)
    if (place === undefined || shape === undefined) return []
    const text = shape.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ')
    const run = [el('a:rPr', { lang: pen.language }), el('a:t', {}, text)]
    const content =
      type === 'sldNum'
        ? el('a:fld', { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }, run)
        : el('a:r', {}, run)
    return [
      el(
        'p:sp',
        {},
        el(
          'p:nvSpPr',
          {},
          el('p:cNvPr', { id: next(), name }),
          el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
          el('p:nvPr', {}, el('p:ph', { type, sz: 'quarter', idx: place.index })),
        ),
        el('p:spPr'),
        el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, content)),
      ),
    ]
  })
}
