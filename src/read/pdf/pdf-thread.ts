// The worker thread that reads a PDF.

import { parentPort, workerData } from 'node:worker_threads'
import { loadPdfReader } from '../../util/pdf-reader.ts'
import { type PdfText, readPdfText } from './pdf-text.ts'

/** The result that the thread sends back. */
export type PdfThreadResult = { readonly text: PdfText } | { readonly message: string; readonly name: string }

const result: PdfThreadResult = await loadPdfReader()
  .then((reader) => readPdfText(reader, workerData as Uint8Array))
  .then(
    (text) => ({ text }),
    (error: unknown) =>
      error instanceof Error ? { message: error.message, name: error.name } : { message: String(error), name: '' },
  )
parentPort?.postMessage(result)
