// Reads documents in formats that Pandoc converts.

import type { Element, Root } from 'hast'
import { VFile } from 'vfile'
import { withBoldHeadings } from '../bold-headings.ts'
import { decode } from '../decode.ts'
import type { Document } from '../document.ts'
import { headOf } from '../front-matter/front-matter-head.ts'
import { splitFrontMatter, splitKeyLines } from '../front-matter/split-front-matter.ts'
import { correctElements } from '../html/correct-elements.ts'
import { discardPositions } from '../html/discard-positions.ts'
import { htmlToPieces } from '../html/html-to-pieces.ts'
import { parsePage } from '../html/parse-page.ts'
import { attributeOf, findElement, findElements, lineOf, namesOf, replaceElements } from '../html/tree.ts'
import { identifyHead } from '../identify-head.ts'
import type { ArticleHead, Piece, Words } from '../piece.ts'
import { unreadableError } from '../unreadable-error.ts'
import { embedPictures } from './embed-pictures.ts'
import type { PandocFormat } from './formats.ts'
import { withReferences } from './latex-references.ts'
import { withInlineFormulas } from './odt-formulas.ts'
import { reportLostText } from './odt-text.ts'
import { applyMarks } from './paragraph-marks.ts'
import { type PreparedDocument, prepareOpenDocument } from './prepare-odt.ts'
import { prepareRichText } from './prepare-rtf.ts'
import { refusal, tooLargeError } from './refusals.ts'
import { PANDOC_LIMITS, runPandoc } from './run-pandoc.ts'

export interface PandocConversion {
  readonly format: PandocFormat
  readonly file: VFile
  readonly signal: AbortSignal | undefined
}

/**
 * Reads a document with an installed Pandoc: headings, lists, tables, notes, formulas and pictures. Pandoc's output is
 * read like a saved page, but nothing in it has a position in the file.
 * @throws {UnreadableError} if Pandoc is missing or cannot read the document
 * @throws the signal's reason if the signal aborts
 */
export async function readWithPandoc(bytes: Uint8Array, { format, file, signal }: PandocConversion): Promise<Document> {
  if (bytes.length === 0) throw unreadableError(file, 'empty', 'The file is empty. Write the article into it.')
  if (bytes.length > PANDOC_LIMITS.bytes) throw tooLargeError(file)
  const prepared = prepare(bytes, format, file)
  if (prepared === null) throw unreadableError(file, 'format', NOT_OPEN_DOCUMENT)
  const run = await runPandoc(prepared.bytes, { from: format.name, signal })
  if (run.type !== 'done') throw refusal(run, format, file)
  const scratchFile = new VFile()
  const { root, source, elements } = discardPositions(parsePage(run.html, scratchFile))
  if (scratchFile.messages.some(({ ruleId }) => ruleId === 'too-long' || ruleId === 'too-deep')) {
    const reason = 'The file is so long, or nested so deeply, that not all of it is read. Split it.'
    file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'too-long' })
  }
  const body = findElement(root, ({ tagName }) => tagName === 'body')
  const marked = applyMarks(plainBody(body?.children ?? root.children, format))
  const content = embedPictures(correctElements(format.name === 'odt' ? withInlineFormulas(marked) : marked), {
    format: format.name,
    bytes,
    file,
  })
  const header = elements.find((element) => attributeOf(element, 'id') === HEADER)
  const pieces = withBoldHeadings(htmlToPieces(content, source))
  reportLostText(prepared.paragraphs, textOf(pieces), file)
  const convertedHead = header === undefined ? {} : headIn(header)
  const head = prepared.frontMatter ? { ...convertedHead, ...prepared.head } : { ...prepared.head, ...convertedHead }
  const newPieces = pieces.filter((piece) => !repeatsHead(piece, prepared.head))
  return {
    pieces: identifyHead([...demotedTitle(convertedHead, head), ...newPieces], head),
    frontMatter: prepared.frontMatter,
    isDateMetadata: head.date !== undefined,
  }
}

