import { createRequire, Module } from 'node:module'
import { READER } from './pdf-pages.ts'

/** Spares this thread what the reader of PDFs would load or use, and what takes longer than to read a short PDF. */
export function spareThread(): void {
  withoutDrawing()
  // Its methods are asked for before anything is read, which loads a client of HTTP.
  Object.defineProperty(globalThis, 'Response', { value: Unused })
  // The reader unpacks short streams sooner by itself.
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined })
}

/** The library that would draw pages, 30 MB of native code. Whoever asks for it is given what has its names and does nothing. */
function withoutDrawing(): void {
  const require = createRequire(createRequire(import.meta.url).resolve(READER))
  try {
    const path = require.resolve('@napi-rs/canvas')
    const exports = { DOMMatrix: Unused, ImageData: Unused, Path2D: Unused }
    require.cache[path] = Object.assign(new Module(path), { exports, loaded: true })
  } catch {
    // It is not installed.
  }
}

class Unused {
  bytes(): never {
    throw new Error('Nothing of this is used to read a PDF.')
  }
}
