// Writes a slide of a PowerPoint file.

import type { Element } from 'xast'
import type { Box, Figure } from '../../client/scene/scene.ts'
import { type ChartFigure, chartFrame, chartOn } from './chart-frame.ts'
import { chartParts } from './chart-part.ts'
import type { TextContext } from './drawingml-text.ts'
import { tableFrame } from './measured-table.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { fill } from './palette.ts'
import {
  FURNITURE_KEYS,
  HIDDEN_TITLE_RECT,
  type LayoutPlaceholder,
  liesOnImage,
  type SlidePlan,
} from './plan-layouts.ts'
import type { Relationships } from './relationships.ts'
import { boxShape, createIdCounter, linkShape, type Placeholder, pictureShape, textShape } from './shapes.ts'
import { SLIDE_CONTENT_TYPE, slideContent } from './slide-content.ts'
import type { TextShape } from './text-boxes.ts'
import { unmeasuredParagraph } from './unmeasured-text.ts'
import { el } from './xml.ts'

/** Everything that is needed to write a slide, apart from its plan. */
export interface SlideContext {
  readonly context: Omit<TextContext, 'link'>
  readonly media: PptxMedia
  /** Whether the slide's points appear one by one. */
  readonly isStepped: boolean
  /** Returns the path of the slide with this id; null if there is none. */
  readonly pathOf: (id: string) => string | null
}

/**
 * Writes a slide and its chart. The XML of the slide contains, in this order: shapes and pictures, the title, the
 * content, the furniture, and links.
 */
export function slidePart(
  plan: SlidePlan,
  path: string,
  relationships: Relationships,
  slideContext: SlideContext,
): readonly PackagePart[] {
  const { slide } = plan
  const context: TextContext = { ...slideContext.context, link: linker(relationships, slideContext.pathOf) }
  const state: SlideState = { plan, context, nextId: createIdCounter(), steps: [] }
  const chartFigure = chartOn(plan)
  const chartPath = path.replace('slides/slide', 'charts/chart')
  const charts = chartFigure === null ? [] : chartParts(chartFigure.chart, chartPath, { size: CHART_SIZE })
  const shapes = shapesOf(state, { chartFigure, chartPath, relationships, media: slideContext.media })
  const content = slideContent({
    slide,
    background: backgroundOf(plan, { context, relationships, picture: slideContext.media.backgroundOf(slide.id) }),
    shapes,
    steps: slideContext.isStepped ? state.steps : [],
  })
  return [{ path, type: SLIDE_CONTENT_TYPE, content, relationships: relationships.all }, ...charts]
}

interface BackgroundContext {
  readonly context: TextContext
  readonly relationships: Relationships
  /** The path of the picture behind the slide; null for none. */
  readonly picture: string | null
}

/** Writes the background of a slide; returns null if it has the background of its layout. */
function backgroundOf(
  { layout, scene }: SlidePlan,
  { context, relationships, picture }: BackgroundContext,
): Element | null {
  if (picture === null && JSON.stringify(scene.background) === JSON.stringify(layout.background)) return null
  const paint =
    picture === null
      ? fill(scene.background, context.palette)
      : el(
          'a:blipFill',
          {},
          el('a:blip', { 'r:embed': relationships.add('image', picture) }),
          el('a:stretch', {}, el('a:fillRect')),
        )
  return el('p:bg', {}, el('p:bgPr', {}, paint, el('a:effectLst')))
}

interface SlideState {
  readonly plan: SlidePlan
  readonly context: TextContext
  readonly nextId: () => number
  /** For each shape, the indexes of the paragraphs that appear one by one; filled while text is written. */
  readonly steps: { id: number; paragraphs: readonly number[] }[]
}

interface SlideDrawings {
  readonly chartFigure: ChartFigure | null
  readonly chartPath: string
  readonly relationships: Relationships
  readonly media: PptxMedia
}

/**
 * Makes the shapes of a slide from back to front, which is the order in which screen readers read: the title is the
 * first text.
 */
function shapesOf(
  state: SlideState,
  { chartFigure, chartPath, relationships, media }: SlideDrawings,
): readonly Element[] {
  const { plan, context, nextId } = state
  const { arrangement, name } = plan
  const title = writeText(state, arrangement.title ?? hiddenTitle(name, context.isRtl), 'title')
  const pictures = plan.pictures.filter((figure) => figure !== chartFigure?.figure)
  const liesOnPicture = (box: Box) => liesOnImage(box, pictures)
  const shapeOf = (box: Box) => boxShape(box, { id: nextId(), name: 'Shape' }, context.palette)
  return [
    ...plan.boxes.filter((box) => !liesOnPicture(box)).map(shapeOf),
    ...pictureShapes(pictures, {
      placeholder: placeholderOn(plan, 'picture')?.placeholder ?? null,
      nextId,
      relationships,
      media,
    }),
    ...plan.boxes.filter(liesOnPicture).map(shapeOf),
    title,
    ...arrangement.bodies.map((shape) => writeText(state, shape, shape.key)),
    ...(chartFigure === null
      ? []
      : [
          chartFrame({
            id: nextId(),
            alt: chartFigure.figure.alt,
            rect: chartFigure.figure.rect,
            placeholder: placeholderOn(plan, 'chart')?.placeholder ?? null,
            relationshipId: relationships.add('chart', chartPath),
          }),
        ]),
    ...writeTables(state),
    ...arrangement.furniture.map((shape) => writeText(state, shape, furnitureKey(shape))),
    ...arrangement.links.flatMap((link) => {
      const target = context.link(link.address)
      return target === null ? [] : [linkShape(link, { id: nextId() }, target)]
    }),
  ]
}

