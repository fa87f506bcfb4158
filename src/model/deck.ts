// The deck: slides with layouts, their notes and the parts of the talk.

import type { Element } from 'hast'
import type { Table } from 'mdast'
import type { Node } from 'unist'
import type { Background } from './background.ts'
import type {
  AgendaEntry,
  Alternatives,
  CaptionedPicture,
  Chart,
  ChartRequest,
  CodePiece,
  Column,
  ColumnBlock,
  Diagram,
  Line,
  Moment,
  Picture,
  Point,
  Reason,
  Row,
} from './draft.ts'
import type { Event } from './event.ts'
import type { MarkedText } from './mark.ts'
import type { Sentence } from './outline.ts'

/**
 * Maps the name of each layout to its content. A new layout starts here; the compiler then lists the other code that
 * must handle it.
 */
interface LayoutContent {
  readonly title: { readonly title: Line; readonly subtitle: Line | null; readonly credits: readonly Line[] }
  readonly agenda: { readonly title: Line; readonly entries: readonly AgendaEntry[] }
  readonly part: { readonly title: Line; readonly number: Line; readonly lede: Line | null }
  readonly points: { readonly title: Line | null; readonly lead: Line | null; readonly points: readonly Point[] }
  readonly statement: {
    readonly title: Line | null
    readonly statement: Line
    readonly source: Line | null
    /** The statement as a typeset formula; null for words, and for TeX that cannot be typeset. */
    readonly formula: Element | null
  }
  readonly number: {
    readonly title: Line | null
    readonly value: Line
    readonly label: Line
    readonly context: Line | null
  }
  readonly quote: { readonly title: Line | null; readonly quote: Line; readonly speaker: Line | null }
  /** Two named sides, or columns of any content; a single column if they did not all fit side by side. */
  readonly comparison: {
    readonly title: Line | null
    readonly columns: readonly Column[]
    /** What is above the columns, across the whole slide; absent if there is nothing. */
    readonly above?: readonly ColumnBlock[]
    /** What is below the columns; absent if there is nothing. */
    readonly below?: readonly ColumnBlock[]
  }
  readonly timeline: { readonly title: Line | null; readonly moments: readonly Moment[] }
  readonly table: {
    readonly title: Line | null
    readonly header: Row | null
    readonly rows: readonly Row[]
    readonly align: Table['align']
    readonly caption: Line | null
    /** The author's request for a chart that could not be drawn. */
    readonly request?: ChartRequest
  }
  readonly chart: {
    readonly title: Line | null
    readonly chart: Chart
    /** The table that the chart shows. */
    readonly header: Row | null
    readonly rows: readonly Row[]
    readonly caption: Line | null
    /** An `svg` in the colours of the slide; null until it is drawn. */
    readonly drawing: Element | null
    /** The author's request; absent if there was none. */
    readonly request?: ChartRequest
  }
  readonly code: {
    readonly title: Line | null
    readonly language: string | null
    readonly lines: readonly Line[]
    /** The pieces of each line, which add up to its text; null before highlighting and for unknown languages. */
    readonly pieces: readonly (readonly CodePiece[])[] | null
  }
  readonly image: {
    readonly title: Line | null
    readonly picture: Picture | Diagram
    readonly caption: Line | null
    /** The other pictures on the slide; absent if there are none. */
    readonly others?: readonly CaptionedPicture[]
    /** The points beside the picture; absent if there are none. */
    readonly points?: readonly Point[]
  }
  readonly takeaways: { readonly title: Line; readonly points: readonly Line[] }
  readonly closing: { readonly title: Line; readonly credits: readonly Line[] }
}

/** Maps the name of each layout to its slots: its content, and how it was fitted. */
export type Slots = { readonly [L in keyof LayoutContent]: LayoutContent[L] & FitResult }

export type LayoutName = keyof LayoutContent

/** Makes a value for each layout. */
export function byLayout<T>(make: (name: LayoutName) => T): Readonly<Record<LayoutName, T>> {
  return {
    title: make('title'),
    agenda: make('agenda'),
    part: make('part'),
    points: make('points'),
    statement: make('statement'),
    number: make('number'),
    quote: make('quote'),
    comparison: make('comparison'),
    timeline: make('timeline'),
    table: make('table'),
    chart: make('chart'),
    code: make('code'),
    image: make('image'),
    takeaways: make('takeaways'),
    closing: make('closing'),
  }
}

