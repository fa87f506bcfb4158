import type { LentPage } from '../browser/lent-page.ts'
import { tightenSheets } from '../client/measure/tighten-sheets.ts'
import type { Paper } from '../model/settings.ts'
import { MILLIMETRE, roomOn } from '../render/handout-forms.ts'

/**
 * Reduces the space between the rows of each sheet of the shown handout by what a row is higher than planned: a row that does not
 * fit would leave an empty page.
 */
export function makeRoom(page: LentPage, paper: Paper): Promise<void> {
  const { width, height } = roomOn(paper)
  return page.evaluate(tightenSheets, width * MILLIMETRE, height * MILLIMETRE)
}
