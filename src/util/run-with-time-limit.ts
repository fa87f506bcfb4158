import { once } from 'node:events'
import { createContext, Script } from 'node:vm'

/** Thrown if a stage takes longer than allowed. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError'
}

/** Thrown if the user presses Ctrl-C while a stage runs. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

/**
 * The time limit of a stage, in milliseconds: ten times as long as the longest article allowed takes on a slow machine.
 */
export const STAGE_LIMIT = 120_000

export interface TimeLimitOptions {
  /** Milliseconds; `STAGE_LIMIT` if absent. */
  readonly limit?: number
  /** The number of characters that the work processes; 0 if absent. */
  readonly characters?: number | undefined
}

/**
 * Runs synchronous work that could not be interrupted otherwise. It is stopped when its time is up; work on a long text
 * is also stopped by Ctrl-C, and the listeners of SIGINT are then called. Shorter work ends before anyone would
 * notice.
 * @throws {TimeLimitError}, {InterruptedError} or whatever the work throws
 */
export async function runWithTimeLimit<T>(
  work: () => T,
  { limit = STAGE_LIMIT, characters = 0 }: TimeLimitOptions = {},
): Promise<T> {
  // With `breakOnSigint`, Node replaces the listeners while the work runs. A signal that arrives during the replacement
  // would end the process without calling them.
  const breakOnSigint = characters >= LONG_TEXT
  const state: { result: { readonly value: T } | null } = { result: null }
  CONTEXT.run = () => {
    state.result = { value: work() }
  }
  try {
    // Only a script in a context can be stopped while it runs synchronously.
    RUN.runInContext(CONTEXT, { timeout: Math.max(1, Math.ceil(limit)), breakOnSigint, displayErrors: false })
  } catch (error) {
    // Node's own errors belong to another context and are not instances of our Error.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TimeLimitError('It took too long.')
    if (code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw error
    await raiseSigintAgain()
    throw new InterruptedError('Ctrl-C was pressed.')
  } finally {
    CONTEXT.run = doNothing
  }
  if (state.result === null) throw new Error('The work did not finish.')
  return state.result.value
}

/** In characters. Work on a text of this length takes from a tenth of a second to a second. */
export const LONG_TEXT = 50_000

const RUN = new Script('run()')

/** One context for all calls: creating one takes longer than most steps. */
const CONTEXT = createContext({ run: doNothing })

function doNothing() {}

/** Raises SIGINT again, because the interruption has consumed it. If there is no listener, this ends the process. */
async function raiseSigintAgain(): Promise<void> {
  if (process.listenerCount('SIGINT') === 0) return void process.kill(process.pid, 'SIGINT')
  // Keeps Node alive, because waiting for a signal does not.
  const keepAlive = setInterval(() => undefined, 1_000)
  const received = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await received
  clearInterval(keepAlive)
}
