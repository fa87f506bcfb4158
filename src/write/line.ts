import type { Passage } from '../model/article.ts'
import type { Line, LineKind } from '../model/draft.ts'
import type { Span } from '../model/span.ts'

/** What a line is made from: stretches of the article's text, ascending. */
export interface Source {
  readonly text: string
  readonly spans: readonly Span[]
  readonly kind: LineKind
  readonly weight: number
}

/** A line of the article's own words: the stretches joined, begun with a capital, its final stop taken off. */
export function lineOf(source: Source): Line {
  const phrase = phraseOf(source)
  return { ...phrase, text: capitalise(phrase.text) }
}

/** The same where it goes on from another line: begun as the article has it. */
export function phraseOf({ text, spans, kind, weight }: Source): Line {
  const joined = spans.map(([start, end]) => text.slice(start, end)).reduce(join, '')
  const words = joined.replace(/\s+/g, ' ').replace(/^(?:[\s,;:–—]|\.{2,}|\.(?![\p{L}\p{N}])|-+(?=\s))+/u, '')
  return { text: trimEnd(words), spans, added: [], kind, weight }
}

/** A passage as it stands. A blank code line comes from nowhere. */
export function passageLine(passage: Passage, kind: LineKind): Line {
  return { text: passage.text, spans: passage.text === '' ? [] : [passage.span], added: [], kind, weight: 1 }
}

/** A line of furniture: none of its words is the article's. */
export function addedLine(text: string): Line {
  return { text, spans: [], added: text.split(/\s+/), kind: 'frame', weight: 0 }
}

function join(before: string, after: string): string {
  if (before === '') return after
  // A full stop, but for the one that begins ".profile".
  return /^(?:[,;:!?)\]”’]|\.(?![\p{L}\p{N}]))/u.test(after) || /[([“]$/u.test(before)
    ? before + after
    : `${before} ${after}`
}

/** The key that ends "Ctrl + ." is no mark of the sentence. */
const KEY = /\+ [,.;:–—-]$/u

/** The picture that says how a sentence before it is meant. */
const MOOD = /(?<=[.!?…])(?:\s*\p{Extended_Pictographic}[\u200D\uFE0F\p{Emoji_Modifier}]*)+$/u

/** The same, begun with a capital where its first word is a plain one. */
export function begun(line: Line): Line {
  return { ...line, text: capitalise(line.text) }
}

/** Only a plain lower-case word is raised: `iPhone` and `npm2` are spelt as they are, and `no-wait: …`, which is a name. */
function capitalise(text: string): string {
  if (/^\p{Ll}+(?:-\p{Ll}+)+(?:: | [–—-] )/u.test(text)) return text
  const first = /^(\p{Ll})[\p{Ll}'’-]*(?=[\s,]|$)/u.exec(text)?.[1]
  return first === undefined ? text : raised(first) + text.slice(first.length)
}

/** The capital of a letter; the letter itself where the capital is other letters, as "SS" is of "ß" and "FI" of the ligature. */
function raised(letter: string): string {
  const capital = letter.toUpperCase()
  return capital.toLowerCase() === letter ? capital : letter
}

function trimEnd(text: string): string {
  if (KEY.test(text)) return text
  const bare = text.replace(MOOD, '').replace(/(?:[\s,;:–—]|(?<=\s)-+)+$/u, '')
  return /(?:\p{L}\.){2,}$|\.{3}$/u.test(bare) ? bare : bare.replace(/\.$/u, '')
}
