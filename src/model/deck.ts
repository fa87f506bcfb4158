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
  Diagram,
  Line,
  Moment,
  Picture,
  Plate,
  Point,
  Row,
  Side,
} from './draft.ts'
import type { Event } from './event.ts'
import type { MarkedText } from './mark.ts'
import type { Sentence } from './outline.ts'

/** From the name of a layout to what it says. A new layout starts here; the compiler then lists what must learn of it. */
interface Said {
  readonly title: { readonly title: Line; readonly subtitle: Line | null; readonly credits: readonly Line[] }
  readonly agenda: { readonly title: Line; readonly entries: readonly AgendaEntry[] }
  readonly part: { readonly title: Line; readonly number: Line; readonly lede: Line | null }
  readonly points: { readonly title: Line | null; readonly lead: Line | null; readonly points: readonly Point[] }
  readonly statement: {
    readonly title: Line | null
    readonly statement: Line
    readonly source: Line | null
    /** The statement as a formula that is set; null for words, and for TeX that cannot be. */
    readonly formula: Element | null
  }
  readonly number: {
    readonly title: Line | null
    readonly value: Line
    readonly label: Line
    readonly context: Line | null
  }
  readonly quote: { readonly title: Line | null; readonly quote: Line; readonly speaker: Line | null }
  readonly comparison: { readonly title: Line | null; readonly sides: readonly [Side, Side] }
  readonly timeline: { readonly title: Line | null; readonly moments: readonly Moment[] }
  readonly table: {
    readonly title: Line | null
    readonly header: Row | null
    readonly rows: readonly Row[]
    readonly align: Table['align']
    readonly caption: Line | null
    /** What was asked for of a table that could not be drawn. */
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
    /** What was asked for; left out where nobody asked. */
    readonly request?: ChartRequest
  }
  readonly code: {
    readonly title: Line | null
    readonly language: string | null
    readonly lines: readonly Line[]
    /** The pieces of each line, which together are its text; null while and where the language is not understood. */
    readonly pieces: readonly (readonly CodePiece[])[] | null
  }
  readonly image: {
    readonly title: Line | null
    readonly picture: Picture | Diagram
    readonly caption: Line | null
    /** Other pictures of the same thought; left out for none. */
    readonly others?: readonly Plate[]
    /** What is said beside it; left out for nothing. */
    readonly points?: readonly Point[]
  }
  readonly takeaways: { readonly title: Line; readonly points: readonly Line[] }
  readonly closing: { readonly title: Line; readonly credits: readonly Line[] }
}

/** From the name of a layout to what it holds: what it says, and how measuring has found that it fits. */
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

/** What measuring has found of a slide; nothing before it is measured, and nothing where it fits as its theme would have it. */
export interface Fitted {
  /** How many steps smaller than the theme's its table, listing or formula is set. */
  readonly step?: 1 | 2
  /** Its table or formula needs the whole width of the slide. */
  readonly isWide?: true
  /** The words of its table break where a column ends, its formula between its terms. */
  readonly breaks?: true
  /** What it says is set at the size of text, not as display type. */
  readonly size?: 'text'
  /** The size of type at which its body fills its room, in CSS px. */
  readonly bodySize?: number
  /** Where we are is said by the part's number alone: its name is too long to stand beside the words. */
  readonly kicker?: 'number'
  /** The edge that some of it stands over, by whatever means; the note then has what cannot be seen. */
  readonly spills?: 'below' | 'beside'
}

/** What the speaker says with a slide. */
export interface Note {
  /** In the article's order. */
  readonly sentences: readonly Sentence[]
  /** How long it takes to say, at 130 words a minute. */
  readonly seconds: number
  /** The words that open it, if any. */
  readonly cue: string | null
}

/** One screen; of one layout where `L` is one, of any where it is left out. */
export type Slide<L extends LayoutName = LayoutName> = { [K in L]: SlideOf<K> }[L]

interface SlideOf<L extends LayoutName> extends Node {
  readonly type: 'slide'
  readonly layout: L
  /** Unique in its deck, safe in an address and as an HTML id. */
  readonly id: string
  /** The part that it belongs to, from 1; 0 for none. */
  readonly part: number
  readonly slots: Slots[L]
  readonly note: Note
  /** What it stands on, where that is not what its theme has for its layout. */
  readonly background?: Background
  readonly alternatives?: Alternatives | undefined
  /** The author of a deck file has made it so: it is never merged with another. */
  readonly isOwn?: true
  /** It holds what the author of a deck file has put on one slide with what the slide before it holds. */
  readonly isMore?: true
  /** Whether its points come one by one, where that is not as in the whole talk. */
  readonly isStepped?: boolean
  /** Its author shows it nowhere: only a PowerPoint file has it, hidden there too. */
  readonly isHidden?: true
}

/** A part of the talk: its name as the agenda has it. */
export interface Part {
  readonly number: number
  readonly name: string
}

/** The whole talk, with the text of the article into which the spans of its lines lead. */
export interface Deck extends Node, MarkedText {
  readonly type: 'deck'
  readonly title: string
  readonly author: string | null
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly parts: readonly Part[]
  /** Where it is given, if that is known; what its slides say of it are no lines of theirs. */
  readonly event: Event | null
  readonly slides: readonly Slide[]
  /** Whether points come one by one when the talk is given; left out for no. */
  readonly isStepped?: boolean
}
