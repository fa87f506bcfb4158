import type { LentPage } from '../browser/page.ts'
import type { Settings } from '../model/settings.ts'
import { renderHandout } from '../render/handout.ts'
import type { Printable } from './printed.ts'
import type { OnPaper } from './slides-pdf.ts'

export async function handoutToPrint(
  { deck, theme, layouts }: OnPaper,
  { paper }: Settings,
  _page: LentPage,
): Promise<Printable> {
  return { html: renderHandout(deck, layouts, theme, paper), promised: { pages: null, passages: [], budget: 1e9 } }
}
