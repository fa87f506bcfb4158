import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadPdfReader } from '../util/pdf-reader.ts'
import { checkPdf, type ExpectedPdf, type PdfFault, type ReadPdf } from './check-pdf.ts'
import type { CheckRequest } from './pdf-checker-thread.ts'
import { type PdfContent, readPdf } from './read-pdf.ts'

/** Reads PDFs back in the background to check them. */
export interface PdfChecker {
  /** Loads the PDF reader in advance, which takes as long as reading a short PDF. */
  warm(): void
  check(pdf: Uint8Array, expected: ExpectedPdf): Promise<readonly PdfFault[]>
}

/**
 * Runs `use` with a checker that has its own thread; if Lectern runs from its source, the checker works in the calling
 * thread. Does not wait for the thread to end.
 */
export async function withPdfChecker<T>(use: (checker: PdfChecker) => Promise<T>): Promise<T> {
  if (!existsSync(THREAD)) return use(createChecker({ warm: () => void loadPdfReader(), read: readHere }))
  const state: { thread: Thread | null } = { thread: null }
  const getThread = () => {
    state.thread ??= startThread()
    return state.thread
  }
  try {
    return await use(createChecker({ warm: () => void getThread(), read: (pdf) => getThread().read(pdf) }))
  } finally {
    void state.thread?.end()
  }
}

const THREAD = fileURLToPath(new URL('./pdf-checker-thread.js', import.meta.url))

async function readHere(pdf: Uint8Array): Promise<PdfContent> {
  return readPdf(await loadPdfReader(), pdf)
}

function createChecker({ warm, read }: { readonly warm: PdfChecker['warm']; readonly read: ReadPdf }): PdfChecker {
  return { warm, check: (pdf, expected) => checkPdf(read, pdf, expected) }
}

interface Thread {
  read(pdf: Uint8Array): Promise<PdfContent>
  end(): Promise<unknown>
}

type CheckResponse = { readonly number: number } & ({ readonly content: PdfContent } | { readonly error: string })

function startThread(): Thread {
  const worker = new Worker(THREAD)
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
    async read(pdf) {
      const number = count++
      const received = new Promise<CheckResponse>((resolve) => pending.set(number, resolve))
      worker.postMessage({ number, pdf } satisfies CheckRequest)
      const response = await Promise.race([received, failure])
      if ('error' in response) throw new Error(response.error)
      return response.content
    },
    end: () => worker.terminate(),
  }
}
