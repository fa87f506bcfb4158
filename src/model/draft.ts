// Drafts: the content of slides before they get a layout.

import type { Element } from 'hast'
import type { Image, Table } from 'mdast'
import type { Node, Point as Place } from 'unist'
import type { Sentence } from './outline.ts'
import type { Span } from './span.ts'

export type LineKind = 'prose' | 'heading' | 'item' | 'row' | 'code' | 'math' | 'caption' | 'frame'

/**
 * A line on a slide. Apart from those in `added`, its words occur in the joined text of its spans, in the same order.
 */
export interface Line {
  readonly text: string
  /** Ascending spans of `article.text`. Empty if every word was added. */
  readonly spans: readonly Span[]
  /** Words that are not from the article, as printed, in order. */
  readonly added: readonly string[]
  readonly kind: LineKind
  /** The writer's score for the line, 0 to 1. */
  readonly weight: number
  /** `author` if the author typed the words in the deck file; absent for the article's own words. */
  readonly origin?: 'author' | undefined
  /** The position in the deck file; absent if the line comes from an article. */
  readonly place?: Place | undefined
  /** Shorter and longer versions of the same line, best first. */
  readonly alternatives?: readonly Alternative[] | undefined
}

/** A line that could be shown but is not. */
export interface Alternative {
  readonly text: string
  /** Ascending spans of `article.text`. */
  readonly spans: readonly Span[]
  readonly added: readonly string[]
  /** The writer's score for it, 0 to 1. */
  readonly score: number
}

/** Why a sentence is shown or not. */
export interface Reason {
  readonly text: string
  readonly span: Span
  readonly isShown: boolean
  /** The id of the rule that keeps it off the slides, or `score` or `room` if none does; null if it is shown. */
  readonly rule: string | null
  readonly why: string
  /** The estimated probability that an editor would show it, 0 to 1. */
  readonly score: number
}

/** Alternatives to the content of a slide, best first. */
export interface Alternatives {
  readonly titles: readonly Alternative[]
  /** Sentences, items and figures of the slide's section that no slide shows. */
  readonly unshown: readonly Alternative[]
}

/** A row of a table: `line.text` joins its cells with tabs. */
export interface Row {
  readonly line: Line
  readonly cells: readonly string[]
}

/** An entry of the agenda, and the part (from 1) that it links to. */
export interface AgendaEntry {
  readonly line: Line
  readonly part: number
}

/** One of the two sides of a comparison: its name and its text. */
export interface Side {
  readonly name: Line
  readonly text: Line
}

/** One of the columns of a slide: its name, if it has one, and its content. */
export interface Column {
  readonly name: Line | null
  readonly blocks: readonly ColumnBlock[]
}

export type ColumnBlock =
  | { readonly type: 'text'; readonly line: Line }
  | { readonly type: 'points'; readonly points: readonly Point[] }
  | {
      readonly type: 'code'
      readonly language: string | null
      readonly lines: readonly Line[]
      /** The pieces of each line; null before highlighting and for unknown languages. */
      readonly pieces: readonly (readonly CodePiece[])[] | null
    }
  | { readonly type: 'image'; readonly picture: Picture | Diagram; readonly caption: Line | null }
  | {
      readonly type: 'table'
      readonly header: Row | null
      readonly rows: readonly Row[]
      readonly align: Table['align']
      readonly caption: Line | null
    }
  | { readonly type: 'quote'; readonly quote: Line; readonly speaker: Line | null }
  | {
      readonly type: 'formula'
      /** Its TeX. */
      readonly line: Line
      /** Null before it is typeset, and for TeX that cannot be typeset. */
      readonly formula: Element | null
    }

/** An event of a timeline: its date and its text. */
export interface Moment {
  readonly when: Line
  readonly what: Line
}

/** An image that the article refers to. */
export interface Picture {
  /** The address and the alternative text, as in the article. */
  readonly image: Readonly<Image>
  /** Null before it is read, and if it cannot be loaded. */
  readonly content: PictureContent | null
}

/** The image itself, ready for a page. */
export interface PictureContent {
  /** A `data:` URL made by Lectern, in an image format that runs nothing and loads nothing. */
  readonly data: string
  /** In CSS px, after the rotation that the camera recorded. */
  readonly width: number
  readonly height: number
  /** Whether it is a vector drawing, which is sharp at any size. */
  readonly isDrawing: boolean
  /** Whether it has a format for photographs, which may be cropped at their edges. */
  readonly isPhotograph: boolean
  /** The video or sound that plays in its place on screen; absent for a still picture. */
  readonly media?: Media
}

/** A video or a sound that plays on a screen. */
export interface Media {
  readonly kind: 'video' | 'audio'
  /**
   * A `data:` URL made by Lectern; null for a file that is too large. Such a file must be next to the deck, under
   * the picture's name.
   */
  readonly data: string | null
}

export interface CaptionedPicture {
  readonly picture: Picture | Diagram
  readonly caption: Line | null
}

/** A line chart, a bar chart, or a chart of the parts of a whole. */
export type ChartKind = 'line' | 'bars' | 'shares'

