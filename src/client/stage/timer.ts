/// <reference lib="dom" />
import type { TimerState } from './stage.ts'

/** The talk's timer. Its state is plain data, which windows can send to each other. */
export interface Timer {
  readonly state: () => TimerState
  /** Adopts another window's state if it is newer. */
  readonly adopt: (other: TimerState) => void
  readonly isRunning: () => boolean
  readonly start: () => void
  readonly pause: () => void
  /**
   * Sets the time to zero. If called again within a minute, undoes that, as if the timer had never been reset. Returns
   * which of the two it did.
   */
  readonly reset: () => 'reset' | 'restored'
  /** From now on, counts the time towards this part. */
  readonly enter: (part: string) => void
  /** Returns the seconds spent on a part, or on all parts. */
  readonly seconds: (part?: string) => number
}

/**
 * Makes a timer that goes by the wall clock, so that it keeps counting while a laptop is closed. Runs in the page and
 * closes over nothing.
 */
export function createTimer(): Timer {
  /** The time, in milliseconds, during which a reset can be undone. */
  const UNDO_WITHIN = 60_000
  const timer: { state: TimerState; lastReset: { readonly before: TimerState; readonly at: number } | null } = {
    lastReset: null,
    state: { spent: {}, since: null, part: '0', changedAt: 0 },
  }
  const sinceStart = () => (timer.state.since === null ? 0 : Math.max(0, Date.now() - timer.state.since))
  const spentSoFar = (): Record<string, number> => {
    const { spent, part } = timer.state
    return { ...spent, [part]: (spent[part] ?? 0) + sinceStart() }
  }
  const total = () => Object.values(spentSoFar()).reduce((sum, time) => sum + time, 0)
  const set = (change: Partial<TimerState>) => {
    timer.state = { ...timer.state, changedAt: Date.now(), ...change }
  }
  return {
    state: () => timer.state,
    adopt: (other) => other.changedAt > timer.state.changedAt && set(other),
    isRunning: () => timer.state.since !== null,
    start: () => timer.state.since === null && set({ since: Date.now() }),
    pause: () => set({ spent: spentSoFar(), since: null }),
    reset() {
      const { lastReset } = timer
      timer.lastReset = null
      if (lastReset !== null && Date.now() - lastReset.at < UNDO_WITHIN) {
        set({ ...lastReset.before, changedAt: Date.now() })
        return 'restored'
      }
      if (total() > 0) timer.lastReset = { before: timer.state, at: Date.now() }
      set({ spent: {}, since: null })
      return 'reset'
    },
    enter(part) {
      if (part === timer.state.part) return
      // A stopped timer has nothing new to tell the other windows, and a window that has just been loaded must not
      // overrule them.
      if (timer.state.since === null) timer.state = { ...timer.state, part }
      else set({ spent: spentSoFar(), since: Date.now(), part })
    },
    seconds(part) {
      return (part === undefined ? total() : (spentSoFar()[part] ?? 0)) / 1000
    },
  }
}
