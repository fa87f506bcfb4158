import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadPdfReader } from '../model/pdf-reader.ts'
import { checkPdf, type ExpectedPdf, type PdfFault, type ReadPdf } from './check-pdf.ts'
import type { CheckRequest } from './pdf-checker-thread.ts'
import { type PdfContent, readPdf } from './pdf-pages.ts'

/** Reads PDFs back in the background to check them. */
export interface PdfChecker {
  /** Loads the PDF reader in advance, which takes as long as reading a short PDF. */
  warm(): void
  check(pdf: Uint8Array, promised: ExpectedPdf): Promise<readonly PdfFault[]>
}

/**
 * Runs `use` with a checker that has its own thread; if Lectern runs from its source, the checker works in the calling
 * thread. Does not wait for the thread to end.
 */
export async function withPdfChecker<T>(use: (checker: PdfChecker) => Promise<T>): Promise<T> {
  if (!existsSync(THREAD)) return use(checkerBy({ warm: () => void loadPdfReader(), read: readHere }))
  const state: { thread: Thread | null } = { thread: null }
  const threadOf = () => {
    state.thread ??= startThread()
    return state.thread
  }
  try {
    return await use(checkerBy({ warm: () => void threadOf(), read: (pdf) => threadOf().ask(pdf) }))
  } finally {
    void state.thread?.end()
  }
}

const THREAD = fileURLToPath(new URL('./pdf-checker-thread.js', import.meta.url))

async function readHere(pdf: Uint8Array): Promise<PdfContent> {
  return readPdf(await loadPdfReader(), pdf)
}

function checkerBy({ warm, read }: { readonly warm: PdfChecker['warm']; readonly read: ReadPdf }): PdfChecker {
  return { warm, check: (pdf, promised) => checkPdf(read, pdf, promised) }
}

interface Thread {
  ask(pdf: Uint8Array): Promise<PdfContent>
  end(): Promise<unknown>
}

type CheckAnswer = { readonly number: number } & ({ readonly read: PdfContent } | { readonly trouble: string })

function startThread(): Thread {
  const worker = new Worker(THREAD)
  const waiting = new Map<number, (answer: CheckAnswer) => void>()
  worker.on('message', (answer: CheckAnswer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  // If the thread fails, for example because it runs out of memory, every pending and later request is rejected with
  // its error.
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  failed.catch(() => undefined)
  let count = 0
  return {
    async ask(pdf) {
      const number = count++
      const answered = new Promise<CheckAnswer>((resolve) => waiting.set(number, resolve))
      worker.postMessage({ number, pdf } satisfies CheckRequest)
      const answer = await Promise.race([answered, failed])
      if ('trouble' in answer) throw new Error(answer.trouble)
      return answer.read
    },
    end: () => worker.terminate(),
  }
}
