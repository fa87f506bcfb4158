/// <reference lib="dom" />
import type { Clock } from './stage.ts'

/** The talk's timer. Its state is plain data, which windows can send each other. */
export interface Timer {
  readonly state: () => Clock
  /** Takes over another window's state, if that is newer. */
  readonly take: (clock: Clock) => void
  readonly isRunning: () => boolean
  readonly start: () => void
  readonly pause: () => void
  readonly reset: () => void
  /** Counts the time for this part from now on. */
  readonly enter: (part: string) => void
  /** Returns the seconds spent on a part, or on all parts. */
  readonly seconds: (part?: string) => number
}

/**
 * Makes a timer that follows the wall clock, so that it goes on while a laptop is shut. Runs in the page and closes
 * over nothing.
 */
export function timer(): Timer {
  const state: { clock: Clock } = { clock: { spent: {}, since: null, part: '0', changed: 0 } }
  const running = () => (state.clock.since === null ? 0 : Math.max(0, Date.now() - state.clock.since))
  const settled = (): Record<string, number> => {
    const { spent, part } = state.clock
    return { ...spent, [part]: (spent[part] ?? 0) + running() }
  }
  const set = (change: Partial<Clock>) => {
    state.clock = { ...state.clock, changed: Date.now(), ...change }
  }
  return {
    state: () => state.clock,
    take: (clock) => clock.changed > state.clock.changed && set(clock),
    isRunning: () => state.clock.since !== null,
    start: () => state.clock.since === null && set({ since: Date.now() }),
    pause: () => set({ spent: settled(), since: null }),
    reset: () => set({ spent: {}, since: null }),
    enter(part) {
      if (part !== state.clock.part)
        set({ spent: settled(), since: state.clock.since === null ? null : Date.now(), part })
    },
    seconds(part) {
      const all = settled()
      const milliseconds = part === undefined ? Object.values(all).reduce((sum, each) => sum + each, 0) : all[part]
      return (milliseconds ?? 0) / 1000
    },
  }
}
