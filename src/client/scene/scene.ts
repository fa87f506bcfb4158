// Types for the content of a slide as measured in the page, from which a PowerPoint file is made.

import type { PointDepth } from '../../model/draft.ts'

/** The visible content of one slide. Lengths are CSS px from the upper left corner of the slide. */
export interface Scene {
  readonly background: Paint
  /** Back to front. */
  readonly boxes: readonly Box[]
  readonly pictures: readonly Figure[]
  readonly tables: readonly TableGrid[]
  readonly texts: readonly SceneBlock[]
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * A colour as `#rrggbb`, or `#rrggbbaa` if it is translucent; a gradient, with its angle in degrees clockwise from the
 * top; or a glow, from the centre of an ellipse to its edge.
 */
export type Paint =
  | { readonly type: 'colour'; readonly colour: string }
  | { readonly type: 'gradient'; readonly angle: number; readonly stops: readonly GradientStop[] }
  | { readonly type: 'glow'; readonly stops: readonly GradientStop[] }

export interface GradientStop {
  readonly colour: string
  /** 0 to 1. */
  readonly offset: number
}

/** A filled area, or a rule. */
export interface Box {
  readonly rect: Rect
  readonly fill: Paint | null
  readonly line: Edge | null
  readonly shape: BoxShape
  /** In degrees clockwise around its centre. */
  readonly rotation: number
  /** If the box is the marker of a list item, such as a bullet, the index of the item; otherwise null. */
  readonly markedItem: number | null
}

/** The position of an element on its slide, and the list item that it marks, if any. */
export type BoxPosition = Pick<Box, 'rect' | 'rotation' | 'markedItem'>

export interface Edge {
  readonly width: number
  readonly colour: string
  readonly style: 'solid' | 'dashed' | 'dotted'
}

export type BoxShape =
  | { readonly type: 'rect' }
  | { readonly type: 'ellipse' }
  | { readonly type: 'rounded'; readonly radius: number }
  /** A computed `clip-path`, applied to the rectangle. */
  | { readonly type: 'path'; readonly path: string }

/** A picture and its position. */
export interface Figure {
  readonly rect: Rect
  /** An `img`; a logo; or a drawing, such as a diagram, a formula or a QR code. */
  readonly kind: 'image' | 'logo' | 'drawing'
  /** For an image, its index among the slide's images; for a logo, its classes and its version; empty for a drawing. */
  readonly source: string
  readonly alt: string
  /** The fraction of the picture that is cropped at each side, 0 to 1. */
  readonly crop: readonly [left: number, top: number, right: number, bottom: number]
  readonly radius: number
}

/** Text that belongs together, such as a paragraph, an item or a cell. */
export interface SceneBlock {
  /** The name of the element: `h2`, `p`, `li`. */
  readonly tag: string
  readonly classes: readonly string[]
  readonly area: SlideArea
  /** The space available to the text. */
  readonly rect: Rect
  readonly runs: readonly TextRun[]
  readonly lines: readonly LineBox[]
  readonly align: 'start' | 'center' | 'end'
  readonly isRtl: boolean
  /** From one baseline to the next. */
  readonly lineHeight: number
  /** How much further the other lines are indented than the first. */
  readonly hangingIndent: number
  /**
   * Whether the block contains a formula. A formula that is written as text has only about the width that it has on the
   * slide.
   */
  readonly hasFormula: boolean
  /** Whether the block is a single line that must not wrap. */
  readonly isOneLine: boolean
  /** The list item that contains the block; null for none. */
  readonly item: SceneItem | null
  /** The table cell that contains the block; null for none. */
  readonly cell: SceneCell | null
}

export type SlideArea = 'head' | 'body' | 'foot' | 'kicker' | 'strip' | 'mark'

export interface SceneItem {
  /** The index of its outermost list among those on the slide. */
  readonly list: number
  /** Its index among all items on the slide. */
  readonly index: number
  readonly depth: PointDepth
  /** Whether it appears only after a click when presenting. */
  readonly isStep: boolean
}

/** The position of a cell: the indexes of its table on the slide, its row and its column. */
export interface SceneCell {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** A line of text, broken as in the browser. */
export interface LineBox extends Rect {
  /**
   * The distance of each word from the start of the line, and its width. For a formula, this is the width of its text.
   */
  readonly words: readonly (readonly [start: number, width: number])[]
  /** Whether its first word began on the line before. */
  readonly isContinued: boolean
  /** The index of its first letter in the joined text of the runs. */
  readonly start: number
  /** The y coordinate of its baseline, in px from the top of the slide. */
  readonly baseline: number
}

export interface TextRun {
  readonly text: string
  /** In order of preference. */
  readonly families: readonly string[]
  readonly size: number
  readonly weight: number
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruck: boolean
  readonly colour: string
  /** Letter spacing in px. */
  readonly tracking: number
  /** Whether it is raised or lowered, as a superscript or subscript. */
  readonly shift: 'up' | 'down' | null
  /** An address, or `#` and the id of a slide. */
  readonly link: string | null
}

export interface TableGrid {
  readonly rect: Rect
  readonly columns: readonly number[]
  readonly rows: readonly GridRow[]
  readonly hasHeader: boolean
  readonly hasRowHeadings: boolean
}

export interface GridRow {
  readonly height: number
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly fill: string | null
  /** Top, right, bottom, left. */
  readonly padding: readonly [number, number, number, number]
  readonly above: Edge | null
  readonly below: Edge | null
  readonly left: Edge | null
  readonly right: Edge | null
  readonly anchor: 'top' | 'middle' | 'bottom'
  readonly span: number
}
