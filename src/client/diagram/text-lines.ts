// Finds the lines of text in a Mermaid drawing.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'

/** A line of text, with its horizontal centre and its baseline in the coordinates of the drawing. */
export interface TextLine {
  readonly text: string
  /** The element that gives the line its style. */
  readonly parent: Element
  /** Its bounds on the screen. */
  readonly box: DOMRect
  readonly x: number
  readonly y: number
  /** Whether `x` and `y` are instead in the coordinates of its element, which is not horizontal. */
  readonly isRotated: boolean
}

/** The transformations from an element's coordinates, and from screen coordinates, to the drawing's. */
export interface DrawingMatrices {
  readonly matrix: DOMMatrix
  readonly toRoot: DOMMatrix
}

/** Lists the lines of text in an element. Runs in the page. */
export const textLines = pageFunction(linesIn, [rotatedLine, horizontalLines, runsIn, ascentOf])

function linesIn(element: SVGGraphicsElement, { matrix, toRoot }: DrawingMatrices): readonly TextLine[] {
  return Math.abs(matrix.b) < 0.01 ? horizontalLines(element, toRoot) : rotatedLine(element)
}

function rotatedLine(element: SVGGraphicsElement): readonly TextLine[] {
  const parent = element.querySelector('tspan') ?? element
  const { x, y, width, height } = element.getBBox()
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  if (text === '') return []
  const baseline = y + height * ascentOf(getComputedStyle(parent))
  return [{ text, parent, box: element.getBoundingClientRect(), x: x + width / 2, y: baseline, isRotated: true }]
}

function horizontalLines(element: Element, toRoot: DOMMatrix): readonly TextLine[] {
  return runsIn(element).map(({ text, style, parent, top, bottom, left, right }) => {
    // Mermaid puts the text of a round mind-map node beside the node.
    const node = parent.closest('g.mindmap-node')?.querySelector('circle, rect, path, polygon')?.getBoundingClientRect()
    const middle = node === undefined ? (left + right) / 2 : (node.left + node.right) / 2
    const { x, y } = new DOMPoint(middle, top + (bottom - top) * ascentOf(style)).matrixTransform(toRoot)
    return { text, parent, box: new DOMRect(left, top, right - left, bottom - top), x, y, isRotated: false }
  })
}

/** Words on one line, with their screen position. */
interface TextRun {
  text: string
  readonly style: CSSStyleDeclaration
  readonly parent: Element
  readonly top: number
  readonly bottom: number
  readonly left: number
  right: number
}

/** Finds the words in an element, joined into runs of one style. A line may consist of several runs. */
function runsIn(element: Element): readonly TextRun[] {
  const runs: TextRun[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest('style, title, desc') !== null) continue
    const style = getComputedStyle(parent)
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const { top, bottom, left, right } = range.getBoundingClientRect()
      if (right <= left) continue
      const last = runs.at(-1)
      const size = Number.parseFloat(style.fontSize)
      const gap = left - (last?.right ?? 0)
      const isSameRun =
        last !== undefined &&
        Math.abs(last.top - top) < 2 &&
        gap > -1 &&
        gap < size &&
        last.style.fontWeight === style.fontWeight &&
        last.style.fontSize === style.fontSize &&
        last.style.fontStyle === style.fontStyle
      if (isSameRun) {
        last.text += `${gap > size * 0.1 ? ' ' : ''}${word}`
        last.right = right
      } else runs.push({ text: word, style, parent, top, bottom, left, right })
    }
  }
  return runs
}

/** Returns the fraction of a line's height that is above its baseline. */
function ascentOf({ font }: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return 0.8
  context.font = font
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x')
  return above / (above + below)
}
