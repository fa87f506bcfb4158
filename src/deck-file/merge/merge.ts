// Merges a deck file that its author has edited with the deck that the changed article makes now (`lectern outline
// --update`).

import type { VFile } from 'vfile'
import { pairWithOriginals } from '../find-sources.ts'
import type { DeckBase } from '../merge-base.ts'
import { type Original, originalsOf } from '../original-slides.ts'
import { keyOf } from '../phrasing-words.ts'
import { type DeckText, printDeckText, type SlideText } from '../print.ts'
import { hasSameOptions } from '../slide-options.ts'
import type { DeckFileParts } from '../split-deck-file.ts'
import { type Matches, matchSlides } from './match-slides.ts'
import { mergeFrontMatter } from './merge-front-matter.ts'
import { isConflict, type MergedSlide, type MergedToken, mergeSlide } from './merge-slide.ts'
import { hasSameSentences, type NoteToken, printTokens } from './note-tokens.ts'
import { orderSlides, type SlidePositions } from './order-slides.ts'
import { placeSentences } from './place-sentences.ts'
import { plainText } from './plain-text.ts'
import { withoutRepeats } from './remove-repeats.ts'
import { reportMerge } from './report-merge.ts'
import { authorVersion, originalVersion, type SlideVersion } from './slide-version.ts'

