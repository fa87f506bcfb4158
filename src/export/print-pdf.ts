import type { BrowserPage } from '../browser/browser-page.ts'
import type { Html } from '../model/html.ts'
import { compactPdf } from './compact-pdf.ts'
import { makePdfReproducible } from './make-pdf-reproducible.ts'

/** Functions to call before and during printing. */
export interface PrintHooks {
  /** Runs in the page before it is printed. */
  readonly prepare?: ((page: BrowserPage) => Promise<void>) | undefined
  /** Called when the browser starts printing, which takes a while. */
  readonly onPrint?: (() => void) | undefined
}

/**
 * Prints the document as a tagged PDF with an outline, the document's title and language, and subset fonts. The same
 * document gives the same bytes in the same browser, because dates and numbers that vary from run to run are removed.
 */
export async function print(page: BrowserPage, html: Html | string, hooks: PrintHooks = {}): Promise<Uint8Array> {
  await page.show(html)
  await hooks.prepare?.(page)
  return compactPdf(makePdfReproducible(await page.pdf(hooks.onPrint)))
}
