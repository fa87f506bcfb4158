import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The letters on each page of a PDF, in the order in which they are read out. */
export async function pagesOf(bytes) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  try {
    const pages = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(lettersOf(items.map(({ str }) => str ?? '').join('')))
    }
    return pages
  } finally {
    await pdf.destroy()
  }
}

/**
 * Letters and digits alone: spaces, breaks and the drawing of signs are the printer's. Without those of Indic scripts, whose letters
 * a reader of PDFs gives back in the order in which they are drawn.
 */
export function lettersOf(text) {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/gu, '')
}
