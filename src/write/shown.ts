import { contentWords } from '../grammar/content-words.ts'
import type { Line } from '../model/draft.ts'

/** Lines that are shown, by the words of theirs that carry matter. */
export interface Shown {
  /** The words of each line in order. */
  readonly lines: Set<string>
  /** For each word the numbers of the lines that hold it. */
  readonly places: Map<string, number[]>
  count: number
}

export function nothingShown(): Shown {
  return { lines: new Set(), places: new Map(), count: 0 }
}

export function addShown(shown: Shown, line: Line): void {
  const words = wordsOf(line)
  const number = shown.count++
  shown.lines.add(words.join(' '))
  for (const word of new Set(words)) {
    const places = shown.places.get(word) ?? []
    shown.places.set(word, places)
    places.push(number)
  }
}

/** Whether a line of the same words is shown. */
export function isShown(shown: Shown, line: Line): boolean {
  return shown.lines.has(wordsOf(line).join(' '))
}

/** A line is compared with the same others again and again. */
const LINE_WORDS = new WeakMap<Line, readonly string[]>()

function wordsOf(line: Line): readonly string[] {
  const words = LINE_WORDS.get(line) ?? contentWords(line.text)
  LINE_WORDS.set(line, words)
  return words
}

/** The greatest share of a line's content words that one line already shown holds, 0 to 1. */
export function repetition(shown: Shown, line: Line): number {
  const words = new Set(wordsOf(line))
  if (words.size === 0) return 1
  const held = new Map<number, number>()
  for (const word of words)
    for (const place of shown.places.get(word) ?? []) held.set(place, (held.get(place) ?? 0) + 1)
  return Math.max(0, ...held.values()) / words.size
}

/** The same of few lines. */
export function repetitionAmong(lines: readonly Line[], line: Line): number {
  const shown = nothingShown()
  for (const each of lines) addShown(shown, each)
  return repetition(shown, line)
}
