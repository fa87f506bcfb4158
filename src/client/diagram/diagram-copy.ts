// A copy in progress of a drawing that Mermaid made.

/// <reference lib="dom" />
import type { markerMatrix } from './marker-matrix.ts'
import type { Painter } from './painter.ts'
import type { FormatNumber, shapeGeometry } from './shape-geometry.ts'
import type { transformOf } from './svg-numbers.ts'
import type { textLines } from './text-lines.ts'
import type { VisibleArea } from './visible-area.ts'

/** A shape or a line of text in a drawing. */
export interface DrawnShape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text; empty for a shape. */
  readonly text: string
}

/** A copy in progress: the drawing that Mermaid made, and what has been copied from it so far. */
export interface DiagramCopy {
  readonly root: SVGSVGElement
  /** The transformation from screen coordinates to the drawing's coordinates. */
  readonly toRoot: DOMMatrix
  /** The drawing's view box; null or empty if there is none. */
  readonly view: DOMRect | null
  readonly painter: Painter
  readonly tools: CopyTools
  readonly visible: VisibleArea
  readonly shapes: DrawnShape[]
  readonly texts: DrawnShape[]
  /** The font sizes of the lines of text, in CSS px. */
  readonly fontSizes: number[]
  /** The last date copied from an axis, in screen coordinates. */
  lastTick: { readonly left: number; readonly right: number; readonly bottom: number }
}

/** The functions of other files that copy with it. */
interface CopyTools {
  readonly formatNumber: FormatNumber
  readonly markerMatrix: typeof markerMatrix
  readonly shapeGeometry: typeof shapeGeometry
  readonly textLines: typeof textLines
  readonly transformOf: typeof transformOf
}
