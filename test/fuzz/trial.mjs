import { fork } from 'node:child_process'
import { once } from 'node:events'

/** The maximum processor time for a document, in seconds. */
const LIMIT = 10

/** The number of milliseconds after which a document is stopped, however busy the machine is. */
const PATIENCE = 90_000

/** Runs documents in a separate process, which is restarted when it hangs or dies. */
export function openTrial() {
  /** @type {{ child: import('node:child_process').ChildProcess | null }} */
  const state = { child: null }
  return {
    async run(input) {
      const child = state.child ?? start()
      state.child = child
      const over = new AbortController()
      const signal = AbortSignal.any([over.signal, AbortSignal.timeout(PATIENCE)])
      try {
        child.send(input)
        const [answer] = await Promise.race([
          once(child, 'message', { signal }),
          once(child, 'exit', { signal }).then(([code, name]) => [{ faults: [`exit: ${code ?? name}`], seconds: 0 }]),
        ])
        if (child.exitCode !== null || child.signalCode !== null) state.child = null
        const { faults, seconds } = answer
        return { seconds, faults: seconds > LIMIT ? [...faults, `time: ${seconds.toFixed(1)} s`] : faults }
      } catch {
        child.kill('SIGKILL')
        state.child = null
        return { faults: [`time: more than ${PATIENCE / 1000} s`], seconds: PATIENCE / 1000 }
      } finally {
        over.abort()
      }
    },
    close: () => state.child?.kill(),
  }
}

function start() {
  return fork(new URL('child.mjs', import.meta.url), { serialization: 'advanced' })
}
