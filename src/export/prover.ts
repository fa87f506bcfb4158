import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { loadReader } from './pdf-pages.ts'
import { type Fault, type Promised, prove } from './proof.ts'
import type { Asked } from './prover-thread.ts'

/** Reads PDFs back while other things are done. */
export interface Prover {
  /** Loads the reader of PDFs already, which takes as long as a short proof. */
  warm(): void
  prove(pdf: Uint8Array, promised: Promised): Promise<readonly Fault[]>
}

/** Lends one that has a thread of its own; in source that is not built, the one that it is lent in. */
export async function withProver<T>(use: (prover: Prover) => Promise<T>): Promise<T> {
  if (!existsSync(THREAD)) return use(ownProver())
  const { prover, end } = threadProver()
  try {
    return await use(prover)
  } finally {
    await end()
  }
}

const THREAD = fileURLToPath(new URL('./prover-thread.js', import.meta.url))

interface Answer {
  readonly number: number
  readonly faults: readonly Fault[]
}

function threadProver(): { readonly prover: Prover; readonly end: () => Promise<void> } {
  const waiting = new Map<number, (faults: readonly Fault[]) => void>()
  const state: { worker: Worker | null; asked: number } = { worker: null, asked: 0 }
  const start = () => {
    const worker = new Worker(THREAD)
    worker.on('message', ({ number, faults }: Answer) => {
      waiting.get(number)?.(faults)
      waiting.delete(number)
    })
    // It ran out of memory, say.
    worker.on('error', ({ message }) => {
      for (const tell of waiting.values()) tell([{ slide: null, reason: `cannot be read back (${message})` }])
      waiting.clear()
      state.worker = null
    })
    return worker
  }
  const running = () => {
    state.worker ??= start()
    return state.worker
  }
  const prover: Prover = {
    warm: () => void running(),
    prove: (pdf, promised) =>
      new Promise((resolve) => {
        const number = state.asked++
        waiting.set(number, resolve)
        running().postMessage({ number, pdf, promised } satisfies Asked)
      }),
  }
  return { prover, end: async () => void (await state.worker?.terminate()) }
}

function ownProver(): Prover {
  return {
    warm: () => void loadReader(),
    prove: async (pdf, promised) => prove(await loadReader(), pdf, promised),
  }
}
