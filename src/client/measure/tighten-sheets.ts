/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Tightens the spacing of a cover that is taller than its page. Takes spare height from the rows of each handout sheet,
 * the last row first, until the sheet is at most `height` tall. `width` and `height` are the size of a page within
 * its margins, in CSS px. Runs in the page and closes over nothing.
 */
export function tightenSheets(width: number, height: number): void {
  const handout = document.querySelector<HTMLElement>('.handout')
  if (handout === null) return
  handout.style.width = `${width}px`
  const cover = handout.querySelector<HTMLElement>('.cover')
  for (const fit of ['close', 'closest'])
    if (cover !== null && cover.scrollHeight > cover.clientHeight) cover.dataset.fit = fit
  for (const sheet of handout.querySelectorAll('.sheet')) {
    for (const row of Array.from(sheet.querySelectorAll<HTMLElement>('.row')).reverse()) {
      const excess = sheet.getBoundingClientRect().height - height
      if (excess <= 0) break
      const plannedHeight = row.getBoundingClientRect().height
      row.style.minHeight = '0'
      const spare = plannedHeight - row.getBoundingClientRect().height
      row.style.minHeight = `${plannedHeight - Math.min(spare, excess)}px`
    }
  }
  handout.style.width = ''
}
