// Divides a deck into the layouts of a PowerPoint file and the slides that use them.

import type { Box, Figure, Paint, Rect, Scene } from '../../client/scene/scene.ts'
import type { LayoutName, Slide } from '../../model/deck.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import { baseOf, type TextBase } from './drawingml-text.ts'
import { extendTextBoxes } from './extend-text-boxes.ts'
import type { Placeholder } from './shapes.ts'
import { arrangeText, type SlideArrangement, type TextShape } from './text-boxes.ts'

/** A deck, divided into layouts and the slides that use them. */
export interface DeckPlan {
  readonly layouts: readonly LayoutPlan[]
  readonly slides: readonly SlidePlan[]
  /** The background of most slides. */
  readonly background: Paint
}

/** A layout, with the content that all its slides have in common. */
export interface LayoutPlan {
  readonly name: LayoutName
  /** The size of titles in pt; null if it is the usual one. */
  readonly titleSize: number | null
  readonly background: Paint
  /** The shapes that all its slides have at the same position. */
  readonly boxes: readonly Box[]
  readonly pictures: readonly Figure[]
  readonly placeholders: readonly LayoutPlaceholder[]
}

export interface LayoutPlaceholder {
  readonly key: string
  readonly placeholder: Placeholder
  readonly rect: Rect
  /** The text properties of each level; null for a level without text. */
  readonly bases: readonly (TextBase | null)[]
  readonly wraps: boolean
  readonly shrinks: boolean
}

export interface SlidePlan {
  readonly slide: Slide
  readonly page: number
  /** The slide's name, which serves as its title if it shows none, and as the alternative text of its tables. */
  readonly name: string
  readonly layout: LayoutPlan
  readonly scene: Scene
  readonly arrangement: SlideArrangement
  /** The shapes of the slide that its layout does not have. */
  readonly boxes: readonly Box[]
  readonly pictures: readonly Figure[]
}

/**
 * Moves everything that the slides of a layout have in common into the layout, and leaves the differences on the
 * slides.
 */
export function planLayouts(slides: readonly RenderedSlide[], scenes: readonly Scene[]): DeckPlan {
  const measuredSlides = slides.flatMap((rendered, index) => {
    const scene = scenes[index]
    return scene === undefined ? [] : [{ ...rendered, scene, arrangement: extendTextBoxes(arrangeText(scene), scene) }]
  })
  const variants = [...new Set(measuredSlides.map(({ slide }) => slide.layout))].flatMap((name) =>
    variantsOf(
      name,
      measuredSlides.filter(({ slide }) => slide.layout === name),
    ),
  )
  return {
    layouts: variants.map(({ layout }) => layout),
    background: mostCommonBackground(measuredSlides),
    slides: measuredSlides.flatMap((measuredSlide) => {
      const layout = variants.find((variant) => variant.measuredSlides.includes(measuredSlide))?.layout
      return layout === undefined ? [] : [planSlide(layout, measuredSlide)]
    }),
  }
}

function planSlide(layout: LayoutPlan, { slide, page, name, scene, arrangement }: MeasuredSlide): SlidePlan {
  const [boxes, pictures] = [keysOf(layout.boxes), keysOf(layout.pictures)]
  return {
    slide,
    page,
    name,
    layout,
    scene,
    arrangement,
    boxes: arrangement.boxes.filter((box) => !boxes.has(JSON.stringify(box))),
    pictures: scene.pictures.filter((figure) => !pictures.has(JSON.stringify(figure))),
  }
}

interface MeasuredSlide extends RenderedSlide {
  readonly scene: Scene
  readonly arrangement: SlideArrangement
}

interface LayoutVariant {
  readonly layout: LayoutPlan
  readonly measuredSlides: readonly MeasuredSlide[]
}

/**
 * Makes a layout with the usual size of titles, and a variant for each other size to which titles were fitted. Titles
 * then need no size themselves, and change with the size in their layout.
 */
