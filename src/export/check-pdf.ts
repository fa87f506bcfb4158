import { withoutRadicals } from './chinese-radicals.ts'
import { objectsOf, type PdfObjects } from './pdf-objects.ts'
import type { PdfRead } from './pdf-pages.ts'

/** What a PDF must contain. */
export interface Promised {
  /** The number of pages. */
  readonly pages: number
  /** Whether there may be more pages, since one sentence can be longer than a page; then words may be on later pages. */
  readonly mayFlow?: true
  /**
   * Whether lines run from right to left: then words in letters that run the other way are drawn in a different order from the
   * one in which they are read.
   */
  readonly isRightToLeft?: true
  /** In the order of the file. */
  readonly passages: readonly PromisedPassage[]
  /** The most bytes. */
  readonly budget: number
}

/** The words of a slide, or of its note, and the page they must be on. */
export interface PromisedPassage {
  /** Its slide, from 1. */
  readonly slide: number
  /** From 1. */
  readonly page: number
  readonly words: readonly string[]
}

/** A fault found in a PDF. */
export interface PdfFault {
  /** The slide where it was found, from 1; null for the whole file. */
  readonly slide: number | null
  /** Continues a sentence that begins with the file's name. */
  readonly reason: string
}

/** Reads a PDF to its end, or throws. */
export type ReadPdf = (pdf: Uint8Array) => Promise<PdfRead>

/**
 * Reads a PDF back, as its readers will, and compares it with what it must contain: the pages, every word in order, embedded
 * fonts, tags on every page, no blank page, its size. Nothing that made it is trusted.
 * @returns the faults; none if everything is right
 */
export async function checkPdf(read: ReadPdf, pdf: Uint8Array, promised: Promised): Promise<readonly PdfFault[]> {
  try {
    const [{ isTagged, pages }, objects] = await Promise.all([read(pdf), meanwhile(() => objectsOf(pdf))])
    return [
      ...countFaults(pages.length, promised),
      ...wordFaults(pages, promised),
      ...blankFaults(pages, objects),
      ...fontFaults(objects),
      ...tagFaults(isTagged, objects, pages.length),
      ...sizeFaults(pdf.length, promised),
    ]
  } catch (error) {
    return [whole(`cannot be read back (${error instanceof Error ? error.message : String(error)})`)]
  }
}

/** An error that it throws is rethrown where its result is awaited. */
async function meanwhile<T>(work: () => T): Promise<T> {
  return work()
}

function whole(reason: string): PdfFault {
  return { slide: null, reason }
}

function countFaults(count: number, { pages, mayFlow }: Promised): readonly PdfFault[] {
  return count === pages || (mayFlow && count > pages) ? [] : [whole(`has ${count} pages, not ${pages}`)]
}

/** Reports only the first missing word: those after it may just be out of place because of it. */
function wordFaults(pages: PdfRead['pages'], promised: Promised): readonly PdfFault[] {
  const texts = pages.map((pieces) => letters(pieces.join('')))
  let place: PagePlace = { page: 0, at: 0 }
  const isAsPlanned = pages.length === promised.pages
  for (const { slide, page, words } of promised.passages) {
    if (isAsPlanned && page - 1 !== place.page) place = { page: page - 1, at: 0 }
    const last = isAsPlanned ? page : texts.length
    const sought = words.map(letters).filter((word) => word !== '')
    const turned = sought.filter((word) => RIGHT_TO_LEFT.test(word))
    const isUnordered = turned.length > 0 || promised.isRightToLeft || texts[place.page]?.includes(UNNAMED)
    const search = isUnordered ? searchLetters : searchWords
    const found = search(texts.slice(0, last), turned.length > 0 ? turned : sought, place)
    if ('lacking' in found)
      return [{ slide, reason: `lacks the word "${found.lacking}" of slide ${slide}, or has it out of order` }]
    place = found
  }
  return []
}

interface PagePlace {
  readonly page: number
  /** The words, in the page's letters. */
  readonly at: number
}

/** The end of a run of consecutive words from a position on, or the first word that is missing. */
type PassageSearch = (
  texts: readonly string[],
  words: readonly string[],
  place: PagePlace,
) => PagePlace | { readonly lacking: string }

const searchWords: PassageSearch = (texts, words, start) => {
  let place = start
  for (const word of words) {
    const found = findNext(texts, word, place) ?? (UNSPACED.test(word) ? findParted(texts, word, place) : null)
    if (found === null) return { lacking: word }
    place = found
  }
  return place
}

/**
 * Letters of scripts without spaces between words: in these, whole sentences are searched for, and a line may end anywhere in
 * them.
 */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}]/u

/** The end of a text that fills the rest of one page and continues on the next. */
function findParted(texts: readonly string[], word: string, place: PagePlace): PagePlace | null {
  for (let page = place.page; page < texts.length - 1; page++) {
    const text = texts[page]?.slice(page === place.page ? place.at : 0) ?? ''
    const length = longestStart(text, word)
    const next = { page: page + 1, at: 0 }
    const rest = word.slice(length)
    const found = length === 0 ? null : (findOn(texts, rest, next) ?? findParted(texts.slice(0, page + 3), rest, next))
    if (found !== null) return found
  }
  return null
}

