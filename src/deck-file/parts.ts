import type { Base } from './base.ts'
import type { Original } from './originals.ts'

/** What says to which part a slide belongs. */
export interface PartMark {
  /** As its options name it; null for none, undefined where they do not say. */
  readonly option: string | null | undefined
  /** The heading that opens a part; null where it opens none. */
  readonly opens: string | null
  readonly layout: string | null
  /** The part that it was written in, where the slide that opened that is gone. */
  readonly orphanOf?: string | null | undefined
  /** Whether Lectern wrote it; what an author copies opens no second part. */
  readonly isWritten: boolean
}

/** The parts of a deck file, and of each slide the number of its part, from 1; 0 for none. */
export interface Parts {
  readonly names: readonly string[]
  readonly numbers: readonly number[]
}

/** Layouts that belong to no part but where that is said. */
export function isFrame(layout: string | null): boolean {
  return layout === 'title' || layout === 'agenda' || layout === 'takeaways' || layout === 'closing'
}

/** Numbers the parts in the order in which slides open them; those of the article that no slide opened keep their places. */
export function partsOf(marks: readonly PartMark[], silent: ReadonlyMap<string, string | null>): Parts {
  const opened: string[] = []
  let running = -1
  const belongs = ({ option, opens, layout, orphanOf, isWritten }: PartMark, before: number) => {
    const orphan = orphanOf != null && !opened.includes(orphanOf) ? orphanOf : null
    const name = option === undefined ? (opens ?? orphan) : option
    if (option === null) return -1
    if (name === null) return isFrame(layout) ? -1 : running
    // A slide goes on in its part behind one that belongs to none; where two parts have one name, the second begins in the first.
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
  /** Those that no slide opened, each after the one before it; null for the first. */
  readonly silent: ReadonlyMap<string, string | null>
  /** Of each slide the name of its part, and whether it opened that. */
  readonly slides: readonly { readonly name: string | null; readonly isOpening: boolean }[]
}

export function writtenParts({ parts, slides }: Base, originals: readonly Original[]): WrittenParts {
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
