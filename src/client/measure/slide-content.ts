// Lists the content of a slide whose size is being searched for.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'

/** A text node or a box, and the element whose edges it must not cross. */
export interface ContentPiece {
  readonly element: Element
  /** Null for a box. */
  readonly range: Range | null
  /**
   * The cell, item, paragraph, heading, listing or formula that contains it; for a box or other text, the whole area.
   */
  readonly column: Element
}

/** The content of a slide. */
export interface SlideContent {
  readonly slide: HTMLElement
  /** Whether the title gets the same size; in other layouts, the title has a fixed size. */
  readonly includesTitle: boolean
  readonly head: Element | null
  readonly body: Element
  readonly titles: readonly ContentPiece[]
  readonly pieces: readonly ContentPiece[]
  readonly rows: readonly Element[]
}

/** Lists the content of a slide; null if it has no body. Runs in the page. */
export const slideContent = pageFunction(contentOf, [piecesIn, textsIn])

function contentOf(slide: HTMLElement): SlideContent | null {
  const head = slide.querySelector('.slide-head')
  const body = slide.querySelector('.slide-body')
  if (body === null) return null
  return {
    slide,
    includesTitle: slide.matches('[data-layout="title"], [data-layout="part"], [data-layout="closing"]'),
    head,
    body,
    titles: head === null ? [] : [...head.querySelectorAll('.title, .subtitle')].flatMap(textsIn),
    pieces: piecesIn(body),
    rows: [...body.querySelectorAll('li, .side, .formula')],
  }
}

function piecesIn(body: Element): ContentPiece[] {
  const boxes = [...body.querySelectorAll('img, svg, table, pre')].filter((box) => box.closest('.katex') === null)
  const formulas = [...body.querySelectorAll('.formula')]
  return [
    ...textsIn(body),
    ...boxes.map((element) => ({ element, range: null, column: body })),
    ...formulas.flatMap((column) =>
      [...column.querySelectorAll('.base')].map((element) => ({ element, range: null, column })),
    ),
  ]
}

function textsIn(area: Element): ContentPiece[] {
  const BLOCKS = 'td, th, li, p, h1, h2, h3'
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const pieces: ContentPiece[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || (node.textContent ?? '').trim() === '' || element.closest('.katex') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    pieces.push({ element, range, column: element.closest(`${BLOCKS}, pre`) ?? area })
  }
  return pieces
}
