import { once } from 'node:events'
import { createContext, Script } from 'node:vm'

/** A stage took longer than it may. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** Ctrl-C was pressed in the midst of a work. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
}

/** Milliseconds that one stage may take. The longest article that is read takes a tenth of it on a slow machine. */
export const STAGE_LIMIT = 120_000

/**
 * What a work makes that never pauses, and hears nothing meanwhile. It is broken off when its time is over, and by Ctrl-C: whoever
 * listens to that hears it then.
 * @throws {TookTooLong}, {BrokenOff} or what the work throws
 */
export async function withinTime<T>(work: () => T, limit: number = STAGE_LIMIT): Promise<T> {
  const state: { made: { readonly value: T } | null } = { made: null }
  CONTEXT.run = () => {
    state.made = { value: work() }
  }
  try {
    // Nothing else in Node can break off what does not pause.
    RUN.runInContext(CONTEXT, { timeout: Math.max(1, Math.ceil(limit)), breakOnSigint: true, displayErrors: false })
  } catch (error) {
    // Node's own errors are of the context, and no instances of our Error.
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

const RUN = new Script('run()')

/** One for all calls: to make one takes longer than most steps. */
const CONTEXT = createContext({ run: nothing })

function nothing() {}

/** The signal was taken for the break; where nobody listens the process ends by it. */
async function raiseAgain(): Promise<void> {
  if (process.listenerCount('SIGINT') === 0) return void process.kill(process.pid, 'SIGINT')
  // Node does not stay for a signal alone.
  const stay = setInterval(() => undefined, 1_000)
  const heard = once(process, 'SIGINT')
  process.kill(process.pid, 'SIGINT')
  await heard
  clearInterval(stay)
}
