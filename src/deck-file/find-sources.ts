// Finds where in the article the words of a deck file come from.

import type { Content, Line, LineKind, Purpose } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { pointAt } from '../model/place.ts'
import type { Words } from '../read/piece.ts'
import { type AuthorRegion, newRegion } from './author-text.ts'
import type { DeckBase } from './base.ts'
import { type DeckNotes, notesOf } from './notes.ts'
import { type Original, originalsOf } from './originals.ts'
import { keyOf } from './phrasing-words.ts'
import { wordingOf } from './read-body.ts'
import { noteBlocks } from './read-note.ts'
import { type ReadSlide, readSlide } from './read-slide.ts'
import type { SlideView } from './slide-view.ts'

/** The slides of a deck file, with the sources of their words. */
export interface SlidesWithSources {
  /** The slides in the order of the file. */
  readonly slides: readonly SlideWithSources[]
  readonly originals: readonly Original[]
  readonly region: AuthorRegion
  readonly leftOut: DeckNotes['leftOut']
  readonly anchors: DeckNotes['anchors']
}

export interface SlideWithSources {
  readonly view: SlideView
  readonly read: ReadSlide
  /** Null for a slide that the author has added. */
  readonly original: Original | null
  /** Whether it still shows its original content. */
  readonly isUntouched: boolean
  /** The sentences of its note. */
  readonly said: readonly Sentence[]
}

/** What the words of a deck file are compared with. */
export interface DeckFileSources {
  readonly base: DeckBase | null
  /** Lines of Markdown with the definitions that slides refer to. */
  readonly definitions: string
  readonly language: string
  /** The origin of words that are not in the article. In another tool's deck, those words are the article. */
  readonly origin: 'author' | undefined
}

/**
 * Finds the span of each line and sentence in the article. Words that Lectern did not write are the author's.
 */
export function findSources(
  views: readonly SlideView[],
  { base, definitions, language, origin }: DeckFileSources,
): SlidesWithSources {
  const originals = base === null ? [] : originalsOf(base, definitions)
  const region = newRegion(base?.text.length ?? 0)
  const pairs = pairWithOriginals(views, originals)
  const linesByKey = new Map<string, Line>()
  for (const { lines } of originals)
    for (const { key, line } of lines) if (!linesByKey.has(key)) linesByKey.set(key, line)
  const { notes, leftOut, anchors } = notesOf(
    views.map((view, index) => ({ blocks: noteBlocks(view), original: pairs[index] ?? null })),
    { originals, region, language, origin },
  )
  const slides = views.map((view, index): SlideWithSources => {
    const original = pairs[index] ?? null
    const isFirst = index === 0
    const lineOf = lineMaker(original, { linesByKey, region, origin })
    const read = readSlide(view, { isFirst, lineOf })
    const isUntouched = original !== null && wordingOf(view, original.slide === base?.slides[0]).key === original.key
    return {
      view,
      read: isUntouched ? withOrdinals(read, original) : read,
      original,
      isUntouched,
      said: notes[index] ?? [],
    }
  })
  return { slides, originals, region, leftOut, anchors }
}

/** Finds the original of each slide by its id, or by its position for a first slide without an id. */
export function pairWithOriginals(
  views: readonly SlideView[],
  originals: readonly Original[],
): readonly (Original | null)[] {
  const free = new Map(originals.map((original) => [original.slide.id, original]))
  return views.map(({ options }, index) => {
    const [first] = originals
    const id = options.slide ?? (index === 0 ? first?.slide.id : undefined)
    const found = id === undefined ? undefined : free.get(id)
    if (found !== undefined) free.delete(found.slide.id)
    return found ?? null
  })
}

interface LineSources {
  readonly linesByKey: ReadonlyMap<string, Line>
  readonly region: AuthorRegion
  readonly origin: 'author' | undefined
}

/**
 * Returns a function that makes lines. It looks for each in the original slide, then in all others; a line that it does
 * not find is the author's.
 */
function lineMaker(original: Original | null, { linesByKey, region, origin }: LineSources) {
  const own = [...(original?.lines ?? [])]
  return (words: Words, kind: LineKind): Line => {
    const key = keyOf(words)
    const place = words.position?.start ?? pointAt({ anchors: words.anchors }, 0)
    const at = own.findIndex((each) => each.key === key)
    const line = at < 0 ? linesByKey.get(key) : own.splice(at, 1)[0]?.line
    if (line !== undefined) return { ...line, place }
    const spans = words.text === '' ? [] : [region.add(words)]
    return { text: words.text, spans, added: [], kind, weight: 1, ...(origin && { origin }), place }
  }
}

/**
 * Restores the numbers of a list from the article, which may skip some; Markdown counts on from the first item.
 */
function withOrdinals(read: ReadSlide, { slide: { ordinals } }: Original): ReadSlide {
  if (ordinals === undefined) return read
  const contents = read.contents.map((content): Content => {
    if (content.type !== 'points') return content
    return {
      ...content,
      points: content.points.map(({ line, depth }, index) => {
        const ordinal = ordinals[index] ?? null
        return { line, depth, ...(ordinal !== null && { ordinal }) }
      }),
    }
  })
  return { ...read, contents }
}

/** Returns the purpose of a slide, judged by its content. */
export function purposeOf({ type }: Content): Purpose {
  return PURPOSES[type] ?? 'body'
}

const PURPOSES: { readonly [T in Content['type']]?: Purpose } = {
  title: 'opening',
  agenda: 'agenda',
  part: 'part',
  takeaways: 'takeaways',
  closing: 'closing',
}
