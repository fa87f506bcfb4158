// Recognises lines that name the author.

import { wordSet } from '../util/word-set.ts'
import { isDate } from './dates.ts'
import { isEastAsianName } from './east-asian-names.ts'

/** Whether a short line names the author of the text: "By Ada Lovelace", "作者：李明". */
export function isByline(text: string): boolean {
  if (!couldBeCredit(text)) return false
  const prefix = BEFORE_NAME.exec(text) ?? BEFORE_COLON.exec(text) ?? REPORTER_BEFORE_NAME.exec(text)
  return prefix === null ? REPORTER_AFTER_NAME.test(text) : NAME_START.test(text.slice(prefix[0].length))
}

/**
 * Returns the length of the words before the name in a byline, such as "By " and "作者："; 0 if there are none, or if
 * more than names and affiliations follow, as in "Posted by Ada on 3 May".
 */
export function lengthBeforeName(byline: string): number {
  const prefix = (BEFORE_NAME.exec(byline) ?? BEFORE_COLON.exec(byline))?.[0] ?? ''
  const [name = ''] = byline.slice(prefix.length).split(SEPARATOR)
  return NAMES.test(name) || /^(?:@\S+|[\p{Lo}·]+)$/u.test(name) ? prefix.length : 0
}

/**
 * Whether a line directly under a title is a name, alone or followed by an affiliation, a place or a date: "Ida Quay,
 * Harbour Workshop". Names are recognised in scripts with capitals, Chinese, Japanese and Korean. A name alone on the line does not count if
 * `body`, the rest of the article, contains any of its words; a name followed by something else does not count if
 * `body` contains all its words in lower case.
 */
export function isName(text: string, body: string): boolean {
  if (!couldBeCredit(text)) return false
  if (isEastAsianName(text, body)) return true
  const [name = '', ...rest] = text.replace(AFFILIATION_MARKS, '').split(SEPARATOR)
  if (HONORIFIC.test(name)) return rest.every((part) => isDate(part) || couldBeAffiliation(part))
  if (!NAMES.test(name) || !rest.every((part) => isDate(part) || couldBeAffiliation(part))) return false
  const words: readonly string[] = name.match(WORD) ?? []
  if (words.some((word) => SECTION_WORDS.has(word.toLowerCase()) || EVENT_WORDS.has(word.toLowerCase()))) return false
  if (rest.length === 0) return !words.some((word) => body.includes(word) || body.includes(word.toLowerCase()))
  const lowercaseWords = new Set(body.match(LOWERCASE_WORD))
  return !words.every((word) => lowercaseWords.has(word.toLowerCase()))
}

/** Whether a line is short enough for a credit, and does not end like a sentence. */
function couldBeCredit(text: string): boolean {
  return text.length <= LONGEST_CREDIT && !/[.!?:;。！？：；؟۔।]$/u.test(text.replace(ABBREVIATION, ''))
}

/** In characters. */
const LONGEST_CREDIT = 100
const ABBREVIATION = /(?:^| )(?:\p{Lu}|[JS]r|Ph\.?D|M\.?D|et al)\.$/u

/** "By" or "author" in languages that put such a word before a name. */
const BEFORE_NAME = new RegExp(
  `^(?:${[
    '(?:(?:article|authored|compiled|contributed|guest post|originally|post|posted|published|story|submitted|text|words|written) )*by',
    'authors?|writer|text',
    'von|par|por|di|door|av|af|autora?|auteur|oleh',
    'بقلم|كتبت?|מאת',
  ].join('|')})(?: ?[:：] ?| )`,
  'iu',
)

/** "Author" or "text" in languages that put a colon or a slash after it. */
const BEFORE_COLON = new RegExp(
  `^(?:${[
    'autor(?:es|as|en|in)|auteurs|autrice|autore|autori|verfasser(?:in)?|schrijver|författare|forfatter|kirjoittaja',
    'teksti|tekst|texte|texto|testo|penulis|tác giả|yazar|yazan|írta|szerző|автор[ыи]?|текст|συγγραφέας|κείμενο',
    'लेखक|लेखिका|الكاتب|المؤلف|إعداد|نویسنده|文|作者|撰文|撰稿|著者|筆者|執筆|記者|记者|글|저자|작성자|기자',
  ].join('|')}) ?[:：/／|] ?`,
  'iu',
)