function variantsOf(name: LayoutName, measuredSlides: readonly MeasuredSlide[]): readonly LayoutVariant[] {
  const layout = layoutOf(name, measuredSlides)
  const sizes = measuredSlides.map(titleSizeOf)
  const usualSize = mostCommon(sizes.filter((size) => size !== null)) ?? null
  const others = [...new Set(sizes)].filter((size) => size !== null && size !== usualSize)
  return [null, ...others].flatMap((titleSize): LayoutVariant[] => {
    const members = measuredSlides.filter((_, index) =>
      titleSize === null ? sizes[index] === null || sizes[index] === usualSize : sizes[index] === titleSize,
    )
    const [title, ...rest] = layout.placeholders
    if (members.length === 0 || title === undefined) return []
    const titles = members.flatMap(({ arrangement }) => arrangement.title ?? [])
    const placeholders = [layoutPlaceholder('title', title.placeholder, titles), ...rest]
    return [{ layout: { ...layout, titleSize, placeholders }, measuredSlides: members }]
  })
}

/** Returns the size of the title in pt, rounded to a tenth; null if the slide shows no title. */
function titleSizeOf({ arrangement: { title } }: MeasuredSlide): number | null {
  const base = title?.paragraphs[0] ? baseOf(title.paragraphs[0]) : null
  return base === null ? null : Math.round(base.run.size * 7.5) / 10
}

function layoutOf(name: LayoutName, measuredSlides: readonly MeasuredSlide[]): LayoutPlan {
  return {
    name,
    titleSize: null,
    background: mostCommonBackground(measuredSlides),
    boxes: commonTo(
      measuredSlides.map(({ arrangement, scene }) =>
        arrangement.boxes.filter((box) => !liesOnImage(box, scene.pictures)),
      ),
    ),
    pictures: commonTo(measuredSlides.map(({ scene }) => scene.pictures.filter(({ kind }) => kind === 'logo'))),
    placeholders: placeholdersOf(name, measuredSlides),
  }
}

function mostCommonBackground(measuredSlides: readonly MeasuredSlide[]): Paint {
  return mostCommon(measuredSlides.map(({ scene }) => scene.background)) ?? { type: 'colour', colour: '#ffffff' }
}

/** Whether a shape lies on an image, as the background of a title may, and must therefore be drawn above the image. */
export function liesOnImage({ rect }: Box, pictures: readonly Figure[]): boolean {
  return pictures.some(
    ({ kind, rect: image }) =>
      kind === 'image' &&
      rect.width * rect.height < image.width * image.height * MAX_IMAGE_COVERAGE &&
      rect.x >= image.x - 1 &&
      rect.y >= image.y - 1 &&
      rect.x + rect.width <= image.x + image.width + 1 &&
      rect.y + rect.height <= image.y + image.height + 1,
  )
}

/** A shape that covers more than this fraction of an image is its frame or background, and is drawn below it. */
const MAX_IMAGE_COVERAGE = 0.9

function keysOf(objects: readonly unknown[]): ReadonlySet<string> {
  return new Set(objects.map((object) => JSON.stringify(object)))
}

/** Returns the elements that occur in every one of these lists. */
function commonTo<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...rest] = lists
  const others = rest.map(keysOf)
  return first.filter((object) => others.every((keys) => keys.has(JSON.stringify(object))))
}

/** Returns the most frequent value; the first one if several are equally frequent; undefined if there are none. */
function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<string, { readonly value: T; count: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const entry = counts.get(key) ?? { value, count: 0 }
    entry.count += 1
    counts.set(key, entry)
  }
  return [...counts.values()].reduce<{ value: T; count: number } | undefined>(
    (best, other) => (best === undefined || other.count > best.count ? other : best),
    undefined,
  )?.value
}

/** The first index for body placeholders; Office reserves lower indexes. */
const FIRST_INDEX = 13

/**
 * The keys of the date, the footer and the slide number. The slide number's key cannot be `number`, the key of a
 * large figure.
 */
export const FURNITURE_KEYS = { date: 'footer-date', footer: 'footer', number: 'slide-number' } as const

/** The placeholder indexes of the furniture: date, footer and slide number. */
const FURNITURE = { date: 10, footer: 11, number: 12 } as const

