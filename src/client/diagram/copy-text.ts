// Copies the text of a Mermaid drawing.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { DiagramCopy } from './diagram-copy.ts'
import type { ShapeAttributes } from './shape-geometry.ts'
import type { TextLine } from './text-lines.ts'

/** Adds the lines of text in an element to a copy. Runs in the page. */
export const copyText = pageFunction(addText, [overlapsLastTick, addLine])

function addText(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  for (const line of copy.tools.textLines(element, { matrix, toRoot: copy.toRoot })) {
    if (!line.isRotated && overlapsLastTick(copy, line)) continue
    copy.visible.addText(line.box)
    addLine(
      copy,
      line,
      line.isRotated ? { transform: copy.tools.transformOf(matrix), scale: 1 } : { transform: {}, scale: matrix.a },
    )
  }
}

/**
 * Whether a line is a date on an axis that would overlap the date before it, and is therefore left out. Remembers any
 * other date as the last one.
 */
function overlapsLastTick(copy: DiagramCopy, { parent, box: { left, right, top, bottom } }: TextLine): boolean {
  if (parent.closest('.tick') === null) return false
  const gap = Number.parseFloat(getComputedStyle(parent).fontSize) / 2
  const { lastTick } = copy
  if (left < lastTick.right + gap && right > lastTick.left - gap && top < lastTick.bottom) return true
  copy.lastTick = { left, right, bottom }
  return false
}

interface LinePlacement {
  readonly transform: ShapeAttributes
  /** How much larger the line is in the drawing than its own font size. */
  readonly scale: number
}

function addLine(copy: DiagramCopy, { text, parent, x, y }: TextLine, { transform, scale }: LinePlacement): void {
  const style = getComputedStyle(parent)
  const size = Number.parseFloat(style.fontSize) * scale
  const opacity = copy.painter.opacityOf(parent)
  const weight = Number(style.fontWeight) >= 600 ? ['font-weight:var(--weight-strong)'] : []
  const slant = style.fontStyle === 'italic' ? ['font-style:italic'] : []
  copy.fontSizes.push(size)
  copy.texts.push({
    tag: 'text',
    attributes: {
      x: copy.tools.formatNumber(x),
      y: copy.tools.formatNumber(y),
      fill: copy.painter.textColourOf(parent),
      'text-anchor': 'middle',
      style: [`font-size:${copy.tools.formatNumber(size)}px`, ...weight, ...slant].join(';'),
      ...(opacity < 1 && { opacity: copy.tools.formatNumber(opacity) }),
      ...transform,
    },
    text,
  })
}
