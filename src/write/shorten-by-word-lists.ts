// Shortens sentences in languages without a parser.

import { droppableWordsOf } from '../grammar/droppable-words.ts'
import type { Span } from '../model/span.ts'

/** The minimum number of words in a shortened version: with fewer, it is probably not a sentence. */
const MIN_WORDS = 4

/**
 * Lists the versions of a sentence in a language without a parser, found with word lists: the shortest first, the whole
 * sentence last. Each version consists of the spans that are kept, as offsets into the sentence. For a language without
 * lists, there is only the whole sentence.
 */
export function shortenByWordLists(language: string, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  const words = droppableWordsOf(language)
  // Questions and quotations must not be shortened.
  if (words === null || /[?¿!¡„“”«»"]/u.test(sentence)) return [whole]
  const start = words.connectiveLength(sentence)
  const asides = words.asides(sentence).filter(([from]) => from >= start)
  const versions = [
    withoutAsides(sentence, start, asides),
    withoutAsides(sentence, start, []),
    withoutAsides(sentence, 0, asides),
    whole,
  ]
  const isLongEnough = (spans: readonly Span[]) =>
    spans.reduce(
      (sum, span) =>
        sum +
        sentence
          .slice(...span)
          .trim()
          .split(/\s+/).length,
      0,
    ) >= MIN_WORDS
  const keys = versions.map((spans) => JSON.stringify(spans))
  return versions
    .filter((spans, index) => keys.indexOf(keys[index] ?? '') === index && (spans === whole || isLongEnough(spans)))
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))
}

function withoutAsides(sentence: string, start: number, asides: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  let from = start
  for (const [first, last] of asides) {
    spans.push([from, first])
    from = last
  }
  return [...spans, [from, sentence.length]]
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0)
}
