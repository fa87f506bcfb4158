// The worker thread that reads finished PDFs back, so that their text can be checked.

import { parentPort } from 'node:worker_threads'
import { loadPdfReader } from '../model/pdf-reader.ts'
import { lightenPdfReader } from './lighten-pdf-reader.ts'
import { readPdf } from './pdf-pages.ts'

/** A request to read a PDF. The answer has the same number. */
export interface CheckRequest {
  readonly number: number
  readonly pdf: Uint8Array
}

lightenPdfReader()
// Loaded before the first request, because loading takes as long as reading a short PDF.
const reader = loadPdfReader()

parentPort?.on('message', async ({ number, pdf }: CheckRequest) => {
  const answer = await readPdf(await reader, pdf).then(
    (read) => ({ number, read }),
    (error: unknown) => ({ number, trouble: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(answer)
})
