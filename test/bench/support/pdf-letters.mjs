import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unifyCharacters } from '../../../dist/export/unify-characters.js'

/** The letters on each page of a PDF, in reading order. */
export async function pagesOf(bytes) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  try {
    const pages = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(lettersOf(items.map((item) => ('str' in item ? item.str : '')).join('')))
    }
    return pages
  } finally {
    await pdf.destroy()
  }
}

/**
 * Reduces text to letters and digits, because spaces, breaks, marks and ligatures are up to the printer. Scripts
 * whose letters this PDF reader returns in another order, reversed or without names are left out.
 */
export function lettersOf(text) {
  return unifyCharacters(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ı/gu, 'i')
    .replace(AS_DRAWN, '')
}

const AS_DRAWN = new RegExp(
  `[${'Arabic Bengali Devanagari Hangul Hebrew Khmer Tamil Telugu Thai'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]`,
  'gu',
)
