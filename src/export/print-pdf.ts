// Prints a document as a PDF that is the same in every run.

import type { Browser } from '../browser/browser.ts'
import type { BrowserPage } from '../browser/browser-page.ts'
import type { Html } from '../model/html.ts'
import { splitPrintPages } from '../render/split-print-pages.ts'
import { compactPdf } from './compact-pdf.ts'
import { joinPdfs } from './join-pdfs.ts'
import { makePdfReproducible } from './make-pdf-reproducible.ts'

/** Functions to call before and during printing, and the author to name in the PDF. */
export interface PrintHooks {
  readonly author?: string | null
  /** Runs in the page before it is printed. */
  readonly prepare?: ((page: BrowserPage) => Promise<void>) | undefined
  /** Called once the browser is printing the whole document, which takes a while. */
  readonly onPrint?: (() => void) | undefined
  /** Opens a second page, in which half of the slides are printed if there are many. */
  readonly withSecondPage?: Browser['withSecondPage'] | undefined
}

/**
 * Prints the document as a tagged PDF with an outline, the document's title and language, and subset fonts. The same
 * document gives the same bytes in the same browser, because dates are removed, and numbers that vary from run to run
 * are replaced.
 */
export async function print(page: BrowserPage, html: Html | string, hooks: PrintHooks = {}): Promise<Uint8Array> {
  const pdf = (await printHalves(page, html, hooks)) ?? (await printWhole(page, html, hooks))
  return compactPdf(makePdfReproducible(pdf), hooks.author ?? null)
}

async function printWhole(page: BrowserPage, html: Html | string, { prepare, onPrint }: PrintHooks) {
  await page.show(html)
  await prepare?.(page)
  return page.pdf(onPrint)
}

/** Prints a long document as two halves in parallel, and joins them. Returns null if that is impossible or slower. */
async function printHalves(
  page: BrowserPage,
  html: Html | string,
  { prepare, onPrint, withSecondPage }: PrintHooks,
): Promise<Uint8Array | null> {
  if (withSecondPage === undefined || prepare !== undefined || typeof html === 'string') return null
  const halves = splitPrintPages(html, MANY_PAGES)
  if (halves === null) return null
  // `onPrint` may take a long time, and would delay the second half if it were called while only the first is being
  // printed.
  const onBothPrinting = onSecondCall(onPrint)
  const [first, second] = await Promise.all([
    printWhole(page, halves[0], { onPrint: onBothPrinting }),
    withSecondPage((secondPage) => printWhole(secondPage, halves[1], { onPrint: onBothPrinting })),
  ])
  return joinPdfs(first, second)
}

/** Returns a function that calls `callback` only on its second call. */
function onSecondCall(callback: (() => void) | undefined): () => void {
  const calls = { count: 0 }
  return () => {
    calls.count++
    if (calls.count === 2) callback?.()
  }
}

/** With at least this many pages, printing two halves and joining them is faster. The file grows by a few fonts. */
const MANY_PAGES = 150
