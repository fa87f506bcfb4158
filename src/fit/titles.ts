import type { Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { numberOf, withNumber, withoutNumber } from '../model/numbered-title.ts'
import { withTitle } from './with-fit.ts'

/** Slides (`pieces`) that replace one or more others (`origins`). */
export interface TitleGroup {
  readonly origins: readonly [Slide, ...Slide[]]
  readonly pieces: readonly Slide[]
}

/**
 * Returns a function that numbers the titles of slides that continue each other: "Steps (2/3)". Titles that the writer
 * numbered are renumbered if the number of their slides has changed; all others stay. For the same slide and title it
 * returns the same object, so that nothing is measured twice.
 */
export function renumbering(slides: readonly Slide[]): (groups: readonly TitleGroup[]) => readonly TitleGroup[] {
  const families = seriesIn(slides)
  const titleByKey = new Map<Slide, Map<string, Slide>>()
  const titled = (slide: Slide, title: Line): Slide => {
    const known = titleByKey.get(slide) ?? new Map<string, Slide>()
    titleByKey.set(slide, known)
    const made = slide.slots.title?.text === title.text ? slide : (known.get(title.text) ?? withTitle(slide, title))
    known.set(title.text, made)
    return made
  }
  return (groups) => {
    const members = new Map<Slide, Slide[]>()
    const sizes = new Map<Slide, number>()
    const familyOf = ({ origins: [first] }: TitleGroup) => families.get(first) ?? first
    for (const group of groups) {
      const family = familyOf(group)
      const own = members.get(family) ?? []
      members.set(family, own)
      own.push(...group.pieces.filter(isTitled))
      for (const origin of group.origins.filter(isTitled)) {
        const series = families.get(origin) ?? family
        sizes.set(series, (sizes.get(series) ?? 0) + 1)
      }
    }
    return groups.map((group) => {
      const family = familyOf(group)
      const own = members.get(family) ?? []
      if (own.length === sizes.get(family)) return group
      const pieces = group.pieces.map((piece) => {
        const base = withoutNumber(piece.slots.title)
        if (base === null) return piece
        return titled(piece, own.length === 1 ? base : withNumber(base, own.indexOf(piece) + 1, own.length))
      })
      return { ...group, pieces }
    })
  }
}

function isTitled({ slots }: Slide): boolean {
  return slots.title !== null
}

/** Maps each slide that the writer numbered to the first slide of its series. */
function seriesIn(slides: readonly Slide[]): ReadonlyMap<Slide, Slide> {
  const families = new Map<Slide, Slide>()
  let first: Slide | null = null
  for (const slide of slides) {
    const { title } = slide.slots
    if (title === null || numberOf(title) === null) continue
    if (first === null || first.part !== slide.part || !isSameThought(first.slots.title, title) || opensSeries(title))
      first = slide
    families.set(slide, first)
  }
  return families
}

function opensSeries(title: Line): boolean {
  return numberOf(title)?.startsWith('(1/') ?? false
}

/** Whether two slides belong together by their titles. One without a title belongs to its neighbours. */
export function areUnderOneTitle({ slots: { title } }: Slide, { slots: { title: next } }: Slide): boolean {
  return next === null || title === null || isSameThought(title, next)
}

/** Whether two titles differ only in their numbers. */
export function isSameThought(one: Line | null, other: Line | null): boolean {
  const base = withoutNumber(one)
  return base !== null && base.text === withoutNumber(other)?.text
}
