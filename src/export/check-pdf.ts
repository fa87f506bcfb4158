// Checks a printed PDF by reading it back: pages, words, fonts, tags and size.

import { RIGHT_TO_LEFT } from '../model/text-direction.ts'
import { type PdfObjects, readObjects } from './pdf-objects.ts'
import type { PdfContent } from './read-pdf.ts'
import { type PagePosition, searchLetters, searchWords, UNNAMED_LETTER } from './search-passages.ts'
import { unifyCharacters } from './unify-characters.ts'

/** What a PDF must contain, and how large it may be. */
export interface ExpectedPdf {
  readonly pageCount: number
  /**
   * Whether there may be more pages, because a sentence can be longer than a page. Words may then be on later pages
   * than expected.
   */
  readonly mayHaveMorePages?: true
  /**
   * Whether lines run from right to left. Words in left-to-right scripts are then not drawn in the order in which they
   * are read.
   */
  readonly isRightToLeft?: true
  /** The passages, in the order in which the file contains them. */
  readonly passages: readonly ExpectedPassage[]
  /** The maximum size in bytes. */
  readonly maxBytes: number
}

/** The words of a slide or its note, and the page that they must be on. */
export interface ExpectedPassage {
  /** The number of the slide, from 1. */
  readonly slide: number
  /** The page number, from 1. */
  readonly page: number
  readonly words: readonly string[]
}

export interface PdfFault {
  /** The number of the slide whose words are missing, from 1; null for other faults. */
  readonly slide: number | null
  /** Continues a sentence that begins with the file's name. */
  readonly reason: string
}

/** Reads a whole PDF. Rejects if that fails. */
export type ReadPdf = (pdf: Uint8Array) => Promise<PdfContent>

/**
 * Reads a PDF back, as its readers will, and checks that it has the right number of pages, the expected words, in order
 * where that can be checked, embedded fonts, tags on every page, no blank page, and a reasonable size. The check relies
 * on no code that helped to make the file.
 * @returns the faults; empty if there are none
 */
export async function checkPdf(read: ReadPdf, pdf: Uint8Array, expected: ExpectedPdf): Promise<readonly PdfFault[]> {
  try {
    const [{ isTagged, pages }, objects] = await Promise.all([read(pdf), rejectIfThrown(() => readObjects(pdf))])
    return [
      ...pageCountFaults(pages.length, expected),
      ...wordFaults(pages, expected),
      ...blankFaults(pages, objects),
      ...fontFaults(objects),
      ...tagFaults(isTagged, objects, pages.length),
      ...sizeFaults(pdf.length, expected),
    ]
  } catch (error) {
    return [fileFault(`cannot be read back (${error instanceof Error ? error.message : String(error)})`)]
  }
}

/** Runs work immediately; an error that it throws becomes a rejection. */
async function rejectIfThrown<T>(work: () => T): Promise<T> {
  return work()
}

function fileFault(reason: string): PdfFault {
  return { slide: null, reason }
}

function pageCountFaults(count: number, { pageCount, mayHaveMorePages }: ExpectedPdf): readonly PdfFault[] {
  return count === pageCount || (mayHaveMorePages && count > pageCount)
    ? []
    : [fileFault(`has ${count} pages, not ${pageCount}`)]
}

/** Reports only the first missing word: those after it may be out of order only because it is missing. */
function wordFaults(pages: PdfContent['pages'], expected: ExpectedPdf): readonly PdfFault[] {
  const texts = pages.map((pieces) => capitals(lettersOf(pieces.join(''))))
  let position: PagePosition = { page: 0, offset: 0 }
  const hasExpectedPages = pages.length === expected.pageCount
  for (const { slide, page, words } of expected.passages) {
    if (hasExpectedPages && page - 1 !== position.page) position = { page: page - 1, offset: 0 }
    const last = hasExpectedPages ? page : texts.length
    const letters = words.map(lettersOf).filter((word) => word !== '')
    const expectedWords = letters.map(capitals)
    const rightToLeftWords = expectedWords.filter((word) => RIGHT_TO_LEFT.test(word))
    const ignoresOrder =
      rightToLeftWords.length > 0 || expected.isRightToLeft || texts[position.page]?.includes(UNNAMED_LETTER)
    const search = ignoresOrder ? searchLetters : searchWords
    const found = search(texts.slice(0, last), rightToLeftWords.length > 0 ? rightToLeftWords : expectedWords, position)
    if ('missing' in found) {
      const missing = letters.find((word) => capitals(word) === found.missing)
      return [{ slide, reason: `lacks the word "${missing}" from slide ${slide}, or has it out of order` }]
    }
    position = found
  }
  return []
}

