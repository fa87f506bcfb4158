import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadPdfReader } from '../util/pdf-reader.ts'
import { checkPdf, type ExpectedPdf, type PdfFault } from './check-pdf.ts'
import type { CheckRequest } from './pdf-checker-thread.ts'
import { type PdfContent, type PdfPart, readPdf } from './read-pdf.ts'

/** Reads PDFs back in the background to check them. */
export interface PdfChecker {
  /** Loads the PDF reader in advance, for about this many pages. Loading takes as long as reading a short PDF. */
  warm(pageCount: number): void
  check(pdf: Uint8Array, expected: ExpectedPdf): Promise<readonly PdfFault[]>
}

/**
 * Runs `use` with a checker that has its own threads; if Lectern runs from its source, the checker works in the calling
 * thread. Does not wait for the threads to end.
 */
export async function withPdfChecker<T>(use: (checker: PdfChecker) => Promise<T>): Promise<T> {
  if (!existsSync(THREAD_PATH)) return use(createChecker({ warm: () => void loadPdfReader(), read: readInThisThread }))
  const threads: Thread[] = []
  const threadsFor = (pageCount: number) => {
    const count = pageCount < MANY_PAGES ? 1 : 2
    while (threads.length < count) threads.push(startThread())
    return threads.slice(0, count)
  }
  const read = async (pdf: Uint8Array, pageCount: number) => {
    const readers = threadsFor(pageCount)
    const parts = await Promise.all(readers.map((thread, index) => thread.read(pdf, { index, count: readers.length })))
    return { isTagged: parts.every(({ isTagged }) => isTagged), pages: parts.flatMap(({ pages }) => pages) }
  }
  try {
    return await use(createChecker({ warm: threadsFor, read }))
  } finally {
    for (const thread of threads) void thread.end()
  }
}

/** With at least this many pages, two threads are faster than one. */
const MANY_PAGES = 150

const THREAD_PATH = fileURLToPath(new URL('./pdf-checker-thread.js', import.meta.url))

async function readInThisThread(pdf: Uint8Array): Promise<PdfContent> {
  return readPdf(await loadPdfReader(), pdf)
}

interface CheckerTools {
  readonly warm: PdfChecker['warm']
  readonly read: (pdf: Uint8Array, pageCount: number) => Promise<PdfContent>
}

function createChecker({ warm, read }: CheckerTools): PdfChecker {
  const check: PdfChecker['check'] = (pdf, expected) =>
    checkPdf((bytes) => read(bytes, expected.pageCount), pdf, expected)
  return { warm, check }
}

interface Thread {
  read(pdf: Uint8Array, part: PdfPart): Promise<PdfContent>
  end(): Promise<unknown>
}

type CheckResponse = { readonly number: number } & ({ readonly content: PdfContent } | { readonly error: string })

function startThread(): Thread {
  const worker = new Worker(THREAD_PATH)
  const pending = new Map<number, (response: CheckResponse) => void>()
  worker.on('message', (response: CheckResponse) => {
    pending.get(response.number)?.(response)
    pending.delete(response.number)
  })
  // If the thread fails, for example because it runs out of memory, every pending and later request is rejected with
  // its error.
  const failure = new Promise<never>((_, reject) => worker.once('error', reject))
  failure.catch(() => undefined)
  let count = 0
  return {
    async read(pdf, part) {
      const number = count++
      const received = new Promise<CheckResponse>((resolve) => pending.set(number, resolve))
      worker.postMessage({ number, pdf, part } satisfies CheckRequest)
      const response = await Promise.race([received, failure])
      if ('error' in response) throw new Error(response.error)
      return response.content
    },
    end: () => worker.terminate(),
  }
}
