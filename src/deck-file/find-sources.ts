// Finds where in the article the words of a deck file come from.

import type { Content, Line, LineKind, Purpose } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { pointAt } from '../model/source-position.ts'
import type { Words } from '../read/piece.ts'
import { type AuthorText, newAuthorText } from './author-text.ts'
import { keyOf } from './comparison-key.ts'
import { type DeckNotes, notesOf } from './match-note-sentences.ts'
import type { DeckBase } from './merge-base.ts'
import { type OriginalSlide, originalsOf } from './original-slides.ts'
import { pairSlides } from './pair-slides.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { noteBlocks } from './read-note.ts'
import { readSlide, type SlideContents } from './read-slide.ts'
import { wordingOf } from './slide-wording.ts'

/** The slides of a deck file, with the sources of their words. */
export interface DeckSources {
  /** The slides in the order of the file. */
  readonly slides: readonly SlideWithSources[]
  readonly originals: readonly OriginalSlide[]
  readonly authorText: AuthorText
  readonly leftOut: DeckNotes['leftOut']
  readonly anchors: DeckNotes['anchors']
}

export interface SlideWithSources {
  readonly parsed: ParsedSlide
  readonly reading: SlideContents
  /** Null for a slide that the author has added. */
  readonly original: OriginalSlide | null
  /** Whether the slide still shows its original content. */
  readonly isUntouched: boolean
  readonly noteSentences: readonly Sentence[]
}

/** Everything needed to find the sources of a deck file's words. */
export interface SourceContext {
  readonly base: DeckBase | null
  /** Lines of Markdown with the definitions that slides refer to. */
  readonly definitions: string
  readonly language: string
  /**
   * The origin of words that are not in the article; undefined for another tool's deck, whose words are themselves the
   * article.
   */
  readonly origin: 'author' | undefined
  /** The old and the new name of the article's author, if the deck file's front matter now gives another name. */
  readonly renamed?: { readonly from: string; readonly to: string } | null
}

/**
 * Finds the span of each line and sentence in the article. Words that Lectern did not write are the author's.
 */
export function findSources(
  parsedSlides: readonly ParsedSlide[],
  { base, definitions, language, origin, renamed = null }: SourceContext,
): DeckSources {
  const originals = base === null ? [] : originalsOf(base, definitions)
  const authorText = newAuthorText(base?.text.length ?? 0)
  const pairs = pairSlides(parsedSlides, originals)
  const linesByKey = new Map<string, Line>()
  for (const { lines } of originals)
    for (const { key, line } of lines) if (!linesByKey.has(key)) linesByKey.set(key, line)
  const { notes, leftOut, anchors } = notesOf(
    pairs.map(({ parsed, original }) => ({ blocks: noteBlocks(parsed), original })),
    { originals, authorText, language, origin },
  )
  const slides = pairs.map(({ parsed, original }, index): SlideWithSources => {
    const isFirst = index === 0
    const lineOf = makeLineFactory(original, { linesByKey, authorText, origin, renamed })
    const reading = readSlide(parsed, { isFirst, lineOf })
    const isUntouched = original !== null && wordingOf(parsed, original.slide === base?.slides[0]).key === original.key
    return {
      parsed,
      reading: isUntouched ? withOrdinals(reading, original) : reading,
      original,
      isUntouched,
      noteSentences: notes[index] ?? [],
    }
  })
  return { slides, originals, authorText, leftOut, anchors }
}

interface LineSources {
  readonly linesByKey: ReadonlyMap<string, Line>
  readonly authorText: AuthorText
  readonly origin: 'author' | undefined
  readonly renamed: SourceContext['renamed']
}

/**
 * Returns a function that makes lines. The function looks for each line in the original slide and then in all others; a
 * line that it does not find counts as written by the deck's author. If the author of the article was renamed, the new
 * name replaces the old.
 */
function makeLineFactory(original: OriginalSlide | null, { linesByKey, authorText, origin, renamed }: LineSources) {
  const unusedLines = [...(original?.lines ?? [])]
  return (written: Words, kind: LineKind): Line => {
    const words =
      kind === 'frame' && renamed?.from === written.text ? { ...written, text: renamed.to, marks: [] } : written
    const key = keyOf(words)
    const place = words.position?.start ?? pointAt({ anchors: words.anchors }, 0)
    const lineIndex = unusedLines.findIndex((unused) => unused.key === key)
    const line = lineIndex < 0 ? linesByKey.get(key) : unusedLines.splice(lineIndex, 1)[0]?.line
    if (line !== undefined) return { ...line, place }
    const spans = words.text === '' ? [] : [authorText.add(words)]
    return { text: words.text, spans, added: [], kind, weight: 1, ...(origin && { origin }), place }
  }
}

/**
 * Restores the numbers that list items have in the article. They may have gaps, which Markdown cannot express: a list
 * counts up from its first item.
 */
function withOrdinals(reading: SlideContents, { slide: { ordinals } }: OriginalSlide): SlideContents {
  if (ordinals === undefined) return reading
  const contents = reading.contents.map((content): Content => {
    if (content.type !== 'points') return content
    return {
      ...content,
      points: content.points.map(({ line, depth }, index) => {
        const ordinal = ordinals[index] ?? null
        return { line, depth, ...(ordinal !== null && { ordinal }) }
      }),
    }
  })
  return { ...reading, contents }
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
