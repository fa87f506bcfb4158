// Splits text into sentences, in any language.

import type { Span } from '../model/span.ts'
import { citationsIn } from './citations.ts'
import { conventionsOf } from './sentence-conventions.ts'
import { sentenceStarts } from './sentence-starts.ts'
import { splitUncased } from './uncased-sentences.ts'

/**
 * Splits text into sentences, in order and without white space at their ends. Every character that is not white space
 * is in exactly one sentence. No sentence crosses the end of a line.
 */
export function splitSentences(text: string, language: string): readonly Span[] {
  return Array.from(text.matchAll(/[^\n\r\u2028\u2029]+/g)).flatMap(({ 0: line, index }) => {
    const spans = hasCapitals(line) ? splitCased(line, language) : splitUncased(line, language)
    return spans.map(([start, end]): Span => [index + start, index + end])
  })
}

/**
 * Whether at least half of the letters belong to scripts with capitals (Latin, Greek, Cyrillic …), all of which put
 * spaces between words.
 */
function hasCapitals(line: string): boolean {
  // The line may be Chinese or Japanese with many names in Latin letters.
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][。！？]/u.test(line)) return false
  const cased = line.match(/[\p{Lu}\p{Ll}\p{Lt}]/gu)?.length ?? 0
  const others = line.match(/\p{Lo}/gu)?.length ?? 0
  return cased >= others
}

function splitCased(line: string, language: string): readonly Span[] {
  const words = Array.from(maskCitations(maskCode(line)).matchAll(/\S+/g))
  if (words.length === 0) return []
  const starts = sentenceStarts(
    words.map((word) => word[0]),
    conventionsOf(language),
  )
  return starts.map((first, index): Span => {
    const last = words[(starts[index + 1] ?? words.length) - 1]
    return [words[first]?.index ?? 0, last === undefined ? 0 : last.index + last[0].length]
  })
}

/** Replaces code between backticks with one word of the same length, so that nothing in it ends a sentence. */
function maskCode(line: string): string {
  return line.replace(/`[^`]{1,200}`/g, (code) => `\`${'X'.repeat(code.length - 2)}\``)
}

/** Replaces each citation with a number of the same length, so that the full stop before it ends the sentence. */
function maskCitations(line: string): string {
  if (!line.includes('[')) return line
  let from = 0
  const pieces: string[] = []
  for (const [start, end] of citationsIn(line)) {
    pieces.push(line.slice(from, start), `[${'1'.repeat(end - start - 2)}]`)
    from = end
  }
  return `${pieces.join('')}${line.slice(from)}`
}
