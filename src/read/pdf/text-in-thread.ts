// Reads the text of a PDF in a worker thread.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadPdfReader } from '../../model/pdf-reader.ts'
import { PDF_LIMITS, type PdfText, pdfText } from './pdf-text.ts'
import type { PdfAnswer } from './pdf-thread.ts'

/** The reasons why a PDF has no text to read. */
export type PdfTrouble = 'locked' | 'broken' | 'too slow' | 'too large'

/**
 * Reads the text of a PDF in a worker thread, which is stopped when its time is up or it takes too much memory. Where
 * the worker has not been built, the main thread reads it, without these limits.
 * @throws the signal's reason
 */
export async function textInThread(bytes: Uint8Array, signal?: AbortSignal): Promise<PdfText | PdfTrouble> {
  signal?.throwIfAborted()
  if (!existsSync(THREAD))
    return loadPdfReader()
      .then((reader) => pdfText(reader, bytes))
      .catch((error: unknown) => troubleOf(error instanceof Error ? error.name : ''))
  const worker = new Worker(THREAD, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: PDF_LIMITS.memory },
    // Keeps what pdf.js prints from the user.
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  let meter: NodeJS.Timeout | undefined
  const before = process.memoryUsage.rss()
  let stop = () => {}
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve('too slow'), PDF_LIMITS.time)
      // The limit of the worker applies to its objects, but not to the bytes that it unpacks.
      meter = setInterval(() => {
        if (process.memoryUsage.rss() - before > PDF_LIMITS.memory * 1024 * 1024) resolve('too large')
      }, MEMORY_CHECK_INTERVAL)
      stop = () => reject(signal?.reason)
      signal?.addEventListener('abort', stop, { once: true })
      worker.once('message', (answer: PdfAnswer) => resolve('text' in answer ? answer.text : troubleOf(answer.name)))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too large' : 'broken'),
      )
      worker.once('exit', () => resolve('broken'))
    })
  } finally {
    clearTimeout(timer)
    clearInterval(meter)
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** Milliseconds between two checks of the memory. */
const MEMORY_CHECK_INTERVAL = 50

const THREAD = fileURLToPath(new URL('./pdf-thread.js', import.meta.url))

function troubleOf(name: string): PdfTrouble {
  return name === 'PasswordException' ? 'locked' : 'broken'
}
