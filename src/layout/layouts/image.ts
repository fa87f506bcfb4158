// The layout for pictures.

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { CaptionedPicture, Diagram, Line, Picture } from '../../model/draft.ts'
import type { Layout, RenderContext, SlideShape } from '../../model/layout.ts'
import { widthOf } from '../../util/text-width.ts'
import { fitHooks, headingHook, listHooks } from '../hooks.ts'
import { heading, lineIn, slideBody, slideHead, withoutNulls } from '../markup.ts'
import { isPhotograph } from '../photograph.ts'
import { choosePictureGrid } from '../picture-grid.ts'
import { isReady, missingPicture, renderReadyPicture, type Size, sizeOf, widthLimitOf } from '../picture-markup.ts'
import { pointList } from './points.ts'

/**
 * Pictures: a single one, whole and undistorted, with its caption next to it or below; one that fills the slide or
 * spans it; one next to points; a pair; or a gallery. A missing picture is replaced by words that say what it shows.
 */
export const image: Layout<'image'> = {
  name: 'image',
  accepts: ({ title, content }) =>
    content.type === 'image' ? { picture: content.picture, ...titleAndCaption(title, content.caption) } : null,
  lines: (slots) =>
    withoutNulls(
      slots.title,
      ...(slots.points ?? []).map(({ line }) => line),
      ...platesOf(slots).flatMap(({ picture, caption }) => [...('drawing' in picture ? picture.source : []), caption]),
    ),
  render: (slots, context) => RENDERERS[arrangementOf(slots, context.shape)](slots, context),
  hooks: (slots, shape) => {
    const { title, picture, points } = slots
    const arrangement = arrangementOf(slots, shape)
    return {
      ...headingHook(title),
      'data-arrangement': arrangement,
      'data-kind': 'drawing' in picture ? 'diagram' : 'picture',
      ...((arrangement === 'plate' || arrangement === 'split') && {
        'data-picture': isReady(picture) ? shapeOf(sizeOf(picture)) : 'none',
      }),
      ...(arrangement === 'split' && reachesEdge(picture) && { 'data-edge': 'reached' }),
      ...((arrangement === 'plate' || arrangement === 'band') && { 'data-caption': captionClass(slots.caption) }),
      ...(points !== undefined && listHooks(points.map(({ line }) => line))),
      ...(slots.others !== undefined && platesHooks(slots, shape ?? 'wide')),
      ...fitHooks(slots),
    }
  },
  divide: () => null,
}

/** Uses a title that is a caption, such as a picture's alternative text, as the caption if there is no other. */
function titleAndCaption(title: Line | null, caption: Line | null): Pick<Slots['image'], 'title' | 'caption'> {
  const isCaption = title?.kind === 'caption' && caption === null
  return isCaption ? { title: null, caption: title } : { title, caption }
}

type ImageSlots = Slots['image']

/**
 * How pictures are arranged: one by itself (`plate`), one that fills the slide (`bleed`) or spans it (`band`), one next
 * to points (`split`), or several (`plates`).
 */
type Arrangement = 'plate' | 'bleed' | 'band' | 'split' | 'plates'

const RENDERERS: Readonly<Record<Arrangement, Layout<'image'>['render']>> = {
  plate: renderPlate,
  band: renderPlate,
  // The caption is in the head, because all text over the picture forms one block.
  bleed: ({ title, picture, caption }, context) => [
    h('header.slide-head', [
      ...(title === null ? [] : [heading(title, context)]),
      ...lineIn('p.caption', caption, context),
    ]),
    slideBody([h('figure.figure', isReady(picture) ? [renderReadyPicture(picture)] : [])]),
  ],
  split: (slots, context) => [
    slideHead(slots.title, context),
    slideBody([pointList(slots.points ?? [], context), renderFigure(slots, context)]),
  ],
  plates: renderPlates,
}

function renderPlates(slots: ImageSlots, context: RenderContext): readonly Element[] {
  const plates = platesOf(slots)
  const sharedCaption = sharedCaptionOf(plates)
  const figures = plates.map((plate) =>
    renderFigure(sharedCaption === null ? plate : { ...plate, caption: null }, context),
  )
  return [
    slideHead(slots.title, context),
    slideBody([
      h('div.plates', { style: `--picture-ratio:${Math.max(...plates.map(ratioOf))}` }, [
        ...figures,
        ...lineIn('p.caption', sharedCaption, context),
      ]),
    ]),
  ]
}

/**
 * Returns the caption of the last picture if it is the only caption, and so describes all pictures; null otherwise, and
 * if a picture is missing.
 */
function sharedCaptionOf(plates: readonly CaptionedPicture[]): Line | null {
  const captions = plates.flatMap(({ caption }) => caption ?? [])
  const isShared = captions.length === 1 && plates.every(({ picture }) => isReady(picture))
  return isShared ? (plates.at(-1)?.caption ?? null) : null
}

function renderPlate(slots: ImageSlots, context: RenderContext): readonly Element[] {
  const { title, picture, caption } = slots
  return [
    slideHead(title, context),
    slideBody([
      h(
        'figure.figure',
        isReady(picture)
          ? [renderReadyPicture(picture), ...lineIn('figcaption.caption', caption, context)]
          : [missingPicture(picture, caption, context)],
      ),
    ]),
  ]
}

