// Reads Word files by converting them to HTML.

import type { Element, ElementContent, Root } from 'hast'
import { VFile } from 'vfile'
import { withBoldHeadings } from '../bold-headings.ts'
import type { Document } from '../document.ts'
import { correctElements } from '../html/correct-elements.ts'
import { discardPositions } from '../html/discard-positions.ts'
import { wordsIn } from '../html/element-words.ts'
import { htmlToPieces } from '../html/html-to-pieces.ts'
import { parsePage } from '../html/parse-page.ts'
import { lineOf, textOf } from '../html/tree.ts'
import type { WebPage } from '../html/web-page.ts'
import { identifyHead } from '../identify-head.ts'
import type { HeadPart, Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { trustedLanguage } from '../trusted-language.ts'
import { convertToHtml } from './convert-to-html.ts'
import { embedPictures } from './embed-pictures.ts'
import { liftFloatingPictures } from './floating-pictures.ts'
import { formulasToElements } from './formulas.ts'
import { restoreListNumbers } from './list-numbers.ts'
import { propertiesOf } from './properties.ts'
import { openPackage } from './word-package.ts'

/**
 * Reads a Word file, with its headings, lists, tables, notes and pictures.
 * @throws {UnreadableError} if the file is not a Word file, or is empty, damaged, encrypted, too large or hostile
 */
export async function readWord(bytes: Uint8Array, file: VFile): Promise<Document> {
  const wordPackage = openPackage(bytes, file)
  const { title, language } = propertiesOf(wordPackage.parts)
  const { root, source } = parse(await convertToHtml(wordPackage, file), file)
  const content = correctElements(liftFloatingPictures(formulasToElements(restoreListNumbers(root))))
  const pieces = piecesOf(embedPictures(content, wordPackage, file), source)
  return { pieces: withTitle(withBoldHeadings(pieces), title), language: trustedLanguage(language, textOf(root)) }
}

/**
 * Parses the HTML of a converted Word file, without positions, because a Word file has no lines. If not all of the HTML
 * is read, a message says so.
 */
function parse(html: string, file: VFile): WebPage {
  const scratchFile = new VFile()
  const page = discardPositions(parsePage(html, scratchFile))
  if (scratchFile.messages.some(({ ruleId }) => ruleId === 'too-long' || ruleId === 'too-deep')) {
    const reason = 'The Word file is so long, or nested so deeply, that not all of it is read. Split it.'
    file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'too-long' })
  }
  return page
}

/**
 * Splits the content into pieces. The first title, subtitle, byline and date become parts of the head, but stay where
 * they are.
 */
function piecesOf({ children }: Root, source: Source): readonly Piece[] {
  const found = new Set<HeadPart>()
  return runsOf(children).flatMap((run): readonly Piece[] => {
    const [first] = run
    const part = first?.type === 'element' ? headPartOf(first) : undefined
    if (!part || found.has(part) || first?.type !== 'element')
      return htmlToPieces({ type: 'root', children: run }, source)
    found.add(part)
    return [{ type: part, words: wordsIn(first, source) }]
  })
}

/** Splits the content into runs: the parts of the head, each by itself, and the content between them. */
function runsOf(children: Root['children']): readonly ElementContent[][] {
  const runs: ElementContent[][] = [[]]
  for (const child of children) {
    if (child.type !== 'element' && child.type !== 'text') continue
    if (child.type === 'element' && headPartOf(child)) runs.push([child], [])
    else runs.at(-1)?.push(child)
  }
  return runs
}

function headPartOf(element: Element): HeadPart | undefined {
  const { className } = element.properties
  const [name] = Array.isArray(className) ? className : []
  return lineOf(element) === '' ? undefined : HEAD_PARTS[String(name)]
}

const HEAD_PARTS: Readonly<Record<string, HeadPart | undefined>> = {
  title: 'title',
  subtitle: 'subtitle',
  byline: 'byline',
  date: 'date',
}

/**
 * Finds a title for an article without one: its only heading of level 1, if the article opens with it, or else the
 * title in the file's properties. Also finds the author and the date under the title.
 */
function withTitle(pieces: readonly Piece[], title: string | undefined): readonly Piece[] {
  if (pieces.some(({ type }) => type === 'title')) return identifyHead(pieces, {})
  const topHeadings = pieces.filter((piece) => piece.type === 'heading' && piece.level === 1)
  const opensWithTitle = topHeadings.length === 1 && topHeadings[0] === pieces[0]
  return identifyHead(pieces, title && !opensWithTitle ? { title: { text: title, anchors: [] } } : {})
}
