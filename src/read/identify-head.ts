// Finds the title, subtitle, byline and date among the pieces of an article.

import type { Nodes } from 'mdast'
import { lettersAndDigits } from '../util/letters-and-digits.ts'
import { isByline, isName } from './byline.ts'
import { isDate } from './dates.ts'
import { type ArticleHead, HEAD_PARTS, type HeadPart, type Piece, type Words } from './piece.ts'

/**
 * Identifies the head among the pieces. The title is the given one, for example from front matter. If none is given, it
 * is the piece that the reader marked as the title; or the first heading, if that has level 1 or opens the text above
 * deeper headings; or else the first line, if that looks like a title. Given parts that the text does not repeat are
 * put first.
 */
export function identifyHead(pieces: readonly Piece[], givenHead: ArticleHead): readonly Piece[] {
  const titleIndex = findTitle(pieces, givenHead)
  const markedPieces = titleIndex === undefined && !givenHead.title ? pieces : markHead(pieces, titleIndex, givenHead)
  const found = new Set(markedPieces.map((piece) => piece.type))
  const missingParts = HEAD_PARTS.flatMap((type): Piece[] => {
    const words = givenHead[type]
    return words && !found.has(type) ? [{ type, words }] : []
  })
  return [...missingParts, ...markedPieces]
}

/**
 * Returns the index of the title or, if a title is given, of the heading that repeats or varies it. Returns undefined
 * if there is none.
 */
function findTitle(pieces: readonly Piece[], givenHead: ArticleHead): number | undefined {
  const found = pieces.findIndex((piece) => piece.type === 'title')
  if (found >= 0) return found
  const first = pieces.findIndex((piece) => piece.type === 'heading')
  const heading = pieces[first]
  if (heading?.type === 'heading' && heading.level === 1) {
    if (!givenHead.title || isSame(heading.words, givenHead.title)) return first
    const isOnly = !pieces.slice(first + 1).some((piece) => piece.type === 'heading' && piece.level === 1)
    return first === 0 && isOnly && isVariant(heading.words, givenHead.title) ? first : undefined
  }
  if (givenHead.title) return undefined
  if (heading?.type === 'heading' && isAboveAll(heading.level, pieces.slice(first + 1)) && first === 0) return first
  return pieces[0] && looksLikeTitle(pieces[0], pieces[1]) ? 0 : undefined
}

function isSame(one: Words, other: Words): boolean {
  return lettersAndDigits(one.text) === lettersAndDigits(other.text)
}

/** Whether a heading is another version of a title: at least half of its longer words are in the title. */
function isVariant(heading: Words, title: Words): boolean {
  const titleWords = new Set(title.text.toLowerCase().match(LONGER_WORD))
  const headingWords = heading.text.toLowerCase().match(LONGER_WORD) ?? []
  return headingWords.filter((word) => titleWords.has(word)).length * 2 >= Math.max(headingWords.length, 1)
}

const LONGER_WORD = /[\p{L}\p{N}]{4,}/gu

/** Whether there are headings among the pieces, and all of them are deeper than `level`. */
function isAboveAll(level: number, pieces: readonly Piece[]): boolean {
  const levels = pieces.flatMap((piece) => (piece.type === 'heading' ? [piece.level] : []))
  return levels.length > 0 && levels.every((other) => other > level)
}

/**
 * Whether a piece is a short line without final punctuation that is not a byline, a date or an address, and is followed
 * by another piece.
 */
function looksLikeTitle(piece: Piece, next: Piece | undefined): boolean {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph' || !next) return false
  const [words, ...others] = piece.words
  if (!words || others.length > 0 || words.kind !== 'prose' || words.text.length > LONGEST_TITLE) return false
  const isCredit = isByline(words.text) || isDate(words.text)
  return !isCredit && !/[.,;:…]$/.test(words.text) && !words.text.includes('://')
}

/** In characters. */
const LONGEST_TITLE = 120

/** Marks the title, and the subtitle, byline and date that follow it or open the text. */
function markHead(pieces: readonly Piece[], titleIndex: number | undefined, givenHead: ArticleHead): readonly Piece[] {
  const found = new Set<HeadPart>()
  let isInHead = true
  return pieces.map((piece, index): Piece => {
    if (index === titleIndex) {
      isInHead = true
      const words = wordsIn(piece)
      const type = givenHead.title && words && !isSame(words, givenHead.title) ? 'subtitle' : 'title'
      found.add(type)
      return words && !(type === 'subtitle' && givenHead.subtitle) ? { type, words } : piece
    }
    if (piece.type !== 'heading' && piece.type !== 'block') {
      found.add(piece.type)
      return piece
    }
    const words = isInHead ? wordsIn(piece) : undefined
    const type = words && piece.type === 'block' ? headPartOf(words, piece.node, pieces.slice(index + 1)) : undefined
    isInHead = type !== undefined && !found.has(type) && !givenHead[type]
    if (type) found.add(type)
    return words && type && isInHead ? { type, words } : piece
  })
}

function wordsIn(piece: Piece): Words | undefined {
  if (piece.type !== 'block') return piece.words
  return piece.node.type === 'paragraph' && piece.words.length === 1 ? piece.words[0] : undefined
}

function headPartOf({ text }: Words, node: Nodes, rest: readonly Piece[]): HeadPart | undefined {
  if (isDate(text)) return 'date'
  if (isByline(text) || isName(text, textOf(rest))) return 'byline'
  if (isDatedOccasion(text)) return 'date'
  if (node.type !== 'paragraph' || text.length > LONGEST_TITLE || /[.:;]$/.test(text)) return undefined
  const isEmphasis = node.children.length === 1 && node.children[0]?.type === 'emphasis'
  return isEmphasis || opensWithCredit(rest) ? 'subtitle' : undefined
}

/** Whether a line names an occasion and its date: "Board meeting, 22 April 2026". */
function isDatedOccasion(text: string): boolean {
  if (text.length > LONGEST_OCCASION || /[.!?:;]$/.test(text)) return false
  return [...text.matchAll(/,\s+|\s*[|·•]\s*|\s+[–—-]\s+/g)].some(({ index, 0: separator }) =>
    isDate(text.slice(index + separator.length)),
  )
}

/** In characters. */
const LONGEST_OCCASION = 60

/** Whether the first piece is a byline or a date. */
function opensWithCredit([first, ...rest]: readonly Piece[]): boolean {
  const words = first?.type === 'block' ? wordsIn(first) : undefined
  return words !== undefined && (isDate(words.text) || isByline(words.text) || isName(words.text, textOf(rest)))
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap((piece) => (piece.type === 'block' ? piece.words : [piece.words]).map(({ text }) => text))
    .join('\n')
}
