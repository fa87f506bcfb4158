import { kernelCode } from './kernel-code.ts'

/** The network's inner loops and the memory that they use. */
export interface Kernel {
  /**
   * Allocates `length` numbers, all 0. Inside `runAndFree`, the numbers are freed when it ends; otherwise they are
   * kept. The `byteOffset` of the result is the address of the numbers.
   */
  allocate(length: number): Float32Array
  /** Calls `work`, then frees everything that it allocated. */
  runAndFree<T>(work: () => T): T
  readonly loops: Loops
}

/** The inner loops, in WebAssembly. Each takes byte addresses, then element counts. */
export interface Loops {
  /** Computes to = weights · from + bias. The weights are in blocks of 16 outputs; the last block is padded to 16. */
  multiply(weights: number, bias: number, from: number, to: number, inputs: number, outputs: number): void
  /**
   * Computes one step of an LSTM from its four gates. Updates the cells and writes the output. `units` is a multiple of
   * 4.
   */
  step(gates: number, cells: number, output: number, units: number): void
}

/** 4 MiB, in pages of 64 KiB. The weights need a quarter of it, and the longest sentence needs another quarter. */
const PAGES = 64

export function makeKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES })
  const module = new WebAssembly.Module(kernelCode())
  const { exports } = new WebAssembly.Instance(module, { environment: { memory } })
  let top = 0
  const allocate = (length: number) => {
    const values = new Float32Array(memory.buffer, top, length).fill(0)
    top += values.byteLength
    return values
  }
  const runAndFree = <T>(work: () => T): T => {
    const before = top
    try {
      return work()
    } finally {
      top = before
    }
  }
  return { allocate, runAndFree, loops: exports as unknown as Loops }
}
