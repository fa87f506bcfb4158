// Writes a slide of a PowerPoint file.

import type { Element } from 'xast'
import type { Box, Figure } from '../../client/scene/scene.ts'
import { chartFrame, chartIn, type DrawnChart } from './chart-frame.ts'
import { chartParts } from './chart-part.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { fill } from './palette.ts'
import { type LayoutPlaceholder, liesOnImage, OFF_SLIDE, type SlidePlan } from './plan-layouts.ts'
import type { Relations } from './relationships.ts'
import { boxShape, counter, linkShape, pictureShape, textShape } from './shapes.ts'
import { SLIDE, slideContent } from './slide-content.ts'
import { tableFrame } from './table.ts'
import type { Pen } from './text.ts'
import type { TextShape } from './text-boxes.ts'
import { unmeasuredParagraph } from './unmeasured-text.ts'
import { el } from './xml.ts'

/** Everything that a slide is written with, besides its plan. */
export interface SlideWriting {
  readonly pen: Omit<Pen, 'link'>
  readonly media: PptxMedia
  /** Whether its points appear one by one. */
  readonly isStepped: boolean
  /** Returns the path of the slide with this id. */
  readonly pathOf: (id: string) => string | null
}

/**
 * Writes a slide and its chart. The slide's XML has its shapes and pictures, then its title, its content in order, and
 * its furniture.
 */
export function slidePart(
  plan: SlidePlan,
  path: string,
  relations: Relations,
  writing: SlideWriting,
): readonly PackagePart[] {
  const { layout, scene, slide } = plan
  const pen: Pen = { ...writing.pen, link: linker(relations, writing) }
  const written: WrittenSlide = { plan, pen, next: counter(), steps: [] }
  const drawn = chartIn(plan)
  const chartPath = path.replace('slides/slide', 'charts/chart')
  const charts = drawn === null ? [] : chartParts(drawn.chart, chartPath, { size: CHART_SIZE })
  const isOther = JSON.stringify(scene.background) !== JSON.stringify(layout.ground)
  const shapes = shapesOf(written, { drawn, chartPath, relations, media: writing.media })
  const content = slideContent({
    slide,
    background: isOther
      ? el('p:bg', {}, el('p:bgPr', {}, fill(scene.background, pen.palette), el('a:effectLst')))
      : null,
    shapes,
    steps: writing.isStepped ? written.steps : [],
  })
  return [{ path, type: SLIDE, content, relations: relations.all }, ...charts]
}

interface WrittenSlide {
  readonly plan: SlidePlan
  readonly pen: Pen
  readonly next: () => number
  /** The paragraphs that appear one by one, by shape; filled while texts are written. */
  readonly steps: { id: number; paragraphs: readonly number[] }[]
}

interface SlideDrawings {
  readonly drawn: DrawnChart | null
  readonly chartPath: string
  readonly relations: Relations
  readonly media: PptxMedia
}

/**
 * Makes the shapes of a slide from back to front, which is the order in which screen readers read: the title is the
 * first text.
 */
function shapesOf(written: WrittenSlide, { drawn, chartPath, relations, media }: SlideDrawings): readonly Element[] {
  const { plan, pen, next } = written
  const { arranged, name } = plan
  const title = textOn(written, arranged.title ?? hiddenTitle(name, pen.isRtl), 'title')
  const pictures = plan.pictures.filter((figure) => figure !== drawn?.figure)
  const isOver = (box: Box) => liesOnImage(box, pictures)
  const shapeOf = (box: Box) => boxShape(box, { id: next(), name: 'Shape' }, pen.palette)
  return [
    ...plan.boxes.filter((box) => !isOver(box)).map(shapeOf),
    ...picturesOf(pictures, { place: placeOn(plan, 'picture'), next, relations, media }),
    ...plan.boxes.filter(isOver).map(shapeOf),
    title,
    ...arranged.bodies.map((shape) => textOn(written, shape, shape.key)),
    ...(drawn === null
      ? []
      : [
          chartFrame({
            id: next(),
            alt: drawn.figure.alt,
            rect: drawn.figure.rect,
            place: placeOn(plan, 'chart')?.placeholder ?? null,
            relation: relations.add('chart', chartPath),
          }),
        ]),
    ...tablesOn(written),
    ...arranged.furniture.map((shape) => textOn(written, shape, furnitureKey(shape))),
    ...arranged.links.flatMap((leading) => {
      const target = pen.link(leading.address)
      return target === null ? [] : [linkShape(leading, { id: next() }, target)]
    }),
  ]
}