/**
 * Reduces text to its letters, digits and currency signs, because ligatures, marks, spacing and punctuation are up to
 * the browser. Scripts whose syllables are drawn in an order other than the written one are skipped. Letters that fonts
 * draw the same way count as one: Arabic letters in their Persian and Arabic forms, and an i with and without its dot
 * under another mark.
 */
function lettersOf(text: string): string {
  return unifyCharacters(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\p{Sc}%\0]+/gu, '')
    .replace(REORDERED_SCRIPTS, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ı/g, 'i')
    .normalize('NFC')
}

/** Converts letters to capitals, because a theme can set text in capitals. */
function capitals(letters: string): string {
  return letters.toUpperCase()
}

const REORDERED_SCRIPTS = new RegExp(
  `[${'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]+`,
  'gu',
)

/** Finds blank pages, which have neither text nor a picture. */
function blankFaults(pages: PdfContent['pages'], objects: PdfObjects): readonly PdfFault[] {
  const resources = pageDictionaries(objects)
  return pages.flatMap((pieces, index) => {
    const isBlank = pieces.join('').trim() === '' && !/\/XObject/.test(resources[index] ?? '')
    return isBlank ? [fileFault(`has nothing on page ${index + 1}`)] : []
  })
}

function pageDictionaries(objects: PdfObjects): readonly string[] {
  return [...objects.values()].filter((value) => PAGE.test(value))
}

const PAGE = /\/Type \/Page\b(?!s)/

function fontFaults(objects: PdfObjects): readonly PdfFault[] {
  const drawnFonts = new Set([...objects.values()].flatMap((value) => DRAWN_FONT.exec(value)?.[1] ?? []))
  const unembedded = [...objects].filter(
    ([number, value]) =>
      value.includes('/Type /FontDescriptor') && !value.includes('/FontFile') && !drawnFonts.has(`${number}`),
  )
  const names = unembedded.map(([, value]) => /\/FontName \/([^\s/>]+)/.exec(value)?.[1] ?? 'a font')
  return [...new Set(names)].map((name) => fileFault(`does not embed its font ${name}`))
}

/**
 * Matches a font of drawings (Type 3), such as emoji, which needs no font file, and captures its descriptor's number.
 */
const DRAWN_FONT = /\/Subtype \/Type3[\s\S]*\/FontDescriptor (\d+) 0 R/

/** Checks that there are tags for every page, and reports the first page without one. */
function tagFaults(isTagged: boolean, objects: PdfObjects, count: number): readonly PdfFault[] {
  if (!isTagged) return [fileFault('is not tagged')]
  const taggedPages = new Set<string>()
  for (const value of objects.values()) {
    if (value.includes('/StructElem'))
      for (const [, page = ''] of value.matchAll(/\/Pg (\d+) 0 R/g)) taggedPages.add(page)
  }
  const numbers = [...objects].filter(([, value]) => PAGE.test(value)).map(([number]) => String(number))
  if (numbers.length !== count) return [fileFault('has tags that cannot be read')]
  const index = numbers.findIndex((number) => !taggedPages.has(number))
  return index === -1 ? [] : [fileFault(`has no tags on page ${index + 1}`)]
}

function sizeFaults(size: number, { maxBytes }: ExpectedPdf): readonly PdfFault[] {
  return size <= maxBytes ? [] : [fileFault(`is ${size} bytes long, more than the ${maxBytes} allowed`)]
}
