// Reads an article from a file in any format.

import type { PluggableList } from 'unified'
import type { VFile } from 'vfile'
import type { Article, FrontMatter, PassageKind } from '../model/article.ts'
import { formatLongDate } from '../model/long-date.ts'
import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import type { Document } from './document.ts'
import { formatOf, isMarkdown, isPdf, isWebPage, isWordFile } from './format.ts'
import { openFrontMatter } from './front-matter.ts'
import { headOf, languageIn } from './front-matter-head.ts'
import { isEditLink } from './heading-words.ts'
import { completeImageAddresses } from './image-addresses.ts'
import { directionOf, languageOf, tagOf } from './language.ts'
import { withEmoji } from './markdown/emoji.ts'
import { readMarkdown } from './markdown/markdown.ts'
import type { KnownSections } from './markdown/sections.ts'
import { pandocFormatOf } from './pandoc/formats.ts'
import { withParagraphs } from './paragraphs/divide.ts'
import type { Piece } from './piece.ts'
import { readPlain } from './plain/plain.ts'
import { refuseForeignFile, refuseForeignText } from './refuse-formats.ts'
import { withTimeLimit } from './time-limit.ts'
import { unreadable } from './unreadable.ts'
import { withinLimits } from './within-limits.ts'

/**
 * Reads an article from the bytes of its file, in the format that its bytes and its extension indicate. Markdown
 * sections that are `known` are not parsed again.
 * @throws {Unreadable} if there is no text to read or the file is refused; the reason is also a fatal message of the
 * file. It rejects with the reason of the signal if that aborts.
 */
export async function read(bytes: Uint8Array, file: VFile, options: ReadOptions = {}): Promise<Article> {
  const { pieces: all, language: told, direction, frontMatter, source } = await open(bytes, file, options)
  const own = all.filter(isOfArticle)
  const language = told ?? languageOf(proseOf(own))
  const isDated = Object.keys(frontMatter?.values ?? {}).some((key) => key.toLowerCase() === 'date')
  const dated = isDated ? own.map((piece) => withLongDate(piece, language)) : own
  const laidOut = await withTimeLimit(file, READING, () =>
    assemble(withinLimits(withParagraphs(dated, language), file)),
  )
  if (laidOut.text.trim() === '')
    throw unreadable(file, 'empty', 'There is no text in this file; write the article into it first.')
  if (file.data.base !== undefined) completeImageAddresses(laidOut.root, file.data.base)
  return {
    type: 'article',
    path: file.path,
    ...laidOut,
    language,
    direction: direction ?? directionOf(language),
    frontMatter,
    ...(source && { source }),
  }
}

/**
 * Writes out the date of an article with a date in its front matter, where authors write `2024-05-03`.
 */
function withLongDate(piece: Piece, language: string): Piece {
  if (piece.type !== 'date') return piece
  return { ...piece, words: { ...piece.words, text: formatLongDate(piece.words.text, language) } }
}

const READING = 'Reading'

/** Options for reading an article. */
export interface ReadOptions {
  /** Markdown sections parsed before; new ones are added. */
  readonly known?: KnownSections | undefined
  /** Synchronous remark plugins, run over the tree of a Markdown article. */
  readonly remarkPlugins?: PluggableList | undefined
  /** Stops Pandoc, or the thread that reads a PDF. */
  readonly signal?: AbortSignal | undefined
}

/** Whether a piece belongs to the article, unlike a stand-alone "edit" link. */
function isOfArticle(piece: Piece): boolean {
  return piece.type !== 'block' || piece.words.length !== 1 || !isEditLink(piece.words[0]?.text ?? '')
}

interface OpenedDocument extends Document {
  readonly frontMatter?: FrontMatter | undefined
}

async function open(
  bytes: Uint8Array,
  file: VFile,
  { known, remarkPlugins, signal }: ReadOptions,
): Promise<OpenedDocument> {
  if (isPdf(bytes)) {
    const { readPdfFile } = await import('./pdf/read-pdf.ts')
    return readPdfFile(bytes, file, signal)
  }
  const format = isWebPage(bytes, file) ? undefined : pandocFormatOf(bytes, file)
  if (format !== undefined) {
    const { readByPandoc } = await import('./pandoc/read-by-pandoc.ts')
    return readByPandoc(bytes, { format, file, signal })
  }
  // A web page may have the extension .xml or .php, so it is not refused by its extension.
  if (!isWebPage(bytes, file)) refuseForeignFile(file)
  // The modules for Word files and pages are large, so they are loaded only when needed.
  if (isWordFile(bytes, file)) {
    const { readWord } = await import('./docx/word.ts')
    return readWord(bytes, file)
  }
  if (isWebPage(bytes, file)) {
    const { readPage } = await import('./html/page.ts')
    return readPage(bytes, file)
  }
  const source = decode(bytes, file)
  if (!isMarkdown(file)) refuseForeignText(source.text, file)
  const opening = openFrontMatter(source, file)
  const rest = opening?.rest ?? source
  const head = opening ? headOf(opening.frontMatter, source) : {}
  const isMarked = formatOf(rest.text, file) === 'markdown'
  const text = isMarked ? await withEmoji(rest) : rest
  const pieces = await withTimeLimit(file, READING, () =>
    isMarked ? readMarkdown(text, { head, file, known, remarkPlugins }) : readPlain(text, head, file),
  )
  return {
    pieces,
    language: opening && tagOf(languageIn(opening.frontMatter) ?? ''),
    frontMatter: opening?.frontMatter,
  }
}

/** Returns the text from which the language is detected: without code, formulas, tables and captions. */
function proseOf(pieces: readonly Piece[]): string {
  const words = pieces.flatMap((piece) =>
    piece.type === 'block' ? piece.words.filter(({ kind }) => PROSE_KINDS.has(kind)) : [piece.words],
  )
  return words.map(({ text }) => text).join('\n')
}

const PROSE_KINDS: ReadonlySet<PassageKind> = new Set<PassageKind>(['prose', 'item', 'quotation', 'footnote'])