export const LAYOUT_NAMES: readonly LayoutName[] = Object.values(byLayout((name) => name))

export function isLayoutName(name: string): name is LayoutName {
  return LAYOUT_NAMES.some((each) => each === name)
}

/** How a slide was fitted; empty before it is measured, and if it fits without changes. */
export interface FitResult {
  /** How many steps below its normal size a table, listing or formula is set. */
  readonly step?: 1 | 2
  /** Whether a table or formula needs the full width of the slide. */
  readonly isWide?: true
  /** Whether words of a table may break at the edge of a column, or a formula between its terms. */
  readonly mayBreak?: true
  /** Set if the content is shown at text size instead of display size. */
  readonly size?: 'text'
  /** The type size, in CSS px, at which the body fills its space. */
  readonly bodySize?: number
  /**
   * Set if there is too little room for the name of the part at the foot of the slide: `alone` hides the hashtag and
   * the dates of the event, and `number` shows only the number of the part.
   */
  readonly kicker?: 'alone' | 'number'
  /**
   * Set if there is too little room for the name and the edition of the event at the top of the slide: `short` shows
   * the short name, `small` smaller type, and `name` smaller type without the edition.
   */
  readonly mark?: 'short' | 'small' | 'name'
  /** The edge of the slide that content still crosses. The note then contains the content that cannot be seen. */
  readonly spills?: 'below' | 'beside'
  /** Whether a rule in the theme hides text on the slide. */
  readonly hidesText?: true
}

/** Whether some of the text of a fitted slide cannot be seen on it, which has been reported. */
export function hasUnseenText({ slots: { spills, hidesText } }: Slide): boolean {
  return spills !== undefined || hidesText === true
}

/** The speaker notes of a slide. */
export interface Note {
  /** In the article's order. */
  readonly sentences: readonly Sentence[]
  /** How long the note takes to say at 130 words a minute, in seconds. */
  readonly seconds: number
  /** The part that begins here without its own slide: "2/4 Harbours"; null if there is none. */
  readonly cue: string | null
}

/** A slide of the layout `L`, or of any layout if `L` is left out. */
export type Slide<L extends LayoutName = LayoutName> = { [K in L]: SlideOf<K> }[L]

interface SlideOf<L extends LayoutName> extends Node {
  readonly type: 'slide'
  readonly layout: L
  /** Unique in its deck, and safe in a URL and as an HTML id. */
  readonly id: string
  /** The number of its part, from 1; 0 for none. */
  readonly part: number
  readonly slots: Slots[L]
  readonly note: Note
  /** The background of the slide, if it differs from the background that theme and layout give it. */
  readonly background?: Background
  readonly alternatives?: Alternatives | undefined
  /** Why each sentence of its note is shown or not. */
  readonly reasons?: readonly Reason[] | undefined
  /** Whether the author of a deck file wrote this slide. Such a slide is merged only with its own continuation. */
  readonly isAuthored?: true
  /** Whether it continues the slide before it. In the author's deck file, the two are one slide. */
  readonly isContinuation?: true
  /**
   * Whether the slide before it is still the one that Lectern put there. Edited or not, the two may be merged if one is
   * a picture.
   */
  readonly hasOriginalPredecessor?: true
  /** Whether its points appear one by one, if that differs from the rest of the talk. */
  readonly isStepped?: boolean
  /** Whether its author has hidden it. Only a PowerPoint file contains hidden slides, and they are hidden there too. */
  readonly isHidden?: true
}

/** A part of the talk, with its name as in the agenda. */
export interface Part {
  readonly number: number
  readonly name: string
}

/** The whole talk, with the article's text, which the spans of its lines refer to. */
export interface Deck extends Node, MarkedText {
  readonly type: 'deck'
  readonly title: string
  readonly author: string | null
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly parts: readonly Part[]
  /** The event, if known. Its details on slides do not count as lines. */
  readonly event: Event | null
  readonly slides: readonly Slide[]
  /** Whether points appear one by one; false if absent. */
  readonly isStepped?: boolean
}
