// Refuses files that are not articles, or are in formats that Lectern does not read.

import type { VFile } from 'vfile'
import { quotePath } from '../util/quote-for-shell.ts'
import { isWebAddress } from '../util/web-address.ts'
import { extensionOf } from './format.ts'
import { isAsciiDoc } from './lightweight-markup.ts'
import { LATEX_START } from './pandoc/formats.ts'
import { unreadableError } from './unreadable-error.ts'

/** A kind of file that is refused. */
interface RefusedKind {
  /** Completes "This is …". */
  readonly description: string
  /**
   * What to do instead. `%` stands for the file's path; `$` before an extension stands for the file's name without its
   * own extension.
   */
  readonly remedy: string
}

/**
 * Refuses, by their extension, files that are not articles: documents in unsupported formats, data, programs.
 * @throws {UnreadableError} for such a file
 */
export function refuseUnsupportedFile(file: VFile): void {
  const extension = extensionOf(file).slice(1)
  const kind = EXTENSION_KINDS.find(({ extensions }) => extensions.split(' ').includes(extension))
  if (kind !== undefined) throw refusal(kind, file)
}

/**
 * Refuses, by its content, text that is not an article: data, drawings, LaTeX and the like.
 * @throws {UnreadableError} for such text
 */
export function refuseUnsupportedText(text: string, file: VFile): void {
  const kind = CONTENT_KINDS.find(({ matches }) => matches(text))
  if (kind !== undefined) throw refusal(kind, file)
}

function refusal({ description, remedy }: RefusedKind, file: VFile) {
  const name = file.path === '-' || isWebAddress(file.path) ? 'talk' : (file.stem ?? 'talk')
  const path = file.path === '-' ? 'the file' : quotePath(file.path)
  const filled = remedy.replace(/%|\$(\.\w+)/g, (_, extension) => (extension ? quotePath(name + extension) : path))
  return unreadableError(file, 'format', `This is ${description}. ${filled}`)
}

function pandocRemedy(from: string): string {
  return `Convert it, for example with "pandoc -f ${from} % -o $.md", and use the result.`
}

const WORD_REMEDY = 'Open it in the program that made it or in LibreOffice, save it as .docx and use that file.'
const DATA_REMEDY = 'Write an article about it, for example in Markdown with a table, and use that.'
const TALK_REMEDY = 'Save the text of the talk as Markdown or plain text and use that file.'

const JSON_DATA: RefusedKind = { description: 'JSON data, not an article', remedy: DATA_REMEDY }
const LATEX: RefusedKind = { description: 'LaTeX, despite its name', remedy: 'Rename it to $.tex and use that file.' }
const ASCIIDOC: RefusedKind = {
  description: 'AsciiDoc, which Lectern does not read',
  remedy: 'Convert it with "asciidoctor %" and use the page that it creates.',
}
const XML: RefusedKind = {
  description: 'XML, which Lectern does not read',
  remedy: 'Convert it to Markdown: DocBook with "pandoc -f docbook % -o $.md", JATS with "pandoc -f jats % -o $.md".',
}
const DRAWING: RefusedKind = {
  description: 'a drawing, not an article',
  remedy:
    'Use the article that contains it. Keep the drawing in the same folder, and give its file name on a separate line of the article.',
}
const POSTSCRIPT: RefusedKind = {
  description: 'PostScript, which Lectern does not read',
  remedy: 'Convert it to PDF with "ps2pdf % $.pdf" and use that file.',
}
const NOTEBOOK: RefusedKind = {
  description: 'a notebook, which Lectern does not read',
  remedy: 'Convert it with "jupyter nbconvert --to markdown %" and use the Markdown file.',
}

const EXTENSION_KINDS: readonly (RefusedKind & { readonly extensions: string })[] = [
  { extensions: 'ipynb', ...NOTEBOOK },
  { extensions: 'adoc asciidoc asc', ...ASCIIDOC },
  { extensions: 'typ', description: 'Typst, which Lectern does not read', remedy: pandocRemedy('typst') },
  {
    extensions: 'ott fodt pages wpd',
    description: 'a word-processor document, but neither .docx nor .odt',
    remedy: WORD_REMEDY,
  },
  { extensions: 'pptx ppt pptm odp key', description: 'already a deck, not an article', remedy: TALK_REMEDY },
  {
    extensions: 'csv tsv xlsx xls ods numbers parquet sqlite db',
    description: 'a table of data, not an article',
    remedy: DATA_REMEDY,
  },
  { extensions: 'svg svgz', ...DRAWING },
  { extensions: 'ps eps', ...POSTSCRIPT },
  {
    extensions: 'djvu djv mobi azw azw3 chm xps',
    description: 'a book in a format that Lectern does not read',
    remedy: 'Open it in the program that made it or in Calibre, save it as .docx, .epub or text and use that file.',
  },
  { extensions: 'json jsonl ndjson json5 geojson', ...JSON_DATA },
  {
    extensions: 'yaml yml toml ini',
    description: 'a settings file, not an article',
    remedy: 'Use the article instead; choose an event with --event.',
  },
  { extensions: 'xml docbook dbk jats tei rss atom opml', ...XML },
  {
    extensions: 'css scss less',
    description: 'a stylesheet, not an article',
    remedy: 'Use the article instead; choose a theme with --theme.',
  },
  {
    extensions: 'js mjs cjs ts tsx jsx py rb rs go java kt c h cc cpp hpp cs swift php pl lua r jl sh bash zsh ps1 sql',
    description: 'a program, not an article',
    remedy: 'Write an article about it, for example in Markdown with listings, and use that.',
  },
]

const CONTENT_KINDS: readonly (RefusedKind & { readonly matches: (text: string) => boolean })[] = [
  {
    description: 'deck data saved by Lectern, not an article',
    remedy: 'Use the article that it was made from.',
    matches: (text) => hasKey(text, 'lectern'),
  },
  { ...NOTEBOOK, matches: (text) => hasKey(text, 'nbformat') },
  { ...JSON_DATA, matches: (text) => jsonIn(text) !== undefined },
  { ...LATEX, matches: (text) => LATEX_START.test(text) },
  { ...ASCIIDOC, matches: isAsciiDoc },
  {
    ...DRAWING,
    matches: (text) =>
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--[\s\S]{0,2000}?--|DOCTYPE svg[^>]{0,500})>\s*)*<svg[\s>]/.test(text),
  },
  { ...POSTSCRIPT, matches: (text) => text.startsWith('%!PS') },
  { ...XML, matches: (text) => /^\s*<\?xml\s/.test(text) },
]

function hasKey(text: string, key: string): boolean {
  const value = jsonIn(text)
  return value !== undefined && key in value
}

/** Parses text that is a JSON array or object. Returns undefined for any other text. */
function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
