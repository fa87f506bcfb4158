// Makes slides from lists.

import { NEGATIONS, normaliseWord } from '../grammar/english-words.ts'
import type { Line, Point } from '../model/draft.ts'
import { withNumber } from '../model/numbered-title.ts'
import type { Sentence } from '../model/outline.ts'
import { pointDepth, withoutSkippedLevels } from '../model/point-depth.ts'
import type { Body, BodyContext, JudgedUnits } from './body.ts'
import { type Context, countSlideWords } from './context.ts'
import { timelineOf } from './forms/forms.ts'
import { itemLines } from './item-line.ts'
import { lineOf } from './line.ts'
import { itemStarts, ordinalsIn, subOrdinalsIn } from './ordinals.ts'
import { EASY_POINT_WORDS } from './plan/objective.ts'
import type { Heading } from './plan/slide-titles.ts'
import { ANY_ADDRESS, linkedFraction, MIN_ENTRY_FRACTION } from './section-kinds.ts'
import type { Segment } from './section-segments.ts'
import { INITIAL_WEIGHT, type Version, versionsOf } from './sentence-versions.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'
import { leadsOn } from './unfinished-sentence.ts'

/** The maximum number of items on a slide. A slide of prose has fewer points. */
const MAX_ITEMS = 6
/** The maximum number of words on a slide of a list, which is easily continued on the next slide. */
const MAX_LIST_WORDS = 78
/**
 * The maximum number of slides on which a list keeps its items in full. A list that needs more slides has items at most
 * half as long.
 */
const MAX_SLIDES = 3
/**
 * The minimum number of words in a lead below a new heading, and the maximum in the lead of a list. Below a new
 * heading, a lead that negates the items may be longer.
 */
export const MIN_LEAD_WORDS = 4
const MAX_LIST_LEAD_WORDS = 36
/** The minimum number of words in a lead that is the title in place of the heading of its section. */
const MIN_TITLE_WORDS = 3
/**
 * The maximum length of a lead that is the title of its list on a single slide, where it may fill a third line. On
 * several slides, a lead of three lines would tire the audience.
 */
const MAX_LEAD_TITLE_WIDTH = 1.5 * MAX_TITLE_WIDTH

interface Item {
  readonly sentences: readonly Sentence[]
  readonly point: Point | null
}

/**
 * Divides a list into as many slides as it needs, with its items in order. Returns no slides for an unnumbered list of
 * links, for a list whose items an editor would leave out, or if the lead negates the items but cannot be shown.
 */
export function bodiesOfList(
  { context, judged }: BodyContext,
  segment: Segment,
  heading: Heading | null,
): readonly Body[] {
  const { sentences, lead, block } = segment
  const runs = sentencesByItem(sentences)
  const isOrdered = block?.node.type === 'list' && block.node.ordered === true
  // A list that contains only links is for navigation.
  if (!isOrdered && block !== null && linkedFraction(block.node, ANY_ADDRESS) >= MIN_ENTRY_FRACTION) return []
  if (!isOrdered && judged.size > MIN_JUDGED_UNITS && meanShowOf(judged, sentences) < MIN_LIST_SHOW) return []
  const depths = new Map((block?.passages ?? []).map(({ span, depth }) => [span[0], depth]))
  const ordinals = new Map([...ordinalsIn(block, itemStarts(block)), ...subOrdinalsIn(block)])
  const itemsWithin = (maxWords: number): readonly Item[] => {
    const lines = itemLines(context, runs, maxWords)
    return runs.map((run, index) => {
      const start = run[0]?.span[0] ?? -1
      const line = lines[index] ?? null
      const depth = pointDepth((depths.get(start) ?? 1) - 1)
      return { sentences: run, point: line === null ? null : { line, depth, ordinal: ordinals.get(start) } }
    })
  }
  const pagesUnder = ({ title, shownLead }: TitleAndLead): readonly (readonly Item[])[] => {
    const words = [title, shownLead].map((line) => (line === null ? 0 : countSlideWords(context, line.text)))
    const room = words.reduce((left, count) => left - count, MAX_LIST_WORDS)
    const full = pagesOf(context, itemsWithin(EASY_POINT_WORDS), room)
    const pages = full.length > MAX_SLIDES ? pagesOf(context, itemsWithin(EASY_POINT_WORDS / 2), room) : full
    return pages.filter((page) => page.some(({ point }) => point !== null))
  }
  const onOneSlide = titleAndLeadOf(context, { lead, heading, maxTitleWidth: MAX_LEAD_TITLE_WIDTH })
  const isOnOneSlide = !hasOwnHeading(context, heading) || pagesUnder(onOneSlide).length < 2
  const titleAndLead = isOnOneSlide
    ? onOneSlide
    : titleAndLeadOf(context, { lead, heading, maxTitleWidth: MAX_TITLE_WIDTH })
  const { title, shownLead } = titleAndLead
  // If the lead negates the items, they must not be shown without it.
  if (lead !== null && negatesItems(leadLine(context, lead)) && ![title, shownLead].some(negatesItems)) return []
  const singleSentences = runs.flatMap(([sentence, ...others]) =>
    sentence === undefined || others.length > 0 ? [] : [sentence],
  )
  const timeline = singleSentences.length === runs.length ? timelineOf(context, singleSentences) : null
  if (timeline !== null)
    return [{ title, content: timeline, noteSentences: [...(lead === null ? [] : [lead]), ...sentences] }]
  const shown = pagesUnder(titleAndLead)
  return shown.map((page, index): Body => {
    const points = page.flatMap(({ point }) => (point === null ? [] : [point]))
    return {
      title: title && withNumber(title, index + 1, shown.length),
      content: {
        type: 'points',
        lead: index === 0 || negatesItems(shownLead) ? shownLead : null,
        points: withoutSkippedLevels(points),
      },
      noteSentences: [...(index === 0 && lead !== null ? [lead] : []), ...page.flatMap((item) => item.sentences)],
    }
  })
}

