// Shortens sentences in languages without a parser.

import { spareWordsOf } from '../grammar/spare-words.ts'
import type { Span } from '../model/span.ts'

/** With fewer words, what remains is probably not a sentence. */
const MIN_WORDS = 4

/**
 * Lists the versions of a sentence in a language without a parser, found by tested word lists: the shortest first, the
 * whole sentence last. Each is the spans that are kept, in offsets of the sentence. A language without lists has only
 * the whole sentence.
 */
export function shorteningsByWords(language: string, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  const words = spareWordsOf(language)
  // Questions and quotations must not be shortened.
  if (words === null || /[?¿!¡„“”«»"]/u.test(sentence)) return [whole]
  const start = words.connectiveLength(sentence)
  const asides = words.asides(sentence).filter(([from]) => from >= start)
  const lengths = [without(sentence, start, asides), without(sentence, start, []), without(sentence, 0, asides), whole]
  const isLeft = (spans: readonly Span[]) =>
    spans.reduce(
      (sum, span) =>
        sum +
        sentence
          .slice(...span)
          .trim()
          .split(/\s+/).length,
      0,
    ) >= MIN_WORDS
  const keys = lengths.map((spans) => JSON.stringify(spans))
  return lengths
    .filter((spans, index) => keys.indexOf(keys[index] ?? '') === index && (spans === whole || isLeft(spans)))
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))
}

function without(sentence: string, start: number, asides: readonly Span[]): readonly Span[] {
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
