/// <reference lib="dom" />
import type { Bus } from './bus.ts'
import type { Clock, Place, Shared, Stage } from './stage.ts'

/** Keeps this window in step with the others. */
export interface Together {
  /** Follows another window's position, or answers its question. */
  readonly heard: (shared: Shared | null) => void
  /** Tells the other windows what has changed here. */
  readonly tell: () => void
  readonly place: () => Place
}

export interface Keeping {
  readonly bus: () => Bus
  readonly clock: () => Clock
  readonly takeClock: (clock: Clock) => void
}

/** Runs in the page and closes over nothing. */
export function together({ deck }: Stage, { bus, clock, takeClock }: Keeping): Together {
  const state = { known: '', isTaking: false }
  const place = (): Place => ({
    id: deck.getCurrentSlide()?.id ?? '',
    step: deck.getIndices().f ?? -1,
    isBlank: deck.isPaused(),
  })
  const shared = (): Shared => ({ place: place(), clock: clock() })
  const go = ({ id, step, isBlank }: Place) => {
    const index = deck.getSlides().findIndex((section) => section.id === id)
    const now = place()
    if (index >= 0 && (now.id !== id || now.step !== step)) deck.slide(index, 0, step)
    if (now.isBlank !== isBlank) deck.togglePause(isBlank)
  }
  const tell = () => {
    const now = JSON.stringify(shared())
    if (state.isTaking || now === state.known) return
    state.known = now
    bus().say(shared())
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']) deck.on(event, tell)
  return {
    place,
    tell,
    heard(other) {
      if (other === null) return bus().say(shared())
      state.isTaking = true
      takeClock(other.clock)
      go(other.place)
      state.known = JSON.stringify(shared())
      state.isTaking = false
      // Going there may have started the timer here.
      if (clock().changed > other.clock.changed) bus().say(shared())
    },
  }
}
