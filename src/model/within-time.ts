import { once } from 'node:events'
import { createContext, Script } from 'node:vm'

/** A stage took longer than is allowed. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** The user pressed Ctrl-C in the middle of the work. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
}

/** Milliseconds for one stage. On a slow machine, the longest article that is read takes a tenth of this. */
export const STAGE_LIMIT = 120_000

export interface Bounds {
  /** Milliseconds; `STAGE_LIMIT` if left out. */
  readonly limit?: number
  /** How many characters the work deals with; 0 if left out. */
  readonly characters?: number | undefined
}

/**
 * Runs synchronous work, which could not be interrupted otherwise. It is stopped when its time is up; work on a long text is also
 * stopped by Ctrl-C, which listeners are then told of. Shorter work ends before anybody would notice.
 * @throws {TookTooLong}, {BrokenOff} or what the work throws
 */
export async function withinTime<T>(work: () => T, { limit = STAGE_LIMIT, characters = 0 }: Bounds = {}): Promise<T> {
  // Node replaces the listeners meanwhile; a signal that arrives during the change would end the process without calling them.
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

/** Characters. Work on this many takes between a tenth of a second and a second. */
const LONG_TEXT = 50_000

const RUN = new Script('run()')

/** One context for all calls: creating one takes longer than most steps. */
const CONTEXT = createContext({ run: nothing })

function nothing() {}

/** The interruption has consumed the signal; if nobody listens, it must end the process. */
async function raiseAgain(): Promise<void> {
  if (process.listenerCount('SIGINT') === 0) return void process.kill(process.pid, 'SIGINT')
  // Waiting for a signal does not by itself keep Node alive.
  const stay = setInterval(() => undefined, 1_000)
  const heard = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await heard
  clearInterval(stay)
}
