import { createHash } from 'node:crypto'
import type { LentPage } from '../browser/lent-page.ts'
import type { Spill } from '../client/measure/spills.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { renderSheets } from '../render/print.ts'
import { type RenderedSlide, renderSome } from '../render/slide.ts'
import { textOf } from '../render/text.ts'
import { measure, TOLERANCE } from './measure.ts'

/** What slides are measured with. */
export interface Measuring {
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: LentPage
  /** What an earlier fit has found, for its owner to hand to the next: slides that look as they did are not measured again. */
  readonly memory?: Memory | undefined
}

/** What was found of slides, by their looks. After a fit it holds those that this fit has asked for, and no others. */
export type Memory = Map<string, Spill>

/** Measures slides in one page of the browser, each once, and remembers what it has found. */
export interface Gauge {
  /** Measures those of the deck, and others that might come into it, that have not been measured yet. One round, if there are any. */
  measure(deck: Deck, others?: readonly Slide[]): Promise<void>
  /** What was found of a slide; of one that was never measured, that it fits. */
  spillOf(slide: Slide): Spill
  /** Whether a slide was measured. */
  knows(slide: Slide): boolean
  /** How many times slides were shown or remembered so far. */
  rounds(): number
  /** What was found, by looks. */
  found(): Memory
}

export function gaugeWith({ layouts, theme, page, memory }: Measuring): Gauge {
  const known = new Map<Slide, Spill>()
  const found: Memory = new Map()
  const looksIn = memory === undefined ? unlike() : looksUnder(theme)
  // Fonts for all that was rendered, so that what is shown later has the same head.
  const characters = new Set<string>()
  let rounds = 0
  return {
    async measure(deck, others = []) {
      // The others come last, where they move no page number.
      const all = { ...deck, slides: [...new Set([...deck.slides, ...others])] }
      if (all.slides.every((slide) => known.has(slide))) return
      rounds++
      const isWanted = (slide: Slide) => !known.has(slide)
      const looksOf = looksIn(deck)
      const fresh = renderSome(all, { layouts, theme, isWanted }).map((rendered) => ({
        rendered,
        looks: looksOf(rendered),
      }))
      for (const { rendered } of fresh) for (const character of textOf([rendered.element])) characters.add(character)
      const strange = fresh.filter(({ looks }) => !found.has(looks) && memory?.has(looks) !== true)
      const spills = await spillsOf(
        strange.map(({ rendered }) => rendered),
        deck,
      )
      for (const [index, { looks }] of strange.entries()) found.set(looks, spills[index] ?? FITS)
      for (const { rendered, looks } of fresh) {
        const spill = found.get(looks) ?? memory?.get(looks) ?? FITS
        found.set(looks, spill)
        known.set(rendered.slide, spill)
      }
    },
    spillOf: (slide) => known.get(slide) ?? FITS,
    knows: (slide) => known.has(slide),
    rounds: () => rounds,
    found: () => found,
  }

  async function spillsOf(slides: readonly RenderedSlide[], deck: Deck): Promise<readonly Spill[]> {
    if (slides.length === 0) return []
    await page.show(renderSheets(slides, deck, theme, [...characters].join('')), theme.canvas)
    return measure(page)
  }
}

/** What slides look like, by a short key. */
type Looks = (deck: Deck) => (slide: RenderedSlide) => string

/** Where nothing is remembered, slides are not compared: every one looks like no other. */
function unlike(): Looks {
  const state = { count: 0 }
  return () => () => `${state.count++}`
}

/**
 * All that bears on where a slide's content stands, as a short key: theme, language, event and markup, but not the foot, whose room
 * is fixed.
 */
function looksUnder({ faces, ...theme }: Theme): Looks {
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

const FITS: Spill = { below: 0, beside: 0, room: 1, used: 0, width: 1, isKickerOver: false, bodySize: null }

export function fitsBelow({ below }: Spill): boolean {
  return below <= TOLERANCE
}

export function fitsBeside({ beside }: Spill): boolean {
  return beside <= TOLERANCE
}

export function fitsWhole(spill: Spill): boolean {
  return fitsBelow(spill) && fitsBeside(spill)
}
