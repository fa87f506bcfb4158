// Reads an article from a file in any supported format.

import type { PluggableList } from 'unified'
import type { VFile } from 'vfile'
import type { Article, PassageKind } from '../model/article.ts'
import { formatLongDate } from '../util/long-date.ts'
import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import type { Document } from './document.ts'
import { formatOf, hasMarkdownExtension, isPdf, isWebPage, mayBeWordFile } from './format.ts'
import { hasDate, headOf, languageIn, reportAuthorIds } from './front-matter/front-matter-head.ts'
import { splitFrontMatter, splitKeyLines } from './front-matter/split-front-matter.ts'
import { directionOf, languageOf, tagOf } from './language.ts'
import { withEmoji } from './markdown/emoji.ts'
import type { ParsedSections } from './markdown/parse-sections.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { splitTitleBlock } from './markdown/title-block.ts'
import { withoutNotesLabel } from './notes-label.ts'
import { pandocFormatOf } from './pandoc/formats.ts'
import { divideParagraphs } from './paragraphs/divide-paragraphs.ts'
import type { Piece } from './piece.ts'
import { readPlain } from './plain/read-plain.ts'
import { refuseUnsupportedFile, refuseUnsupportedText } from './refuse-formats.ts'
import { resolveImageAddresses } from './resolve-image-addresses.ts'
import { withTimeLimit } from './time-limit.ts'
import { withoutTimes } from './timed-text.ts'
import { isEditLink } from './trim-headings.ts'
import { truncatePieces } from './truncate-pieces.ts'
import { unreadableError } from './unreadable-error.ts'

/**
 * Reads an article from a file, in the format that the file's bytes and extension indicate.
 * @throws {UnreadableError} if there is no text to read or the file is refused; the reason is also a fatal message on
 * the file
 * @throws the signal's reason if the signal aborts
 */
export async function read(bytes: Uint8Array, file: VFile, options: ReadOptions = {}): Promise<Article> {
  const {
    pieces: allPieces,
    language: statedLanguage,
    direction,
    frontMatter,
    isDateMetadata,
    source,
  } = await readDocument(bytes, file, options)
  if (frontMatter) reportAuthorIds(frontMatter, file)
  const pieces = withoutNotesLabel(allPieces.filter(belongsToArticle))
  const language = statedLanguage ?? languageOf(proseOf(pieces))
  const datedPieces = isDateMetadata ? pieces.map((piece) => withLongDate(piece, language)) : pieces
  const content = await withTimeLimit(file, READING, () =>
    assemble(truncatePieces(divideParagraphs(datedPieces, language), file)),
  )
  if (content.text.trim() === '')
    throw unreadableError(file, 'empty', 'There is no text in this file. Write the article into it.')
  if (file.data.base !== undefined) resolveImageAddresses(content.root, file.data.base)
  return {
    type: 'article',
    path: file.path,
    ...content,
    language,
    direction: direction ?? directionOf(language),
    frontMatter,
    ...(source && { source }),
  }
}

/** Writes out the month of a date from metadata, such as `2024-05-03`. */
function withLongDate(piece: Piece, language: string): Piece {
  if (piece.type !== 'date') return piece
  return { ...piece, words: { ...piece.words, text: formatLongDate(piece.words.text, language) } }
}

const READING = 'Reading'

export interface ReadOptions {
  /**
   * Sections of Markdown that have been parsed before and need not be parsed again. Newly parsed sections are added.
   */
  readonly parsedSections?: ParsedSections | undefined
  /** Synchronous remark plugins, run over the tree of a Markdown article. */
  readonly remarkPlugins?: PluggableList | undefined
  /** Stops Pandoc, or the thread that reads a PDF. */
  readonly signal?: AbortSignal | undefined
}

/** Whether a piece belongs to the article. A stand-alone "[edit]" link, for example, does not. */
function belongsToArticle(piece: Piece): boolean {
  return piece.type !== 'block' || piece.words.length !== 1 || !isEditLink(piece.words[0]?.text ?? '')
}

async function readDocument(
  bytes: Uint8Array,
  file: VFile,
  { parsedSections, remarkPlugins, signal }: ReadOptions,
): Promise<Document> {
  if (isPdf(bytes)) {
    const { readPdfFile } = await import('./pdf/read-pdf.ts')
    return readPdfFile(bytes, file, signal)
  }
  const format = pandocFormatOf(bytes, file)
  if (format !== undefined) {
    const { readWithPandoc } = await import('./pandoc/read-with-pandoc.ts')
    return readWithPandoc(bytes, { format, file, signal })
  }
  // A web page may have the extension .xml or .php, so its extension is no reason to refuse it.
  if (!isWebPage(bytes, file)) refuseUnsupportedFile(file)
  // The modules for Word files and web pages are large, so they are loaded only when needed.
  if (mayBeWordFile(bytes, file)) {
    const { readWord } = await import('./docx/read-word.ts')
    return readWord(bytes, file)
  }
  if (isWebPage(bytes, file)) {
    const { readPage } = await import('./html/read-page.ts')
    return readPage(bytes, file)
  }
  const source = decode(bytes, file)
  if (!hasMarkdownExtension(file)) refuseUnsupportedText(source.text, file)
  const split = splitFrontMatter(source, file)
  const isMarkdown = formatOf((split?.rest ?? source).text, file) === 'markdown'
  const { frontMatter, rest } = split ?? (isMarkdown ? splitKeyLines(source, file) : undefined) ?? { rest: source }
  const titleBlock = isMarkdown && !frontMatter ? splitTitleBlock(rest) : null
  const head = frontMatter ? headOf(frontMatter, source) : (titleBlock?.head ?? {})
  const body = isMarkdown ? await withEmoji(titleBlock?.rest ?? rest) : withoutTimes(rest)
  const pieces = await withTimeLimit(file, READING, () =>
    isMarkdown ? readMarkdown(body, { head, file, parsedSections, remarkPlugins }) : readPlain(body, head, file),
  )
  return {
    pieces,
    language: frontMatter && tagOf(languageIn(frontMatter) ?? ''),
    frontMatter,
    isDateMetadata: frontMatter !== undefined && hasDate(frontMatter),
  }
}

/** Returns the text from which the language is detected: everything but code, formulas, tables and captions. */
function proseOf(pieces: readonly Piece[]): string {
  const words = pieces.flatMap((piece) =>
    piece.type === 'block' ? piece.words.filter(({ kind }) => PROSE_KINDS.has(kind)) : [piece.words],
  )
  return words.map(({ text }) => text).join('\n')
}

const PROSE_KINDS: ReadonlySet<PassageKind> = new Set<PassageKind>(['prose', 'item', 'quotation', 'footnote'])
