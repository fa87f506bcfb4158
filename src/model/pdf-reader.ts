import { packageUrl } from './package-file.ts'

/** Loads a PDF reader. This takes a fifth of a second, so it is done while other things happen. */
export type PdfReader = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

export async function loadPdfReader(): Promise<PdfReader> {
  const [reader] = await Promise.all([
    import(packageUrl('pdfjs-dist/pdf.min.mjs').href) as Promise<PdfReader>,
    // The reader would load this on first use, in the same thread.
    import(packageUrl('pdfjs-dist/pdf.worker.min.mjs').href),
  ])
  return reader
}
