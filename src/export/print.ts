import type { LentPage } from '../browser/lent-page.ts'
import type { Html } from '../model/html.ts'
import { compact } from './compact.ts'
import { unvarying } from './unvarying.ts'

/** What else is done around a print. */
export interface Around {
  /** What is to be done in the page before it. */
  readonly prepare?: ((page: LentPage) => Promise<void>) | undefined
  /** Called when the browser prints, which takes a while. */
  readonly printing?: (() => void) | undefined
}

/**
 * Prints the document: tagged, with an outline, its title and language those of the page, its fonts subset.
 * The same document gives the same bytes in the same browser: the PDF bears no dates.
 */
export async function print(page: LentPage, html: Html | string, around: Around = {}): Promise<Uint8Array> {
  await page.show(html)
  await around.prepare?.(page)
  return compact(unvarying(await page.pdf(around.printing)))
}
