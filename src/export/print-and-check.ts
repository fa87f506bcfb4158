// Prints a document as a PDF and checks the result.

import type { Browser } from '../browser/browser.ts'
import type { BrowserPage } from '../browser/browser-page.ts'
import type { Html } from '../model/html.ts'
import type { ExpectedPdf, PdfFault } from './check-pdf.ts'
import type { PdfChecker } from './pdf-checker.ts'
import { print } from './print-pdf.ts'

/** A document to print, and the expected contents of its PDF. */
export interface PrintJob {
  readonly html: Html
  readonly author: string | null
  readonly expected: ExpectedPdf
  /** Runs in the page before it is printed. */
  readonly prepare?: (page: BrowserPage) => Promise<void>
}

/** A PDF, and the faults found in it. */
export interface PrintedPdf {
  readonly pdf: Uint8Array
  readonly faults: Promise<readonly PdfFault[]>
}

/** Everything that printing needs, apart from the document. */
export interface PrintTools {
  /** Called when the browser starts printing, which takes a while. */
  readonly onPrint: () => void
  readonly withSecondPage: Browser['withSecondPage']
  readonly checker: PdfChecker
}

/** Prints the document, then reads the PDF back to check it. */
export async function printAndCheck(
  page: BrowserPage,
  { html, author, expected, prepare }: PrintJob,
  { onPrint, withSecondPage, checker }: PrintTools,
): Promise<PrintedPdf> {
  const pdf = await print(page, html, { author, prepare, onPrint, withSecondPage })
  return { pdf, faults: checker.check(pdf, expected) }
}
