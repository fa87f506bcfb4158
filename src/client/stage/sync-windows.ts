// Keeps all windows that show the same deck on the same slide and step, with the same timer.

/// <reference lib="dom" />

import type { SharedState, Stage, TalkPosition, TimerState } from './stage.ts'
import type { Bus } from './window-messages.ts'

/** Synchronises this window with the others. */
export interface WindowSync {
  /**
   * Adopts another window's position and timer. Null means that the other window asks for this window's position and
   * timer, which are then sent.
   */
  readonly receive: (shared: SharedState | null) => void
  /** Sends what has changed in this window to the others. */
  readonly send: () => void
  /** Joins the others: follows them or, if this window has moved since it was loaded, makes them follow. */
  readonly join: () => void
  /** Makes the others play or stop the video or sound of the slide. */
  readonly sendPlayState: (isPlaying: boolean) => void
}

export interface SyncOptions {
  readonly bus: () => Bus
  readonly timer: () => TimerState
  readonly adoptTimer: (timer: TimerState) => void
  readonly play: (plays: boolean) => void
}

/** Connects a deck to the other windows. Runs in the page and closes over nothing. */
export function syncWindows({ deck }: Stage, { bus, timer, adoptTimer, play }: SyncOptions): WindowSync {
  const position = (): TalkPosition => ({
    id: deck.getCurrentSlide()?.id ?? '',
    step: deck.getIndices().f ?? -1,
    isBlank: deck.isPaused(),
  })
  const state = {
    position: JSON.stringify(position()),
    timer: JSON.stringify(timer()),
    isReceiving: false,
    hasMoved: false,
  }
  const shared = (): SharedState => ({ position: position(), timer: timer() })
  const go = ({ id, step, isBlank }: TalkPosition) => {
    const index = deck.getSlides().findIndex((section) => section.id === id)
    const current = position()
    if (index >= 0 && (current.id !== id || current.step !== step)) deck.slide(index, 0, step)
    if (current.isBlank !== isBlank) deck.togglePause(isBlank)
  }
  /** Remembers the current state as the one that all windows share, and returns what has changed. */
  const remember = () => {
    const [nextPosition, nextTimer] = [JSON.stringify(position()), JSON.stringify(timer())]
    const changes = { position: nextPosition !== state.position, timer: nextTimer !== state.timer }
    state.position = nextPosition
    state.timer = nextTimer
    return changes
  }
  const send = () => {
    if (state.isReceiving) return
    const changes = remember()
    state.hasMoved ||= changes.position
    if (changes.position || changes.timer)
      bus().send({ position: changes.position ? position() : null, timer: timer() })
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']) deck.on(event, send)
  return {
    send,
    sendPlayState: (isPlaying) => bus().send({ position: null, timer: timer(), plays: isPlaying }),
    join: () => bus().send(state.hasMoved ? shared() : null),
    receive(other) {
      if (other === null) return bus().send(shared())
      state.isReceiving = true
      adoptTimer(other.timer)
      if (other.position !== null) go(other.position)
      if (other.plays !== undefined) play(other.plays)
      remember()
      state.isReceiving = false
      // Moving to that slide may have started the timer here.
      if (timer().changedAt > other.timer.changedAt) bus().send({ position: null, timer: timer() })
    },
  }
}
