// Reports problems in a deck file that its author has edited.

import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck, LayoutName } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import type { Sentence } from '../model/outline.ts'
import { placeOf } from '../model/source-position.ts'
import { excerptOf } from '../util/excerpt.ts'
import type { DeckFile } from './parse.ts'

/** A deck that its author has edited. */
export interface EditedDeck {
  readonly deck: Deck
  readonly article: Article
  readonly deckFile: DeckFile
}

/**
 * Reports the sentences of the article that the author of a deck file has removed. Warns about lines that contradict
 * the notes of their slides, and about figures and names in the author's lines, except code and formulas, that are not in
 * the article.
 */
export function reportEdits({ deck, article, deckFile }: EditedDeck, layouts: Layouts, file: VFile): void {
  for (const leftOut of deckFile.leftOut) reportLeftOut(leftOut, file)
  const articleText = article.text.slice(0, article.authoredFrom)
  if (articleText === '') return
  const words = new Set(wordsIn(articleText.toLowerCase()).map(withoutPossessive))
  for (const slide of deck.slides) {
    const lines = linesOf(layouts, slide)
    for (const line of lines) {
      const place = placeOf(line, article)
      const warn = (reason: string, ruleId: RuleId) => void file.message(reason, { place, source: 'lectern', ruleId })
      const contradiction = contradictionOf(
        line,
        { layout: slide.layout, lines, sentences: slide.note.sentences },
        article,
      )
      if (contradiction !== null)
        warn(
          `This line says "${contradiction.lineWord}", but the notes of its slide say "${contradiction.noteWord}": "${excerptOf(contradiction.sentence)}". Make them agree.`,
          'differs-from-notes',
        )
      if (line.origin !== 'author' || line.kind === 'code' || line.kind === 'math') continue
      const [first, ...others] = figuresAndNamesIn(line, article.language).filter(
        (word) => word !== contradiction?.lineWord && !words.has(withoutPossessive(word.toLowerCase())),
      )
      if (first === undefined) continue
      const all = [first, ...others].map((word) => `"${word}"`).join(', ')
      warn(
        `The article does not contain ${all}. You typed this line, so check ${others.length > 0 ? 'them' : 'it'}.`,
        'not-in-article',
      )
    }
  }
}

function reportLeftOut({ id, place, sentences }: DeckFile['leftOut'][number], file: VFile): void {
  const count = sentences.length === 1 ? '1 sentence' : `${sentences.length} sentences`
  const fact =
    place === null
      ? `You removed the slide "${id}", and with it ${count} of the article`
      : `You removed ${count} of the article from the notes of this slide`
  file.info(
    `${fact}: "${excerptOf(sentences[0]?.text ?? '')}". Add anything that you still want to say to the notes.`,
    {
      place,
      source: 'lectern',
      ruleId: 'left-out-by-author',
    },
  )
}

/** A figure or name on a slide, and the different one in a sentence of the notes that otherwise says the same thing. */
interface Contradiction {
  readonly lineWord: string
  readonly noteWord: string
  readonly sentence: string
}

/** The layout, lines and notes of a line's slide, with which the line is compared. */
interface SlideContext {
  readonly layout: LayoutName
  readonly lines: readonly Line[]
  /** The sentences of the slide's note. */
  readonly sentences: readonly Sentence[]
}

/**
 * Finds a sentence in the slide's notes that says the same thing as a line but with a different figure or name; null if
 * there is none. After an update, for example, the author's line may say 40 and the article 60. Either the line or the
 * sentence must be the author's, except on a slide that shows a large figure.
 */
function contradictionOf(
  line: Line,
  { layout, lines, sentences }: SlideContext,
  { authoredFrom = 0, language }: Article,
): Contradiction | null {
  // A large figure may occur anywhere in the article, and means nothing without the line below it.
  const isNumber = layout === 'number'
  const claim = isNumber ? `${line.text} ${lines[lines.indexOf(line) + 1]?.text ?? ''}` : line.text
  const lineTerms = figuresAndNamesIn(line, language)
  const noteWords = new Set(sentences.flatMap(({ text }) => wordsIn(text.toLowerCase()).map(withoutPossessive)))
  const [lineWord] = lineTerms.filter((word) => !noteWords.has(withoutPossessive(word.toLowerCase())))
  if (lineWord === undefined) return null
  const claimWords = longWordsIn(claim).filter((word) => !lineTerms.some((term) => term.toLowerCase() === word))
  if (claimWords.length < MIN_SHARED_WORDS) return null
  for (const { text, span } of sentences) {
    if (!isNumber && line.origin !== 'author' && span[0] < authoredFrom) continue
    const sentenceWords = new Set(longWordsIn(text))
    const sharedCount = claimWords.filter((word) => sentenceWords.has(word)).length
    if (
      sharedCount < MIN_SHARED_WORDS ||
      sharedCount / claimWords.length < (isFigure(lineWord) ? MIN_SHARED_FRACTION : 1)
    )
      continue
    const noteWord = figuresAndNamesIn({ text }, language).find(
      (word) => isFigure(word) === isFigure(lineWord) && !lineTerms.includes(word),
    )
    if (noteWord !== undefined) return { lineWord, noteWord, sentence: text }
  }
  return null
}

/**
 * The minimum fraction of a line's long words that a sentence must contain to count as saying the same thing, if a
 * figure differs. If a name differs, the sentence must contain all of them.
 */
const MIN_SHARED_FRACTION = 0.6
const MIN_SHARED_WORDS = 2

function isFigure(word: string): boolean {
  return /\d/.test(word)
}

/** Lists the words of at least four letters, in lower case, without figures. */
function longWordsIn(text: string): readonly string[] {
  return wordsIn(text.toLowerCase()).filter((word) => word.length >= 4 && !isFigure(word))
}

/**
 * Lists the figures and names in a line: words with a digit, and capitalised words that do not begin a sentence. In
 * German and in title case, capitals do not mark names, so only figures are listed.
 */
function figuresAndNamesIn({ text }: Pick<Line, 'text'>, language: string): readonly string[] {
  const isCapitalised = (word: string) => /^\p{Lu}/u.test(word)
  const longWords = wordsIn(text).filter((word) => /^\p{L}{4}/u.test(word))
  const hasNames = language !== 'de' && !(longWords.length > 1 && longWords.every(isCapitalised))
  const matches = [...text.matchAll(WORD)].filter(({ 0: word, index }) => {
    if (isFigure(word)) return true
    return hasNames && isCapitalised(word) && word !== 'I' && index > 0 && !/[.!?:"“‘(]\s*$/u.test(text.slice(0, index))
  })
  return [...new Set(matches.map(([word]) => word))]
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** Removes a possessive ending, so that "Rutte's" is the same name as "Rutte". */
function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/u, '')
}

/** Matches a word, or a figure with the points, commas and colons in it. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu
