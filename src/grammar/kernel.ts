import { kernelCode } from './kernel-code.ts'

/** The network's inner loops and the memory that they work in. */
export interface Kernel {
  /** Room for so many numbers, all 0: inside `lend` until it ends, elsewhere for good. `byteOffset` is its address. */
  room(length: number): Float32Array
  /** Does some work, then takes back all room that was given for it. */
  lend<T>(work: () => T): T
  readonly loops: Loops
}

/** Addresses in bytes, then counts of numbers. */
export interface Loops {
  /** to = weights · from + bias; the weights lie in blocks of 16 outputs, of which there is a whole number. */
  multiply(weights: number, bias: number, from: number, to: number, inputs: number, outputs: number): void
  /** One step of an LSTM from its four gates; a multiple of 4 units. Changes the cells, writes the output. */
  step(gates: number, cells: number, output: number, units: number): void
}

/** 4 MiB, in pages of 64 KiB: the weights take a quarter, and so does the longest sentence. */
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
