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

/** Lends one that has threads of its own; in source that is not built, the thread that it is lent in. */
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
    await Promise.all(threads.map(({ end }) => end()))
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

interface Waiting {
  readonly resolve: (read: PdfRead) => void
  readonly reject: (error: Error) => void
}

function startThread(): Thread {
  const worker = new Worker(THREAD)
  const waiting = new Map<number, Waiting>()
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('read' in answer) asked?.resolve(answer.read)
    else asked?.reject(new Error(answer.trouble))
  })
  // It ran out of memory, say.
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  let count = 0
  return {
    ask: (pdf, share) =>
      new Promise((resolve, reject) => {
        const number = count++
        waiting.set(number, { resolve, reject })
        worker.postMessage({ number, pdf, share } satisfies Asked)
      }),
    end: () => worker.terminate(),
  }
}
