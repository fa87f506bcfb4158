import type { LentPage } from '../browser/page.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { renderSheets } from '../render/print.ts'
import { renderSlides } from '../render/slide.ts'
import { measure, type Spill, TOLERANCE } from './measure.ts'

/** What slides are measured with. */
export interface Measuring {
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: LentPage
}

/** Measures slides in one page of the browser, each once, and remembers what it has found. */
export interface Gauge {
  /** Measures those of the deck, and others that might come into it, that have not been measured yet. One round, if there are any. */
  measure(deck: Deck, others?: readonly Slide[]): Promise<void>
  /** What was found of a slide; of one that was never measured, that it fits. */
  spillOf(slide: Slide): Spill
  /** Whether a slide was measured. */
  knows(slide: Slide): boolean
  /** How many times slides were shown so far. */
  rounds(): number
}

export function gaugeWith({ layouts, theme, page }: Measuring): Gauge {
  const known = new Map<Slide, Spill>()
  let rounds = 0
  return {
    async measure(deck, others = []) {
      // The others come last, where they move no page number.
      const all = { ...deck, slides: [...new Set([...deck.slides, ...others])] }
      if (all.slides.every((slide) => known.has(slide))) return
      const fresh = renderSlides(all, layouts, theme.canvas).filter(({ slide }) => !known.has(slide))
      rounds++
      await page.show(renderSheets(fresh, deck, theme), theme.canvas)
      const spills = await measure(page)
      for (const [index, { slide }] of fresh.entries()) known.set(slide, spills[index] ?? FITS)
    },
    spillOf: (slide) => known.get(slide) ?? FITS,
    knows: (slide) => known.has(slide),
    rounds: () => rounds,
  }
}

const FITS: Spill = { below: 0, beside: 0, room: 1, used: 0, isKickerOver: false }

export function fitsBelow({ below }: Spill): boolean {
  return below <= TOLERANCE
}

export function fitsBeside({ beside }: Spill): boolean {
  return beside <= TOLERANCE
}

export function fitsWhole(spill: Spill): boolean {
  return fitsBelow(spill) && fitsBeside(spill)
}
