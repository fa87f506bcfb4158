// Loads pdf.js, which reads PDFs.

import { packageUrl } from './package-file.ts'

export type PdfReader = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Loads the PDF reader. This takes about 0.2 s, so callers start it early and do other work meanwhile. */
export async function loadPdfReader(): Promise<PdfReader> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  const [reader] = await Promise.all([
    import(packageUrl('pdfjs-dist/pdf.min.mjs').href) as Promise<PdfReader>,
    // The reader would otherwise load this on first use, in the same thread.
    import(packageUrl('pdfjs-dist/pdf.worker.min.mjs').href),
  ])
  // In Node 20, the reader replaces this method with one that makes reading a fifth slower.
  if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push)
  return reader
}
