// Inserts the slides and listings that a Slidev or Quarto deck takes from other files.

import { applyEdits, type Edit, editText } from '../../read/edit-source.ts'
import { LIMITS } from '../../read/limits.ts'
import type { Source } from '../../read/source.ts'
import type { DeckKind } from './deck-kind.ts'
import { linesOf, wordsIn } from './deck-lines.ts'
import { pictureAddresses } from './picture-addresses.ts'
import { splitSlides } from './slidev-slides.ts'
import { snippetListing, snippetsIn } from './slidev-snippets.ts'
import { sortEdits } from './sort-edits.ts'

/**
 * Reads the file at an address relative to a folder; null if the file cannot be read. `folder` lists the names on the
 * path from the deck to that folder. An address that begins with a slash is relative to the folder of the deck.
 */
export type ReadIncluded = (
  address: string,
  folder: readonly string[],
  kind: 'slides' | 'listing',
) => Promise<IncludedFile | null>

export interface IncludedFile {
  /** The names that lead to the file from the folder of the deck. */
  readonly names: readonly string[]
  readonly text: string
}

/**
 * Inserts the slides of the files that a deck includes, and of the files that these include in turn. An include stays
 * as written if its file cannot be read, is too long or would include itself.
 */
export async function withIncludes(
  source: Source,
  { name, ...options }: Pick<IncludeContext, 'kind' | 'readIncluded'> & { readonly name: string },
): Promise<Source> {
  const room = { lines: LIMITS.lines, characters: LIMITS.characters }
  const open = [{ names: [name], text: source.text }]
  return applyEdits(source, sortEdits(await includeEdits(source.text, { ...options, room, open })))
}

interface IncludeContext {
  readonly kind: DeckKind
  readonly readIncluded: ReadIncluded
  /** The numbers of lines and characters that may still be included. */
  readonly room: { lines: number; characters: number }
  /** The file that contains the text, and the files that include it, outermost first. */
  readonly open: readonly IncludedFile[]
}

async function includeEdits(text: string, context: IncludeContext): Promise<readonly Edit[]> {
  const { kind, readIncluded, open } = context
  const edits: Edit[] = []
  for (const { span, address, pages } of includesIn(text, kind)) {
    // In Quarto, addresses in an included file are relative to the deck.
    const folder = kind === 'slidev' ? (open.at(-1)?.names.slice(0, -1) ?? []) : []
    const included = await readIncluded(address, folder, 'slides')
    if (included === null || isOpen(included, open) || !takeRoom(included, context)) continue
    const innerEdits = await includeEdits(included.text, { ...context, open: [...open, included] })
    const pictureEdits = kind === 'slidev' ? pictureAddresses(included.text, included.names.slice(0, -1)) : []
    const complete = editText(included.text, sortEdits([...innerEdits, ...pictureEdits]))
    edits.push({ span, replacement: kind === 'slidev' ? slidevSlides(complete, pages) : withoutHead(complete) })
  }
  return kind === 'slidev' ? [...edits, ...(await snippetEdits(text, context))] : edits
}

async function snippetEdits(text: string, context: IncludeContext): Promise<readonly Edit[]> {
  const edits: Edit[] = []
  const folder = context.open.at(-1)?.names.slice(0, -1) ?? []
  for (const snippet of snippetsIn(text)) {
    const included = await context.readIncluded(snippet.address, folder, 'listing')
    const replacement =
      included === null || !takeRoom(included, context) ? null : snippetListing(included.text, snippet)
    if (replacement !== null) edits.push({ span: snippet.span, replacement })
  }
  return edits
}

function isOpen({ names }: IncludedFile, open: readonly IncludedFile[]): boolean {
  return open.length >= MAX_DEPTH || open.some((file) => file.names.join('/') === names.join('/'))
}

/** The maximum depth of files that include each other. */
const MAX_DEPTH = 10

/** Reserves the room that a file needs; returns false if there is not enough. */
function takeRoom({ text }: IncludedFile, { room }: IncludeContext): boolean {
  if (text.length > room.characters) return false
  const lines = text.split('\n').length
  if (lines > room.lines) return false
  room.lines -= lines
  room.characters -= text.length
  return true
}

/** A place where the content of another file belongs. */
interface Include {
  readonly span: Edit['span']
  readonly address: string
  /** The slides to take from the file, such as `2,4-5`; null for all. */
  readonly pages: string | null
}

function includesIn(text: string, kind: DeckKind): readonly Include[] {
  if (kind === 'slidev') return slidevIncludes(text)
  if (kind !== 'pandoc') return []
  return [...wordsIn(linesOf(text)).matchAll(/^\{\{<\s*include\s+([^\s<>]+)\s*>\}\}[ \t]*$/gm)].map(
    ({ index, 0: { length }, 1: address = '' }) => ({ span: [index, index + length], address, pages: null }),
  )
}

function slidevIncludes(text: string): readonly Include[] {
  const lines = linesOf(text)
  return splitSlides(lines, {}, 0).slides.flatMap(
    ({ frontMatter: { src, hide, disabled }, rule, to }): readonly Include[] => {
      const [, address, pages = null] = (typeof src === 'string' && /^@?([^#]+)(?:#([\d,-]+))?$/.exec(src)) || []
      if (address === undefined || [hide, disabled].some((value) => String(value) === 'true')) return []
      return [{ span: [lines[rule]?.start ?? 0, lines[to]?.start ?? text.length], address, pages }]
    },
  )
}

/** Returns slides of a Slidev file, each below a rule. */
function slidevSlides(text: string, pages: string | null): string {
  const withRule = /^---[ \t]*\n/.test(text) ? text : `---\n\n${text}`
  const lines = linesOf(withRule)
  const [, ...slides] = splitSlides(lines, {}, 0).slides
  return slides
    .filter((_, index) => pages === null || isAmong(index + 1, pages))
    .map(({ rule, to }) => `${withRule.slice(lines[rule]?.start, lines[to]?.start).trimEnd()}\n\n`)
    .join('')
}

function isAmong(page: number, pages: string): boolean {
  return pages.split(',').some((range) => {
    const [from = '', to = from] = range.split('-')
    return page >= Number(from) && (to === '' || page <= Number(to))
  })
}

/** Removes the front matter of a file. */
function withoutHead(text: string): string {
  return text.replace(/^\uFEFF?---[ \t]*\n[\s\S]*?\n---[ \t]*\n/, '')
}