const REPORTER_BEFORE_NAME = /^(?:本[报報刊]|特[约約])?(?:记者|記者) ?(?=\p{sc=Han}{2,4}(?:$|[ 、，,]))/u
const REPORTER_AFTER_NAME = /^\p{sc=Hangul}{2,4} (?:선임 ?|전문 ?)?(?:기자|특파원)$/u

/** A name begins with a capital, a letter without case or `@`. */
const NAME_START = /^(?:the \P{Lu}{0,20}(?=\p{Lu}))?(?:\p{Lu}|\p{Lo}|@)[^\n]*$/u

/** The raised numbers that link authors with their affiliations: "A. Marsh¹, R. Vane²". */
const AFFILIATION_MARKS = /\s*[¹²³⁰⁴-⁹]+/gu

/** Separates a name from an affiliation, a place or a date on the same line. */
const SEPARATOR = /,\s+|\s*[|·•]\s*|\s+[–—-]\s+|\s+\((?=[^()]*\)$)|\)$/u

/** Matches up to three names of two to four words each: "J. R. Vane", "Dr. Bo van Holm", "Ida Quay and Bo Vane". */
const NAMES = (() => {
  const word = "\\p{Lu}(?:\\.|[\\p{L}\\p{M}'’.-]*\\p{L})"
  const particle =
    "(?:(?:von|van|der|den|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|ben|y|af|av|ter|ten|zu) |d['’])"
  const title = '(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Dame|Rev|Ing)\\.? )*'
  const name = `${title}${word}(?: ${particle}{0,2}${word}){1,3}`
  return new RegExp(`^${name}(?: (?:and|und|et|y|e|og|och|en|и|ve|&) ${name}){0,2}$`, 'u')
})()

/** "Ms Clara Hope", also before other words: "Ms Clara Hope & Year 8". */
const HONORIFIC = /^(?:Dr|Prof|Mr|Mrs|Ms|Mx|Herr|Frau|Mme)\.? \p{Lu}\p{L}+ \p{Lu}[^.!?]*$/u

/** Whether a part of a byline may be an affiliation or a place rather than a clause. */
function couldBeAffiliation(part: string): boolean {
  return (
    part === '' ||
    (/^\p{L}/u.test(part) &&
      part.split(' ').length <= MAX_AFFILIATION_WORDS &&
      !/(?<!(?<!\p{L})\p{Lu}|\p{Nd})\.\s|[!?;:]\s/u.test(part))
  )
}

const MAX_AFFILIATION_WORDS = 7

const WORD = /\p{Lu}[\p{L}\p{M}]{2,}/gu
const LOWERCASE_WORD = /(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}[\p{L}\p{M}]{2,}/gu

/** Words in the names of events, which do not occur in people's names. */
const EVENT_WORDS: ReadonlySet<string> = wordSet(
  'conference congress convention festival forum meetup seminar summit symposium webinar workshop',
)

/** Words in common English headings, which may follow a title, as a name may, but do not occur in names. */
const SECTION_WORDS: ReadonlySet<string> = wordSet(
  'about abstract acknowledgements acknowledgments agenda aims and answers appendix approach background basics bibliography briefing ' +
    'challenge changes conclusion conclusions contents context contribution contributors design details discussion edition executive ' +
    'facts features figures final findings foreword further getting glance goals guide highlights history how ideas important ' +
    'improvements information introducing introduction issue key lessons main method methodology methods motivation next notes ' +
    'objectives outline overview plan points policy preface principles problem product project purpose questions quick reading ' +
    'recommendations references related release report research results review scope section services setting setup started statement ' +
    'status steps strategy study summary support table takeaways terms the thoughts timeline tips today tools update using version ' +
    'welcome what where who why your',
)
