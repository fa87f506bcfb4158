// Merges a deck file that its author has edited with the deck that the changed article makes now (`lectern outline
// --update`).

import type { VFile } from 'vfile'
import type { DeckBase } from '../base.ts'
import { pairWithOriginals } from '../find-sources.ts'
import type { OpenDeckFile } from '../open.ts'
import { isSameOptions } from '../options.ts'
import { type Original, originalsOf } from '../originals.ts'
import { keyOf } from '../phrasing-words.ts'
import { type DeckText, printDeckText, type SlideText } from '../print.ts'
import { mergeFrontMatter } from './front-matter.ts'
import { type Matches, match } from './match.ts'
import { type NoteToken, printTokens, sameKeys } from './note-sentence.ts'
import { order, type SlidePlaces } from './order.ts'
import { placeSentences } from './place-sentences.ts'
import { plainText } from './plain-text.ts'
import { withoutRepeats } from './repeats.ts'
import { report } from './report.ts'
import { isConflict, type MergedSlide, type MergedToken, mergeSlide } from './slide.ts'
import { ownVersion, type Version, writtenVersion } from './version.ts'

/** The deck file that its author has edited, and the deck that its article makes now. */
export interface DeckMerging {
  readonly mine: OpenDeckFile & { readonly base: DeckBase }
  readonly theirs: DeckText & { readonly base: DeckBase }
  readonly language: string
  /** Gets messages for the author, at their places in the merged file. */
  readonly file: VFile
}

/**
 * Updates a deck file to its article and keeps the author's edits: a three-way merge, slide by slide and line by line.
 * If both have changed the same text, the author's words stay, the new ones go to the notes, and a message says so.
 * Returns the text of the merged file.
 */
export function mergeDecks({ mine, theirs, language, file }: DeckMerging): string {
  const { base } = mine
  const renamed = withDefinitions(mine.definitions, theirs)
  const before = originalsOf(base, mine.definitions)
  const after = originalsOf(renamed.base, renamed.definitions.join('\n'))
  const originals = pairWithOriginals(mine.views, before)
  const own = mine.views.map((view, index) =>
    ownVersion(view, { original: originals[index] ?? null, base, isFirst: index === 0, language }),
  )
  const old = before.map((original) => writtenVersion(original, base))
  const next = after.map((original) => writtenVersion(original, renamed.base))
  const matches = match(before, after)
  const written = originals.map((original) => (original === null ? null : before.indexOf(original)))
  const { placed, merged } = mergeSlides({ own, old, next, written, matches })
  const ids = identify(placed, { own, written, before, after, matches })
  const withNews = merged.map((slide, index) => withReplaced(slide, next[placed[index]?.theirs ?? -1]))
  const settled = placeSentences({
    notes: withNews.map(({ tokens }) => tokens),
    homes: homesOf(placed, next.length),
    mine: own.map(({ tokens }) => tokens),
    base: old.map(({ tokens }) => tokens),
    theirs: next.map(({ tokens }) => tokens),
  })
  const slides = placed.map(({ mine: at, theirs: to }, index): SlideText => {
    const slide = merged[index] ?? EMPTY_SLIDE
    const options = { ...slide.options, ...(isConflict(slide) && { conflict: true }) }
    const id = (at === null ? next[to ?? -1] : own[at])?.id
    const tokens = settled.notes[index] ?? []
    const here = at === null ? undefined : own[at]
    return {
      ...(here !== undefined && isSameOptions(here.options, options) && { comment: here.comment }),
      options: { ...(id != null && { slide: ids.shown[index] ?? id }), ...options },
      body: slide.body,
      note: noteOf(tokens, [own[at ?? -1], next[to ?? -1]]),
    }
  })
  const text = printDeckText({
    frontMatter: mergeFrontMatter(mine.frontMatter?.source ?? '', base.frontMatter, renamed.frontMatter),
    slides,
    definitions: renamed.definitions,
    base: {
      ...renamed.base,
      slides: renamed.base.slides.map((slide, index) => ({ ...slide, id: ids.base[index] ?? slide.id })),
    },
  })
  report({
    placed,
    written,
    merged,
    added: settled.added,
    ids: ids.shown,
    own,
    slides,
    notes: settled.notes,
    text,
    file,
  })
  return text
}

const EMPTY_SLIDE: MergedSlide = { options: {}, body: '', tokens: [], replaced: [], hasNews: false }

interface ComparedDecks {
  readonly own: readonly Version[]
  readonly old: readonly Version[]
  readonly written: readonly (number | null)[]
  readonly matches: Matches
}

/** Merges the slides, in their new order. */
function mergeSlides({ next, ...compared }: ComparedDecks & { readonly next: readonly Version[] }): {
  readonly placed: readonly SlidePlaces[]
  readonly merged: readonly MergedSlide[]
} {
  const { own, written, matches } = compared
  const ordered = order({
    written,
    matches,
    kept: keptIn(compared),
    deleted: deletedIn(matches, written),
    count: next.length,
  })
  const slides = ordered.map((each) => ({
    merged: mergeAt(each, { ...compared, next }),
    own: each.mine === null ? undefined : own[each.mine],
  }))
  const distinct = withoutRepeats(slides, next)
  return {
    placed: ordered.filter((_, index) => distinct[index] !== null),
    merged: distinct.filter((slide) => slide !== null),
  }
}

/** Finds the slides whose text is gone from the article, but which stay because the author has changed them. */
function keptIn({ own, old, written, matches }: ComparedDecks): ReadonlySet<number> {
  const kept = [...written.entries()].filter(([mine, base]) => {
    if (base === null || matches.has(base)) return false
    const [here, was] = [own[mine], old[base]]
    return here?.key !== was?.key || !sameKeys(here?.tokens, was?.tokens) || !isSameOptions(here?.options, was?.options)
  })
  return new Set(kept.map(([mine]) => mine))
}

