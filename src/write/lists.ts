// Slides of lists.

import { NEGATIONS, plain } from '../grammar/english-words.ts'
import type { Line, Point } from '../model/draft.ts'
import { withNumber } from '../model/numbered-title.ts'
import type { Sentence } from '../model/outline.ts'
import type { Body, BodyContext, JudgedUnits } from './body.ts'
import { ANY_ADDRESS, linkedShare, MIN_ENTRY_SHARE } from './contents.ts'
import { type Context, wordsOf } from './context.ts'
import { timelineOf } from './forms/forms.ts'
import { lineOf } from './line.ts'
import { itemStarts, ordinalsIn } from './ordinals.ts'
import { EASY_POINT } from './plan/candidates.ts'
import { MAX_WORDS } from './plan/objective.ts'
import type { Heading } from './plan/slide-titles.ts'
import type { Stretch } from './stretches.ts'
import { LONGEST_TITLE } from './titles.ts'
import { type Version, versionsOf } from './versions.ts'

/** The maximum number of items on a slide, which is more than the points of prose. */
const MAX_ITEMS = 6
/** The maximum number of slides of a list with full items; in a longer list, items are at most half as long. */
const MAX_SLIDES = 3
/** The maximum number of words in a lead that is shown below a title, unless it denies the items. */
const LONGEST_LEAD = 20

interface Item {
  readonly sentences: readonly Sentence[]
  readonly point: Point | null
}

/**
 * Divides a list into as many slides as it needs, with its items in order. None if it is a list of links, if its items
 * are on average filler, or if a lead that denies them cannot be shown.
 */
export function listBodies(
  { context, judged }: BodyContext,
  stretch: Stretch,
  heading: Heading | null,
): readonly Body[] {
  const { sentences, lead, block } = stretch
  const runs = sentencesByItem(sentences)
  const isOrdered = block?.node.type === 'list' && block.node.ordered === true
  // A list that contains only links is for navigation.
  if (!isOrdered && block !== null && linkedShare(block.node, ANY_ADDRESS) >= MIN_ENTRY_SHARE) return []
  const limit = heading?.isNew === true ? SURELY_FILLER : LIKELY_FILLER
  if (!isOrdered && judged.size > FEW_UNITS && fillerOf(judged, sentences) > limit) return []
  const depths = new Map((block?.passages ?? []).map(({ span, depth }) => [span[0], depth]))
  const ordinals = ordinalsIn(block, itemStarts(block))
  const itemsBy = (longest: number): readonly Item[] =>
    runs.map((run) => {
      const at = run[0]?.span[0] ?? -1
      const line = itemLine(context, run, longest)
      const depth = (depths.get(at) ?? 1) > 1 ? 1 : 0
      const point =
        line === null ? null : { line, depth: depth as 0 | 1, ordinal: depth === 0 ? ordinals.get(at) : undefined }
      return { sentences: run, point }
    })
  const { title, line } = titleAndLeadOf(context, { lead, heading })
  // If the lead denies the items, they must not be shown without it.
  if (lead !== null && deniesItems(leadLine(context, lead)) && ![title, line].some(deniesItems)) return []
  const single = runs.flatMap(([sentence, ...others]) =>
    sentence === undefined || others.length > 0 ? [] : [sentence],
  )
  const events = single.length === runs.length ? timelineOf(context, single) : null
  if (events !== null)
    return [{ title, content: events, noteSentences: [...(lead === null ? [] : [lead]), ...sentences] }]
  const room =
    MAX_WORDS - [title, line].reduce((sum, each) => sum + (each === null ? 0 : wordsOf(context, each.text)), 1)
  const full = pagesOf(context, itemsBy(EASY_POINT), room)
  const pages = full.length > MAX_SLIDES ? pagesOf(context, itemsBy(EASY_POINT / 2), room) : full
  const shown = pages.filter((page) => page.some(({ point }) => point !== null))
  return shown.map((page, index): Body => {
    const points = page.flatMap(({ point }) => (point === null ? [] : [point]))
    const own = points.findIndex(({ depth }) => depth === 0)
    return {
      title: title === null || shown.length === 1 ? title : withNumber(title, index + 1, shown.length),
      content: {
        type: 'points',
        lead: index === 0 || deniesItems(line) ? line : null,
        points: points.map((point, at) => (at < own || own < 0 ? { ...point, depth: 0 } : point)),
      },
      noteSentences: [...(index === 0 && lead !== null ? [lead] : []), ...page.flatMap((item) => item.sentences)],
    }
  })
}

/**
 * A list is dropped as filler if the mean log-odds of its items exceed the first limit, or the second if it is directly
 * under its heading.
 */
const LIKELY_FILLER = 0.3
const SURELY_FILLER = 1
/** In an article of at most this many units, too little is known about them to leave out a list. */
const FEW_UNITS = 20

