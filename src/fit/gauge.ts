// Measures slides in a browser and remembers the results.

import { createHash } from 'node:crypto'
import type { Browser } from '../browser/browser.ts'
import type { BrowserPage } from '../browser/browser-page.ts'
import type { Spill } from '../client/measure/measure-spills.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { joinPrintPages, type PrintPage, renderPrintPage } from '../render/print.ts'
import { type RenderedSlide, renderSomeSlides } from '../render/slide.ts'
import { textOf } from '../render/text-content.ts'
import { measure, TOLERANCE } from './measure.ts'
import { createSimplifier } from './plain-listings.ts'

export interface MeasureOptions {
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: BrowserPage
  /** Opens a second page, in which half of the slides are measured if there are many. */
  readonly withSecondPage?: Browser['withPage'] | undefined
  /** The results of an earlier fit, kept by the caller: slides that look the same are not measured again. */
  readonly memory?: MeasurementMemory | undefined
}

/** Measurements, keyed by the appearance of a slide. After a fit, only the measurements of the fitted deck are left. */
export type MeasurementMemory = Map<string, Spill>

/** Measures slides in a browser and remembers the results, so that each slide is measured only once. */
export interface Gauge {
  /** Measures those slides of a deck, and of `others`, that have not been measured yet. */
  measure(deck: Deck, others?: readonly Slide[]): Promise<void>
  /** Returns the measurement of a slide. A slide that was never measured counts as fitting. */
  spillOf(slide: Slide): Spill
  /** Whether a slide has been measured. */
  hasMeasured(slide: Slide): boolean
  /** The number of rounds so far, including those answered from memory. */
  rounds(): number
  /** All measurements, keyed by the appearance of a slide. */
  measurements(): MeasurementMemory
}

export function createGauge({ layouts, theme, page, withSecondPage, memory }: MeasureOptions): Gauge {
  const spillBySlide = new Map<Slide, Spill>()
  const spillByKey: MeasurementMemory = new Map()
  const keysFor = memory === undefined ? uniqueKeys() : appearanceKeys(theme)
  const simplify = createSimplifier(theme.css)
  // All characters rendered so far. Each page gets fonts for them, so that later pages have the same head.
  const characters = new Set<string>()
  let rounds = 0
  return {
    async measure(deck, others = []) {
      // The other slides come last, so that page numbers stay the same.
      const wholeDeck = { ...deck, slides: [...new Set([...deck.slides, ...others])] }
      if (wholeDeck.slides.every((slide) => spillBySlide.has(slide))) return
      rounds++
      const isWanted = (slide: Slide) => !spillBySlide.has(slide)
      const keyOf = keysFor(deck)
      const keys = new Map<Slide, string>()
      const unmeasured = new Map<string, PrintPage>()
      for (const slide of renderSomeSlides(wholeDeck, { layouts, theme, isWanted })) {
        const rendered = { ...slide, element: simplify(slide.element) }
        const key = keyOf(rendered)
        keys.set(rendered.slide, key)
        for (const character of textOf([rendered.element])) characters.add(character)
        const isKnown = spillByKey.has(key) || memory?.has(key) === true || unmeasured.has(key)
        if (!isKnown) unmeasured.set(key, renderPrintPage(rendered, theme))
      }
      const spills = await spillsOf([...unmeasured.values()], deck)
      for (const [index, key] of [...unmeasured.keys()].entries()) spillByKey.set(key, spills[index] ?? FITS)
      for (const [slide, key] of keys) {
        const spill = spillByKey.get(key) ?? memory?.get(key) ?? FITS
        spillByKey.set(key, spill)
        spillBySlide.set(slide, spill)
      }
    },
    spillOf: (slide) => spillBySlide.get(slide) ?? FITS,
    hasMeasured: (slide) => spillBySlide.has(slide),
    rounds: () => rounds,
    measurements: () => spillByKey,
  }

  async function spillsOf(slides: readonly PrintPage[], deck: Deck): Promise<readonly Spill[]> {
    if (slides.length === 0) return []
    const text = [...characters].join('')
    const measureIn = async (page: BrowserPage, pages: readonly PrintPage[]) => {
      await page.show(joinPrintPages(pages, { deck, theme, text }), theme.canvas)
      return measure(page)
    }
    if (withSecondPage === undefined || slides.length < MANY_SLIDES) return measureIn(page, slides)
    const middle = slides.length >> 1
    const second = withSecondPage((secondPage) => measureIn(secondPage, slides.slice(middle)))
    const halves = await Promise.all([measureIn(page, slides.slice(0, middle)), second])
    return halves.flat()
  }
}

/** With this number of slides or more, two pages are faster than one. */
const MANY_SLIDES = 60

/** Returns, for a deck, a function that makes a short key for the appearance of a slide. */
type AppearanceKeys = (deck: Deck) => (slide: RenderedSlide) => string

/** Makes a unique key for each slide, because without a memory slides are not compared. */
function uniqueKeys(): AppearanceKeys {
  const state = { count: 0 }
  return () => () => `${state.count++}`
}

/**
 * Makes a short key from everything that affects the positions of a slide's content: theme, language, direction, event
 * and markup, but not the footer, which always has the same height.
 */
function appearanceKeys({ faces, ...theme }: Theme): AppearanceKeys {
  const look = digest([theme, faces.map(({ family, weight, style }) => [family, weight, style])])
  return ({ language, direction, event }) => {
    const frame = digest([look, language, direction, event])
    return ({ element }) => {
      const content = element.children.filter((child) => child.type === 'element' && child.tagName !== 'footer')
      return digest([frame, element.properties, content])
    }
  }
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

/** The measurements of a slide whose content fits. */
export const FITS: Spill = {
  below: 0,
  beside: 0,
  availableHeight: 1,
  contentHeight: 0,
  availableWidth: 1,
  kickerSpills: false,
  kickerOverlapsEvent: false,
  isMarkCutOff: false,
  bodySize: null,
  wrappedLine: null,
  hiddenText: null,
}

export function fitsInHeight({ below }: Spill): boolean {
  return below <= TOLERANCE
}

export function fitsInWidth({ beside }: Spill): boolean {
  return beside <= TOLERANCE
}

export function fitsCompletely(spill: Spill): boolean {
  return fitsInHeight(spill) && fitsInWidth(spill)
}
