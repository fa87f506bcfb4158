import type { Base } from './base.ts'
import type { Original } from './originals.ts'
import { readBody } from './read-body.ts'

/** What says to which part a slide belongs. */
export interface PartMark {
  /** As its options name it; null for none, undefined where they do not say. */
  readonly option: string | null | undefined
  /** The heading that opens a part; null where it opens none. */
  readonly opens: string | null
  readonly layout: string | null
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
  const indexes = marks.map(({ option, opens, layout }) => {
    const name = option === undefined ? opens : option
    if (option === null) return -1
    if (name === null) return isFrame(layout) ? -1 : running
    if (option !== undefined && opened[running] === name) return running
    opened.push(name)
    running = opened.length - 1
    return running
  })
  const names: string[] = []
  const place = (before: string | null) => {
    for (const [name, after] of silent) {
      if (after !== before || names.includes(name)) continue
      names.push(name)
      place(name)
    }
  }
  place(null)
  const numbers = opened.map((name) => {
    names.push(name)
    const number = names.length
    place(name)
    return number
  })
  return { names, numbers: indexes.map((index) => numbers[index] ?? 0) }
}

/** The parts that no slide was written for, each after the one before it; null for the first. */
export function silentParts(
  { parts, slides }: Base,
  originals: readonly Original[],
): ReadonlyMap<string, string | null> {
  const named = new Set(
    slides.map(({ part, body, layout }, index) => {
      if (typeof part === 'string') return part
      const { read, words } = readBody({ body, layout, isFirst: index === 0 })
      return read.opensPart ? (originals[index]?.lines[0]?.line.text ?? words[0]?.text) : undefined
    }),
  )
  return new Map(parts.flatMap((name, index) => (named.has(name) ? [] : [[name, parts[index - 1] ?? null] as const])))
}