function fillerOf(judged: JudgedUnits, sentences: readonly Sentence[]): number {
  const odds = sentences.flatMap(({ span }) => judged.get(span[0])?.scores.filler ?? [])
  return odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length)
}

function sentencesByItem(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const runs: Sentence[][] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    if (sentence.opens || run === undefined) runs.push([sentence])
    else run.push(sentence)
  }
  return runs
}

/** An item with at most this many words is only a term, and is shown with the next sentence. */
const SHORT_ITEM = 4

function itemLine(context: Context, run: readonly Sentence[], longest: number): Line | null {
  const [first, second] = run
  if (first === undefined || !/[\p{L}\p{N}]/u.test(first.text)) return null
  const versions = versionsOf(context, first)
  const line = longestFitting(versions, longest)?.line ?? termOf(context, first)
  if (line === null) return null
  if (second !== undefined && wordsOf(context, first.text) <= SHORT_ITEM) {
    const both = lineOf({
      text: context.article.text,
      spans: [[first.span[0], second.span[1]]],
      kind: 'item',
      weight: 0.5,
    })
    if (wordsOf(context, both.text) <= longest) return both
  }
  return { ...line, kind: 'item' }
}

function longestFitting(versions: readonly Version[], longest: number): Version | null {
  return versions.find(({ words }) => words <= longest) ?? versions.at(-1) ?? null
}

/** Returns the term that an item explains: "Tides" in "Tides: every gate is shut". */
function termOf({ article }: Context, { text, span: [start] }: Sentence): Line | null {
  const term = /^\p{L}[^:–—“"()[\]]{0,80}(?=: | [–—-] )/u.exec(text)?.[0]
  return term === undefined
    ? null
    : lineOf({ text: article.text, spans: [[start, start + term.length]], kind: 'item', weight: 0.5 })
}

/**
 * Returns the title and lead of a list: a heading not shown before, with the lead below; or the lead alone; or the
 * earlier heading again.
 */
function titleAndLeadOf(
  context: Context,
  { lead, heading }: { readonly lead: Sentence | null; readonly heading: Heading | null },
): { readonly title: Line | null; readonly line: Line | null } {
  const own = lead === null ? null : leadLine(context, lead)
  // "These include:" points to what another slide shows. Directly under a heading, "these" are the items.
  const leans = lead !== null && versionsOf(context, lead)[0]?.lean !== null
  const said = leans && heading?.isNew === false && !deniesItems(own) ? null : own
  if (heading?.isNew) {
    const isShort =
      said !== null &&
      (wordsOf(context, said.text) <= LONGEST_LEAD || deniesItems(said)) &&
      wordsOf(context, said.text) >= 4
    return { title: heading.line, line: isShort ? said : null }
  }
  if (said !== null && said.text.length <= LONGEST_TITLE && wordsOf(context, said.text) >= 3)
    return { title: { ...said, text: said.text.replace(/[:：]$/u, '') }, line: null }
  return {
    title: heading?.line ?? null,
    line: said !== null && wordsOf(context, said.text) <= LONGEST_LEAD ? said : null,
  }
}

/** Whether the lead of a list denies its items. */
function deniesItems(line: Line | null): boolean {
  const words = line?.text.split(/[\s:,]+/) ?? []
  return words.some((word) => NEGATIONS.has(plain(word)) || /n['’]t$/i.test(word))
}

/**
 * Returns the sentence that introduces a list, with its colon: the longest version that fits a title, or else the
 * whole.
 */
function leadLine(context: Context, lead: Sentence): Line | null {
  const versions = versionsOf(context, lead)
  const version = versions.find(({ line, lean }) => lean === null && line.text.length < LONGEST_TITLE) ?? null
  const line = version?.line ?? lineOf({ text: context.article.text, spans: [lead.span], kind: 'prose', weight: 0.5 })
  return { ...line, text: `${line.text.replace(/[:：]\s*$/u, '')}:` }
}

/** Divides the items among slides as evenly as possible. */
function pagesOf(context: Context, items: readonly Item[], room: number): readonly (readonly Item[])[] {
  const wordsIn = (page: readonly Item[]) =>
    page.reduce((sum, { point }) => sum + (point === null ? 0 : wordsOf(context, point.line.text)), 0)
  const pointsIn = (page: readonly Item[]) => page.filter(({ point }) => point !== null).length
  const fill = (most: number) => {
    const pages: Item[][] = [[]]
    for (const item of items) {
      const page = pages.at(-1) ?? []
      const isFull = pointsIn(page) >= most || wordsIn([...page, item]) > room
      if (item.point !== null && pointsIn(page) > 0 && isFull) pages.push([item])
      else page.push(item)
    }
    return pages
  }
  const greedy = fill(MAX_ITEMS)
  const even = fill(Math.ceil(pointsIn(items) / greedy.length))
  return even.length === greedy.length ? even : greedy
}
