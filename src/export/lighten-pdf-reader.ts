/** Stops the PDF reader in this thread from loading or using code that takes longer than reading a short PDF. */
export function lightenPdfReader(): void {
  // Before it reads anything, the reader looks up methods of this class, which would load an HTTP client.
  Object.defineProperty(globalThis, 'Response', { value: Unused })
  // For short streams, the reader's own code is faster.
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined })
}

class Unused {
  bytes(): never {
    throw new Error('Nothing of this is used to read a PDF.')
  }
}
