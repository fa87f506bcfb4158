import { parentPort } from 'node:worker_threads'
import { loadReader, readPdf, type Share } from './pdf-pages.ts'
import { spareThread } from './spare-thread.ts'

/** What the thread is asked. */
export interface Asked {
  readonly number: number
  readonly pdf: Uint8Array
  readonly share: Share
}

spareThread()
// Loaded before anything is asked: that takes as long as a short PDF.
const reader = loadReader()

parentPort?.on('message', async ({ number, pdf, share }: Asked) => {
  const answer = await readPdf(await reader, pdf, share).then(
    (read) => ({ number, read }),
    (error: unknown) => ({ number, trouble: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(answer)
})
