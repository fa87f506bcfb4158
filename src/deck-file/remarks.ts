// Reports problems in a deck file that its author has edited.

import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck, LayoutName } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { RuleId } from '../model/message-rules.ts'
import type { Sentence } from '../model/outline.ts'
import { placeOf } from '../model/place.ts'
import { opening } from './opening.ts'
import type { DeckFile } from './parse.ts'

/** A deck that its author has edited. */
export interface EditedDeck {
  readonly deck: Deck
  readonly article: Article
  readonly deckFile: DeckFile
}

/**
 * Notes which sentences of the article the author of a deck file has left out. Warns about lines that contradict the
 * notes of their slides, and about figures and names in the author's lines that the article does not have.
 */
export function reportEdits({ deck, article, deckFile }: EditedDeck, layouts: Layouts, file: VFile): void {
  for (const leftOut of deckFile.leftOut) reportLeftOut(leftOut, file)
  const known = article.text.slice(0, article.authoredFrom)
  if (known === '') return
  const words = new Set(wordsIn(known.toLowerCase()).map(withoutPossessive))
  for (const slide of deck.slides) {
    const lines = linesOf(layouts, slide)
    for (const line of lines) {
      const place = placeOf(line, article)
      const warn = (reason: string, ruleId: RuleId) =>
        void file.message(reason, { ...(place && { place }), source: 'lectern', ruleId })
      const denied = contradictionOf(line, { layout: slide.layout, lines, sentences: slide.note.sentences }, article)
      if (denied !== null)
        warn(
          `This line says "${denied.here}", and the notes of its slide say "${denied.there}": "${opening(denied.sentence)}". Make them agree.`,
          'differs-from-notes',
        )
      if (line.origin !== 'author') continue
      const [first, ...others] = figuresAndNamesIn(line, article.language).filter(
        (word) => word !== denied?.here && !words.has(withoutPossessive(word.toLowerCase())),
      )
      if (first === undefined) continue
      const all = [first, ...others].map((word) => `"${word}"`).join(', ')
      warn(
        `The article does not have ${all}. Check ${others.length > 0 ? 'them' : 'it'}, since you typed this line.`,
        'not-in-article',
      )
    }
  }
}

function reportLeftOut({ id, place, sentences }: DeckFile['leftOut'][number], file: VFile): void {
  const count = sentences.length === 1 ? '1 sentence' : `${sentences.length} sentences`
  const fact =
    place === null
      ? `You removed the slide "${id}", so ${count} of the article ${sentences.length === 1 ? 'is' : 'are'} not said`
      : `You removed ${count} of the article from the notes of this slide`
  file.info(`${fact}: "${opening(sentences[0]?.text ?? '')}". Add it to the notes if you mean to say it.`, {
    ...(place && { place }),
    source: 'lectern',
    ruleId: 'left-out-by-author',
  })
}

/** A figure or name on a slide, and the different one at the same place in a sentence of its notes. */
interface Contradiction {
  readonly here: string
  readonly there: string
  readonly sentence: string
}

/** The slide of a line. */
interface SlideClaims {
  readonly layout: LayoutName
  readonly lines: readonly Line[]
  /** The sentences of its note. */
  readonly sentences: readonly Sentence[]
}

/**
 * Finds a sentence in the notes of a line's slide that says the same with another figure or name: after an update, the
 * author's line may say 40 and the article 60. The line or the sentence must be the author's, except on a slide that
 * shows a large figure.
 */
function contradictionOf(
  line: Line,
  { layout, lines, sentences }: SlideClaims,
  { authoredFrom = 0, language }: Article,
): Contradiction | null {
  // A large figure may occur anywhere in the article, and means nothing without the line below it.
  const isNumber = layout === 'number'
  const claim = isNumber ? `${line.text} ${lines[lines.indexOf(line) + 1]?.text ?? ''}` : line.text
  const own = figuresAndNamesIn(line, language)
  const noted = new Set(sentences.flatMap(({ text }) => wordsIn(text.toLowerCase()).map(withoutPossessive)))
  const [here] = own.filter((word) => !noted.has(withoutPossessive(word.toLowerCase())))
  if (here === undefined) return null
  const said = longWordsIn(claim).filter((word) => !own.some((each) => each.toLowerCase() === word))
  if (said.length < MIN_SHARED) return null
  for (const { text, span } of sentences) {
    if (!isNumber && line.origin !== 'author' && span[0] < authoredFrom) continue
    const there = new Set(longWordsIn(text))
    const shared = said.filter((word) => there.has(word)).length
    if (shared < MIN_SHARED || shared / said.length < (isFigure(here) ? MIN_SHARED_WORDS : 1)) continue
    const other = figuresAndNamesIn({ text }, language).find(
      (word) => isFigure(word) === isFigure(here) && !own.includes(word),
    )
    if (other !== undefined) return { here, there: other, sentence: text }
  }
  return null
}

/**
 * If a figure differs, a sentence must have this share of a line's long words to be about the same thing; if a name
 * does, all.
 */
const MIN_SHARED_WORDS = 0.6
const MIN_SHARED = 2

function isFigure(word: string): boolean {
  return /\d/.test(word)
}

/** Lists the words of at least four letters, in lower case. */
function longWordsIn(text: string): readonly string[] {
  return wordsIn(text.toLowerCase()).filter((word) => word.length >= 4 && !isFigure(word))
}

/**
 * Lists the figures and names in a line: words with a digit and, except in German and in title case, capitalised words
 * that do not begin a sentence.
 */
function figuresAndNamesIn({ text }: Pick<Line, 'text'>, language: string): readonly string[] {
  const isCapitalised = (word: string) => /^\p{Lu}/u.test(word)
  const long = wordsIn(text).filter((word) => /^\p{L}{4}/u.test(word))
  const hasNames = language !== 'de' && !(long.length > 1 && long.every(isCapitalised))
  const found = [...text.matchAll(WORD)].filter(({ 0: word, index }) => {
    if (isFigure(word)) return true
    return hasNames && isCapitalised(word) && word !== 'I' && index > 0 && !/[.!?:"“‘(]\s*$/u.test(text.slice(0, index))
  })
  return [...new Set(found.map(([word]) => word))]
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** Removes a possessive ending, so that "Rutte's" is the same name as "Rutte". */
function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/u, '')
}

/** A figure, with the points and commas in it, or a word. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu
