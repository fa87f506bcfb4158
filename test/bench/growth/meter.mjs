import { fork } from 'node:child_process'
import { STAGES } from './stage-names.mjs'

/** The number of milliseconds after which a stage is stopped. */
const LIMIT = 60_000

/** Measures documents in a separate process, which is killed if a stage does not end in time. */
export function openMeter() {
  /** @type {{ child: import('node:child_process').ChildProcess | null }} */
  const state = { child: null }
  return {
    limit: LIMIT,
    /** Returns the milliseconds that each stage took; LIMIT for one that was stopped. */
    async timesOf(document) {
      const child = state.child ?? (await started())
      state.child = child
      const times = {}
      const isDone = await new Promise((resolve) => {
        const giveUp = () => resolve(false)
        let timer = setTimeout(giveUp, LIMIT)
        child.on('message', (/** @type {any} */ message) => {
          clearTimeout(timer)
          if (message === 'done') return resolve(true)
          times[message.stage] = message.time
          timer = setTimeout(giveUp, LIMIT)
        })
        child.once('exit', giveUp)
        child.send(document)
      })
      child.removeAllListeners()
      if (isDone) return times
      child.kill('SIGKILL')
      state.child = null
      const next = STAGES.find((stage) => !(stage in times))
      return next === undefined ? times : { ...times, [next]: LIMIT }
    },
    close: () => state.child?.kill(),
  }
}

/** @returns {Promise<import('node:child_process').ChildProcess>} */
function started() {
  return new Promise((resolve) => {
    const child = fork(new URL('child.mjs', import.meta.url))
    child.once('message', () => resolve(child))
  })
}
