// Shows the progress of a run on the terminal.

/**
 * A line on a terminal that shows the current step, the progress of the run and the time left. It disappears at the
 * end.
 */
export interface Progress {
  /** Begins a step, such as `Fitting talk.md`. */
  step(name: string): void
  /** Sets the articles that the run converts, and restarts the clock. */
  expect(articles: readonly ArticleSize[]): void
  clear(): void
}

/** An article and its size, from which the time that it will take is estimated. */
export interface ArticleSize {
  readonly path: string
  readonly bytes: number
}

const CLEAR_LINE = '\r\u001B[2K'

/** The width to assume, in columns, if the terminal reports none or 0. */
const DEFAULT_COLUMNS = 80

/** In milliseconds. */
const REDRAW_INTERVAL = 1000

/** Shows progress on `stream` if that is a terminal; otherwise does nothing. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => {}, expect: () => {}, clear: () => {} }
  const state: ProgressState = { step: null, timer: null, articles: [], start: performance.now() }
  const draw = () => {
    if (state.step === null) return
    const text = progressText(state.articles, state.step, performance.now() - state.start)
    stream.write(`${CLEAR_LINE}${text.slice(0, (stream.columns || DEFAULT_COLUMNS) - 1)}`)
  }
  return {
    step(name) {
      state.step = name
      state.timer ??= setInterval(draw, REDRAW_INTERVAL).unref()
      draw()
    },
    expect(articles) {
      state.articles = articles
      state.start = performance.now()
    },
    clear() {
      if (state.timer !== null) clearInterval(state.timer)
      state.timer = null
      state.step = null
      stream.write(CLEAR_LINE)
    },
  }
}

interface ProgressState {
  step: string | null
  timer: NodeJS.Timeout | null
  articles: readonly ArticleSize[]
  start: number
}

/** The fraction of an article's time that has passed when a step begins, measured on articles of 700 to 7,000 words. */
const FRACTION_DONE: Readonly<Record<string, number>> = { Reading: 0, Writing: 0.1, Fitting: 0.5, Saving: 0.7 }

/** In milliseconds. Until then, the time left cannot be estimated. */
const MIN_ELAPSED = 1500

/** Describes the progress after this many milliseconds: `2 of 12: Fitting talk.md … about 20 s left`. */
export function progressText(articles: readonly ArticleSize[], step: string, elapsed: number): string {
  const [name, path] = [step.slice(0, step.indexOf(' ')), step.slice(step.indexOf(' ') + 1)]
  const index = articles.findIndex((article) => article.path === path)
  const position = articles.length > 1 && index >= 0 ? `${index + 1} of ${articles.length}: ` : ''
  const current = `${position}${step} …`
  const total = articles.reduce((sum, { bytes }) => sum + bytes, 0)
  const before = articles.slice(0, Math.max(0, index)).reduce((sum, { bytes }) => sum + bytes, 0)
  const done = (before + (FRACTION_DONE[name] ?? 0) * (articles[index]?.bytes ?? 0)) / total
  if (elapsed < MIN_ELAPSED || !(done > 0)) return current
  return `${current} about ${formatTime(Math.max(1000, (elapsed * (1 - done)) / done))} left`
}

function formatTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`
}
