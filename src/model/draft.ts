import type { Element } from 'hast'
import type { Image, Table } from 'mdast'
import type { Node, Point as Place } from 'unist'
import type { Sentence } from './outline.ts'
import type { Span } from './span.ts'

export type LineKind = 'prose' | 'heading' | 'item' | 'row' | 'code' | 'math' | 'caption' | 'frame'

/** One line that a slide says. Its words stand, in order, in the joined text of its spans, once `added` is taken away. */
export interface Line {
  readonly text: string
  /** Ascending, in `article.text`. Empty where every word was added. */
  readonly spans: readonly Span[]
  /** Words that are not the article's, as printed, in order. */
  readonly added: readonly string[]
  readonly kind: LineKind
  /** How much the writer thinks of it, 0 to 1. */
  readonly weight: number
  /** Whose words they are, where they are not the article's: the author typed them in the deck file. */
  readonly origin?: 'author' | undefined
  /** Where the line stands in the deck file; left out where it comes from an article. */
  readonly place?: Place | undefined
  /** What else could stand there, the best first: the same in other lengths. */
  readonly alternatives?: readonly Alternative[] | undefined
}

/** A line that could be shown and is not. */
export interface Alternative {
  readonly text: string
  /** Ascending, in `article.text`. */
  readonly spans: readonly Span[]
  readonly added: readonly string[]
  /** How much the writer thinks of it, 0 to 1. */
  readonly score: number
}

/** What else a slide could say, the best first. */
export interface Alternatives {
  readonly titles: readonly Alternative[]
  /** Sentences, items and figures of its section that no slide shows. */
  readonly unshown: readonly Alternative[]
}

/** One row of a table: `line.text` joins its cells by tabs. */
export interface Row {
  readonly line: Line
  readonly cells: readonly string[]
}

/** An entry of the agenda, and the part (from 1) that it leads to. */
export interface AgendaEntry {
  readonly line: Line
  readonly part: number
}

/** One side of a comparison: whose or what it is, and what is said of it. */
export interface Side {
  readonly name: Line
  readonly text: Line
}

/** One of several events: when it was, and what it was. */
export interface Moment {
  readonly when: Line
  readonly what: Line
}

/** An image that the article names. */
export interface Picture {
  /** As the article has it: its address, and the words for those who cannot see it. */
  readonly image: Readonly<Image>
  /** Null while it has not been read, and where it cannot be had. */
  readonly content: PictureContent | null
}

/** An image itself, fit to stand in a page. */
export interface PictureContent {
  /** A `data:` address that we made, of a kind of image that runs nothing and loads nothing. */
  readonly data: string
  /** In CSS px, as it is seen: turned as its camera says. */
  readonly width: number
  readonly height: number
  /** Whether it is as sharp at any size: a drawing is, a photograph is not. */
  readonly isDrawing: boolean
  /** What plays in its place on a screen; left out for a picture that stands still. */
  readonly media?: Media
}

/** A video or a sound that plays on a screen. */
export interface Media {
  readonly kind: 'video' | 'audio'
  /** A `data:` address that we made. */
  readonly data: string
}

/** A picture and the words that stand under it. */
export interface Plate {
  readonly picture: Picture | Diagram
  readonly caption: Line | null
}

/** How the values of a table are drawn. */
export type ChartKind = 'line' | 'bars' | 'shares'

/** What an author asks for who has a table drawn: what is left out is found. */
export interface ChartRequest {
  readonly kind?: ChartKind | undefined
  /** Of what the values are, where the table does not say it. */
  readonly unit?: string | undefined
}

/** The values of a table, ready to be drawn. */
export interface Chart {
  readonly kind: ChartKind
  /** What each value belongs to, in the order in which they are drawn, as the article writes it. */
  readonly labels: readonly string[]
  /** Where each label stands in time, in years or whatever counts; for other kinds, its index. */
  readonly positions: readonly number[]
  readonly series: readonly Series[]
  /** What the values are, as the article says it; empty where nothing does. */
  readonly measure: string
}