function placeholdersOf(name: LayoutName, measuredSlides: readonly MeasuredSlide[]): readonly LayoutPlaceholder[] {
  const titles = measuredSlides.flatMap(({ arrangement }) => arrangement.title ?? [])
  const isOpening = name === 'title'
  const title = { type: isOpening ? 'ctrTitle' : 'title', index: null } as const
  const furniture = (['date', 'footer', 'number'] as const).flatMap((role) => {
    const shapes = measuredSlides.flatMap(({ arrangement }) =>
      arrangement.furniture.filter((shape) => shape.role === role).slice(0, 1),
    )
    const type = { date: 'dt', footer: 'ftr', number: 'sldNum' } as const
    const key = FURNITURE_KEYS[role]
    return shapes.length === 0 ? [] : [layoutPlaceholder(key, { type: type[role], index: FURNITURE[role] }, shapes)]
  })
  const keys = [...new Set(measuredSlides.flatMap(({ arrangement }) => arrangement.bodies.map(({ key }) => key)))]
  const bodies = keys.map((key, order) => {
    const shapes = measuredSlides.flatMap(({ arrangement }) => arrangement.bodies.filter((shape) => shape.key === key))
    const isSubtitle = isOpening && key === 'subtitle'
    const type = isSubtitle ? ('subTitle' as const) : ('body' as const)
    return layoutPlaceholder(key, { type, index: isSubtitle ? 1 : FIRST_INDEX + order }, shapes)
  })
  const next = FIRST_INDEX + keys.length
  const pictures = measuredSlides.flatMap(({ scene }) =>
    scene.pictures.filter(({ kind }) => kind === 'image').slice(0, 1),
  )
  const tables = measuredSlides.flatMap(({ scene }) => scene.tables.slice(0, 1))
  const charts =
    name === 'chart'
      ? measuredSlides.flatMap(({ scene }) => scene.pictures.filter(({ kind }) => kind === 'drawing').slice(0, 1))
      : []
  const objects = [
    ...objectPlaceholder('chart', 'chart', next + 2, charts),
    ...objectPlaceholder('picture', 'pic', next, pictures),
    ...objectPlaceholder('table', 'tbl', next + 1, tables),
  ]
  return [layoutPlaceholder('title', title, titles), ...bodies, ...objects, ...furniture]
}

function objectPlaceholder(
  key: string,
  type: 'pic' | 'tbl' | 'chart',
  index: number,
  objects: readonly { readonly rect: Rect }[],
): readonly LayoutPlaceholder[] {
  const rect = mostCommon(objects.map((object) => object.rect))
  return rect === undefined ? [] : [{ key, placeholder: { type, index }, rect, bases: [], wraps: true, shrinks: false }]
}

/** The position of a title that is not shown: above the slide, where only a screen reader finds it. */
export const HIDDEN_TITLE_RECT: Rect = { x: 72, y: -80, width: 1136, height: 24 }

function layoutPlaceholder(key: string, placeholder: Placeholder, shapes: readonly TextShape[]): LayoutPlaceholder {
  const rect = mostCommon(shapes.map((shape) => shape.rect)) ?? HIDDEN_TITLE_RECT
  const bases = ([0, 1, 2] as const).map((level) => {
    const paragraphs = shapes.flatMap((shape) => shape.paragraphs.filter((paragraph) => paragraph.level === level))
    const candidates = paragraphs.flatMap((paragraph) => {
      const base = baseOf(paragraph)
      // The text is left out: only properties are compared.
      return base === null ? [] : [{ ...withRoundedLengths(base), run: { ...base.run, text: '' } }]
    })
    return mostCommon(candidates) ?? null
  })
  return {
    key,
    placeholder,
    rect,
    bases,
    wraps: shapes.every(({ wraps }) => wraps),
    shrinks: shapes.some(({ shrinks }) => shrinks),
  }
}

function withRoundedLengths({
  align,
  isRtl,
  leading,
  isProportional,
  before,
  margin,
  indent,
  bullet,
  run,
}: TextBase): TextBase {
  const character = bullet?.type === 'character' ? bullet : null
  return {
    align,
    isRtl,
    leading: Math.round(leading * 100) / 100,
    isProportional,
    before: Math.round(before),
    margin,
    indent,
    bullet: character,
    run,
  }
}
