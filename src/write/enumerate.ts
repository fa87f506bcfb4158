import { isFiniteVerb } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import type { Parser } from './parser.ts'

/** A list inside a sentence, in offsets of the sentence. */
export interface Enumeration {
  /** What introduces it, such as "Both leaders addressed issues". */
  readonly lead: Span
  readonly items: readonly Span[]
}

/** What may introduce a list. An aside's lead is a sentence by itself; a verb's lead is not. */
const CUE = /(?:,\s+including|,\s+such as|\s(?:includes?|included|including|such as))\s+|:\s+/giu

/** What stands between commas and is no item. */
const NO_ITEM =
  /^(?:(?:me|myself|us|you|yourself)$|for (?:example|instance)|e\.g\.|i\.e\.|that is|in fact|of course|however|among others|and|or|etc|like|whether|either|both|if|because|since|while|which|who|that|regardless|depending|not|but)\b/i

const MOST_ITEM_WORDS = 8
const LEAST_ITEMS = 3
const MOST_ITEMS = 5

/**
 * The list that a sentence ends in: three to five short items without a verb of their own, set apart by commas and one
 * "and" or "or". Null where any of this is in doubt.
 */
export function enumerationIn(parse: Parser, sentence: string): Enumeration | null {
  const end = sentence.replace(/[.\s]+$/u, '').length
  const cue = [...sentence.matchAll(CUE)].at(-1)
  if (cue === undefined || /["“”‘()[\]–—;?]|(?:^|\s)'\S/u.test(sentence)) return null
  const isVerb = /includ(?:es?|ed)\s/i.test(cue[0])
  const lead: Span = [0, isVerb ? cue.index + cue[0].trimEnd().length : cue.index]
  // A name with a colon in it has no full stop: "A Harbour: Ropes, Masts and Tar".
  if (/:\s*$/.test(cue[0]) && !/[.!]\s*$/.test(sentence)) return null
  const items = /\p{L}/u.test(sentence.slice(...lead)) ? itemsOf(sentence, cue.index + cue[0].length, end) : null
  if (items === null || hasClause(parse, sentence, items)) return null
  const texts = items.map((item) => sentence.slice(...item))
  const [first = '', ...others] = texts
  const isPlace = PREPOSITION.test(first) && (isVerb || !others.some((item) => PREPOSITION.test(item)))
  return isPlace || isOneOffset(texts) || isUneven(parse, sentence, items) ? null : { lead, items }
}

/** Whether what stands behind the first item's preposition belongs to the others too: "five sailors from Malta, Norway and Chile". */
function isOneOffset([first = '', ...others]: readonly string[]): boolean {
  const between = others.slice(0, -1)
  return INNER.test(first) && between.every((item) => BARE.test(item) && !INNER.test(item))
}

const PREPOSITIONS =
  'about|across|against|among|around|as|at|between|by|during|for|from|in|into|of|on|over|through|to|under|with|without'
const INNER = new RegExp(String.raw`\s(?:${PREPOSITIONS})\s`, 'i')
const PREPOSITION = new RegExp(String.raw`^(?:${PREPOSITIONS})\s`, 'i')

/** A word or two without an article say less than what the first one's preposition holds. */
const BARE = /^(?!(?:an?|the|his|her|its|my|our|their|your)\s)\S+(?:\s\S+)?$/i

/** Whether the items are not of one kind: an order or a question and then names, a thing and then what follows from it. */
function isUneven(parse: Parser, sentence: string, items: readonly Span[]): boolean {
  const { tokens } = parse(sentence)
  const tags = items.map(([start]) => tokens.find((token) => token.start >= start)?.xpos ?? '')
  const [first = '', ...others] = tags
  return (
    /^W/.test(first) ||
    (first === 'VB' && others.some((tag) => tag !== 'VB')) ||
    (first !== 'VBG' && others[0] === 'VBG' && !others.slice(1).includes('VBG'))
  )
}

function itemsOf(sentence: string, start: number, end: number): Span[] | null {
  const segments = split(sentence, [start, end], /,\s+/gu)
  const last = segments.pop()
  if (last === undefined || segments.length === 0) return null
  const closing = /^(?:and|or)\s+/iu.exec(sentence.slice(...last))
  const tail: Span[] =
    closing === null ? split(sentence, last, /\s+(?:and|or)\s+/giu) : [[last[0] + closing[0].length, last[1]]]
  if (closing === null && tail.length !== 2) return null
  const items = [...segments, ...tail]
  const isShort = items.every((item) => {
    const words = sentence.slice(...item).split(/\s+/).length
    return item[1] > item[0] && words <= MOST_ITEM_WORDS && !NO_ITEM.test(sentence.slice(...item))
  })
  return isShort && items.length >= LEAST_ITEMS && items.length <= MOST_ITEMS ? items : null
}

function split(text: string, [start, end]: Span, separator: RegExp): Span[] {
  const spans: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    spans.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  return [...spans, [from, end]]
}

/** An item with a subject or a finite verb is a clause: the sentence goes on, the list was none. */
function hasClause(parse: Parser, sentence: string, items: readonly Span[]): boolean {
  const [from] = items[0] ?? [0]
  return parse(sentence).tokens.some(
    (token) => token.start >= from && (/^(?:nsubj|csubj|expl)/.test(token.relation) || isFiniteVerb(token)),
  )
}
