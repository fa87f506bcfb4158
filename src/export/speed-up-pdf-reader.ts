/** Keeps the PDF reader in this thread from loading or running slow code that it does not need. */
export function speedUpPdfReader(): void {
  // When it is loaded, the reader looks up methods of this class; in Node, that alone would load an HTTP client.
  Object.defineProperty(globalThis, 'Response', { value: UnusedResponse })
  // For short streams, the reader's own code is faster.
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined })
}

class UnusedResponse {
  bytes(): never {
    throw new Error('This stand-in for Response is not meant to be used.')
  }
}
