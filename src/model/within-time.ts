import { once } from 'node:events'
import { createContext, Script } from 'node:vm'

/** A stage took longer than it may. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** Ctrl-C was pressed in the middle of the work. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
}

/** Milliseconds for one stage. The longest article that is read takes a tenth of it on a slow machine. */
export const STAGE_LIMIT = 120_000

export interface Bounds {
  /** Milliseconds; `STAGE_LIMIT` if left out. */
  readonly limit?: number
  /** How many characters the work is about; none if left out. */
  readonly characters?: number | undefined
}

/**
 * Runs synchronous work, which cannot be interrupted otherwise. It is stopped when its time is up, and work on a long text by
 * Ctrl-C too, which listeners then hear. Shorter work ends before anybody would notice.
 * @throws {TookTooLong}, {BrokenOff} or what the work throws
 */
export async function withinTime<T>(work: () => T, { limit = STAGE_LIMIT, characters = 0 }: Bounds = {}): Promise<T> {
  // Node replaces the listeners meanwhile: a signal in the moment of the change ends the process without them.
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

/** Characters. Work on this many takes a tenth of a second to a second. */
const LONG_TEXT = 50_000

const RUN = new Script('run()')

/** One for all calls: creating one takes longer than most steps. */
const CONTEXT = createContext({ run: nothing })

function nothing() {}

/** The signal was consumed by the interruption; if nobody listens, it must end the process. */
async function raiseAgain(): Promise<void> {
  if (process.listenerCount('SIGINT') === 0) return void process.kill(process.pid, 'SIGINT')
  // Waiting for a signal alone does not keep Node alive.
  const stay = setInterval(() => undefined, 1_000)
  const heard = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await heard
  clearInterval(stay)
}
