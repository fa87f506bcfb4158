// Divides the slides of a deck file into parts.

import type { DeckBase } from './merge-base.ts'
import type { OriginalSlide } from './original-slides.ts'

/** Everything that determines the part of a slide. */
export interface PartHints {
  /**
   * The part named in the slide's options; null if the options say that the slide belongs to no part, undefined if they
   * do not mention parts.
   */
  readonly option: string | null | undefined
  /** The name of the part that the slide's heading opens; null if it opens none. */
  readonly openedPart: string | null
  readonly layout: string | null
  /** The part in which the slide was written, if the author has removed the slide that opened that part. */
  readonly lostPart?: string | null | undefined
  /** Whether Lectern wrote the slide. A copy of the slide that the author made does not open a second part. */
  readonly isByLectern: boolean
}

/** The parts of a deck file, and the part number of each slide, from 1; 0 if it belongs to no part. */
export interface DeckParts {
  readonly partNames: readonly string[]
  readonly partNumbers: readonly number[]
}

/** Whether slides with this layout belong to no part unless their options name one. */
export function isFrame(layout: string | null): boolean {
  return layout === 'title' || layout === 'agenda' || layout === 'takeaways' || layout === 'closing'
}

/**
 * Numbers the parts in the order in which slides open them. `unopenedParts` maps each part that no slide opens to the
 * part that it comes after; null for the first.
 */
export function partsOf(slides: readonly PartHints[], unopenedParts: ReadonlyMap<string, string | null>): DeckParts {
  const openedNames: string[] = []
  let current = -1
  const partIndexOf = ({ option, openedPart, layout, lostPart, isByLectern }: PartHints, previous: number) => {
    const lostName = lostPart != null && !openedNames.includes(lostPart) ? lostPart : null
    const name = option === undefined ? (openedPart ?? lostName) : option
    if (option === null) return -1
    if (name === null) return isFrame(layout) ? -1 : current
    // An option that names the current part continues it, except where Lectern wrote it right after a slide of that
    // part: then a second part with the same name begins.
    const beginsSecondPart = isByLectern && previous === current
    if (option !== undefined && openedNames[current] === name && !beginsSecondPart) return current
    openedNames.push(name)
    current = openedNames.length - 1
    return current
  }
  const indexes: number[] = []
  for (const slide of slides) indexes.push(partIndexOf(slide, indexes.at(-1) ?? -1))
  const partNames: string[] = []
  const addUnopened = (previousName: string | null) => {
    for (const [name, nameBefore] of unopenedParts) {
      if (nameBefore !== previousName || partNames.includes(name)) continue
      partNames.push(name)
      addUnopened(name)
    }
  }
  addUnopened(null)
  const openedNumbers = openedNames.map((name, index) => {
    partNames.push(name)
    const number = partNames.length
    if (openedNames.lastIndexOf(name) === index) addUnopened(name)
    return number
  })
  return { partNames, partNumbers: indexes.map((index) => openedNumbers[index] ?? 0) }
}

/** The parts of a deck file as Lectern wrote it. */
export interface WrittenParts {
  /** Parts that no slide opened, each with the part that it comes after; null for the first. */
  readonly unopenedParts: ReadonlyMap<string, string | null>
  /** For each slide, the name of its part and whether the slide opened that part. */
  readonly slides: readonly { readonly name: string | null; readonly isOpening: boolean }[]
}

/** Finds the parts of a deck file as Lectern wrote it. */
export function writtenParts({ parts, slides }: DeckBase, originals: readonly OriginalSlide[]): WrittenParts {
  const hints = slides.map(({ part }, index): PartHints => {
    const { openedPart = null, layout = null } = originals[index] ?? {}
    return { option: part, openedPart, layout, isByLectern: true }
  })
  const { partNames, partNumbers } = partsOf(hints, new Map())
  const openedNames = new Set(partNames)
  const seenNumbers = new Set<number>([0])
  return {
    unopenedParts: new Map(
      parts.flatMap((name, index) => (openedNames.has(name) ? [] : [[name, parts[index - 1] ?? null] as const])),
    ),
    slides: partNumbers.map((number) => {
      const isOpening = !seenNumbers.has(number)
      seenNumbers.add(number)
      return { name: partNames[number - 1] ?? null, isOpening }
    }),
  }
}
