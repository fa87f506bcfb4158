// Merges a deck file that its author has edited with a deck newly made from the changed article (`lectern outline
// --update`).

import type { VFile } from 'vfile'
import { pairWithOriginals } from '../find-sources.ts'
import type { DeckBase } from '../merge-base.ts'
import { originalsOf } from '../original-slides.ts'
import { type DeckText, printDeckText, type SlideText } from '../print.ts'
import { hasSameOptions } from '../slide-options.ts'
import type { SplitDeckFile } from '../split-deck-file.ts'
import { addReplacedLines } from './add-replaced-lines.ts'
import { chooseIds } from './choose-ids.ts'
import { type Matches, matchSlides } from './match-slides.ts'
import { mergeFrontMatter } from './merge-front-matter.ts'
import { hasConflict, type MergedSlide, type MergedToken, mergeSlide } from './merge-slide.ts'
import { hasSameSentences, type NoteToken, printTokens } from './note-tokens.ts'
import { orderSlides, type SlidePositions } from './order-slides.ts'
import { type PlacedNotes, placeSentences } from './place-sentences.ts'
import { relabelPictures } from './relabel-pictures.ts'
import { removeRepeats } from './remove-repeats.ts'
import { reportMerge } from './report-merge.ts'
import { authorVersion, originalVersion, type SlideVersion } from './slide-version.ts'

/** A deck file that its author has edited, and the deck now made from its article. */
export interface MergeInput {
  readonly mine: SplitDeckFile & { readonly base: DeckBase }
  readonly theirs: DeckText & { readonly base: DeckBase }
  readonly language: string
  /** Receives messages for the author, at positions in the merged file. */
  readonly file: VFile
}

/**
 * Updates a deck file to match its article and keeps the author's edits: a three-way merge, slide by slide and line by
 * line. If the author and the article have both changed the same text, the author's words stay, the new ones go to the
 * notes, and a message says so. Returns the text of the merged file.
 */
export function mergeDecks({ mine, theirs, language, file }: MergeInput): string {
  const { base } = mine
  const relabelled = relabelPictures(mine.definitions, theirs)
  const before = originalsOf(base, mine.definitions)
  const after = originalsOf(relabelled.base, relabelled.definitions.join('\n'))
  const originals = pairWithOriginals(mine.parsedSlides, before)
  const myVersions = mine.parsedSlides.map((parsed, index) =>
    authorVersion(parsed, { original: originals[index] ?? null, base, isFirst: index === 0, language }),
  )
  const baseVersions = before.map((original) => originalVersion(original, base))
  const theirVersions = after.map((original) => originalVersion(original, relabelled.base))
  const matches = matchSlides(before, after)
  const originalIndexes = originals.map((original) => (original === null ? null : before.indexOf(original)))
  const versions: ComparedVersions = { myVersions, baseVersions, theirVersions, originalIndexes, matches }
  const { positions, mergedSlides } = mergeSlides(versions)
  const ids = chooseIds({ positions, myVersions, originalIndexes, matches, before, after })
  const { notes, added } = mergeNotes(positions, mergedSlides, versions)
  const slides = positions.map((position, index) => {
    const merged = { slide: mergedSlides[index] ?? EMPTY_SLIDE, id: ids.shown[index], tokens: notes[index] ?? [] }
    return slideTextOf(position, merged, versions)
  })
  const text = printDeckText({
    frontMatter: mergeFrontMatter(mine.frontMatter?.source ?? '', base.frontMatter, relabelled.frontMatter),
    slides,
    definitions: relabelled.definitions,
    base: {
      ...relabelled.base,
      slides: relabelled.base.slides.map((slide, index) => ({ ...slide, id: ids.base[index] ?? slide.id })),
    },
  })
  const report = { positions, originalIndexes, mergedSlides, added, ids: ids.shown, myVersions, slides, notes }
  reportMerge({ ...report, text, file })
  return text
}

const EMPTY_SLIDE: MergedSlide = { options: {}, body: '', tokens: [], replacedLines: [], hasNewSentences: false }

interface ComparedVersions {
  readonly myVersions: readonly SlideVersion[]
  readonly baseVersions: readonly SlideVersion[]
  readonly theirVersions: readonly SlideVersion[]
  /** The original position of each slide of the author's deck; null for a slide that the author has added. */
  readonly originalIndexes: readonly (number | null)[]
  readonly matches: Matches
}

interface MergedSlides {
  readonly positions: readonly SlidePositions[]
  readonly mergedSlides: readonly MergedSlide[]
}

/** Merges the slides, in their new order. */
function mergeSlides(versions: ComparedVersions): MergedSlides {
  const { myVersions, theirVersions, originalIndexes, matches } = versions
  const ordered = orderSlides({
    originalIndexes,
    matches,
    keptSlides: findKeptSlides(versions),
    removedSlides: findRemovedSlides(matches, originalIndexes),
    newSlideCount: theirVersions.length,
  })
  const slides = ordered.map((position) => ({
    merged: mergeSlideAt(position, versions),
    myVersion: position.mine === null ? undefined : myVersions[position.mine],
  }))
  const distinct = removeRepeats(slides, theirVersions)
  return {
    positions: ordered.filter((_, index) => distinct[index] !== null),
    mergedSlides: distinct.filter((slide) => slide !== null),
  }
}

