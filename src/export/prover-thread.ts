import { parentPort } from 'node:worker_threads'
import { loadReader } from './pdf-pages.ts'
import { type Promised, prove } from './proof.ts'

/** What the thread is asked. */
export interface Asked {
  readonly number: number
  readonly pdf: Uint8Array
  readonly promised: Promised
}

// Loaded before anything is asked: that takes as long as a short proof.
const reader = loadReader()

parentPort?.on('message', async ({ number, pdf, promised }: Asked) => {
  parentPort?.postMessage({ number, faults: await prove(await reader, pdf, promised) })
})
