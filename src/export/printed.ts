import type { LentPage } from '../browser/page.ts'
import type { Html } from '../model/html.ts'
import { loadReader } from './pdf-pages.ts'
import { print } from './print.ts'
import { type Fault, type Promised, prove } from './proof.ts'

/** A document to be printed, and what its PDF must then hold. */
export interface Printable {
  readonly html: Html
  readonly promised: Promised
  /** What is to be done in the page before it is printed. */
  readonly prepare?: (page: LentPage) => Promise<void>
}

/** A PDF, and what is wrong with it. */
export interface Printed {
  readonly pdf: Uint8Array
  readonly faults: readonly Fault[]
}

/** Prints the document and reads it back. The reader is loaded while the browser works. */
export async function printProved(
  page: LentPage,
  { html, promised, prepare }: Printable,
  printing: () => void,
): Promise<Printed> {
  const [pdf, reader] = await Promise.all([print(page, html, { prepare, printing }), loadReader()])
  return { pdf, faults: await prove(reader, pdf, promised) }
}