/** How many characters at the start of a word can be found somewhere in a text. */
function longestStart(text: string, word: string): number {
  let [held, lacked] = [0, word.length + 1]
  while (lacked - held > 1) {
    const middle = Math.floor((held + lacked) / 2)
    if (text.includes(word.slice(0, middle))) held = middle
    else lacked = middle
  }
  return held
}

/** The end of a word that is on this page, at the position or after it. */
function findOn(texts: readonly string[], word: string, { page, at }: PagePlace): PagePlace | null {
  const start = texts[page]?.indexOf(word, at) ?? -1
  return start === -1 ? null : { page, at: start + word.length }
}

/** The end of a word that begins at a position or after it. It is on one page, as words are not broken. */
function findNext(texts: readonly string[], word: string, place: PagePlace): PagePlace | null {
  for (let page = place.page; page < texts.length; page++) {
    const found = findOn(texts, word, { page, at: page === place.page ? place.at : 0 })
    if (found !== null) return found
  }
  return null
}

/**
 * Lines from right to left are drawn from their ends, words of joined letters piece by piece, and the reader reverses some of
 * them. Their order cannot be checked, nor can the order of unnamed letters. All words must be there, except those among them
 * that run the other way, some of which the reader drops.
 */
const searchLetters: PassageSearch = (texts, words, place) => {
  const left = new Map<string, number>()
  for (const letter of texts.slice(place.page).join('')) left.set(letter, (left.get(letter) ?? 0) + 1)
  const take = (letter: string): boolean => {
    const count = left.get(letter) ?? 0
    left.set(letter, count - 1)
    return count > 0 || (letter !== UNNAMED && take(UNNAMED))
  }
  const lacking = words.find((word) => ![...word].every(take))
  return lacking === undefined ? { page: place.page, at: 0 } : { lacking }
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A drawn letter that the font does not name; it can be any letter. */
const UNNAMED = '\0'

/**
 * Compares only letters, digits and currency signs: ligatures, marks, spacing and punctuation are up to the printer. Scripts
 * whose syllables are not drawn in the order in which they are written are skipped: what is drawn does not spell their words.
 * Arabic letters that fonts draw alike, in the Persian or the Arabic form, count as one, and so do an i and an i whose dot was
 * replaced by a mark.
 */
function letters(text: string): string {
  return withoutRadicals(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\p{Sc}%\0]+/gu, '')
    .replace(REORDERED, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ı/g, 'i')
    .normalize('NFC')
}

const REORDERED = new RegExp(
  `[${'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]+`,
  'gu',
)

/** A page without text is blank, unless it draws a picture. */
function blankFaults(pages: PdfRead['pages'], objects: PdfObjects): readonly PdfFault[] {
  const resources = pageDictionaries(objects)
  return pages.flatMap((pieces, index) => {
    const isBlank = pieces.join('').trim() === '' && !/\/XObject/.test(resources[index] ?? '')
    return isBlank ? [whole(`has nothing on page ${index + 1}`)] : []
  })
}

function pageDictionaries(objects: PdfObjects): readonly string[] {
  return [...objects.values()].filter((value) => PAGE.test(value))
}

const PAGE = /\/Type \/Page\b(?!s)/

function fontFaults(objects: PdfObjects): readonly PdfFault[] {
  const drawn = new Set([...objects.values()].flatMap((value) => DRAWN.exec(value)?.[1] ?? []))
  const bare = [...objects].filter(
    ([number, value]) =>
      value.includes('/Type /FontDescriptor') && !value.includes('/FontFile') && !drawn.has(`${number}`),
  )
  const names = bare.map(([, value]) => /\/FontName \/([^\s/>]+)/.exec(value)?.[1] ?? 'a font')
  return [...new Set(names)].map((name) => whole(`does not hold its font ${name}`))
}

/** A font whose glyphs are drawings, such as emoji, needs no font file, only its descriptor. */
const DRAWN = /\/Subtype \/Type3[\s\S]*\/FontDescriptor (\d+) 0 R/

/** Every page must be referred to by some tag. */
function tagFaults(isTagged: boolean, objects: PdfObjects, count: number): readonly PdfFault[] {
  if (!isTagged) return [whole('is not tagged')]
  const tagged = new Set<string>()
  for (const value of objects.values()) {
    if (value.includes('/StructElem')) for (const [, page = ''] of value.matchAll(/\/Pg (\d+) 0 R/g)) tagged.add(page)
  }
  const numbers = [...objects].filter(([, value]) => PAGE.test(value)).map(([number]) => String(number))
  if (numbers.length !== count) return [whole('has tags that cannot be read')]
  const index = numbers.findIndex((number) => !tagged.has(number))
  return index === -1 ? [] : [whole(`has no tags on page ${index + 1}`)]
}

function sizeFaults(size: number, { budget }: Promised): readonly PdfFault[] {
  return size <= budget ? [] : [whole(`has ${size} bytes, more than the ${budget} allowed`)]
}