/**
 * A list is left out by its scores only in an article with more units than this, because with fewer units the scores are
 * unreliable.
 */
const MIN_JUDGED_UNITS = 20

/** A list is left out if the mean log-odds that its items are shown are lower. */
const MIN_LIST_SHOW = -0.75

/** Returns the mean log-odds that the sentences are shown. */
function meanShowOf(judged: JudgedUnits, sentences: readonly Sentence[]): number {
  const logOdds = sentences.flatMap(({ span }) => judged.get(span[0])?.scores.show ?? [])
  return logOdds.reduce((sum, each) => sum + each, 0) / Math.max(1, logOdds.length)
}

function sentencesByItem(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const runs: Sentence[][] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    // The caption of a missing picture belongs to the item above it.
    if ((sentence.startsBlock && sentence.kind !== 'caption') || run === undefined) runs.push([sentence])
    else run.push(sentence)
  }
  return runs
}

interface TitleAndLead {
  readonly title: Line | null
  readonly shownLead: Line | null
}

/**
 * Returns a list's title, and the lead to show below it. The title is the heading if no slide shows it yet, or else the
 * lead, or else the heading again, although an earlier slide shows it.
 */
function titleAndLeadOf(
  context: Context,
  {
    lead,
    heading,
    maxTitleWidth,
  }: { readonly lead: Sentence | null; readonly heading: Heading | null; readonly maxTitleWidth: number },
): TitleAndLead {
  const line = lead === null || !leadsOn(context, lead) ? null : leadLine(context, lead)
  const words = line === null ? 0 : countSlideWords(context, line.text)
  if (heading?.isNew) {
    const isShown = words >= MIN_LEAD_WORDS && (words <= MAX_LIST_LEAD_WORDS || negatesItems(line))
    return { title: heading.line, shownLead: isShown ? line : null }
  }
  // "These include:" refers to what another slide shows. Directly under a heading, "these" are the items.
  const isVague = lead !== null && isDependentLead(context, lead, words)
  if (line === null || (isVague && heading !== null && !negatesItems(line))) {
    const isShown = words >= MIN_LEAD_WORDS && words <= MAX_LIST_LEAD_WORDS
    return { title: heading?.line ?? null, shownLead: isShown ? line : null }
  }
  const minWords = hasOwnHeading(context, heading) ? MIN_TITLE_WORDS : 1
  if (line.text.length <= maxTitleWidth && words >= minWords)
    return { title: { ...line, text: line.text.replace(/[:：]$/u, '') }, shownLead: null }
  return { title: heading?.line ?? null, shownLead: words <= MAX_LIST_LEAD_WORDS ? line : null }
}

/** Whether the heading above a list is that of its section, not the article's title, which the first slide shows. */
function hasOwnHeading({ article }: Context, heading: Heading | null): boolean {
  return heading !== null && heading.line.spans[0]?.[0] !== article.title?.span[0]
}