function placeOn({ layout }: SlidePlan, key: string): LayoutPlaceholder | undefined {
  return layout.places.find((each) => each.key === key)
}

/** Puts a text in the placeholder with this key if the layout has one, otherwise in a text box. */
function textOn({ plan, pen, next, steps }: WrittenSlide, shape: TextShape, key: string): Element {
  const found = placeOn(plan, key)
  const id = next()
  const stepped = shape.paragraphs.flatMap((paragraph, index) =>
    paragraph.isStep && paragraph.level === 0 ? [index] : [],
  )
  if (stepped.length > 0) steps.push({ id, paragraphs: stepped })
  const isNumber = found !== undefined && found.placeholder.type === 'sldNum'
  return textShape(
    { id, name: titled(key), shape, place: found?.placeholder ?? null, from: fromPlace(found), field: isNumber },
    pen,
  )
}

function tablesOn({ plan, pen, next }: WrittenSlide): readonly Element[] {
  const first = placeOn(plan, 'table')?.placeholder.index ?? 90
  return plan.scene.tables.map((grid, index) =>
    tableFrame(
      {
        id: next(),
        name: titled(`table${index === 0 ? '' : ` ${index + 1}`}`),
        alt: plan.name,
        place: { type: 'tbl', index: first + (index === 0 ? 0 : 50 + index) },
        grid,
        index,
        cells: plan.arranged.cells,
      },
      pen,
    ),
  )
}

/** The type size of charts, in px. */
const CHART_SIZE = 20

function furnitureKey({ role, key }: TextShape): string {
  return role === 'free' ? key : role
}

function fromPlace(place: LayoutPlaceholder | undefined) {
  return place === undefined ? null : { rect: place.rect, bases: place.bases }
}

/** The name of a shape as PowerPoint's selection pane shows it: "quote-text" becomes "Quote text". */
export function titled(key: string): string {
  const words = key.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Makes a title that screen readers and the outline view find but that nobody sees. */
function hiddenTitle(name: string, isRtl: boolean): TextShape {
  const paragraph = unmeasuredParagraph(name, { size: 16, colour: '#808080', isRtl })
  return { key: 'title', role: 'title', rect: OFF_SLIDE, paragraphs: [paragraph], wraps: false, inset: 0 }
}

interface Hanging {
  readonly place: LayoutPlaceholder | undefined
  readonly next: () => number
  readonly relations: Relations
  readonly media: PptxMedia
}

/** Makes the shapes of pictures. The first image goes in the layout's picture placeholder, if there is one. */
export function picturesOf(figures: readonly Figure[], { place, next, relations, media }: Hanging): readonly Element[] {
  const first = figures.find(({ kind }) => kind === 'image')
  return figures.flatMap((figure) => {
    const images = media.of(figure)
    if (images === null) return []
    const image = {
      id: relations.add('image', images.path),
      svg: images.svg === null ? null : relations.add('image', images.svg),
    }
    const own = figure === first ? (place?.placeholder ?? null) : null
    const cropped = { ...figure, crop: images.crop }
    const name = figure.kind === 'logo' ? 'Logo' : 'Picture'
    return [pictureShape({ id: next(), name, figure: cropped, place: own, image })]
  })
}

/** Returns a function that makes links from external addresses, or from `#` and the id of a slide. */
function linker(relations: Relations, { pathOf }: SlideWriting): Pen['link'] {
  return (address) => {
    if (!address.startsWith('#')) return { id: relations.add('hyperlink', address, true), action: null }
    const path = pathOf(decodeURIComponent(address.slice(1)))
    return path === null ? null : { id: relations.add('slide', path), action: 'ppaction://hlinksldjump' }
  }
}