/** Renders a picture that shares its slide with others or with points, in its own box with the caption below. */
export function renderFigure({ picture, caption }: CaptionedPicture, context: RenderContext): Element {
  const ratio = `--picture-ratio:${ratioOf({ picture })}`
  const style = [ratio, ...(isReady(picture) ? widthLimitOf(picture) : [])].join(';')
  return h('figure.plate', { style }, [
    h('div.plate-room', [isReady(picture) ? renderReadyPicture(picture) : missingPicture(picture, caption, context)]),
    ...lineIn('figcaption.caption', isReady(picture) ? caption : null, context),
  ])
}

function ratioOf({ picture }: Pick<CaptionedPicture, 'picture'>): number {
  const { width, height } = isReady(picture) ? sizeOf(picture) : FRAME
  return width / height
}

/** The proportions of the space for a missing picture. */
const FRAME: Size = { width: 3, height: 2 }

function platesOf({ picture, caption, others = [] }: ImageSlots): readonly CaptionedPicture[] {
  return [{ picture, caption }, ...others]
}

/**
 * Describes several pictures: how many there are, the grid that photographs fill (`data-grid`), whether their captions
 * are tabs on them (`data-captions`), and whether pictures in no such grid are all landscapes (`data-plate`).
 */
function platesHooks(slots: ImageSlots, shape: SlideShape): Readonly<Record<string, string>> {
  const plates = platesOf(slots)
  const isTabbed = haveShortCaptions(plates)
  const grid = isTabbed ? choosePictureGrid(plates, shape) : null
  const isPair = plates.length === 2 && plates.every(({ picture }) => isPhotograph(picture))
  return {
    'data-plates': String(plates.length),
    ...(grid !== null && { 'data-grid': grid }),
    ...(isTabbed && (grid !== null || isPair) && { 'data-captions': 'tabs' }),
    ...(grid === null && isLandscape(plates) && { 'data-plate': 'landscape' }),
  }
}

/** Whether no caption is long or describes several pictures, so that each can be on a corner of its own picture. */
function haveShortCaptions(plates: readonly CaptionedPicture[]): boolean {
  const captions = plates.map(({ caption }) => captionWidth(caption))
  return sharedCaptionOf(plates) === null && captions.every((width) => width <= MAX_TAB_CAPTION)
}

/** In letters: longer captions would cover too much of their pictures. */
const MAX_TAB_CAPTION = 40

/** Whether all pictures are clearly wider than they are high. */
function isLandscape(plates: readonly CaptionedPicture[]): boolean {
  return plates.every((plate) => ratioOf(plate) >= MIN_LANDSCAPE_RATIO)
}

const MIN_LANDSCAPE_RATIO = 1.2

function arrangementOf(slots: ImageSlots, shape: SlideShape = 'wide'): Arrangement {
  const { picture, caption, points, others } = slots
  if (points !== undefined) return 'split'
  if (others !== undefined) return 'plates'
  if (!isPhotograph(picture)) return 'plate'
  const { width, height } = picture.content
  const [minRatio, maxRatio] = BLEED_RATIOS[shape]
  const ratio = width / height
  const length = captionClass(caption)
  if (width < MIN_WIDTH || length === 'many') return 'plate'
  if (ratio >= minRatio && ratio <= maxRatio && length !== 'lines') return 'bleed'
  return ratio >= PANORAMA ? 'band' : 'plate'
}

/** Whether a picture beside points may extend to the edge of the slide: a photograph that is tall and sharp enough. */
function reachesEdge(picture: Picture | Diagram): boolean {
  if (!isPhotograph(picture) || picture.content.media !== undefined) return false
  const { width, height } = picture.content
  return shapeOf({ width, height }) === 'tall' && height >= MIN_HEIGHT
}

/** In px: shorter pictures do not fill the height of a slide. */
const MIN_HEIGHT = 400

/** The aspect ratios of pictures that can fill a slide of each shape with at most a sixth of the picture cropped. */
const BLEED_RATIOS: Readonly<Record<SlideShape, readonly [min: number, max: number]>> = {
  wide: [1.48, 2.14],
  square: [1.12, 1.6],
}

/** In px: narrower pictures would look blurred if they filled a slide. */
const MIN_WIDTH = 960

/** Pictures with this aspect ratio or a larger one extend from edge to edge. */
const PANORAMA = 2.2

/** Maps each class of pictures to its largest aspect ratio. */
const SHAPES = [
  ['tall', 0.8],
  ['square', 2],
  ['wide', Number.POSITIVE_INFINITY],
] as const

function shapeOf({ width, height }: Size): string {
  return SHAPES.find(([, widest]) => width / height <= widest)?.[0] ?? ''
}

/** Classes of captions: none, one line under a picture, a few lines, more than fits in a column next to a picture. */
const CAPTIONS = [
  ['none', 0],
  ['line', 70],
  ['lines', 180],
  ['many', Number.POSITIVE_INFINITY],
] as const

export function captionClass(caption: Line | null): string {
  const width = captionWidth(caption)
  return CAPTIONS.find(([, widest]) => width <= widest)?.[0] ?? ''
}

function captionWidth(caption: Line | null): number {
  return caption === null ? 0 : widthOf(caption.text)
}