/** Finds the slides that stay although their text is gone from the article, because the author has changed them. */
function findKeptSlides({ myVersions, baseVersions, originalIndexes, matches }: ComparedVersions): ReadonlySet<number> {
  const keptSlides = [...originalIndexes.entries()].filter(([mine, base]) => {
    if (base === null || matches.has(base)) return false
    const [myVersion, baseVersion] = [myVersions[mine], baseVersions[base]]
    return (
      myVersion?.key !== baseVersion?.key ||
      !hasSameSentences(myVersion?.tokens, baseVersion?.tokens) ||
      !hasSameOptions(myVersion?.options, baseVersion?.options)
    )
  })
  return new Set(keptSlides.map(([mine]) => mine))
}

function findRemovedSlides(matches: Matches, originalIndexes: readonly (number | null)[]): ReadonlySet<number> {
  return new Set([...matches].flatMap(([base, theirs]) => (originalIndexes.includes(base) ? [] : [theirs])))
}

/** Merges the author's version of a slide with its new version; one of them may be missing. */
function mergeSlideAt(
  { mine, theirs }: SlidePositions,
  { myVersions, baseVersions, theirVersions, originalIndexes }: ComparedVersions,
): MergedSlide {
  const myVersion = mine === null ? undefined : myVersions[mine]
  const theirVersion = theirs === null ? undefined : theirVersions[theirs]
  const baseVersion = mine === null ? undefined : baseVersions[originalIndexes[mine] ?? -1]
  if (myVersion !== undefined && theirVersion !== undefined && baseVersion !== undefined)
    return mergeSlide(myVersion, baseVersion, theirVersion)
  const onlyVersion = myVersion ?? theirVersion
  const baseKeys = new Set(baseVersion?.tokens.map(({ key }) => key))
  const from = (token: NoteToken): MergedToken['from'] =>
    myVersion === undefined ? 'theirs' : baseKeys.has(token.key) ? 'base' : 'mine'
  return {
    ...EMPTY_SLIDE,
    options: onlyVersion?.options ?? {},
    body: onlyVersion?.body ?? '',
    tokens: (onlyVersion?.tokens ?? []).map((token) => ({ ...token, from: from(token) })),
  }
}

/**
 * Merges the notes. Together they contain every sentence of the new article, except those that the author has removed.
 */
function mergeNotes(
  positions: readonly SlidePositions[],
  mergedSlides: readonly MergedSlide[],
  { myVersions, baseVersions, theirVersions }: ComparedVersions,
): PlacedNotes {
  const slides = mergedSlides.map((slide, index) =>
    addReplacedLines(slide, theirVersions[positions[index]?.theirs ?? -1]),
  )
  return placeSentences({
    notes: slides.map(({ tokens }) => tokens),
    mergedIndexes: mergedIndexesOf(positions, theirVersions.length),
    mine: myVersions.map(({ tokens }) => tokens),
    base: baseVersions.map(({ tokens }) => tokens),
    theirs: theirVersions.map(({ tokens }) => tokens),
  })
}

/**
 * Finds, for each slide of the new deck, the index of the merged slide with its content. If the author has removed that
 * slide, the index is that of the merged slide before it.
 */
function mergedIndexesOf(positions: readonly SlidePositions[], newSlideCount: number): readonly number[] {
  const firstIndex = positions.findIndex(({ theirs }) => theirs !== null)
  let lastFound = Math.max(0, firstIndex)
  return Array.from({ length: newSlideCount }, (_, newIndex) => {
    const mergedIndex = positions.findIndex(({ theirs }) => theirs === newIndex)
    if (mergedIndex >= 0) lastFound = mergedIndex
    return lastFound
  })
}

interface SlideToPrint {
  readonly slide: MergedSlide
  readonly id: string | undefined
  /** The sentences of the slide's note. */
  readonly tokens: readonly MergedToken[]
}

function slideTextOf(
  { mine, theirs }: SlidePositions,
  { slide, id, tokens }: SlideToPrint,
  { myVersions, theirVersions }: ComparedVersions,
): SlideText {
  const myVersion = mine === null ? undefined : myVersions[mine]
  const theirVersion = theirs === null ? undefined : theirVersions[theirs]
  const options = { ...slide.options, ...(hasConflict(slide) && { conflict: true }) }
  const writtenId = mine === null ? theirVersion?.id : myVersion?.id
  return {
    ...(myVersion !== undefined && hasSameOptions(myVersion.options, options) && { comment: myVersion.comment }),
    options: { ...(writtenId != null && { slide: id ?? writtenId }), ...options },
    body: slide.body,
    note: noteOf(tokens, [myVersion, theirVersion]),
  }
}

/**
 * Returns the note as written in the first version with the same sentences; if there is none, prints the note
 * afresh.
 */
function noteOf(tokens: readonly MergedToken[], versions: readonly (SlideVersion | undefined)[]): string {
  const same = versions.find((version) => version !== undefined && hasSameSentences(tokens, version.tokens))
  return same?.note ?? printTokens(tokens)
}
