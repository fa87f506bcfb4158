// Reads the words of a PDF with pdf.js.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { packageFile } from '../../util/package-file.ts'
import type { PdfReader } from '../../util/pdf-reader.ts'

/** The limits for reading a PDF. */
export const PDF_LIMITS = {
  /** The maximum size of the file, in bytes. */
  bytes: 64 * 1024 * 1024,
  pages: 500,
  /** The maximum number of characters on all pages together: about four long books. */
  characters: 2_000_000,
  /** In milliseconds. */
  time: 60_000,
  /** In megabytes. */
  memory: 1024,
} as const

/**
 * Words drawn in one operation. Lengths are in points, and positions are measured from the top left corner of the page
 * as displayed.
 */
export interface PdfRun {
  readonly text: string
  readonly x: number
  /** The y-coordinate of the baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
  /** The font, as the file names it. */
  readonly font: string
  readonly isMono: boolean
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** The runs of horizontal text, in drawing order. */
  readonly runs: readonly PdfRun[]
}

/** The text and metadata of a PDF. */
export interface PdfText {
  readonly pages: readonly PdfPage[]
  /** The number of pages in the file, including those that were not read. */
  readonly pageCount: number
  readonly title: string | null
  /** The entries of the file's outline with their depths, from 1. */
  readonly outline: readonly { readonly title: string; readonly depth: number }[]
}

/**
 * Reads the text of a PDF, up to the limits on pages and characters. Nothing is drawn, and nothing in the file runs.
 * @throws {Error} from pdf.js, identified by its name: PasswordException, InvalidPDFException
 */
export async function readPdfText({ getDocument, Util }: PdfReader, bytes: Uint8Array): Promise<PdfText> {
  const loadingTask = getDocument({
    // pdf.js takes over the buffer that it is given, so it gets a copy.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${packageFile('pdfjs-dist/cmaps')}/`,
    cMapPacked: true,
  })
  try {
    const pdf = await loadingTask.promise
    const pages: PdfPage[] = []
    let charactersLeft: number = PDF_LIMITS.characters
    for (
      let pageNumber = 1;
      pageNumber <= Math.min(pdf.numPages, PDF_LIMITS.pages) && charactersLeft > 0;
      pageNumber++
    ) {
      const page = await pageOf(await pdf.getPage(pageNumber), Util.transform)
      for (const { text } of page.runs) charactersLeft -= text.length
      pages.push(page)
    }
    return { pages, pageCount: pdf.numPages, title: await titleOf(pdf), outline: await outlineOf(pdf) }
  } finally {
    await loadingTask.destroy()
  }
}

async function pageOf(page: PDFPageProxy, transform: PdfReader['Util']['transform']): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  const runs = items.flatMap((item): readonly PdfRun[] => {
    if (!('str' in item) || item.str === '') return []
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform(view.transform, item.transform) as number[]
    // Rotated text is a stamp in the margin or the label of an axis, so it is left out.
    if (Math.abs(b) > Math.abs(a) || Math.abs(c) > Math.abs(d)) return []
    const isMono = /mono|courier/i.test(styles[item.fontName]?.fontFamily ?? '')
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), font: item.fontName, isMono }]
  })
  page.cleanup()
  return { width: view.width, height: view.height, runs }
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
  return title === '' ? null : title
}

interface BookmarkEntry {
  readonly title: string
  readonly items: readonly BookmarkEntry[]
}

async function outlineOf(pdf: PDFDocumentProxy): Promise<PdfText['outline']> {
  const entries = ((await pdf.getOutline().catch(() => null)) ?? []) as readonly BookmarkEntry[]
  const flatten = (list: readonly BookmarkEntry[], depth: number): PdfText['outline'] =>
    depth > DEEPEST_ENTRY ? [] : list.flatMap(({ title, items }) => [{ title, depth }, ...flatten(items, depth + 1)])
  return flatten(entries, 1).slice(0, MAX_ENTRIES)
}

const DEEPEST_ENTRY = 6
const MAX_ENTRIES = 5_000