function deletedIn(matches: Matches, written: readonly (number | null)[]): ReadonlySet<number> {
  return new Set([...matches].flatMap(([base, theirs]) => (written.includes(base) ? [] : [theirs])))
}

/** Merges the author's version of a slide with its new version; one of them may be missing. */
function mergeAt(
  { mine, theirs }: SlidePlaces,
  { own, old, next, written }: Omit<ComparedDecks, 'matches'> & { readonly next: readonly Version[] },
): MergedSlide {
  const here = mine === null ? undefined : own[mine]
  const there = theirs === null ? undefined : next[theirs]
  const was = mine === null ? undefined : old[written[mine] ?? -1]
  if (here !== undefined && there !== undefined && was !== undefined) return mergeSlide(here, was, there)
  const only = here ?? there
  const known = new Set(was?.tokens.map(({ key }) => key))
  const from = (token: NoteToken): MergedToken['from'] =>
    here === undefined ? 'theirs' : known.has(token.key) ? 'base' : 'mine'
  return {
    ...EMPTY_SLIDE,
    options: only?.options ?? {},
    body: only?.body ?? '',
    tokens: (only?.tokens ?? []).map((token) => ({ ...token, from: from(token) })),
  }
}

/** Adds the article's new lines that a slide does not show to its note, unless the note says them already. */
function withReplaced(slide: MergedSlide, theirs: Version | undefined): MergedSlide {
  const said = [...slide.tokens, ...(theirs?.tokens ?? [])].flatMap(({ words }) => wordsIn(words.text))
  const unsaid = slide.replaced.map(plainText).filter((text) => text !== '' && !isPartOf(wordsIn(text), said))
  const tokens = unsaid.map((text): MergedToken => {
    const words = { text, marks: [] }
    return { key: keyOf(words), words, kind: 'prose', opens: true, isGlued: false, from: 'theirs' }
  })
  return { ...slide, tokens: [...slide.tokens, ...tokens] }
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function isPartOf(words: readonly string[], all: readonly string[]): boolean {
  let at = 0
  return words.every((word) => {
    at = all.indexOf(word, at) + 1
    return at > 0
  })
}

/**
 * Finds, for each slide of the new deck, the index of the merged slide that has its content, or that of the slide
 * before it if the author has removed it.
 */
function homesOf(placed: readonly SlidePlaces[], count: number): readonly number[] {
  let last = Math.max(
    0,
    placed.findIndex(({ theirs }) => theirs !== null),
  )
  return Array.from({ length: count }, (_, theirs) => {
    const own = placed.findIndex((each) => each.theirs === theirs)
    last = own < 0 ? last : own
    return last
  })
}

/** Returns the note verbatim from the first version with the same sentences, or prints it anew. */
function noteOf(tokens: readonly MergedToken[], versions: readonly (Version | undefined)[]): string {
  const same = versions.find((version) => version !== undefined && sameKeys(tokens, version.tokens))
  return same?.note ?? printTokens(tokens)
}

interface IdSources extends Omit<ComparedDecks, 'old' | 'own'> {
  readonly own: readonly Version[]
  readonly before: readonly Original[]
  readonly after: readonly Original[]
}

/** Chooses the ids of the merged slides: first the author's, then those of the new deck. */
function identify(
  placed: readonly SlidePlaces[],
  { own, written, before, after, matches }: IdSources,
): { readonly shown: readonly string[]; readonly base: readonly string[] } {
  const taken = new Set<string>([...own.flatMap(({ id }) => id ?? []), ...before.map(({ slide }) => slide.id)])
  const fresh = (id: string) => {
    let unused = id
    for (let number = 2; taken.has(unused); number++) unused = `${id}-${number}`
    taken.add(unused)
    return unused
  }
  const oldOf = new Map([...matches].map(([base, theirs]) => [theirs, before[base]?.slide.id]))
  const base = after.map(({ slide }, theirs) => oldOf.get(theirs) ?? fresh(slide.id))
  const shown = placed.map(({ mine, theirs }) => {
    const original = mine === null ? undefined : before[written[mine] ?? -1]
    return (mine === null ? undefined : (own[mine]?.id ?? original?.slide.id)) ?? base[theirs ?? -1] ?? ''
  })
  return { shown, base }
}

/** Gives the new deck the labels that pictures have in the author's deck, and the definitions of both decks. */
function withDefinitions(mine: string, theirs: DeckMerging['theirs']): DeckMerging['theirs'] {
  const known = new Map(mine.split('\n').flatMap((line) => labelsIn(line)))
  const labels = new Map<string, string>()
  for (const [url, label] of theirs.definitions.flatMap((line) => labelsIn(line))) {
    const own = known.get(url) ?? `image-${known.size + 1}`
    known.set(url, own)
    labels.set(label, own)
  }
  const relabelled = (text: string) =>
    labels.size === 0
      ? text
      : text.replace(/\[(image-\d+)\]/g, (whole, label) => (labels.has(label) ? `[${labels.get(label)}]` : whole))
  return {
    ...theirs,
    definitions: [...known].map(([url, label]) => `[${label}]: <${url}>`),
    base: { ...theirs.base, slides: theirs.base.slides.map((slide) => ({ ...slide, body: relabelled(slide.body) })) },
  }
}

function labelsIn(line: string): readonly (readonly [url: string, label: string])[] {
  const [, label, url] = /^\s*\[(image-\d+)\]:\s*<?((?:\\.|[^\\>])*?)>?\s*$/.exec(line) ?? []
  return label === undefined || url === undefined ? [] : [[url, label]]
}
