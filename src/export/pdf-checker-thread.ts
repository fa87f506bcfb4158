// The worker thread that reads finished PDFs back, so that their text can be checked.

import { parentPort } from 'node:worker_threads'
import { loadPdfReader } from '../util/pdf-reader.ts'
import { type PdfPart, readPdf } from './read-pdf.ts'
import { speedUpPdfReader } from './speed-up-pdf-reader.ts'

/** A request to read a part of a PDF. The response has the same number. */
export interface CheckRequest {
  readonly number: number
  readonly pdf: Uint8Array
  readonly part: PdfPart
}

speedUpPdfReader()
// Loaded before the first request, because loading takes as long as reading a short PDF.
const reader = loadPdfReader()

parentPort?.on('message', async ({ number, pdf, part }: CheckRequest) => {
  const response = await readPdf(await reader, pdf, part).then(
    (content) => ({ number, content }),
    (error: unknown) => ({ number, error: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(response)
})
