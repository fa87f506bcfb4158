/** Spares this thread what the reader of PDFs would load or use, and what takes longer than to read a short PDF. */
export function spareThread(): void {
  // Its methods are asked for before anything is read, which loads a client of HTTP.
  Object.defineProperty(globalThis, 'Response', { value: Unused })
  // The reader unpacks short streams sooner by itself.
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined })
}

class Unused {
  bytes(): never {
    throw new Error('Nothing of this is used to read a PDF.')
  }
}
