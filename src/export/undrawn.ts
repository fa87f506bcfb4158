import { createRequire, Module } from 'node:module'

/**
 * Spares this thread the library by which the reader of PDFs would draw pages: 30 MB of native code that take longer to load
 * than a short PDF takes to read. Whoever asks for it is given what has its names and does nothing.
 */
export function withoutDrawing(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  try {
    const path = require.resolve('@napi-rs/canvas')
    require.cache[path] = Object.assign(new Module(path), { exports: NOTHING, loaded: true })
  } catch {
    // It is not installed.
  }
}

const NOTHING = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} }
