/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { LentPage } from '../browser/lent-page.ts'
import type { Paper } from '../model/settings.ts'
import { MILLIMETRE, roomOn } from '../render/handout-forms.ts'

/**
 * Takes of the air between the rows of each sheet of a shown handout what one of them is higher than was foreseen: columns end
 * where their lines end, and a row that did not fit would leave a page with nothing on it.
 */
export function makeRoom(page: LentPage, paper: Paper): Promise<void> {
  const { width, height } = roomOn(paper)
  return page.evaluate(tighten, width * MILLIMETRE, height * MILLIMETRE)
}

/** Runs in the page, in CSS px. */
function tighten(width: number, height: number): void {
  const handout = document.querySelector<HTMLElement>('.handout')
  if (handout === null) return
  handout.style.width = `${width}px`
  for (const sheet of handout.querySelectorAll('.sheet')) {
    for (const row of Array.from(sheet.querySelectorAll<HTMLElement>('.row')).reverse()) {
      const over = sheet.getBoundingClientRect().height - height
      if (over <= 0) break
      const planned = row.getBoundingClientRect().height
      row.style.minHeight = '0'
      const spare = planned - row.getBoundingClientRect().height
      row.style.minHeight = `${planned - Math.min(spare, over)}px`
    }
  }
  handout.style.width = ''
}
