// Finds the original of each slide of a deck file.

import { keyOf } from './comparison-key.ts'
import type { OriginalSlide } from './original-slides.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { noteBlocks } from './read-note.ts'
import { wordingOf } from './slide-wording.ts'

/** A slide of a deck file, and the slide as Lectern wrote it; null if the author has added the slide. */
export interface PairedSlide {
  readonly parsed: ParsedSlide
  readonly original: OriginalSlide | null
  /** Whether the slide had lost its id and was recognised by its words. */
  readonly isRecognised: boolean
}

/**
 * Finds the original of each slide by the slide's id. A slide without the id of an original is recognised by its words,
 * if half of them are still there; if its whole comment has been removed, it gets back the options that Lectern wrote.
 */
export function pairSlides(
  parsedSlides: readonly ParsedSlide[],
  originals: readonly OriginalSlide[],
): readonly PairedSlide[] {
  const unpaired = new Map(originals.map((original) => [original.slide.id, original]))
  const pairs = parsedSlides.map(({ options }, index): OriginalSlide | null => {
    const id = options.slide ?? (index === 0 ? originals[0]?.slide.id : undefined)
    const original = id === undefined ? undefined : unpaired.get(id)
    if (original !== undefined) unpaired.delete(original.slide.id)
    return original ?? null
  })
  const ids = new Set(originals.map(({ slide }) => slide.id))
  const isNameless = ({ options: { slide } }: ParsedSlide) => slide === undefined || !ids.has(slide)
  const nameless = parsedSlides.flatMap((parsed, index) =>
    pairs[index] === null && isNameless(parsed) ? [{ parsed, index }] : [],
  )
  const recognised = recognise(nameless, [...unpaired.values()])
  return parsedSlides.map((parsed, index): PairedSlide => {
    const original = recognised.get(index)
    return original === undefined
      ? { parsed, original: pairs[index] ?? null, isRecognised: false }
      : { parsed: withOriginalOptions(parsed, original), original, isRecognised: true }
  })
}

interface NamelessSlide {
  readonly parsed: ParsedSlide
  readonly index: number
}

/** Maps the index of each slide that is recognised by its words to its original. The most similar slides come first. */
function recognise(
  slides: readonly NamelessSlide[],
  originals: readonly OriginalSlide[],
): ReadonlyMap<number, OriginalSlide> {
  const recognised = new Map<number, OriginalSlide>()
  if (originals.length === 0) return recognised
  const candidates = slides.flatMap(({ parsed, index }) => {
    const keys = keysOf(parsed, index === 0)
    return originals.map((original) => ({ index, original, score: sharedFraction(keys, originalKeys(original)) }))
  })
  const usedOriginals = new Set<OriginalSlide>()
  for (const { index, original, score } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (score < MIN_SHARED_FRACTION || recognised.has(index) || usedOriginals.has(original)) continue
    recognised.set(index, original)
    usedOriginals.add(original)
  }
  return recognised
}

const MIN_SHARED_FRACTION = 0.5

/** Returns keys for the lines of a slide and the blocks of its note. */
function keysOf(parsed: ParsedSlide, isFirst: boolean): readonly string[] {
  return [...wordingOf(parsed, isFirst).words.map(keyOf), ...noteBlocks(parsed).map(({ words }) => keyOf(words))]
}

function originalKeys({ lines, blocks }: OriginalSlide): readonly string[] {
  return [...lines, ...blocks].map(({ key }) => key)
}

/** Returns the fraction of the keys of the longer list that are in both, from 0 to 1. */
function sharedFraction(one: readonly string[], other: readonly string[]): number {
  const remaining = [...other]
  const shared = one.filter((key) => {
    const index = remaining.indexOf(key)
    if (index >= 0) remaining.splice(index, 1)
    return index >= 0
  })
  return shared.length / Math.max(1, one.length, other.length)
}

function withOriginalOptions(parsed: ParsedSlide, { slide: { id, layout, part } }: OriginalSlide): ParsedSlide {
  if (Object.keys(parsed.options).length > 0) return parsed
  return {
    ...parsed,
    options: { slide: id, ...(layout !== undefined && { layout }), ...(part !== undefined && { part }) },
  }
}
