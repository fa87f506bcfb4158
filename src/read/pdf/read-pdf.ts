// Reads PDFs.

import type { Root } from 'hast'
import { VFile } from 'vfile'
import type { RuleId } from '../../model/message-rules/message-rules.ts'
import { formatSize } from '../../util/format-size.ts'
import { withBoldHeadings } from '../bold-headings.ts'
import type { Document } from '../document.ts'
import { correctElements } from '../html/correct-elements.ts'
import { discardPositions } from '../html/discard-positions.ts'
import { htmlToPieces } from '../html/html-to-pieces.ts'
import { parsePage } from '../html/parse-page.ts'
import { findElement } from '../html/tree.ts'
import { identifyHead } from '../identify-head.ts'
import { withTimeLimit } from '../time-limit.ts'
import { unreadableError } from '../unreadable-error.ts'
import { PDF_LIMITS, type PdfText } from './pdf-text.ts'
import { type PdfFailure, readTextInThread } from './read-in-thread.ts'
import { toHtml } from './to-html.ts'

/**
 * Reads the text of a PDF. Its structure is inferred from its layout, and a message says so.
 * @throws {UnreadableError} for an encrypted, scanned, damaged or oversized file, and if reading it takes too long
 * @throws the signal's reason if the signal aborts
 */
export async function readPdfFile(bytes: Uint8Array, file: VFile, signal?: AbortSignal): Promise<Document> {
  if (bytes.length > PDF_LIMITS.bytes) throw unreadableError(file, 'too-long', REASONS['too large'])
  const text = await readTextInThread(bytes, signal)
  if (typeof text === 'string') throw unreadableError(file, RULES[text] ?? 'format', REASONS[text])
  refuseIfNoText(text, file)
  reportLosses(text, file)
  const html = await withTimeLimit(file, 'Reading', () => toHtml(text))
  const { root, source } = discardPositions(parsePage(html, new VFile()))
  const body = findElement(root, ({ tagName }) => tagName === 'body')
  const content: Root = { type: 'root', children: body?.children ?? [] }
  return { pieces: identifyHead(withBoldHeadings(htmlToPieces(correctElements(content), source)), {}) }
}

const RULES: Readonly<Partial<Record<PdfFailure, RuleId>>> = { 'too slow': 'too-slow', 'too large': 'too-long' }

const REASONS: Readonly<Record<PdfFailure, string>> = {
  encrypted: 'This PDF is protected with a password. Open it, save it without a password and use that file.',
  damaged: 'This PDF is damaged. Open it in a browser, print it to a new PDF and use that file.',
  'too slow': `Lectern stopped reading this PDF after ${PDF_LIMITS.time / 1000} seconds. Split it.`,
  'too large': `This PDF is larger than ${formatSize(PDF_LIMITS.bytes)}, or takes more than ${PDF_LIMITS.memory} MB of memory to read. Split it.`,
}

/** The minimum number of letters and digits in a PDF that does not count as scanned. */
const MIN_LETTERS = 20

function refuseIfNoText({ pages }: PdfText, file: VFile): void {
  const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  const letterCount = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const unidentifiedCount = text.match(/[\uE000-\uF8FF\uFFFD\0-\x08]/g)?.length ?? 0
  if (letterCount < MIN_LETTERS && unidentifiedCount === 0) throw unreadableError(file, 'empty', SCANNED)
  if (unidentifiedCount > letterCount * MAX_UNIDENTIFIED) throw unreadableError(file, 'format', UNIDENTIFIED)
}

const SCANNED =
  'This PDF has no text; it may be scanned. Run OCR on it, for example with "ocrmypdf scan.pdf text.pdf", and use the result.'

/** The maximum ratio of unidentified characters to letters and digits. */
const MAX_UNIDENTIFIED = 0.3

const UNIDENTIFIED =
  'The characters of this PDF cannot be identified, so its text cannot be read. Use the file that it was made from.'

function reportLosses({ pages, pageCount }: PdfText, file: VFile): void {
  const place = { line: 1, column: 1 }
  const addMessage = (reason: string, ruleId: RuleId) => void file.message(reason, { place, source: 'lectern', ruleId })
  addMessage(
    'The structure of this PDF was inferred from its layout: headings, paragraphs, tables and their order may be wrong. Pictures are left out, and formulas are read as text. Check the deck, or use the file that the PDF was made from.',
    'pdf',
  )
  if (pageCount > pages.length)
    addMessage(`The PDF has ${pageCount} pages, and only the first ${pages.length} are read. Split it.`, 'too-long')
  const pagesWithoutText = pages.flatMap(({ runs }, index) =>
    runs.some((run) => /\p{L}/u.test(run.text)) ? [] : [index + 1],
  )
  if (pagesWithoutText.length > 0) {
    const which =
      pagesWithoutText.length === 1
        ? `Page ${pagesWithoutText[0]} has`
        : `${pagesWithoutText.length} pages, the first of them page ${pagesWithoutText[0]}, have`
    addMessage(`${which} no text. Run OCR on scanned pages first, for example with ocrmypdf.`, 'pdf-page-without-text')
  }
}
