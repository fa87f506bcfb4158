// Splits a word into tokens.

import { wordSet } from '../util/word-set.ts'
import { isAddress, isWholeToken } from './whole-token.ts'

/** The position of a word in its sentence. A full stop after the last word usually belongs to the sentence. */
export type WordPosition = 'last' | 'inside'

/**
 * Splits a run without white space into tokens, in order. Together, the tokens contain every character of the run. The
 * time that this takes grows faster than the length of the run, so callers must limit the length.
 */
export function splitWord(word: string, position: WordPosition): readonly string[] {
  const opening = openingOf(word)
  const rest = word.slice(opening.join('').length)
  const closing = closingOf(rest, position)
  const core = rest.slice(0, rest.length - closing.join('').length)
  return [...opening, ...tokensInside(core), ...closing]
}

const OPENING =
  /^(?:[([{<"“”„«¿¡*_~]|['‘](?!(?:s|S|t|T|tis|em|ll|re|ve|d|m)\b)|``|[$£€¥](?=\d)|--+|[–—]+|-(?=\p{L})|…|\.{2,})/u

function openingOf(word: string): readonly string[] {
  const marks: string[] = []
  for (let rest = word; !isWholeToken(rest); ) {
    const mark = OPENING.exec(rest)?.[0]
    if (mark === undefined) break
    marks.push(mark)
    rest = rest.slice(mark.length)
  }
  return marks
}

function closingOf(word: string, position: WordPosition): readonly string[] {
  const marks: string[] = []
  for (let rest = word; rest.length > 1 && !isWholeWithMark(rest); ) {
    const length = closingLength(rest, marks.length === 0 ? position : 'inside')
    if (length === 0) break
    marks.unshift(rest.slice(-length))
    rest = rest.slice(0, -length)
  }
  return marks
}

/** Whether a word is a single token that includes its last punctuation mark. */
function isWholeWithMark(word: string): boolean {
  if (!isWholeToken(word)) return false
  if (word.endsWith(')') && word.includes('(')) return isAddress(word)
  return !(isAddress(word) ? /[.,;:!?)\]>"'”’]$/ : /[,;:!?)\]]$/).test(word)
}

/** Returns the length of the punctuation mark that ends a word of two characters or more; 0 if there is none. */
function closingLength(word: string, position: WordPosition): number {
  const run = /(?:\.{2,}|''|--+|[–—]+)$/.exec(word)?.[0]
  if (run !== undefined) return run.length
  if (word.endsWith('.')) return keepsFullStop(word.slice(0, -1), position) ? 0 : 1
  return /[…)\]}>"”“»,;:!?*~'’%]$/.test(word) ? 1 : 0
}

/** Whether the full stop after `stem` is part of the word: an initial, "U.S.", an abbreviation. */
function keepsFullStop(stem: string, position: WordPosition): boolean {
  const isLast = position === 'last'
  if (/^\p{L}$/u.test(stem)) return !(isLast && /^(?:I|\p{Ll})$/u.test(stem))
  if (/^(?:\p{L}\.)+\p{L}$/u.test(stem)) return true
  const key = stem.toLowerCase()
  return ABBREVIATIONS.has(key) && !(isLast && AMBIGUOUS_ABBREVIATIONS.has(key))
}

const ABBREVIATIONS: ReadonlySet<string> = wordSet(
  'dr mr mrs ms st vs etc sept inc oct ft no dec nov co corp jan feb mar apr aug jr sr gen lt rev ltd gov rep reps ' +
    'sen sgt capt col prof hon fig al ph.d mon tue wed thur thu fri sat sun e.g i.e a.m p.m u.s u.k u.n d.c',
)

/** Abbreviations that are also words. At the end of a sentence, they are taken for words. */
const AMBIGUOUS_ABBREVIATIONS: ReadonlySet<string> = new Set(['no', 'mar', 'sun', 'sat', 'fig', 'co', 'mon', 'sen'])

/** Splits a word, from which the outer punctuation has been removed, into tokens. */
function tokensInside(word: string): readonly string[] {
  if (word === '') return []
  if (isWholeToken(word)) return [word]
  return (
    splitContraction(word) ??
    splitAtMark(word) ??
    splitBeforeClitic(word) ??
    splitAtHyphen(word) ??
    splitBeforeUnit(word) ?? [word]
  )
}

/** Words that are written as one, such as "cannot", with the index at which the second word begins. */
const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ["'tis", 2],
  ["d'ye", 2],
])

function splitContraction(word: string): readonly string[] | null {
  const cut = CONTRACTIONS.get(word.toLowerCase().replace(/’/g, "'"))
  return cut === undefined ? null : [word.slice(0, cut), word.slice(cut)]
}

/**
 * Splits at a dash, a slash between words, an ellipsis, a bracket, a quotation mark or a semicolon. Returns null if the
 * word has no such mark, or begins with one.
 */
function splitAtMark(word: string): readonly string[] | null {
  const mark = /--+|[–—]|…|\.{3,}|[/\\](?=\p{L})|[()[\]"“”;](?=.)/u.exec(word)
  if (mark === null || mark.index === 0) return null
  const after = mark.index + mark[0].length
  return [...tokensInside(word.slice(0, mark.index)), mark[0], ...splitWord(word.slice(after), 'inside')]
}

function splitBeforeClitic(word: string): readonly string[] | null {
  const clitic = /(?:n['’]t|['’](?:s|m|d|re|ve|ll))$/i.exec(word)
  if (clitic === null || clitic.index === 0) return null
  return [...tokensInside(word.slice(0, clitic.index)), clitic[0]]
}

/** Splits at the first hyphen, or at the second if the first follows a prefix, as in `non-profit-making`. */
function splitAtHyphen(word: string): readonly string[] | null {
  const first = word.indexOf('-')
  if (first < 1) return null
  const hyphen = PREFIX.test(word.slice(0, first)) ? word.indexOf('-', first + 1) : first
  if (hyphen < 1 || hyphen === word.length - 1) return null
  return [
    ...(hyphen === first ? tokensInside(word.slice(0, first)) : [word.slice(0, hyphen)]),
    '-',
    ...tokensInside(word.slice(hyphen + 1)),
  ]
}

const PREFIX =
  /^(?:e|co|pre|post|non|semi|multi|re|ex|anti|pro|mid|sub|un|over|under|inter|intra|counter|vice|ultra|neo|micro|macro|mini|bi|tri|quasi|pan|trans|de|dis|mis)$/i

/** Splits a number from its unit: 5km, 10am, $5bn; but not 1st or 1990s. */
function splitBeforeUnit(word: string): readonly string[] | null {
  const [, currency = '', number = '', unit = ''] =
    /^([$£€]?)(\d[\d.,]*)((?!st$|nd$|rd$|th$|s$)\p{L}{1,3})$/u.exec(word) ?? []
  if (number === '') return null
  return currency === '' ? [number, unit] : [currency, number, unit]
}
