import type { LentPage } from '../browser/page.ts'
import type { Html } from '../model/html.ts'
import { compact } from './compact.ts'
import { unvarying } from './unvarying.ts'

/**
 * Prints the document: tagged, with an outline, its title and language those of the page, its fonts subset.
 * The same document gives the same bytes in the same browser: the PDF bears no dates.
 */
export async function print(
  page: LentPage,
  html: Html | string,
  prepare?: (page: LentPage) => Promise<void>,
): Promise<Uint8Array> {
  await page.show(html)
  await prepare?.(page)
  return compact(unvarying(await page.pdf()))
}
