// Divides the slides of a deck file into parts.

import type { DeckBase } from './base.ts'
import type { Original } from './originals.ts'

/** What decides the part of a slide. */
export interface PartMark {
  /** The part named in its options; null for none, undefined if they name none. */
  readonly option: string | null | undefined
  /** The heading that opens a part; null if the slide opens none. */
  readonly opens: string | null
  readonly layout: string | null
  /** The part that it was written in, if the slide that opened that part is gone. */
  readonly orphanOf?: string | null | undefined
  /** Whether Lectern wrote the slide. A copy of it, which an author has made, does not open a second part. */
  readonly isWritten: boolean
}

/** The parts of a deck file, and the number of the part of each slide, from 1; 0 for none. */
export interface DeckParts {
  readonly names: readonly string[]
  readonly numbers: readonly number[]
}

/** Whether a layout belongs to no part unless its options say so. */
export function isFrame(layout: string | null): boolean {
  return layout === 'title' || layout === 'agenda' || layout === 'takeaways' || layout === 'closing'
}

/**
 * Numbers the parts in the order in which slides open them. `silent` parts, which no slide opens, keep their places
 * after the parts that they follow.
 */
export function partsOf(marks: readonly PartMark[], silent: ReadonlyMap<string, string | null>): DeckParts {
  const opened: string[] = []
  let running = -1
  const belongs = ({ option, opens, layout, orphanOf, isWritten }: PartMark, before: number) => {
    const orphan = orphanOf != null && !opened.includes(orphanOf) ? orphanOf : null
    const name = option === undefined ? (opens ?? orphan) : option
    if (option === null) return -1
    if (name === null) return isFrame(layout) ? -1 : running
    // An option that names the current part continues it, except where Lectern wrote it right after a slide of that
    // part: then a second part of the same name begins.
    const isSecond = isWritten && before === running
    if (option !== undefined && opened[running] === name && !isSecond) return running
    opened.push(name)
    running = opened.length - 1
    return running
  }
  const indexes: number[] = []
  for (const mark of marks) indexes.push(belongs(mark, indexes.at(-1) ?? -1))
  const names: string[] = []
  const place = (before: string | null) => {
    for (const [name, after] of silent) {
      if (after !== before || names.includes(name)) continue
      names.push(name)
      place(name)
    }
  }
  place(null)
  const numbers = opened.map((name, index) => {
    names.push(name)
    const number = names.length
    if (opened.lastIndexOf(name) === index) place(name)
    return number
  })
  return { names, numbers: indexes.map((index) => numbers[index] ?? 0) }
}

/** The parts of a deck file as it was written. */
export interface WrittenParts {
  /** Parts that no slide opened, each with the part that it comes after; null for the first. */
  readonly silent: ReadonlyMap<string, string | null>
  /** The name of the part of each slide, and whether the slide opened it. */
  readonly slides: readonly { readonly name: string | null; readonly isOpening: boolean }[]
}

/** Finds the parts of a deck file as it was written. */
export function writtenParts({ parts, slides }: DeckBase, originals: readonly Original[]): WrittenParts {
  const marks = slides.map(({ part }, index): PartMark => {
    const { opens = null, layout = null } = originals[index] ?? {}
    return { option: part, opens, layout, isWritten: true }
  })
  const { names, numbers } = partsOf(marks, new Map())
  const opened = new Set(names)
  const seen = new Set<number>([0])
  return {
    silent: new Map(
      parts.flatMap((name, index) => (opened.has(name) ? [] : [[name, parts[index - 1] ?? null] as const])),
    ),
    slides: numbers.map((number) => {
      const isOpening = !seen.has(number)
      seen.add(number)
      return { name: names[number - 1] ?? null, isOpening }
    }),
  }
}
