import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAKER = fileURLToPath(new URL('maker.mjs', import.meta.url))
/** In milliseconds: a child that is silent for longer is killed, and another one continues. */
const LIMIT = 60_000

/**
 * Makes a deck of each document, several at a time, in children with one browser each. Adds to a document its `status`
 * (`made`, `refused`, `failed`, `hung`), the messages as `said`, and when it `began` and `ended`.
 */
export async function makeDecks(documents, { jobs, progress }) {
  const waiting = documents.toReversed()
  const made = []
  const work = async () => {
    let maker
    for (let document = waiting.pop(); document; document = waiting.pop()) {
      maker ??= await startMaker()
      const began = Date.now()
      const result = await answer(maker, document)
      made.push({ ...document, ...result, began, ended: Date.now() })
      if (result.isGone) maker = undefined
      progress(made.length)
    }
    maker?.disconnect()
  }
  await Promise.all(Array.from({ length: Math.min(jobs, documents.length) }, work))
  return made.toSorted((one, other) => one.index - other.index)
}

async function startMaker() {
  const maker = fork(MAKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { status } = await answer(maker, null)
  if (status !== 'ready') throw new Error('The child that makes decks does not start.')
  return maker
}

function answer(maker, document) {
  return new Promise((resolve) => {
    const finish = (result) => {
      clearTimeout(impatience)
      maker.off('message', finish)
      maker.off('exit', gone)
      resolve(result)
    }
    const gone = (code, signal) =>
      finish({ status: 'failed', said: `the process ended with ${signal ?? code}`, isGone: true })
    const impatience = setTimeout(() => {
      maker.off('exit', gone)
      maker.kill('SIGKILL')
      finish({ status: 'hung', said: `no deck after ${LIMIT / 1000} s`, isGone: true })
    }, LIMIT)
    maker.once('message', finish)
    maker.once('exit', gone)
    if (document !== null) maker.send({ path: document.path, out: document.out })
  })
}
