// Keeps all windows that show one deck on the same slide and step, with the same clock.

/// <reference lib="dom" />

import type { Clock, SharedState, Stage, TalkPosition } from './stage.ts'
import type { Bus } from './window-messages.ts'

/** Synchronises this window with the others. */
export interface WindowSync {
  /** Adopts another window's position and clock or, if null, sends it those of this window. */
  readonly receive: (shared: SharedState | null) => void
  /** Tells the other windows what has changed in this one. */
  readonly send: () => void
  readonly place: () => TalkPosition
}

export interface SyncOptions {
  readonly bus: () => Bus
  readonly clock: () => Clock
  readonly takeClock: (clock: Clock) => void
}

/** Connects a deck to the other windows. Runs in the page and closes over nothing. */
export function syncWindows({ deck }: Stage, { bus, clock, takeClock }: SyncOptions): WindowSync {
  const place = (): TalkPosition => ({
    id: deck.getCurrentSlide()?.id ?? '',
    step: deck.getIndices().f ?? -1,
    isBlank: deck.isPaused(),
  })
  const state = { place: JSON.stringify(place()), clock: JSON.stringify(clock()), isTaking: false }
  const shared = (): SharedState => ({ place: place(), clock: clock() })
  const go = ({ id, step, isBlank }: TalkPosition) => {
    const index = deck.getSlides().findIndex((section) => section.id === id)
    const now = place()
    if (index >= 0 && (now.id !== id || now.step !== step)) deck.slide(index, 0, step)
    if (now.isBlank !== isBlank) deck.togglePause(isBlank)
  }
  /** Remembers the current state, which the others will then know, and returns what in it is new. */
  const settle = () => {
    const [placed, timed] = [JSON.stringify(place()), JSON.stringify(clock())]
    const isNew = { place: placed !== state.place, clock: timed !== state.clock }
    state.place = placed
    state.clock = timed
    return isNew
  }
  const send = () => {
    if (state.isTaking) return
    const isNew = settle()
    if (isNew.place || isNew.clock) bus().say({ place: isNew.place ? place() : null, clock: clock() })
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']) deck.on(event, send)
  return {
    place,
    send,
    receive(other) {
      if (other === null) return bus().say(shared())
      state.isTaking = true
      takeClock(other.clock)
      if (other.place !== null) go(other.place)
      settle()
      state.isTaking = false
      // Moving to that slide may have started the timer here.
      if (clock().changed > other.clock.changed) bus().say({ place: null, clock: clock() })
    },
  }
}
