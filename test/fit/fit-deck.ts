import { VFile } from 'vfile'
import type { Browser } from '../../src/browser/browser.ts'
import { fit as fitToSlides } from '../../src/fit/fit.ts'
import type { MeasurementMemory } from '../../src/fit/gauge.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck, Slide } from '../../src/model/deck.ts'
import type { Theme } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'

export interface FittedDeck {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly messages: readonly string[]
  /** The number of slides shown, each time that the page was used. */
  readonly shownCounts: readonly number[]
}

/** What fitting a deck by itself requires. */
export interface FitDeckOptions {
  readonly browser: Browser
  readonly theme: Theme
  readonly memory?: MeasurementMemory | undefined
}

/** Fits a deck without an article. */
export async function fitDeck(deck: Deck, { browser, theme, memory }: FitDeckOptions): Promise<FittedDeck> {
  const file = new VFile({ path: 'deck.md', value: 'Words of no matter.' })
  const article = await read(new TextEncoder().encode('Words of no matter.'), file)
  const shownCounts: number[] = []
  const fitted = await browser.withPage((page) => {
    const countingPage: typeof page = {
      ...page,
      show: (html, viewport) => {
        shownCounts.push((typeof html === 'string' ? html : html.body).split('<section ').length - 1)
        return page.show(html, viewport)
      },
    }
    return fitToSlides(deck, { article, layouts, theme, page: countingPage, memory }, file)
  })
  return { slides: fitted.slides, deck: fitted, messages: file.messages.map(String), shownCounts }
}
