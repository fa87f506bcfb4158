// Draws the Mermaid diagrams of a deck.

import { performance } from 'node:perf_hooks'
import type { VFile } from 'vfile'
import type { BrowserPage } from '../../browser/browser-page.ts'
import { type DrawnDiagram, drawDiagram } from '../../client/diagram/draw-diagram.ts'
import type { Article } from '../../model/article.ts'
import type { Deck, Slide } from '../../model/deck.ts'
import { firstPlaceOf } from '../../model/source-position.ts'
import type { Canvas, Theme } from '../../model/theme.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { diagramPicture } from './diagram-picture.ts'
import { FONT_SIZE } from './mermaid-configuration.ts'
import { isDiagram, plainSource, withNarrowerNodes, withOtherDirection } from './mermaid-source.ts'
import { PROPERTIES_BY_COLOUR } from './placeholder-colours.ts'
import { withRoomForNames } from './plan-widths.ts'
import { type DiagramPageOptions, setUpPage } from './set-up-page.ts'

/** Everything needed to draw diagrams. */
export interface DiagramOptions {
  readonly article: Article
  readonly theme: Theme
  /** Null without a browser. */
  readonly page: BrowserPage | null
  /** The drawings of an earlier run, which the caller keeps. */
  readonly cache?: DiagramCache | undefined
}

/**
 * Maps everything that affects a drawing to the drawing. After each run that draws, it contains only the drawings of
 * that run's deck.
 */
export type DiagramCache = Map<string, DiagramPicture>

/**
 * Turns each Mermaid listing of the deck into a picture in the colours and fonts of the theme. If that fails, the
 * listing stays, with a warning at its position. Without diagrams, nothing is loaded.
 */
export async function drawDiagrams(
  deck: Deck,
  { article, theme, page, cache }: DiagramOptions,
  file: VFile,
): Promise<Deck> {
  const listings = deck.slides.filter(isListing)
  if (listings.length === 0) return deck
  const report = (slide: Slide<'code'>, reason: string) => {
    file.message(reason, { place: firstPlaceOf(slide.slots.lines, article), source: 'lectern', ruleId: 'diagram' })
  }
  if (page === null) {
    for (const slide of listings)
      report(
        slide,
        'The diagram is shown as its source, because there is no browser to draw it. "lectern doctor" says how to get one.',
      )
    return deck
  }
  const draw = createDrawer(page, { deck, theme, text: listings.map(sourceOf).join('') })
  const drawn = new Map<Slide, Slide>()
  const used: DiagramCache = new Map()
  for (const slide of listings) {
    const source = sourceOf(slide)
    // Colours are not part of the key, because in the drawing they are properties of the slide.
    const key = JSON.stringify([theme.tokens['font-text'], theme.canvas, source])
    const picture = cache?.get(key) ?? used.get(key) ?? (await draw(source))
    if ('fault' in picture) {
      report(slide, `The diagram cannot be drawn, so its source is shown: ${picture.fault}. ${picture.remedy}`)
      continue
    }
    used.set(key, picture)
    drawn.set(slide, withDiagram(slide, picture))
  }
  cache?.clear()
  for (const [key, picture] of used) cache?.set(key, picture)
  return { ...deck, slides: deck.slides.map((slide) => drawn.get(slide) ?? slide) }
}

function isListing(slide: Slide): slide is Slide<'code'> {
  return slide.layout === 'code' && isDiagram(slide.slots.language)
}

function sourceOf({ slots }: Slide<'code'>): string {
  return slots.lines.map(({ text }) => text).join('\n')
}

type DiagramPicture = NonNullable<ReturnType<typeof diagramPicture>>

function withDiagram({ slots: { title, lines }, ...slide }: Slide<'code'>, picture: DiagramPicture): Slide<'image'> {
  return { ...slide, layout: 'image', slots: { title, picture: { ...picture, source: lines }, caption: null } }
}

interface DiagramFault {
  readonly fault: string
  readonly remedy: string
}

/** The time limits for one diagram and for all diagrams of a deck together, in milliseconds. */
const DIAGRAM_LIMIT = 10_000
const TOTAL_LIMIT = 60_000

/**
 * Returns a function that draws diagrams. The function sets up the page before the first diagram, and again after a
 * diagram that took too long.
 */
