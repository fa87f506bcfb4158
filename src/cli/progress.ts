// Shows the progress of a run on the terminal.

/**
 * A line on a terminal that shows the current step, the progress of the run and the time left. It disappears at the
 * end.
 */
export interface Progress {
  /** Begins a step of a file, such as `Fitting talk.md`. */
  step(doing: string): void
  /** Sets the articles to be made, and restarts the clock. */
  expect(works: readonly Work[]): void
  clear(): void
}

/** An article, and its size, by which its share of the time is estimated. */
export interface Work {
  readonly path: string
  readonly bytes: number
}

const CLEAR_LINE = '\r\u001B[2K'

/** The width that is assumed if the terminal reports none or 0, in columns. */
const DEFAULT_COLUMNS = 80

/** In milliseconds. */
const REDRAW_INTERVAL = 1000

/** Shows progress on `stream` if that is a terminal; otherwise does nothing. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => {}, expect: () => {}, clear: () => {} }
  const state: ProgressState = { doing: null, timer: null, works: [], start: performance.now() }
  const draw = () => {
    if (state.doing === null) return
    const text = progressText(state.works, state.doing, performance.now() - state.start)
    stream.write(`${CLEAR_LINE}${text.slice(0, (stream.columns || DEFAULT_COLUMNS) - 1)}`)
  }
  return {
    step(doing) {
      state.doing = doing
      state.timer ??= setInterval(draw, REDRAW_INTERVAL).unref()
      draw()
    },
    expect(works) {
      state.works = works
      state.start = performance.now()
    },
    clear() {
      if (state.timer !== null) clearInterval(state.timer)
      state.timer = null
      state.doing = null
      stream.write(CLEAR_LINE)
    },
  }
}

interface ProgressState {
  doing: string | null
  timer: NodeJS.Timeout | null
  works: readonly Work[]
  start: number
}

/** The share of an article's time that has passed when a step begins, measured on articles of 700 to 7,000 words. */
const OVER_AT: Readonly<Record<string, number>> = { Reading: 0, Writing: 0.1, Fitting: 0.5, Saving: 0.7 }

/** In milliseconds. Before this, the remaining time cannot be estimated. */
const SOONEST = 1500

/** Describes the progress after this many milliseconds: `2 of 12: Fitting talk.md … about 20 s left`. */
export function progressText(works: readonly Work[], step: string, elapsed: number): string {
  const [name, path] = [step.slice(0, step.indexOf(' ')), step.slice(step.indexOf(' ') + 1)]
  const index = works.findIndex((each) => each.path === path)
  const place = works.length > 1 && index >= 0 ? `${index + 1} of ${works.length}: ` : ''
  const doing = `${place}${step} …`
  const total = works.reduce((sum, { bytes }) => sum + bytes, 0)
  const before = works.slice(0, Math.max(0, index)).reduce((sum, { bytes }) => sum + bytes, 0)
  const done = (before + (OVER_AT[name] ?? 0) * (works[index]?.bytes ?? 0)) / total
  if (elapsed < SOONEST || !(done > 0)) return doing
  return `${doing} about ${timeOf(Math.max(1000, (elapsed * (1 - done)) / done))} left`
}

function timeOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`
}
