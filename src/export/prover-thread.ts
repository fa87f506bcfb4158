import { parentPort } from 'node:worker_threads'
import { loadPdfReader } from '../model/pdf-reader.ts'
import { readPdf } from './pdf-pages.ts'
import { spareThread } from './spare-thread.ts'

/** What the thread is asked. */
export interface Asked {
  readonly number: number
  readonly pdf: Uint8Array
}

spareThread()
// Loaded before anything is asked: that takes as long as a short PDF.
const reader = loadPdfReader()

parentPort?.on('message', async ({ number, pdf }: Asked) => {
  const answer = await readPdf(await reader, pdf).then(
    (read) => ({ number, read }),
    (error: unknown) => ({ number, trouble: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(answer)
})
