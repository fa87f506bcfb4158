// Finds how the lines and sentences of the previous deck have changed.

import type { Line } from '../../model/draft.ts'
import type { Span } from '../../model/span.ts'
import type { OriginalSlide } from '../original-slides.ts'
import { lettersIn, withoutMarker } from './line-letters.ts'
import { type NoteToken, printTokens } from './note-tokens.ts'
import { type KeyedSentence, rewrittenSentences } from './rewritten-sentences.ts'
import type { SlideVersion } from './slide-version.ts'
import { wordSimilarity } from './word-similarity.ts'

/** How the text of the previous deck has changed. */
export interface TextChanges {
  /** Maps each sentence that is no longer in the article to the sentence that replaces it; null if none does. */
  readonly sentences: ReadonlyMap<string, SentenceOfDeck | null>
  /** Finds the change to a line, given the line's letters; null if the line has not changed. */
  lineChange(letters: string): LineChange | null
  /** Whether a sentence, given by its key, is not in the previous article. */
  isNewSentence(key: string): boolean
  /** Whether words of a line of the new deck, given by its letters, are not in the previous article. */
  isNewLine(letters: string): boolean
}

/** The change to a line whose sentence has changed. */
export type LineChange =
  | { readonly type: 'rewritten'; readonly markdown: string }
  /** It is not clear which words of the new sentence to show. */
  | { readonly type: 'outdated'; readonly sentence: string }
  /** The article no longer contains the line's sentences. */
  | { readonly type: 'removed'; readonly text: string }

/** A sentence in the notes of a deck. */
export interface SentenceOfDeck extends KeyedSentence {
  readonly span: Span
  readonly token: NoteToken
}

/** A deck as Lectern wrote it. */
export interface WrittenDeck {
  readonly originals: readonly OriginalSlide[]
  readonly versions: readonly SlideVersion[]
}

/** Compares the previous deck with the new one. */
export function findTextChanges(before: WrittenDeck, after: WrittenDeck): TextChanges {
  const [oldSentences, newSentences] = [sentencesIn(before), sentencesIn(after)]
  const sentences = rewrittenSentences(oldSentences, newSentences)
  const oldLines = new Map(linesIn(before).map((line) => [lettersIn(line.text), line]))
  const newLines = linesIn(after)
  const newLinesByLetters = new Map(newLines.map((line) => [lettersIn(line.text), line]))
  const oldKeys = new Set(oldSentences.map(({ key }) => key))
  const newMarkdown = new Map(
    after.versions.flatMap(({ body }) =>
      body.split('\n').map((line) => [lettersIn(line), withoutMarker(line)] as const),
    ),
  )
  const unchangedOf = (sources: readonly SentenceOfDeck[]) => {
    const keys = new Set(sources.map(({ key }) => key).filter((key) => !sentences.has(key)))
    return newSentences.filter(({ key }) => keys.has(key))
  }
  return {
    sentences,
    lineChange(letters) {
      const line = oldLines.get(letters)
      if (line === undefined || newMarkdown.has(letters)) return null
      const sources = sourcesOf(line, oldSentences)
      const changed = sources.filter(({ key }) => sentences.has(key))
      const replacements = changed.flatMap(({ key }) => sentences.get(key) ?? [])
      const [first] = replacements
      if (first === undefined) return changed.length === 0 ? null : { type: 'removed', text: line.text }
      const markdown =
        markdownOfLine(bestLine(line, newLines, { replacements, unchanged: unchangedOf(sources) }), newMarkdown) ??
        (isWholeSentence(line, sources) ? withoutFullStop(printTokens([first.token])) : undefined)
      return markdown === undefined ? { type: 'outdated', sentence: first.text } : { type: 'rewritten', markdown }
    },
    isNewSentence: (key) => !oldKeys.has(key),
    isNewLine(letters) {
      const line = newLinesByLetters.get(letters)
      const sources = line === undefined ? [] : sourcesOf(line, newSentences)
      return sources.length === 0 ? !oldLines.has(letters) : sources.some(({ key }) => !oldKeys.has(key))
    },
  }
}

function sourcesOf({ spans }: Line, sentences: readonly SentenceOfDeck[]): readonly SentenceOfDeck[] {
  return sentences.filter(({ span }) => spans.some((part) => isWithin(part, span)))
}

function sentencesIn({ originals, versions }: WrittenDeck): readonly SentenceOfDeck[] {
  return originals.flatMap(({ sentences }, index) =>
    sentences.flatMap(({ key, sentence: { text, span } }, position) => {
      const token = versions[index]?.tokens[position]
      return token === undefined ? [] : [{ key, text, span, token }]
    }),
  )
}

function linesIn({ originals }: WrittenDeck): readonly Line[] {
  return originals.flatMap(({ lines }) => lines.map(({ line }) => line))
}

function isWithin([start, end]: Span, [outerStart, outerEnd]: Span): boolean {
  return start >= outerStart && end <= outerEnd
}

/** The sentences of the new article from which a new line may be made. */
interface NewSources {
  /** The sentences that replace sentences of the old line. */
  readonly replacements: readonly SentenceOfDeck[]
  /** The sentences of the old line that are still in the article, such as one that lends the line a noun. */
  readonly unchanged: readonly SentenceOfDeck[]
}

/** Finds the line of the new deck that is made from these sentences and is most similar to an old line. */
function bestLine(old: Line, lines: readonly Line[], { replacements, unchanged }: NewSources): Line | undefined {
  const isIn = (part: Span, sentences: readonly SentenceOfDeck[]) => sentences.some(({ span }) => isWithin(part, span))
  const candidates = lines
    .filter(
      ({ spans }) =>
        spans.some((part) => isIn(part, replacements)) &&
        spans.every((part) => isIn(part, replacements) || isIn(part, unchanged)),
    )
    .map((line) => ({ line, score: wordSimilarity(old.text, line.text) }))
  const [best] = candidates.sort((one, other) => other.score - one.score)
  return best !== undefined && best.score >= MIN_SIMILARITY ? best.line : undefined
}

const MIN_SIMILARITY = 0.4

function markdownOfLine(line: Line | undefined, markdown: ReadonlyMap<string, string>): string | undefined {
  return line === undefined ? undefined : markdown.get(lettersIn(line.text))
}

function isWholeSentence({ text }: Line, [sentence, ...others]: readonly SentenceOfDeck[]): boolean {
  return sentence !== undefined && others.length === 0 && lettersIn(text) === lettersIn(sentence.text)
}

function withoutFullStop(markdown: string): string {
  return markdown.replace(/\.$/, '')
}
