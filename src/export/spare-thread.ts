/** Keeps the PDF reader in this thread from loading or using what takes longer than reading a short PDF. */
export function spareThread(): void {
  // Methods that it looks up before it reads anything, which would load an HTTP client.
  Object.defineProperty(globalThis, 'Response', { value: Unused })
  // The reader itself unpacks short streams faster.
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined })
}

class Unused {
  bytes(): never {
    throw new Error('Nothing of this is used to read a PDF.')
  }
}
