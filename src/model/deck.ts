import type { Element } from 'hast'
import type { Table } from 'mdast'
import type { Node } from 'unist'
import type { Background } from './background.ts'
import type {
  AgendaEntry,
  Alternatives,
  Chart,
  ChartRequest,
  CodePiece,
  Column,
  Diagram,
  Line,
  Moment,
  Picture,
  Plate,
  Point,
  Reason,
  Row,
} from './draft.ts'
import type { Event } from './event.ts'
import type { MarkedText } from './mark.ts'
import type { Sentence } from './outline.ts'

/** Maps the name of each layout to what it says. A new layout starts here; the compiler then lists what else must handle it. */
interface Said {
  readonly title: { readonly title: Line; readonly subtitle: Line | null; readonly credits: readonly Line[] }
  readonly agenda: { readonly title: Line; readonly entries: readonly AgendaEntry[] }
  readonly part: { readonly title: Line; readonly number: Line; readonly lede: Line | null }
  readonly points: { readonly title: Line | null; readonly lead: Line | null; readonly points: readonly Point[] }
  readonly statement: {
    readonly title: Line | null
    readonly statement: Line
    readonly source: Line | null
    /** The statement as a typeset formula; null for words, and for TeX that cannot be set. */
    readonly formula: Element | null
  }
  readonly number: {
    readonly title: Line | null
    readonly value: Line
    readonly label: Line
    readonly context: Line | null
  }
  readonly quote: { readonly title: Line | null; readonly quote: Line; readonly speaker: Line | null }
  /** Two named sides, or columns of anything; a single column is left where they did not all fit side by side. */
  readonly comparison: { readonly title: Line | null; readonly columns: readonly Column[] }
  readonly timeline: { readonly title: Line | null; readonly moments: readonly Moment[] }
  readonly table: {
    readonly title: Line | null
    readonly header: Row | null
    readonly rows: readonly Row[]
    readonly align: Table['align']
    readonly caption: Line | null
    /** The chart that the author requested for a table that could not be drawn. */
    readonly request?: ChartRequest
  }
  readonly chart: {
    readonly title: Line | null
    readonly chart: Chart
    /** The table that is drawn. */
    readonly header: Row | null
    readonly rows: readonly Row[]
    readonly caption: Line | null
    /** An `svg` in the colours of the slide; null until it is drawn. */
    readonly drawing: Element | null
    /** The author's request; left out if there was none. */
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
    /** Further pictures that belong to it; left out for none. */
    readonly others?: readonly Plate[]
    /** The points beside it; left out for none. */
    readonly points?: readonly Point[]
  }
  readonly takeaways: { readonly title: Line; readonly points: readonly Line[] }
  readonly closing: { readonly title: Line; readonly credits: readonly Line[] }
}

/** Maps the name of each layout to its slots: what it says, and what measuring found. */
export type Slots = { readonly [L in keyof Said]: Said[L] & Fitted }

export type LayoutName = keyof Said

/** A value for each layout. */
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

/** The names of all layouts. */
export const LAYOUT_NAMES: readonly LayoutName[] = Object.values(byLayout((name) => name))

export function isLayoutName(name: string): name is LayoutName {
  return LAYOUT_NAMES.some((each) => each === name)
}

/** What measuring found about a slide; empty before it is measured, and if it fits as the theme has it. */
export interface Fitted {
  /** How many steps below normal size its table, listing or formula is set. */
  readonly step?: 1 | 2
  /** Its table or formula needs the full width of the slide. */
  readonly isWide?: true
  /** The words of its table may break at the edge of a column, its formula between its terms. */
  readonly breaks?: true
  /** Its content is set at text size instead of display size. */
  readonly size?: 'text'
  /** The type size at which its body fills its room, in CSS px. */
  readonly bodySize?: number
  /** The rail shows only the part's number, because its name is too long. */
  readonly kicker?: 'number'
  /** The edge that its content still crosses; in that case the note contains what cannot be seen. */
  readonly spills?: 'below' | 'beside'
}

/** The note of a slide. */
export interface Note {
  /** In the article's order. */
  readonly sentences: readonly Sentence[]
  /** How long it takes to say, at 130 words a minute. */
  readonly seconds: number
  /** Its opening words, if any. */
  readonly cue: string | null
}

/** One screen; with layout `L`, or with any layout if it is left out. */
export type Slide<L extends LayoutName = LayoutName> = { [K in L]: SlideOf<K> }[L]

interface SlideOf<L extends LayoutName> extends Node {
  readonly type: 'slide'
  readonly layout: L
  /** Unique in its deck, and safe in an address and as an HTML id. */
  readonly id: string
  /** Its part, from 1; 0 for none. */
  readonly part: number
  readonly slots: Slots[L]
  readonly note: Note
  /** Its background, if not that of its theme and layout. */
  readonly background?: Background
  readonly alternatives?: Alternatives | undefined
  /** Why each sentence of its note is shown or not. */
  readonly reasons?: readonly Reason[] | undefined
  /** The author of a deck file wrote this slide, so it is never merged with another. */
  readonly isOwn?: true
  /** It continues the slide before it; in the author's deck file both are one slide. */
  readonly isMore?: true
  /** Whether its points appear one by one, if that differs from the rest of the talk. */
  readonly isStepped?: boolean
  /** Its author has hidden it: only a PowerPoint file contains it, and there it is hidden too. */
  readonly isHidden?: true
}

/** A part of the talk, with its name as in the agenda. */
export interface Part {
  readonly number: number
  readonly name: string
}

/** The whole talk, with the article's text to which the spans of its lines refer. */
export interface Deck extends Node, MarkedText {
  readonly type: 'deck'
  readonly title: string
  readonly author: string | null
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly parts: readonly Part[]
  /** The event, if known; what slides say about it does not count as lines. */
  readonly event: Event | null
  readonly slides: readonly Slide[]
  /** Whether points appear one by one; left out for no. */
  readonly isStepped?: boolean
}
