import { parentPort } from 'node:worker_threads'
import { loadPdfReader } from '../model/pdf-reader.ts'
import { readPdf } from './pdf-pages.ts'
import { spareThread } from './spare-thread.ts'

/** A request to the thread. */
export interface ProofRequest {
  readonly number: number
  readonly pdf: Uint8Array
}

spareThread()
// The reader is loaded before the first request, because loading takes as long as reading a short PDF.
const reader = loadPdfReader()

parentPort?.on('message', async ({ number, pdf }: ProofRequest) => {
  const answer = await readPdf(await reader, pdf).then(
    (read) => ({ number, read }),
    (error: unknown) => ({ number, trouble: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(answer)
})
