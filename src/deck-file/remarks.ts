import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { placeOf } from '../model/place.ts'
import type { DeckFile } from './parse.ts'

/** A deck that its author has edited. */
export interface Edited {
  readonly deck: Deck
  readonly article: Article
  readonly deckFile: DeckFile
}

/**
 * Reports what the author of a deck file has left out of the article, and which of the author's lines have a figure or a name
 * that the article does not have. These are notes, not faults.
 */
export function remarkOnEdits({ deck, article, deckFile }: Edited, layouts: Layouts, file: VFile): void {
  for (const { id, place, sentences } of deckFile.leftOut) {
    const count = sentences.length === 1 ? '1 sentence' : `${sentences.length} sentences`
    const fact =
      place === null
        ? `You took out the slide "${id}", so ${count} of the article ${sentences.length === 1 ? 'is' : 'are'} not said`
        : `You took ${count} of the article out of the notes of this slide`
    file.info(`${fact}: "${opening(sentences[0]?.text ?? '')}". Put it into the notes if you mean to say it.`, {
      ...(place && { place }),
      source: 'lectern',
      ruleId: 'left-out-by-author',
    })
  }
  const known = article.text.slice(0, article.authoredFrom)
  if (known === '') return
  const words = new Set(wordsIn(known.toLowerCase()).map(baseOf))
  for (const line of deck.slides.flatMap((slide) => linesOf(layouts, slide))) {
    if (line.origin !== 'author') continue
    const [first, ...others] = strangersIn(line, words)
    if (first === undefined) continue
    const place = placeOf(line, article)
    const all = [first, ...others].map((word) => `"${word}"`).join(', ')
    file.info(
      `The article does not have ${all}. Check ${others.length > 0 ? 'them' : 'it'}, for you typed this line.`,
      {
        ...(place && { place }),
        source: 'lectern',
        ruleId: 'not-in-article',
      },
    )
  }
}

/** The figures and names in a line that some words do not contain: tokens with a digit, and words capitalised inside the line. */
function strangersIn({ text }: Line, words: ReadonlySet<string>): readonly string[] {
  const found = [...text.matchAll(WORD)].filter(({ 0: word, index }) => {
    if (/\d/.test(word)) return true
    return /^\p{Lu}/u.test(word) && word !== 'I' && index > 0 && !/[.!?:"“‘(]\s*$/u.test(text.slice(0, index))
  })
  return [...new Set(found.map(([word]) => word))].filter((word) => !words.has(baseOf(word.toLowerCase())))
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** A possessive counts as the same name: "Rutte's" as "Rutte". */
function baseOf(word: string): string {
  return word.replace(/['’]s?$/u, '')
}

/** A figure, with the points and commas in it, or a word. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu

/** The number of characters of a sentence that a message quotes. */
const LONGEST_QUOTED = 60

function opening(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).replace(/\s+\S*$/, '')} …`
}