/** An author's request to draw a table as a chart. Anything that it leaves out is inferred. */
export interface ChartRequest {
  readonly kind?: ChartKind | undefined
  /** The unit of the values, if the table does not state it. */
  readonly unit?: string | undefined
}

/** The values of a table, ready to be drawn. */
export interface Chart {
  readonly kind: ChartKind
  /** The heading of the labels in the article's words, such as "Year"; empty if the article has none. */
  readonly axis: string
  /** The labels of the values in drawing order, as written in the article. */
  readonly labels: readonly string[]
  /** For each label, its position in time, in years or another unit, or its index if the labels are not times. */
  readonly positions: readonly number[]
  readonly series: readonly Series[]
  /** What the values measure, in the article's words; empty if the article does not say. */
  readonly measure: string
}

export interface Series {
  /** Empty if there is only one series. */
  readonly name: string
  readonly values: readonly number[]
  /** The values as written in the article. */
  readonly texts: readonly string[]
}

/** A diagram, drawn from the article's description in a language such as Mermaid. */
export interface Diagram {
  /** An `svg` whose colours are custom properties of the slide: `fill="var(--ink)"`. */
  readonly drawing: Element
  /** In CSS px, at the font size that it was drawn in. */
  readonly width: number
  readonly height: number
  /** The alternative text, which consists only of the article's words. */
  readonly label: string
  /** The description that the diagram was drawn from, line by line. */
  readonly source: readonly Line[]
}

/** A run of characters in a line of code, and its role in the language; the role is null if it has none. */
export interface CodePiece {
  readonly text: string
  readonly role: 'keyword' | 'name' | 'string' | 'comment' | null
}

/** The content of a draft, by its form rather than its look. */
export type Content =
  | { readonly type: 'title'; readonly subtitle: Line | null; readonly credits: readonly Line[] }
  | { readonly type: 'agenda'; readonly entries: readonly AgendaEntry[] }
  | { readonly type: 'part'; readonly number: Line; readonly lede: Line | null }
  | { readonly type: 'points'; readonly lead: Line | null; readonly points: readonly Point[] }
  | { readonly type: 'statement'; readonly statement: Line; readonly source: Line | null }
  | { readonly type: 'number'; readonly value: Line; readonly label: Line; readonly context: Line | null }
  | { readonly type: 'quote'; readonly quote: Line; readonly speaker: Line | null }
  | { readonly type: 'comparison'; readonly sides: readonly [Side, Side] }
  /** Columns that the author of the article or deck file has put side by side, or a listing under its lead. */
  | { readonly type: 'columns'; readonly columns: readonly Column[] }
  | { readonly type: 'timeline'; readonly moments: readonly Moment[] }
  | {
      readonly type: 'table'
      readonly header: Row | null
      readonly rows: readonly Row[]
      readonly align: Table['align']
      readonly caption: Line | null
      /** The chart that the author asks for; absent if there is none. */
      readonly request?: ChartRequest | undefined
    }
  | { readonly type: 'code'; readonly language: string | null; readonly lines: readonly Line[] }
  | { readonly type: 'image'; readonly picture: Picture; readonly caption: Line | null }
  | { readonly type: 'takeaways'; readonly points: readonly Line[] }
  | { readonly type: 'closing'; readonly credits: readonly Line[] }

/** How deep a point is nested: 0 is a top-level point, 1 a sub-point of the one before it, 2 a sub-point of that. */
export type PointDepth = 0 | 1 | 2

/** A point of a points slide. */
export interface Point {
  readonly line: Line
  readonly depth: PointDepth
  /** Its number in a numbered list. */
  readonly ordinal?: number | undefined
}

export type Purpose = 'opening' | 'agenda' | 'part' | 'body' | 'takeaways' | 'closing'

/** The content of one slide, and the sentences that the speaker says while it is shown. It has no layout yet. */
export interface Draft extends Node {
  readonly type: 'draft'
  readonly purpose: Purpose
  /** The number of its part, from 1; 0 for none. */
  readonly part: number
  readonly title: Line | null
  readonly content: Content
  /** The sentences of its note, in the article's order. No two drafts share a sentence. */
  readonly noteSentences: readonly Sentence[]
  readonly alternatives?: Alternatives | undefined
  /** Why each sentence of its note is shown or not. */
  readonly reasons?: readonly Reason[] | undefined
  /** The author's options from a deck file; absent for a draft made from an article. */
  readonly authorOptions?: AuthorOptions | undefined
}

/** The options that the author of a deck file gives a slide. */
export interface AuthorOptions {
  /** Null to make an id from the slide's words. */
  readonly id: string | null
  /** The name of a layout; null for the first that fits. */
  readonly layout: string | null
  /** Whether the author wrote it as a slide, which may be merged only with its own continuation. */
  readonly isAuthored: boolean
  /** Whether it continues the slide before it. */
  readonly isContinuation: boolean
  /**
   * Whether the slide before it is still the one that Lectern put there, so that a picture and its text may be merged.
   */
  readonly hasOriginalPredecessor?: boolean
  /** Whether its points appear one by one; null to follow the rest of the talk. */
  readonly isStepped: boolean | null
  /** A colour, a gradient or the path to a picture; null to use the layout's own. */
  readonly background: string | null
}
