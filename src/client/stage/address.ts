// Keeps the address of the page up to date with the slide that is shown.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { StageDeck } from './stage.ts'

/** The slide and step in the address of the page. */
export interface Address {
  /**
   * Goes to the slide in the address that was opened, if reveal.js has not done so: on a phone, or if the slide's id
   * is a number.
   */
  readonly open: () => void
  /** Writes the current slide and step into the address at once; reveal.js does so up to a second later. */
  readonly write: () => void
}

/**
 * Follows the address to slides whose id is a number, such as `#/2019`, which reveal.js takes for the number of a
 * slide. Must be called before reveal.js starts. Runs in the page.
 */
export const connectAddress = pageFunction(connect, [scrollTo])

function connect(deck: StageDeck): Address {
  const opened = location.hash
  const write = () => {
    try {
      history.replaceState(null, '', `#${deck.getSlidePath()}`)
    } catch {
      // Safari allows 100 changes in 30 seconds. The change that reveal.js makes later is enough.
    }
  }
  const goToNumericId = (hash: string): boolean => {
    const [, number, step = '-1'] = /^#\/(\d+)(?:\/(\d+))?$/.exec(hash) ?? []
    const index = deck.getSlides().findIndex(({ id }) => id === number)
    if (index < 0) return false
    deck.slide(index, 0, Number(step))
    write()
    return true
  }
  addEventListener('hashchange', (event) => {
    if (goToNumericId(location.hash)) event.stopImmediatePropagation()
  })
  return {
    open() {
      if (goToNumericId(opened)) return
      if (deck.isScrollView() && opened !== '') scrollTo(opened)
    },
    write,
  }
}

/**
 * Goes to the slide of an address in the scroll view, which has replaced that address with the one of the first slide.
 * Scrolls a little further, because a position that is rounded down would belong to the slide before.
 */
function scrollTo(hash: string): void {
  const NUDGE = 2
  const nudge = () => document.querySelector('.reveal-viewport')?.scrollBy(0, NUDGE)
  addEventListener('hashchange', nudge, { once: true })
  location.replace(hash)
}
