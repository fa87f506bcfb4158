// Merges related slides that fit on one.

import { countWords } from '../grammar/count-words.ts'
import type { Deck, LayoutName, Note, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { MAX_WORDS } from '../write/plan/objective.ts'
import { haveSameBase } from './compare-titles.ts'
import { fitsCompletely, type Gauge } from './gauge.ts'
import { joinWithPicture } from './join-with-picture.ts'
import { createRenumberer, type TitleGroup } from './renumber-titles.ts'

export interface MergeSlidesOptions {
  readonly gauge: Gauge
  readonly layouts: Layouts
  /** The number of measuring rounds, including those before merging, after which merging stops. */
  readonly maxRounds: number
  /** Further slides to measure in the same round. */
  readonly others: readonly Slide[]
}

/** A slide less full than this looks unfinished. */
const NEARLY_EMPTY = 1 / 3

/**
 * Merges related neighbours if measuring shows that the merged slide fits: slides under one title, untitled slides of
 * one part, a slide and an untitled one after it if either is nearly empty, and a picture and the points or pictures
 * next to it.
 */
export async function mergeSlides(
  deck: Deck,
  { gauge, layouts, maxRounds, others }: MergeSlidesOptions,
): Promise<Deck> {
  const runs = runsIn(deck, gauge, layouts)
  if (gauge.rounds() >= maxRounds) return deck
  await gauge.measure(deck, [...others, ...runs.map(({ slide }) => slide)])
  const groups = groupsOf(
    deck.slides,
    runs.filter(({ slide }) => fitsCompletely(gauge.spillOf(slide))),
  )
  const merged = createRenumberer(deck.slides)(groups)
  const mergedDeck = { ...deck, slides: merged.flatMap(({ pieces }) => pieces) }
  // Titles with different numbers may break their lines differently.
  if (mergedDeck.slides.every(gauge.hasMeasured)) return mergedDeck
  if (gauge.rounds() >= maxRounds) return deck
  await gauge.measure(mergedDeck)
  return mergedDeck.slides.every((slide, index) => isNoWorse(slide, merged[index]?.origins ?? [], gauge))
    ? mergedDeck
    : deck
}

function isNoWorse(slide: Slide, origins: readonly Slide[], gauge: Gauge): boolean {
  return fitsCompletely(gauge.spillOf(slide)) || origins.some((origin) => !fitsCompletely(gauge.spillOf(origin)))
}

/**
 * Merges from the first slide on: each slide is merged with as many of the following ones as fit, but points that fit
 * beside the picture after them are left for that picture.
 */
function groupsOf(slides: readonly Slide[], runs: readonly SlideRun[]): readonly TitleGroup[] {
  const longest = new Map<number, SlideRun>()
  const besidePicture = new Set(
    runs.flatMap(({ first, length, slide: { layout } }) =>
      layout === 'image' && length === 2 && slides[first]?.layout !== 'image' ? [first] : [],
    ),
  )
  for (const run of runs) {
    const takesPoints = run.slide.layout !== 'image' && besidePicture.has(run.first + run.length - 1)
    if (!takesPoints && run.length > (longest.get(run.first)?.length ?? 1)) longest.set(run.first, run)
  }
  const groups: TitleGroup[] = []
  let nextIndex = 0
  for (const [index, slide] of slides.entries()) {
    if (index < nextIndex) continue
    const run = longest.get(index)
    nextIndex = index + (run?.length ?? 1)
    groups.push({ origins: [slide, ...slides.slice(index + 1, nextIndex)], pieces: [run?.slide ?? slide] })
  }
  return groups
}

/** Consecutive slides, and a slide that could replace them. */
interface SlideRun {
  readonly first: number
  readonly length: number
  readonly slide: Slide
}

/** Lists every run of slides that belong together and do not have too many words for one slide. */
function runsIn(deck: Deck, gauge: Gauge, layouts: Layouts): readonly SlideRun[] {
  return deck.slides.flatMap((start, first): readonly SlideRun[] => {
    const runs: SlideRun[] = []
    // A picture without a title belongs to the text before it, so text after it has another subject.
    const isAfterText = start.layout === 'image' && start.slots.title === null && isBody(deck.slides[first - 1], start)
    let merged = start
    for (const next of deck.slides.slice(first + 1)) {
      const last = deck.slides[first + runs.length]
      const slide =
        last === undefined ? null : joinWithNext(merged, { last, next, gauge, layouts, language: deck.language })
      if (slide === null || (isAfterText && next.layout !== 'image')) break
      runs.push({ first, length: runs.length + 2, slide })
      merged = slide
    }
    return runs
  })
}

/** Whether a slide shows text and belongs to the same part as another. */
function isBody(slide: Slide | undefined, { part }: Slide): boolean {
  return slide !== undefined && slide.part === part && !FRAMES.has(slide.layout)
}

const FRAMES: ReadonlySet<LayoutName> = new Set(['title', 'agenda', 'part', 'image'])

interface JoinContext {
  readonly last: Slide
  readonly next: Slide
  readonly gauge: Gauge
  readonly layouts: Layouts
  readonly language: string
}

/** Joins the slides merged so far with the next one; null if they do not belong together or have too many words. */
function joinWithNext(merged: Slide, { last, next, gauge, layouts, language }: JoinContext): Slide | null {
  if (last.part !== next.part || next.note.cue !== null) return null
  // Slides that the author of a deck file wrote are left alone, unless they were one slide in that file. A picture and
  // the text that Lectern put next to it stay together when their words are edited.
  const mayJoin = !next.isAuthored && (!last.isAuthored || next.isContinuation === true)
  const withPicture = mayJoin || next.hasOriginalPredecessor ? joinWithPicture(merged, next) : null
  if (withPicture !== null) return { ...merged, ...withPicture, note: joinNotes(merged.note, next.note) }
  if (!mayJoin) return null
  const slide = belongTogether(last, next, gauge) ? join(merged, next, layouts) : null
  return slide === null || countWordsOn(slide, language, layouts) > MAX_WORDS ? null : slide
}

function belongTogether(one: Slide, other: Slide, gauge: Gauge): boolean {
  if (one.layout !== other.layout) return false
  const [title, next] = [one.slots.title, other.slots.title]
  if (next !== null) return haveSameBase(title, next)
  return title === null || isNearlyEmpty(one, gauge) || isNearlyEmpty(other, gauge)
}

function isNearlyEmpty(slide: Slide, gauge: Gauge): boolean {
  const { contentHeight, availableHeight } = gauge.spillOf(slide)
  return contentHeight / availableHeight < NEARLY_EMPTY
}

/** Joins two slides of one layout; null if that is not possible. */
function join(one: Slide, other: Slide, layouts: Layouts): Slide | null {
  const joined = one.layout === other.layout ? joinSlots(one, other, layouts) : null
  return joined && { ...joined, note: joinNotes(one.note, other.note) }
}

function joinSlots<L extends LayoutName>(one: Slide<L>, other: Slide<L>, layouts: Layouts): Slide<L> | null {
  const slots = layouts[one.layout].join?.(one.slots, other.slots) ?? null
  return slots && { ...one, slots }
}

export function joinNotes(one: Note, other: Note): Note {
  return { sentences: [...one.sentences, ...other.sentences], seconds: one.seconds + other.seconds, cue: one.cue }
}

/** Counts the words on a slide. A dash on its own counts as one, because it takes as much space. */
function countWordsOn(slide: Slide, language: string, layouts: Layouts): number {
  const words = (text: string) => Math.max(countWords(text, language), text.split(/\s+/).length)
  return linesOf(layouts, slide).reduce((sum, { text }) => sum + words(text), 0)
}
