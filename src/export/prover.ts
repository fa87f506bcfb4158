import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadReader, type PdfRead, readPdf, type Share, together } from './pdf-pages.ts'
import { type Fault, type Promised, prove, type Read } from './proof.ts'
import type { Asked } from './prover-thread.ts'

/** Reads PDFs back while other things are done. */
export interface Prover {
  /** Loads what reads PDFs already, for about so many pages, which takes as long as to read a short one. */
  warm(pages: number): void
  prove(pdf: Uint8Array, promised: Promised): Promise<readonly Fault[]>
}

/**
 * Lends one that has threads of its own; in source that is not built, the thread that it is lent in. What it was lent for need not
 * wait until the threads have ended.
 */
export async function withProver<T>(use: (prover: Prover) => Promise<T>): Promise<T> {
  if (!existsSync(THREAD)) return use(proverBy({ warm: () => void loadReader(), read: readHere }))
  const threads: Thread[] = []
  const warm = (pages: number) => {
    const wanted = pages > MANY_PAGES ? MOST_THREADS : 1
    while (threads.length < wanted) threads.push(startThread())
  }
  const read: Read = async (pdf) => {
    if (threads.length === 0) warm(0)
    return together(await Promise.all(threads.map(({ ask }, index) => ask(pdf, { index, of: threads.length }))))
  }
  try {
    return await use(proverBy({ warm, read }))
  } finally {
    for (const { end } of threads) void end()
  }
}

const THREAD = fileURLToPath(new URL('./prover-thread.js', import.meta.url))

/** Of fewer pages a second thread takes longer to start than it saves. */
const MANY_PAGES = 60
const MOST_THREADS = 2

async function readHere(pdf: Uint8Array): Promise<PdfRead> {
  return readPdf(await loadReader(), pdf)
}

function proverBy({ warm, read }: { readonly warm: Prover['warm']; readonly read: Read }): Prover {
  return { warm, prove: (pdf, promised) => prove(read, pdf, promised) }
}

interface Thread {
  ask(pdf: Uint8Array, share: Share): Promise<PdfRead>
  end(): Promise<unknown>
}

type Answer = { readonly number: number } & ({ readonly read: PdfRead } | { readonly trouble: string })

function startThread(): Thread {
  const worker = new Worker(THREAD)
  const waiting = new Map<number, (answer: Answer) => void>()
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  // It ran out of memory, say; whoever asks then, or asks later, is told.
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  failed.catch(() => undefined)
  let count = 0
  return {
    async ask(pdf, share) {
      const number = count++
      const answered = new Promise<Answer>((resolve) => waiting.set(number, resolve))
      worker.postMessage({ number, pdf, share } satisfies Asked)
      const answer = await Promise.race([answered, failed])
      if ('trouble' in answer) throw new Error(answer.trouble)
      return answer.read
    },
    end: () => worker.terminate(),
  }
}