/** Whether the lead of a list negates its items. */
function negatesItems(line: Line | null): boolean {
  const words = line?.text.split(/[\s:,]+/) ?? []
  return words.some((word) => NEGATIONS.has(normaliseWord(word)) || /n['’]t$/i.test(word))
}

/** Returns the sentence that introduces a list, without its opening connective and with a colon at its end. */
export function leadLine(context: Context, lead: Sentence): Line {
  const line =
    leadVersion(context, lead)?.line ??
    lineOf({ text: context.article.text, spans: [lead.span], kind: 'prose', weight: INITIAL_WEIGHT })
  return { ...line, text: `${line.text.replace(/[:：,，、;；–—-]\s*$/u, '')}:` }
}

/**
 * Whether a lead refers to what another slide shows: "These include", "The keeper handles these storms by". A pronoun in
 * a longer lead usually refers to one of its own words.
 */
function isDependentLead(context: Context, lead: Sentence, words: number): boolean {
  const version = leadVersion(context, lead)
  return (
    !isCompletedByItems(version) &&
    !pointsAhead(lead) &&
    (version?.dependence === 'demonstrative' || words < MIN_INDEPENDENT_LEAD_WORDS)
  )
}

const MIN_INDEPENDENT_LEAD_WORDS = 8

/** Whether "this" in a lead is what the lead introduces: "The keeper calls the gates like this:" */
export function pointsAhead({ text }: Sentence): boolean {
  return /\b(?:this|these)\s*[:：]\s*$/i.test(text)
}

/**
 * Returns the version of a lead to show: the first that makes sense above its items, or else the shortest; null if
 * there is none. All versions considered end where the sentence ends, because the items belong to its last clause.
 */
function leadVersion(context: Context, lead: Sentence): Version | null {
  const end = lead.span[1]
  const whole = versionsOf(context, lead).filter(({ line }) => line.spans.at(-1)?.[1] === end)
  return whole.find(isCompletedByItems) ?? whole.at(-1) ?? null
}

/** Whether a lead makes sense above its items. They complete "You may not" and "Concerns with access should". */
function isCompletedByItems(version: Version | null): boolean {
  return version?.dependence === null || version?.dependence === 'ellipsis'
}

/**
 * Divides the items among slides as evenly as possible. An item's sub-items are divided only if one slide cannot hold
 * them, and the item is then repeated above the rest.
 */
function pagesOf(context: Context, items: readonly Item[], room: number): readonly (readonly Item[])[] {
  const countWordsOn = (page: readonly Item[]) =>
    page.reduce((sum, { point }) => sum + (point === null ? 0 : countSlideWords(context, point.line.text)), 0)
  const countPointsOn = (page: readonly Item[]) => page.filter(({ point }) => point !== null).length
  const fill = (maxItems: number) => {
    const pages: Item[][] = [[]]
    const isFullWith = (page: readonly Item[], next: readonly Item[]) =>
      countPointsOn(page) + countPointsOn(next) > maxItems || countWordsOn([...page, ...next]) > room
    const add = (group: readonly Item[], repeated: readonly Item[]) => {
      const page = pages.at(-1) ?? []
      if (countPointsOn(group) > 0 && countPointsOn(page) > 0 && isFullWith(page, group))
        pages.push([...repeated, ...group])
      else page.push(...group)
    }
    for (const group of groupsOf(items)) {
      const [head, ...subItems] = group
      if (!isFullWith([], group)) add(group, [])
      else {
        add([head], [])
        for (const item of subItems) add([item], head.point === null ? [] : [{ ...head, sentences: [] }])
      }
    }
    return pages
  }
  const fullPages = fill(MAX_ITEMS)
  const fewest = Math.ceil(countPointsOn(items) / fullPages.length)
  for (let maxItems = fewest; maxItems < MAX_ITEMS; maxItems++) {
    const pages = fill(maxItems)
    if (pages.length === fullPages.length) return pages
  }
  return fullPages
}

/** Groups each item with the sub-items below it. */
function groupsOf(items: readonly Item[]): readonly ItemGroup[] {
  const groups: [Item, ...Item[]][] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (item.point !== null && item.point.depth > 0 && group !== undefined) group.push(item)
    else groups.push([item])
  }
  return groups
}

type ItemGroup = readonly [Item, ...Item[]]
