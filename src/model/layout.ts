import type { Element } from 'hast'
import type { LayoutName, Slide, Slots } from './deck.ts'
import type { Draft, Line } from './draft.ts'
import type { Event } from './event.ts'
import type { MarkedText } from './mark.ts'

/** Whether a slide has room for a column beside the text. */
export type Shape = 'wide' | 'square'

/** What a layout may know of the deck around its slide while it renders. */
export interface Surroundings {
  /** The page on which a part begins, from 1; null where it has none. */
  pageOf(part: number): number | null
  /** The id of the slide on which a part begins. */
  idOf(part: number): string | null
  /** The heading level of this slide's title: 1 for the deck's title, 2 for parts, 3 below a part. */
  readonly level: 1 | 2 | 3
  /** The article from which its words are. */
  readonly article: MarkedText
  /** Where the talk is given, if that is known. */
  readonly event: Event | null
  /** Left out for wide. */
  readonly shape?: Shape
}

/** One way that a slide can look: what it takes, what it says, how it is marked up and where it may be divided. */
export interface Layout<L extends LayoutName> {
  readonly name: L
  /** The slots that the draft fills, or null where this layout is not made for it. */
  accepts(draft: Draft, language: string): Slots[L] | null
  /** All that the slide says in reading order, its title first where it has one. */
  lines(slots: Slots[L]): readonly Line[]
  /** `header.slide-head` and `div.slide-body`. */
  render(slots: Slots[L], surroundings: Surroundings): readonly Element[]
  /** Hooks for themes, as attribute name to value: `data-count`, `data-length`, `data-heading`. */
  hooks(slots: Slots[L], shape?: Shape): Readonly<Record<string, string>>
  /** Where the talk opens and where it ends, its event is shown with it; left out elsewhere. */
  readonly frames?: 'opening' | 'closing'
  /**
   * So many slides for one that spills (two where nothing is said), of even weight: fewer where there are fewer joints, null where
   * there is none; more where one of them would hold more than `most` of the whole, from 0 to 1.
   */
  divide(slots: Slots[L], count?: number, most?: number): readonly [Slots[L], Slots[L], ...Slots[L][]] | null
  /** So many slides for one that is too wide, each with some of its columns; null where it has few. Left out where there are never columns. */
  narrow?(slots: Slots[L], count: number): readonly [Slots[L], Slots[L], ...Slots[L][]] | null
  /** One slide for two of one thought, or null where they say two. Left out where slides are never joined. */
  join?(one: Slots[L], other: Slots[L]): Slots[L] | null
  /** What its note has too, as it is not all to be read on the slide: in the article's order. Left out for nothing. */
  noted?(slots: Slots[L]): readonly Line[]
  /** What of the slide may be set in smaller steps, all of a deck alike; null for nothing. Left out where there is never such a thing. */
  scaled?(slots: Slots[L]): Scaled | null
}

/** What can be read when it is set smaller than prose. */
export type Scaled = 'table' | 'code' | 'math'

export type Layouts = { readonly [L in LayoutName]: Layout<L> }

/** All that a slide says in reading order, its title first where it has one. */
export function linesOf<L extends LayoutName>(layouts: Layouts, slide: Slide<L>): readonly Line[] {
  return layouts[slide.layout].lines(slide.slots)
}
