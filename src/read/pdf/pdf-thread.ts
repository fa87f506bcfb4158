// The worker thread that reads a PDF.

import { parentPort, workerData } from 'node:worker_threads'
import { loadPdfReader } from '../../model/pdf-reader.ts'
import { type PdfText, pdfText } from './pdf-text.ts'

/** The result that the thread sends back. */
export type PdfAnswer = { readonly text: PdfText } | { readonly trouble: string; readonly name: string }

const answer: PdfAnswer = await loadPdfReader()
  .then((reader) => pdfText(reader, workerData as Uint8Array))
  .then(
    (text) => ({ text }),
    (error: unknown) =>
      error instanceof Error ? { trouble: error.message, name: error.name } : { trouble: String(error), name: '' },
  )
parentPort?.postMessage(answer)
