import type { BrowserPage } from '../browser/browser-page.ts'
import type { Html } from '../model/html.ts'
import { compactPdf } from './compact-pdf.ts'
import { makeReproducible } from './make-reproducible.ts'

/** What to do before and during printing. */
export interface PrintHooks {
  /** Run in the page before printing. */
  readonly prepare?: ((page: BrowserPage) => Promise<void>) | undefined
  /** Called when the browser starts printing, which takes a while. */
  readonly printing?: (() => void) | undefined
}

/**
 * Prints the document as a tagged PDF with an outline, the page's title and language, and subset fonts. The same document gives
 * the same bytes in the same browser, because the PDF has no dates.
 */
export async function print(page: BrowserPage, html: Html | string, around: PrintHooks = {}): Promise<Uint8Array> {
  await page.show(html)
  await around.prepare?.(page)
  return compactPdf(makeReproducible(await page.pdf(around.printing)))
}
