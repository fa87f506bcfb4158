// Reads the text of a PDF in a worker thread.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadPdfReader } from '../../util/pdf-reader.ts'
import { PDF_LIMITS, type PdfText, readPdfText } from './pdf-text.ts'
import type { PdfThreadResult } from './pdf-thread.ts'

/** Why the text of a PDF cannot be read. */
export type PdfFailure = 'encrypted' | 'damaged' | 'too slow' | 'too large'

/**
 * Reads the text of a PDF in a worker thread, which is stopped if it takes too much time or memory. If the worker has
 * not been built, the main thread reads the PDF without these limits.
 * @throws the signal's reason if the signal aborts
 */
export async function readTextInThread(bytes: Uint8Array, signal?: AbortSignal): Promise<PdfText | PdfFailure> {
  signal?.throwIfAborted()
  if (!existsSync(THREAD_FILE))
    return loadPdfReader()
      .then((reader) => readPdfText(reader, bytes))
      .catch((error: unknown) => failureOf(error instanceof Error ? error.name : ''))
  const worker = new Worker(THREAD_FILE, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: PDF_LIMITS.memory },
    // The output of pdf.js is hidden from the user.
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  let memoryCheck: NodeJS.Timeout | undefined
  const memoryBefore = process.memoryUsage.rss()
  let stop = () => {}
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve('too slow'), PDF_LIMITS.time)
      // The limit of the worker applies to its objects, but not to the bytes that it decompresses.
      memoryCheck = setInterval(() => {
        if (process.memoryUsage.rss() - memoryBefore > PDF_LIMITS.memory * 1024 * 1024) resolve('too large')
      }, MEMORY_CHECK_INTERVAL)
      stop = () => reject(signal?.reason)
      signal?.addEventListener('abort', stop, { once: true })
      worker.once('message', (result: PdfThreadResult) =>
        resolve('text' in result ? result.text : failureOf(result.name)),
      )
      worker.once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too large' : 'damaged'),
      )
      worker.once('exit', () => resolve('damaged'))
    })
  } finally {
    clearTimeout(timer)
    clearInterval(memoryCheck)
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** In milliseconds. */
const MEMORY_CHECK_INTERVAL = 50

const THREAD_FILE = fileURLToPath(new URL('./pdf-thread.js', import.meta.url))

function failureOf(name: string): PdfFailure {
  return name === 'PasswordException' ? 'encrypted' : 'damaged'
}
