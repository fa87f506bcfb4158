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
  readonly reset: () => void
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
  const timer: { state: TimerState } = { state: { spent: {}, since: null, part: '0', changedAt: 0 } }
  const sinceStart = () => (timer.state.since === null ? 0 : Math.max(0, Date.now() - timer.state.since))
  const spentSoFar = (): Record<string, number> => {
    const { spent, part } = timer.state
    return { ...spent, [part]: (spent[part] ?? 0) + sinceStart() }
  }
  const set = (change: Partial<TimerState>) => {
    timer.state = { ...timer.state, changedAt: Date.now(), ...change }
  }
  return {
    state: () => timer.state,
    adopt: (other) => other.changedAt > timer.state.changedAt && set(other),
    isRunning: () => timer.state.since !== null,
    start: () => timer.state.since === null && set({ since: Date.now() }),
    pause: () => set({ spent: spentSoFar(), since: null }),
    reset: () => set({ spent: {}, since: null }),
    enter(part) {
      if (part === timer.state.part) return
      // A stopped timer has nothing new to tell the other windows, and a window that has just been loaded must not
      // overrule them.
      if (timer.state.since === null) timer.state = { ...timer.state, part }
      else set({ spent: spentSoFar(), since: Date.now(), part })
    },
    seconds(part) {
      const spent = spentSoFar()
      const milliseconds = part === undefined ? Object.values(spent).reduce((sum, time) => sum + time, 0) : spent[part]
      return (milliseconds ?? 0) / 1000
    },
  }
}
