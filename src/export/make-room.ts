import type { LentPage } from '../browser/lent-page.ts'
import { tightenSheets } from '../client/measure/tighten-sheets.ts'
import type { Paper } from '../model/settings.ts'
import { MILLIMETRE, roomOn } from '../render/handout-forms.ts'

/**
 * Takes of the air between the rows of each sheet of a shown handout what one of them is higher than was foreseen: columns end
 * where their lines end, and a row that did not fit would leave a page with nothing on it.
 */
export function makeRoom(page: LentPage, paper: Paper): Promise<void> {
  const { width, height } = roomOn(paper)
  return page.evaluate(tightenSheets, width * MILLIMETRE, height * MILLIMETRE)
}
