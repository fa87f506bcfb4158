import { kernelCode } from './kernel-code.ts'

/** The network's inner loops and the memory that they use. */
export interface Kernel {
  /**
   * Allocates this many numbers, all 0: until the end of `lend` if called inside it, otherwise permanently.
   * `byteOffset` is the address.
   */
  room(length: number): Float32Array
  /** Runs some work, then frees everything that was allocated during it. */
  lend<T>(work: () => T): T
  readonly loops: Loops
}

/** Addresses in bytes, then counts of numbers. */
export interface Loops {
  /** Computes to = weights · from + bias; the weights are in blocks of 16 outputs, and the last block is full. */
  multiply(weights: number, bias: number, from: number, to: number, inputs: number, outputs: number): void
  /**
   * Takes one step of an LSTM from its four gates. `units` is a multiple of 4. Changes the cells and writes the output.
   */
  step(gates: number, cells: number, output: number, units: number): void
}

/** 4 MiB, in pages of 64 KiB: the weights need a quarter of it, and so does the longest sentence. */
const PAGES = 64

export function makeKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES })
  const module = new WebAssembly.Module(kernelCode())
  const { exports } = new WebAssembly.Instance(module, { environment: { memory } })
  let top = 0
  const room = (length: number) => {
    const values = new Float32Array(memory.buffer, top, length).fill(0)
    top += values.byteLength
    return values
  }
  const lend = <T>(work: () => T): T => {
    const before = top
    try {
      return work()
    } finally {
      top = before
    }
  }
  return { room, lend, loops: exports as unknown as Loops }
}