/** Returns what Pandoc takes for the title as a heading; an empty array unless the document has a different title. */
function demotedTitle({ title: heading }: ArticleHead, { title }: ArticleHead): readonly Piece[] {
  return heading === undefined || heading.text === title?.text ? [] : [{ type: 'heading', level: 1, words: heading }]
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap((piece): readonly Words[] => (piece.type === 'block' ? piece.words : [piece.words]))
    .map(({ text }) => text)
    .join('\n')
}

/** Prepares a document for Pandoc. Returns null if the document is not in that format. */
function prepare(bytes: Uint8Array, { name }: PandocFormat, file: VFile): PreparedDocument | null {
  if (name === 'odt') return prepareOpenDocument(bytes)
  if (name === 'rtf') return { bytes: prepareRichText(bytes), head: {}, paragraphs: [] }
  if (name === 'latex') {
    return { bytes: Buffer.from(withReferences(Buffer.from(bytes).toString('utf8'))), head: {}, paragraphs: [] }
  }
  return SITE_FORMATS.has(name) ? prepareMarkup(bytes, file) : { bytes, head: {}, paragraphs: [] }
}

/** The formats that site generators also read. */
const SITE_FORMATS: ReadonlySet<string> = new Set(['rst', 'org', 'textile'])

/** Splits off front matter meant for a site generator, which Pandoc would read as text. */
function prepareMarkup(bytes: Uint8Array, file: VFile): PreparedDocument {
  const source = decode(bytes, file)
  const split = splitFrontMatter(source, file) ?? splitKeyLines(source, file)
  if (split === undefined) return { bytes: Buffer.from(source.text), head: {}, paragraphs: [] }
  return {
    bytes: Buffer.from(split.rest.text),
    head: headOf(split.frontMatter, source),
    paragraphs: [],
    frontMatter: split.frontMatter,
  }
}

const NOT_OPEN_DOCUMENT =
  'This is not an OpenDocument text document, or it is encrypted, damaged or too large. Open it in LibreOffice, save it as .odt without a password and use that file.'

/** Whether a piece is a paragraph that repeats the title or the subtitle. */
function repeatsHead(piece: Piece, { title, subtitle }: ArticleHead): boolean {
  const [words, ...others] = piece.type === 'block' ? piece.words : []
  return others.length === 0 && words !== undefined && [title?.text, subtitle?.text].includes(words.text)
}

/** The id that Pandoc gives the head of a document. */
const HEADER = 'title-block-header'

/** Removes the head (except an abstract), the table of contents, empty citations and empty headings from the body. */
function plainBody(children: Root['children'], format: PandocFormat): Root {
  return replaceElements({ type: 'root', children }, (element) => {
    if (attributeOf(element, 'id') === HEADER) return element.children.filter(isAbstract)
    if (isTableOfContents(element, format) || isEmptyCitationOrHeading(element)) return []
    return [element]
  })
}

/** Whether an element is a table of contents, as an element or from a directive of reStructuredText. */
function isTableOfContents(element: Element, { name }: PandocFormat): boolean {
  return element.tagName === 'nav' || (name === 'rst' && /^(?:contents|toctree) /.test(namesOf(element)))
}

function isAbstract(node: Element['children'][number]): boolean {
  return node.type === 'element' && /(?:^| )abstract(?:$| )/.test(namesOf(node))
}

/** Whether an element is an empty citation, whose source is not in the file, or the empty heading of an abstract. */
function isEmptyCitationOrHeading(element: Element): boolean {
  return /(?:^| )(?:citation|abstract-title)(?:$| )/.test(namesOf(element)) && lineOf(element) === ''
}

function headIn(header: Element): ArticleHead {
  const wordsWithClass = (name: string): Words | undefined => {
    const elements = findElements(header, (element) => namesOf(element).split(' ').includes(name))
    const lines = elements.map(lineOf).filter((line) => line !== '')
    const text = lines.join(', ').replace(/^<?(\d{4}-\d{2}-\d{2})[T ].*$/, '$1')
    return text === '' ? undefined : { text, anchors: [] }
  }
  const [title, subtitle, byline, date] = ['title', 'subtitle', 'author', 'date'].map(wordsWithClass)
  return { ...(title && { title }), ...(subtitle && { subtitle }), ...(byline && { byline }), ...(date && { date }) }
}