function placeholderOn({ layout }: SlidePlan, key: string): LayoutPlaceholder | undefined {
  return layout.placeholders.find((placeholder) => placeholder.key === key)
}

/** Writes text in the placeholder with this key if the layout has one, otherwise in a text box. */
function writeText({ plan, context, nextId, steps }: SlideState, shape: TextShape, key: string): Element {
  const layoutPlaceholder = placeholderOn(plan, key)
  const id = nextId()
  const steppedParagraphs = shape.paragraphs.flatMap((paragraph, index) =>
    paragraph.isStep && paragraph.level === 0 ? [index] : [],
  )
  if (steppedParagraphs.length > 0) steps.push({ id, paragraphs: steppedParagraphs })

  return textShape(
    {
      id,
      name: shapeNameFor(key),
      shape,
      placeholder: layoutPlaceholder?.placeholder ?? null,
      layoutDefaults: layoutPlaceholder ?? null,
      isSlideNumber: layoutPlaceholder?.placeholder.type === 'sldNum',
    },
    context,
  )
}

function writeTables({ plan, context, nextId }: SlideState): readonly Element[] {
  const firstIndex = placeholderOn(plan, 'table')?.placeholder.index ?? 90
  return plan.scene.tables.map((grid, index) =>
    tableFrame(
      {
        id: nextId(),
        name: shapeNameFor(`table${index === 0 ? '' : ` ${index + 1}`}`),
        alt: plan.name,
        placeholder: { type: 'tbl', index: firstIndex + (index === 0 ? 0 : 50 + index) },
        grid,
        index,
        cells: plan.arrangement.cells,
      },
      context,
    ),
  )
}

/** The font size of charts, in px. */
const CHART_SIZE = 20

function furnitureKey({ role, key }: TextShape): string {
  return role === 'date' || role === 'footer' || role === 'number' ? FURNITURE_KEYS[role] : key
}

/** Returns the name of a shape for PowerPoint's selection pane: "quote-text" becomes "Quote text". */
export function shapeNameFor(key: string): string {
  const words = key.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Makes an invisible title, for screen readers and the outline view. */
function hiddenTitle(name: string, isRtl: boolean): TextShape {
  const paragraph = unmeasuredParagraph(name, { size: 16, colour: '#808080', isRtl })
  return {
    key: 'title',
    role: 'title',
    rect: HIDDEN_TITLE_RECT,
    paragraphs: [paragraph],
    wraps: false,
    shrinks: false,
    inset: 0,
  }
}

interface PictureContext {
  /** The layout's placeholder for a picture; null if it has none. */
  readonly placeholder: Placeholder | null
  readonly nextId: () => number
  readonly relationships: Relationships
  readonly media: PptxMedia
}

/** Makes the shapes of pictures. The first image goes in the layout's picture placeholder, if there is one. */
export function pictureShapes(
  figures: readonly Figure[],
  { placeholder, nextId, relationships, media }: PictureContext,
): readonly Element[] {
  const first = figures.find(({ kind }) => kind === 'image')
  return figures.flatMap((figure) => {
    const images = media.filesOf(figure)
    if (images === null) return []
    const image = {
      id: relationships.add('image', images.path),
      svg: images.svg === null ? null : relationships.add('image', images.svg),
    }
    const ownPlaceholder = figure === first ? placeholder : null
    const cropped = { ...figure, crop: images.crop }
    const name = figure.kind === 'logo' ? 'Logo' : 'Picture'
    return [pictureShape({ id: nextId(), name, figure: cropped, placeholder: ownPlaceholder, image })]
  })
}

/**
 * Returns a function that makes links from external addresses, or from `#` and the id of a slide. `pathOf` returns the
 * path of the slide with the given id, or null if there is none.
 */
export function linker(relationships: Relationships, pathOf: (id: string) => string | null): TextContext['link'] {
  return (address) => {
    if (!address.startsWith('#')) return { id: relationships.add('hyperlink', address, true), action: null }
    const path = pathOf(decodeURIComponent(address.slice(1)))
    return path === null ? null : { id: relationships.add('slide', path), action: 'ppaction://hlinksldjump' }
  }
}
