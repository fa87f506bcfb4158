import { spareWordsOf } from '../grammar/spare-words.ts'
import type { Span } from '../model/span.ts'

/** Fewer words left are no sentence to be sure of. */
const LEAST_WORDS = 4

/**
 * What is left of a sentence of a language that nobody parses, by its tested lists of words alone: the shortest first and the
 * whole last, each as the stretches kept, in offsets of the sentence. Without lists for the language only the whole.
 */
export function shorteningsByWords(language: string, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  const words = spareWordsOf(language)
  // Questions and quotations are somebody's words as they stand.
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
    ) >= LEAST_WORDS
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