export interface Series {
  /** Empty where there is only one. */
  readonly name: string
  readonly values: readonly number[]
  /** The same as the article writes them. */
  readonly texts: readonly string[]
}

/** A diagram that the article describes in a language of its own, such as Mermaid, drawn. */
export interface Diagram {
  /** An `svg` whose colours are custom properties of the slide: `fill="var(--ink)"`. */
  readonly drawing: Element
  /** In CSS px, at the size at which its words are drawn. */
  readonly width: number
  readonly height: number
  /** What it shows, for those who cannot see it; only the article's words. */
  readonly label: string
  /** Its source, line by line. */
  readonly source: readonly Line[]
}

/** Some characters of a code line, and what they are in its language; null for plain ones. */
export interface CodePiece {
  readonly text: string
  readonly role: 'keyword' | 'name' | 'string' | 'comment' | null
}

/** What a draft says, by form and not by look. */
export type Content =
  | { readonly type: 'title'; readonly subtitle: Line | null; readonly credits: readonly Line[] }
  | { readonly type: 'agenda'; readonly entries: readonly AgendaEntry[] }
  | { readonly type: 'part'; readonly number: Line; readonly lede: Line | null }
  | { readonly type: 'points'; readonly lead: Line | null; readonly points: readonly Point[] }
  | { readonly type: 'statement'; readonly statement: Line; readonly source: Line | null }
  | { readonly type: 'number'; readonly value: Line; readonly label: Line; readonly context: Line | null }
  | { readonly type: 'quote'; readonly quote: Line; readonly speaker: Line | null }
  | { readonly type: 'comparison'; readonly sides: readonly [Side, Side] }
  | { readonly type: 'timeline'; readonly moments: readonly Moment[] }
  | {
      readonly type: 'table'
      readonly header: Row | null
      readonly rows: readonly Row[]
      readonly align: Table['align']
      readonly caption: Line | null
      /** What the author asks for, where it is to be a chart; left out where nobody asks. */
      readonly request?: ChartRequest | undefined
    }
  | { readonly type: 'code'; readonly language: string | null; readonly lines: readonly Line[] }
  | { readonly type: 'image'; readonly picture: Picture; readonly caption: Line | null }
  | { readonly type: 'takeaways'; readonly points: readonly Line[] }
  | { readonly type: 'closing'; readonly credits: readonly Line[] }

/** A point of a points slide; `depth` 0 stands at the margin, 1 under the point before. */
export interface Point {
  readonly line: Line
  readonly depth: 0 | 1
  /** Which of its list's items it is, where the list counts them. */
  readonly ordinal?: number | undefined
}

export type Purpose = 'opening' | 'agenda' | 'part' | 'body' | 'takeaways' | 'closing'

/** What one slide says, and what its speaker says with it; no looks yet. */
export interface Draft extends Node {
  readonly type: 'draft'
  readonly purpose: Purpose
  /** The part that it belongs to, from 1; 0 for none. */
  readonly part: number
  readonly title: Line | null
  readonly content: Content
  /** The sentences of its note, in the article's order. No two drafts share one. */
  readonly said: readonly Sentence[]
  readonly alternatives?: Alternatives | undefined
  /** What the author asks for in a deck file; left out for what an article became. */
  readonly wish?: Wish | undefined
}

/** How the author of a deck file wants a slide. */
export interface Wish {
  /** Null to make one from its words. */
  readonly id: string | null
  /** The name of a layout; null for the first that fits. */
  readonly layout: string | null
  /** Whether it stays a slide of its own, as the author has made it. */
  readonly isOwn: boolean
  /** Whether it goes on with the slide before it. */
  readonly isMore: boolean
  /** Whether its points come one by one; null for as in the whole talk. */
  readonly isStepped: boolean | null
  /** A colour, a gradient or the path of a picture; null for that of its layout. */
  readonly background: string | null
}