/** A deck file that its author has edited, and the deck that its article makes now. */
export interface MergeInput {
  readonly mine: DeckFileParts & { readonly base: DeckBase }
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
  const relabelled = withDefinitions(mine.definitions, theirs)
  const before = originalsOf(base, mine.definitions)
  const after = originalsOf(relabelled.base, relabelled.definitions.join('\n'))
  const originals = pairWithOriginals(mine.views, before)
  const myVersions = mine.views.map((view, index) =>
    authorVersion(view, { original: originals[index] ?? null, base, isFirst: index === 0, language }),
  )
  const baseVersions = before.map((original) => originalVersion(original, base))
  const theirVersions = after.map((original) => originalVersion(original, relabelled.base))
  const matches = matchSlides(before, after)
  const originalIndexes = originals.map((original) => (original === null ? null : before.indexOf(original)))
  const { placed, merged } = mergeSlides({ myVersions, baseVersions, theirVersions, originalIndexes, matches })
  const ids = chooseIds(placed, { myVersions, originalIndexes, before, after, matches })
  const withNewLines = merged.map((slide, index) =>
    withReplacedLines(slide, theirVersions[placed[index]?.theirs ?? -1]),
  )
  const placedNotes = placeSentences({
    notes: withNewLines.map(({ tokens }) => tokens),
    homes: homesOf(placed, theirVersions.length),
    mine: myVersions.map(({ tokens }) => tokens),
    base: baseVersions.map(({ tokens }) => tokens),
    theirs: theirVersions.map(({ tokens }) => tokens),
  })
  const slides = placed.map(({ mine: at, theirs: to }, index): SlideText => {
    const slide = merged[index] ?? EMPTY_SLIDE
    const options = { ...slide.options, ...(isConflict(slide) && { conflict: true }) }
    const id = (at === null ? theirVersions[to ?? -1] : myVersions[at])?.id
    const tokens = placedNotes.notes[index] ?? []
    const myVersion = at === null ? undefined : myVersions[at]
    return {
      ...(myVersion !== undefined && hasSameOptions(myVersion.options, options) && { comment: myVersion.comment }),
      options: { ...(id != null && { slide: ids.shown[index] ?? id }), ...options },
      body: slide.body,
      note: noteOf(tokens, [myVersions[at ?? -1], theirVersions[to ?? -1]]),
    }
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
  reportMerge({
    placed,
    originalIndexes,
    merged,
    added: placedNotes.added,
    ids: ids.shown,
    myVersions,
    slides,
    notes: placedNotes.notes,
    text,
    file,
  })
  return text
}

const EMPTY_SLIDE: MergedSlide = { options: {}, body: '', tokens: [], replacedLines: [], hasNewSentences: false }

interface ComparedVersions {
  readonly myVersions: readonly SlideVersion[]
  readonly baseVersions: readonly SlideVersion[]
  readonly originalIndexes: readonly (number | null)[]
  readonly matches: Matches
}

/** Merges the slides, in their new order. */
function mergeSlides({
  theirVersions,
  ...comparedVersions
}: ComparedVersions & { readonly theirVersions: readonly SlideVersion[] }): {
  readonly placed: readonly SlidePositions[]
  readonly merged: readonly MergedSlide[]
} {
  const { myVersions, originalIndexes, matches } = comparedVersions
  const ordered = orderSlides({
    originalIndexes,
    matches,
    keptSlides: findKeptSlides(comparedVersions),
    removedSlides: findRemovedSlides(matches, originalIndexes),
    count: theirVersions.length,
  })
  const slides = ordered.map((each) => ({
    merged: mergeSlideAt(each, { ...comparedVersions, theirVersions }),
    myVersion: each.mine === null ? undefined : myVersions[each.mine],
  }))
  const distinct = withoutRepeats(slides, theirVersions)
  return {
    placed: ordered.filter((_, index) => distinct[index] !== null),
    merged: distinct.filter((slide) => slide !== null),
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
  {
    myVersions,
    baseVersions,
    theirVersions,
    originalIndexes,
  }: Omit<ComparedVersions, 'matches'> & { readonly theirVersions: readonly SlideVersion[] },
): MergedSlide {
  const myVersion = mine === null ? undefined : myVersions[mine]
  const theirVersion = theirs === null ? undefined : theirVersions[theirs]
  const baseVersion = mine === null ? undefined : baseVersions[originalIndexes[mine] ?? -1]
  if (myVersion !== undefined && theirVersion !== undefined && baseVersion !== undefined)
    return mergeSlide(myVersion, baseVersion, theirVersion)
  const onlyVersion = myVersion ?? theirVersion
  const known = new Set(baseVersion?.tokens.map(({ key }) => key))
  const from = (token: NoteToken): MergedToken['from'] =>
    myVersion === undefined ? 'theirs' : known.has(token.key) ? 'base' : 'mine'
  return {
    ...EMPTY_SLIDE,
    options: onlyVersion?.options ?? {},
    body: onlyVersion?.body ?? '',
    tokens: (onlyVersion?.tokens ?? []).map((token) => ({ ...token, from: from(token) })),
  }
}

/** Adds to a slide's note the article's new lines that the slide does not show, unless the note already has their words. */
function withReplacedLines(slide: MergedSlide, theirs: SlideVersion | undefined): MergedSlide {
  const noteWords = [...slide.tokens, ...(theirs?.tokens ?? [])].flatMap(({ words }) => wordsIn(words.text))
  const missingTexts = slide.replacedLines
    .map(plainText)
    .filter((text) => text !== '' && !isSubsequence(wordsIn(text), noteWords))
  const tokens = missingTexts.map((text): MergedToken => {
    const words = { text, marks: [] }
    return { key: keyOf(words), words, kind: 'prose', opens: true, followsDirectly: false, from: 'theirs' }
  })
  return { ...slide, tokens: [...slide.tokens, ...tokens] }
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function isSubsequence(words: readonly string[], all: readonly string[]): boolean {
  let at = 0
  return words.every((word) => {
    at = all.indexOf(word, at) + 1
    return at > 0
  })
}

/**
 * Finds, for each slide of the new deck, the index of the merged slide with its content. If the author has removed that
 * slide, the index is that of the merged slide before it.
 */
function homesOf(placed: readonly SlidePositions[], count: number): readonly number[] {
  let last = Math.max(
    0,
    placed.findIndex(({ theirs }) => theirs !== null),
  )
  return Array.from({ length: count }, (_, theirs) => {
    const position = placed.findIndex((each) => each.theirs === theirs)
    last = position < 0 ? last : position
    return last
  })
}

/**
 * Returns the note as written in the first version with the same sentences; if no version has them, prints the note
 * anew.
 */
function noteOf(tokens: readonly MergedToken[], versions: readonly (SlideVersion | undefined)[]): string {
  const same = versions.find((version) => version !== undefined && hasSameSentences(tokens, version.tokens))
  return same?.note ?? printTokens(tokens)
}

interface IdSources extends Omit<ComparedVersions, 'baseVersions' | 'myVersions'> {
  readonly myVersions: readonly SlideVersion[]
  readonly before: readonly Original[]
  readonly after: readonly Original[]
}

/**
 * Chooses the ids of the merged slides and of the slides in the new base. A slide keeps the id that it has in the
 * author's deck; a new slide gets an unused one.
 */
function chooseIds(
  placed: readonly SlidePositions[],
  { myVersions, originalIndexes, before, after, matches }: IdSources,
): { readonly shown: readonly string[]; readonly base: readonly string[] } {
  const taken = new Set<string>([...myVersions.flatMap(({ id }) => id ?? []), ...before.map(({ slide }) => slide.id)])
  const unusedId = (id: string) => {
    let unused = id
    for (let number = 2; taken.has(unused); number++) unused = `${id}-${number}`
    taken.add(unused)
    return unused
  }
  const originalIds = new Map([...matches].map(([base, theirs]) => [theirs, before[base]?.slide.id]))
  const base = after.map(({ slide }, theirs) => originalIds.get(theirs) ?? unusedId(slide.id))
  const shown = placed.map(({ mine, theirs }) => {
    const original = mine === null ? undefined : before[originalIndexes[mine] ?? -1]
    return (mine === null ? undefined : (myVersions[mine]?.id ?? original?.slide.id)) ?? base[theirs ?? -1] ?? ''
  })
  return { shown, base }
}

/** Gives the new deck the labels that pictures have in the author's deck, and the definitions of both decks. */
function withDefinitions(mine: string, theirs: MergeInput['theirs']): MergeInput['theirs'] {
  const known = new Map(mine.split('\n').flatMap((line) => labelsIn(line)))
  const labels = new Map<string, string>()
  for (const [url, label] of theirs.definitions.flatMap((line) => labelsIn(line))) {
    const newLabel = known.get(url) ?? `image-${known.size + 1}`
    known.set(url, newLabel)
    labels.set(label, newLabel)
  }
  const relabel = (text: string) =>
    labels.size === 0
      ? text
      : text.replace(/\[(image-\d+)\]/g, (whole, label) => (labels.has(label) ? `[${labels.get(label)}]` : whole))
  return {
    ...theirs,
    definitions: [...known].map(([url, label]) => `[${label}]: <${url}>`),
    base: { ...theirs.base, slides: theirs.base.slides.map((slide) => ({ ...slide, body: relabel(slide.body) })) },
  }
}

function labelsIn(line: string): readonly (readonly [url: string, label: string])[] {
  const [, label, url] = /^\s*\[(image-\d+)\]:\s*<?((?:\\.|[^\\>])*?)>?\s*$/.exec(line) ?? []
  return label === undefined || url === undefined ? [] : [[url, label]]
}