function createDrawer(
  page: BrowserPage,
  pageOptions: DiagramPageOptions,
): (source: string) => Promise<DiagramPicture | DiagramFault> {
  const state = { isReady: false, spentMs: 0 }
  const drawOnce = async (source: string): Promise<DrawnDiagram | DiagramFault> => {
    if (state.spentMs > TOTAL_LIMIT) return tooLargeFault('The diagrams before it took too long')
    if (!state.isReady) await setUpPage(page, pageOptions)
    const start = performance.now()
    const result = await page.evaluateWithin(DIAGRAM_LIMIT, drawDiagram, { source, colours: PROPERTIES_BY_COLOUR })
    state.spentMs += performance.now() - start
    state.isReady = result !== null
    if (result === null) return tooLargeFault(`It takes longer than ${DIAGRAM_LIMIT / 1000} seconds`)
    return 'fault' in result ? { fault: shortenReason(result.fault), remedy: 'Correct it.' } : result
  }
  return async (listing) => {
    const plain = plainSource(listing)
    if ('fault' in plain) return tooLargeFault(plain.fault)
    const { source } = plain
    const first = await drawOnce(withRoomForNames(source))
    if ('fault' in first) return first
    const drawn = await drawLarger(first, source, { canvas: pageOptions.theme.canvas, drawOnce })
    const picture = diagramPicture(drawn, source)
    const size = Math.round(fontSizeOn(pageOptions.theme.canvas, drawn))
    if (picture === null) return { fault: EMPTY_FAULT, remedy: 'Correct it.' }
    return size < MIN_READABLE_SIZE ? tooLargeFault(`Its words would be ${size} px high on the slide`) : picture
  }
}

function tooLargeFault(fault: string): DiagramFault {
  return { fault, remedy: 'Split it in two, or leave some of it out.' }
}

/** Turns Mermaid's error message about a faulty source into a short fact, without a full stop. */
function shortenReason(reason: string): string {
  const plain = singleSpaced(reason).replace(/[.\s]+$/, '')
  const [, unknown] = /^No diagram type detected .*? for text: (\S{1,40})/.exec(plain) ?? []
  if (unknown !== undefined) return `"${unknown}" is not a kind of diagram that can be drawn`
  const [, edges] = /^Edge limit exceeded.*?the limit is (\d+)/.exec(plain) ?? []
  if (edges !== undefined) return `It has ${edges} edges or more`
  if (MERMAID_FAULT.test(plain)) return 'Mermaid cannot draw it'
  const [, expected = ''] = /^(.*?) Expecting /.exec(plain) ?? []
  return (expected === '' ? plain : expected).slice(0, MAX_REASON_LENGTH) || EMPTY_FAULT
}

/** Messages about a failure in Mermaid's own code, which say nothing about the source. */
const MERMAID_FAULT = /^Cannot (?:read|set) propert|^undefined is|is not (?:a function|iterable|defined)$/i

const EMPTY_FAULT = 'It shows nothing'

const MAX_REASON_LENGTH = 200

/**
 * Font sizes on the canvas, in CSS px: below the first, text is hard for the audience to read; below the second, it is
 * unreadable.
 */
const MIN_COMFORTABLE_SIZE = 15
const MIN_READABLE_SIZE = 9

/** Returns the smallest font size of a drawing, in CSS px, once it is scaled to the usual space on a slide. */
function fontSizeOn({ width, height }: Canvas, drawn: DrawnDiagram): number {
  const scale = Math.min(
    MAX_SCALE,
    (width * USUAL_FRACTIONS.width) / drawn.width,
    (height * USUAL_FRACTIONS.height) / drawn.height,
  )
  return Math.min(drawn.smallestFontSize, FONT_SIZE) * scale
}

/** How much a drawing may be enlarged. */
const MAX_SCALE = 2

/** The usual width and height of a picture under a title, as fractions of the canvas. */
const USUAL_FRACTIONS = { width: 0.89, height: 0.68 } as const

/**
 * Redraws a diagram whose text is small, or which is so wide that it uses little of the height, first with narrower
 * nodes and then in the other direction. A new drawing replaces the earlier one only if its text is clearly larger.
 */
async function drawLarger(
  first: DrawnDiagram,
  source: string,
  {
    canvas,
    drawOnce,
  }: { readonly canvas: Canvas; readonly drawOnce: (source: string) => Promise<DrawnDiagram | DiagramFault> },
): Promise<DrawnDiagram> {
  let best = first
  const sizeLimit = first.width / first.height > MAX_RATIO ? FONT_SIZE * MAX_SCALE : FONT_SIZE
  for (const [variant, limit] of [
    [withNarrowerNodes(source), sizeLimit],
    [withOtherDirection(source), MIN_COMFORTABLE_SIZE],
  ] as const) {
    if (variant === null || fontSizeOn(canvas, best) >= limit) continue
    const drawn = await drawOnce(variant)
    if (!('fault' in drawn) && fontSizeOn(canvas, drawn) >= fontSizeOn(canvas, best) * MIN_GAIN) best = drawn
  }
  return best
}

/** The ratio of width to height of a drawing that uses about half of the height of a slide. */
const MAX_RATIO = 3.5

/** The factor by which text must grow to count as clearly larger. */
const MIN_GAIN = 1.15
