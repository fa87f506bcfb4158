import { once } from 'node:events'
import { createContext, Script } from 'node:vm'

/** Thrown if a stage takes longer than allowed. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** Thrown if the user presses Ctrl-C during the work. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
}

/**
 * The time limit of a stage, in milliseconds. On a slow machine, the longest article that is read takes a tenth of
 * this.
 */
export const STAGE_LIMIT = 120_000

export interface Bounds {
  /** Milliseconds; `STAGE_LIMIT` if absent. */
  readonly limit?: number
  /** The number of characters that the work processes; 0 if absent. */
  readonly characters?: number | undefined
}

/**
 * Runs synchronous work that could not be interrupted otherwise. It is stopped when its time is up; work on a long text
 * is also stopped by Ctrl-C, and the listeners of that signal are then called. Shorter work ends before anybody would
 * notice.
 * @throws {TookTooLong}, {BrokenOff} or what the work throws
 */
export async function withinTime<T>(work: () => T, { limit = STAGE_LIMIT, characters = 0 }: Bounds = {}): Promise<T> {
  // Node replaces the listeners meanwhile. A signal that arrives during the change would end the process without
  // calling them.
  const breakOnSigint = characters >= LONG_TEXT
  const state: { made: { readonly value: T } | null } = { made: null }
  CONTEXT.run = () => {
    state.made = { value: work() }
  }
  try {
    // Nothing else in Node can stop synchronous work.
    RUN.runInContext(CONTEXT, { timeout: Math.max(1, Math.ceil(limit)), breakOnSigint, displayErrors: false })
  } catch (error) {
    // Node's own errors belong to another context and are not instances of our Error.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TookTooLong('It took too long.')
    if (code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw error
    await raiseAgain()
    throw new BrokenOff('Ctrl-C was pressed.')
  } finally {
    CONTEXT.run = nothing
  }
  if (state.made === null) throw new Error('The work has not ended.')
  return state.made.value
}

/** In characters. Work on a text of this length takes between a tenth of a second and a second. */
export const LONG_TEXT = 50_000

const RUN = new Script('run()')

/** One context for all calls: creating one takes longer than most steps. */
const CONTEXT = createContext({ run: nothing })

function nothing() {}

/** Raises SIGINT again, because the interruption has consumed it. If nobody listens, it ends the process. */
async function raiseAgain(): Promise<void> {
  if (process.listenerCount('SIGINT') === 0) return void process.kill(process.pid, 'SIGINT')
  // Keeps Node alive, because waiting for a signal does not.
  const stay = setInterval(() => undefined, 1_000)
  const heard = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await heard
  clearInterval(stay)
}
