// The interface that every layout implements.

import type { Element } from 'hast'
import type { LayoutName, Slide, Slots } from './deck.ts'
import type { Draft, Line } from './draft.ts'
import type { Event } from './event.ts'
import type { MarkedText } from './mark.ts'
import type { TextDirection } from './text-direction.ts'

/** The shape of a slide; only a `wide` one has room for a column beside the text. */
export type SlideShape = 'wide' | 'square'

/** The information that a layout gets about the rest of the deck and its slide's position in it. */
export interface RenderContext {
  /** Returns the number of the page on which a part begins, from 1; null if no slide shows the part. */
  pageOf(part: number): number | null
  /** Returns the id of the slide on which a part begins; null if no slide shows the part. */
  idOf(part: number): string | null
  /** The heading level of this slide's title: 1 for the deck's title, 2 for parts, 3 below a part. */
  readonly level: 1 | 2 | 3
  /** The article that the slide's words come from. */
  readonly article: MarkedText
  /** The event of the talk, if known. */
  readonly event: Event | null
  /** `wide` if absent. */
  readonly shape?: SlideShape
  /** In which direction the deck runs; `ltr` if absent. */
  readonly direction?: TextDirection
}

/** A layout: which drafts it accepts, the lines that it shows, its markup, and where it may be divided. */
export interface Layout<L extends LayoutName> {
  readonly name: L
  /** Returns the slots filled from the draft, or null if the layout is not suitable for it. */
  accepts(draft: Draft, language: string): Slots[L] | null
  /** Lists all lines of the slide in reading order, its title first if it has one. */
  lines(slots: Slots[L]): readonly Line[]
  /** Renders `header.slide-head` and `div.slide-body`. */
  render(slots: Slots[L], context: RenderContext): readonly Element[]
  /**
   * Returns the attributes that a theme's CSS can select the slide by: `data-count`, `data-length`, `data-heading`.
   */
  hooks(slots: Slots[L], shape?: SlideShape): Readonly<Record<string, string>>
  /** Set if its lines are sentences, which may be too long or repeat each other; otherwise absent. */
  readonly showsSentences?: true
  /** Set if the layout shows the event, at the beginning or end of the talk; otherwise absent. */
  readonly showsEventAt?: 'opening' | 'closing'
  /**
   * Divides a slide that is too full into `count` slides of similar weight (two by default). Returns fewer slides if
   * there are too few places to divide it, and null if there are none. Returns more slides if one of them would
   * otherwise hold more than `maxFraction` of the whole, from 0 to 1.
   */
  divide(slots: Slots[L], count?: number, maxFraction?: number): readonly [Slots[L], Slots[L], ...Slots[L][]] | null
  /**
   * Divides a slide that is too wide into `count` slides, each with some of its columns; null if it has too few
   * columns. Absent for layouts without columns.
   */
  divideByColumns?(slots: Slots[L], count: number): readonly [Slots[L], Slots[L], ...Slots[L][]] | null
  /**
   * Joins two slides that belong together; null if they do not. Absent if slides of this layout are never
   * joined.
   */
  join?(one: Slots[L], other: Slots[L]): Slots[L] | null
  /**
   * Lists, in the article's order, the lines that the note must also contain because not all of them can be read on the
   * slide. Absent if this layout never has such lines.
   */
  extraNoteLines?(slots: Slots[L]): readonly Line[]
  /**
   * Returns the kind of content on the slide that may be set in smaller type, by the same steps in the whole deck; null
   * if the slide has no such content. Absent if slides of this layout never have such content.
   */
  scalableContent?(slots: Slots[L]): ScalableContent | null
}

/** Content that is still readable in smaller type than prose. */
export type ScalableContent = 'table' | 'code' | 'math'

export type Layouts = { readonly [L in LayoutName]: Layout<L> }

/** Lists all lines of a slide in reading order, its title first if it has one. */
export function linesOf<L extends LayoutName>(layouts: Layouts, slide: Slide<L>): readonly Line[] {
  return layouts[slide.layout].lines(slide.slots)
}
