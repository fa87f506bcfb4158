import type { LentPage } from '../browser/page.ts'

/**
 * Prints the document: tagged, with an outline, its title and language those of the page, its fonts subset.
 * The same document gives the same bytes in the same browser: the PDF bears no dates.
 */
export async function print(page: LentPage, html: string): Promise<Uint8Array> {
  await page.show(html)
  const pdf = await page.pdf()
  return withoutDates(pdf)
}

/** The same PDF with blanks for its dates, which it need not have. Nothing moves: its table of offsets stays right. */
function withoutDates(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const information = informationOf(bytes)
  for (const key of DATES) {
    const start = information.indexOf(key)
    if (start !== -1) information.fill(' ', start, information.indexOf(')', start) + 1)
  }
  return bytes
}

/** In strings of the document the parenthesis would be escaped. */
const DATES = ['/CreationDate (D:', '/ModDate (D:'] as const

/** The bytes of the Info dictionary themselves, found by way of the trailer; none where the file is built in another way. */
function informationOf(bytes: Buffer): Buffer {
  const trailer = bytes.subarray(bytes.lastIndexOf('trailer')).toString('latin1')
  const number = /\/Info (\d+) 0 R/.exec(trailer)?.[1]
  const start = number === undefined ? -1 : bytes.indexOf(`\n${number} 0 obj`)
  return start === -1 ? bytes.subarray(0, 0) : bytes.subarray(start, bytes.indexOf('endobj', start))
}
