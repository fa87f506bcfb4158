import { contentWords } from '../grammar/content-words.ts'
import type { Line } from '../model/draft.ts'
import { type Memo, newMemo } from '../model/memo.ts'

/** Lines that are shown, by the words of theirs that carry matter. */
export interface Shown {
  /** The words of each line in order. */
  readonly lines: Set<string>
  /** For each word the numbers of the lines that hold it. */
  readonly places: Map<string, number[]>
  count: number
  /** The words of each line in the order of their numbers, and whether no line before had the same. */
  readonly history: { readonly words: readonly string[]; readonly isNew: boolean }[]
  /** The words of any line, by its text. */
  readonly matter: Memo<readonly string[]>
}

/** With the words of lines that are known already. */
export function nothingShown(matter: Memo<readonly string[]> = newMemo()): Shown {
  return { lines: new Set(), places: new Map(), count: 0, history: [], matter }
}

export function addShown(shown: Shown, line: Line): void {
  const words = wordsOf(shown, line)
  const number = shown.count++
  const key = words.join(' ')
  shown.history.push({ words, isNew: !shown.lines.has(key) })
  shown.lines.add(key)
  for (const word of new Set(words)) {
    const places = shown.places.get(word) ?? []
    shown.places.set(word, places)
    places.push(number)
  }
}

/** Takes back every line after the first `count`. */
export function takeBack(shown: Shown, count: number): void {
  for (const { words, isNew } of shown.history.splice(count).toReversed()) {
    shown.count--
    if (isNew) shown.lines.delete(words.join(' '))
    for (const word of new Set(words)) shown.places.get(word)?.pop()
  }
}

/** Whether a line of the same words is shown. */
export function isShown(shown: Shown, line: Line): boolean {
  return shown.lines.has(wordsOf(shown, line).join(' '))
}

/** A line is compared with the same others again and again. */
function wordsOf({ matter }: Shown, { text }: Line): readonly string[] {
  return matter.recall(text, () => contentWords(text))
}

/** The greatest share of a line's content words that one line already shown holds, 0 to 1. */
export function repetition(shown: Shown, line: Line): number {
  const words = new Set(wordsOf(shown, line))
  if (words.size === 0) return 1
  const held = new Uint16Array(shown.count)
  let most = 0
  for (const word of words) {
    for (const place of shown.places.get(word) ?? []) {
      const count = (held[place] ?? 0) + 1
      held[place] = count
      most = Math.max(most, count)
    }
  }
  return most / words.size
}

/** The same of few lines. */
export function repetitionAmong({ matter }: Shown, lines: readonly Line[], line: Line): number {
  const shown = nothingShown(matter)
  for (const each of lines) addShown(shown, each)
  return repetition(shown, line)
}
