import { isAnnouncement } from '../grammar/english-cues.ts'
import { countWords } from '../grammar/words.ts'
import type { Line, Point } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import { linesFor, wholeLine } from './candidates.ts'
import type { Group } from './group.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'
import { lineOf } from './line.ts'
import { itemStarts, ordinalsIn } from './ordinals.ts'
import { invites, isOfThePage } from './telling.ts'
import { isBalanced } from './validate.ts'

/** One passage of the list and what of it is shown. */
export interface Item {
  readonly sentences: readonly Weighed[]
  readonly point: Point | null
}

/** The passages of a list in their order, each as short as it reads. */
export function itemsOf(ledger: Ledger, { block, sentences, lead }: Group): Item[] {
  const depths = new Map((block?.passages ?? []).map((passage) => [passage.span[0], passage.depth]))
  const runs: Weighed[][] = []
  for (const sentence of sentences) {
    if (sentence === lead) continue
    if (sentence.opens || runs.length === 0) runs.push([sentence])
    else runs.at(-1)?.push(sentence)
  }
  const starts = itemStarts(block)
  const ordinals = ordinalsIn(block, starts)
  const items = runs.map((run): Item => {
    const at = run[0]?.span[0] ?? -1
    // What follows the first paragraph of an item stands under it.
    const goesOn = starts !== null && !starts.includes(at) && depths.get(at) === 1
    const point = pointOf(ledger, run, { depth: goesOn ? 2 : (depths.get(at) ?? 1), goesOn })
    const ordinal = ordinals.get(at)
    return { sentences: run, point: point === null || point.depth > 0 ? point : { ...point, ordinal } }
  })
  return withoutBareLeads(items)
}

/** Without items that only announce what stands under them, where that is not shown: "It is made by:". */
function withoutBareLeads(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    const announces = item.point?.depth === 0 && isAnnouncement(item.sentences[0]?.text ?? '')
    return announces && items[index + 1]?.point?.depth !== 1 ? { ...item, point: null } : item
  })
}

/** An item of more words than this is shown by less than its first sentence. */
const LONGEST_ITEM = 18

/** What an item goes on with explains it, and may be as long as a point of prose. */
const LONGEST_EXPLANATION = 24

/** How deep a run of an item's sentences stands, from 1, and whether it goes on with its item. */
interface Standing {
  readonly depth: number
  readonly goesOn: boolean
}

function pointOf(ledger: Ledger, run: readonly Weighed[], standing: Standing): Point | null {
  const [first, ...rest] = run
  if (first === undefined || first.kind !== 'item' || !/[\p{L}\p{N}]/u.test(first.text)) return null
  if (isOfThePage(first.text) || invites(first.text)) return null
  // A step or a thing is told whole unless it is long.
  const whole = wholeLine(ledger, first)
  const short = whole !== null && wordsIn(ledger, [whole]) <= LONGEST_ITEM ? whole : linesFor(ledger, first)[0]
  const isTooLong = short !== undefined && wordsIn(ledger, [short]) > MOST_WORDS
  const line =
    closedOf(ledger, run) ??
    (isTooLong ? termOf(ledger, first) : short === undefined ? short : withoutAddress(ledger, short))
  if (!line) return null
  if (standing.depth <= 1) return { line, depth: 0 }
  // What stands under an item is shown only where it is short.
  const most = standing.goesOn ? LONGEST_EXPLANATION : LONGEST_ITEM / 2
  return wordsIn(ledger, [line]) > most || (rest.length > 0 && !standing.goesOn) ? null : { line, depth: 1 }
}

/** An item that opens a quotation or a bracket, up to the sentence that closes it; null for every other, and where that is long. */
function closedOf(ledger: Ledger, run: readonly Weighed[]): Line | null {
  const { article } = ledger
  const [first] = run
  if (first === undefined || isBalanced(first.text)) return null
  const last = run.find(({ span: [, end] }) => isBalanced(article.text.slice(first.span[0], end)))
  if (last === undefined) return null
  const spans = [[first.span[0], last.span[1]] as const]
  const line = lineOf({ text: article.text, spans, kind: 'item', weight: first.weight })
  return wordsIn(ledger, [line]) <= LONGEST_EXPLANATION ? line : null
}

/** An item that is longer than so many words only by what it explains, without that. */
export function withinRoom(ledger: Ledger, { point, sentences }: Item, room: number): Item {
  const [first] = sentences
  if (point === null || first === undefined || wordsIn(ledger, [point.line]) <= room) return { point, sentences }
  return { sentences, point: { ...point, line: termOf(ledger, first) ?? point.line } }
}

/** What an item explains: "Tides", of "Tides: every gate is shut". */
export function termOf({ article }: Ledger, { text, span: [start], weight }: Weighed): Line | null {
  const term = EXPLAINED.exec(text)?.[0]
  if (term === undefined || countWords(term, article.language) > LONGEST_TERM) return null
  return lineOf({ text: article.text, spans: [[start, start + term.length]], kind: 'item', weight })
}

/** "A new pump: https://…" without the address, which nobody reads aloud. */
function withoutAddress({ article }: Ledger, line: Line): Line {
  const [span, ...others] = line.spans
  if (span === undefined || others.length > 0) return line
  const text = article.text.slice(...span)
  const left = text.slice(0, ADDRESS.exec(text)?.index ?? text.length)
  const isWhole = countWords(left, article.language) >= LEAST_LEFT && !LEADS_THERE.test(left)
  if (left === text || !isWhole) return line
  const spans = [[span[0], span[0] + left.length] as const]
  return lineOf({ text: article.text, spans, kind: line.kind, weight: line.weight })
}

const ADDRESS = /\s*(?:[:,(–—-])\s*https?:\/\/\S+?\)?[.\s]*$/i
const LEADS_THERE = /\b(?:addresses|address|at|following|from|here|link|links|on|see|to|URLs?|via)\b\W*$|\bfollowing\b/i
const LEAST_LEFT = 3

/** What stands before the mark by which an item goes on to explain it. */
const EXPLAINED = /^\p{L}(?:[^:–—“"()[\]]|\([^()]*\))*?(?=: | [–—-] )/u
const LONGEST_TERM = 10
