/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { LentPage } from '../browser/page.ts'

/** How far a slide's content stands over the room that it has, in CSS px; 0 where it fits. */
export interface Spill {
  readonly id: string
  readonly below: number
  readonly beside: number
  /** The height that the slide has for its body. */
  readonly room: number
}

/** Content over the edge by no more than this is a rounding of the browser's, in CSS px. */
export const TOLERANCE = 0.5

/** Every slide of the shown print page, in order, with what spills from it: text by its own rectangles, boxes by theirs. */
export function measure(page: LentPage): Promise<readonly Spill[]> {
  return page.evaluate(spills)
}

/** Runs in the page and closes over nothing. */
function spills(): Spill[] {
  const rectanglesIn = (area: Element): DOMRect[] => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
    const found: DOMRect[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      found.push(...range.getClientRects())
    }
    for (const box of area.querySelectorAll('img, svg, table, pre')) found.push(box.getBoundingClientRect())
    return found
  }
  return [...document.querySelectorAll('section.page')].map((section) => {
    const slide = section.querySelector('.slide')
    const frame = (slide ?? section).getBoundingClientRect()
    const foot = section.querySelector('.slide-foot')?.getBoundingClientRect()
    const footTop =
      foot !== undefined && foot.height > 0 && foot.top > frame.top + frame.height / 2 ? foot.top : frame.bottom
    const rectangles = [...section.querySelectorAll('.slide-head, .slide-body')].flatMap(rectanglesIn)
    const body = section.querySelector('.slide-body')?.getBoundingClientRect()
    const most = (values: number[]) => Math.max(0, ...values)
    return {
      id: section.id,
      below: most([
        ...rectangles.map((each) => each.bottom - footTop),
        ...rectangles.map((each) => frame.top - each.top),
      ]),
      beside: most([
        ...rectangles.map((each) => each.right - frame.right),
        ...rectangles.map((each) => frame.left - each.left),
      ]),
      room: Math.max(1, footTop - (body?.top ?? frame.top)),
    }
  })
}
