// Reads deck files.

import type { VFile } from 'vfile'
import type { Article, Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { unreadable } from '../read/unreadable.ts'
import { articleOf } from './article.ts'
import { reportConflict } from './conflict.ts'
import { draftsOf, type HiddenDraft } from './drafts.ts'
import { findSources, type SlidesWithSources } from './find-sources.ts'
import { articleName, kindNamed, languageOfDeck, openDeckFile } from './open.ts'
import type { DeckKind } from './other/kind.ts'
import { type PartMark, partsOf, type WrittenParts, writtenParts } from './parts.ts'

/** The content of a deck file. */
export interface DeckFile {
  /** The article's text, followed by the author's. */
  readonly article: Article
  /** The drafts of its slides, without hidden ones. */
  readonly drafts: readonly Draft[]
  readonly hidden: readonly HiddenDraft[]
  readonly parts: readonly Passage[]
  /** Every sentence of the article that the file was written from. */
  readonly sentences: readonly Sentence[]
  /** The sentences that its author has removed, by the slide that had them. */
  readonly leftOut: readonly LeftOut[]
  /**
   * The article that the file was written from: its file name in the same folder, null if it has none, and its text,
   * null if the file has no usable base.
   */
  readonly origin: { readonly name: string | null; readonly text: string | null; readonly as: DeckKind | undefined }
}

/** The sentences that the author of a deck file removed from a slide. */
export interface LeftOut {
  readonly id: string
  /** Null if the whole slide was removed. */
  readonly place: { readonly line: number; readonly column: number } | null
  readonly sentences: readonly Sentence[]
}

/** Whether a file is a deck file, by its name or its front matter. */
export function isDeckFile(bytes: Uint8Array, path: string): boolean {
  if (/\.deck\.md$/i.test(path)) return true
  const head = Buffer.from(bytes.subarray(0, LONGEST_FRONT_MATTER_SEARCH)).toString('utf8')
  return /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n){0,40}?["']?lectern["']?:[ \t]*["']?deck\//.test(head)
}

/** In bytes. */
const LONGEST_FRONT_MATTER_SEARCH = 4000

/**
 * Reads a deck file.
 * @throws {Unreadable} if there is no visible slide
 */
export function parseDeck(bytes: Uint8Array, file: VFile): DeckFile {
  const open = openDeckFile(bytes, file)
  const { views, base, frontMatter, definitions } = open
  for (const { options, place } of views)
    if (options.conflict === true) reportConflict({ id: options.slide, place }, file)
  const language = languageOfDeck(open)
  const grounded = findSources(views, { base, definitions, language, origin: 'author' })
  const written = base === null ? null : writtenParts(base, grounded.originals)
  const { names, numbers } = partsOf(marksOf(grounded, written), written?.silent ?? new Map())
  const { drafts, hidden } = draftsOf(grounded.slides, {
    names,
    numbers,
    areByAuthor: kindNamed(frontMatter) !== undefined,
    file,
  })
  if (drafts.length === 0) {
    const reason =
      views.length === 0
        ? 'There is no slide in this file. Write one under a line of ---, or write the file again with "lectern outline".'
        : 'Every slide of this file is hidden. Remove "hidden" from one of them.'
    throw unreadable(file, 'empty', reason)
  }
  return {
    article: articleOf({ open, grounded, language, file }),
    drafts,
    hidden,
    parts: names.map((text) => ({ text, span: [0, 0] })),
    sentences: grounded.originals.flatMap(({ sentences }) => sentences.map(({ sentence }) => sentence)),
    leftOut: leftOutOf(grounded),
    origin: { name: articleName(frontMatter), text: base?.text ?? null, as: kindNamed(frontMatter) },
  }
}

function marksOf({ slides, originals }: SlidesWithSources, written: WrittenParts | null): readonly PartMark[] {
  const here = new Set(slides.map(({ original }) => original))
  const gone = new Set(
    originals.flatMap((original, index) => {
      const { name = null, isOpening = false } = written?.slides[index] ?? {}
      return isOpening && name !== null && !here.has(original) ? [name] : []
    }),
  )
  const names = renamedParts({ slides })
  return slides.map(({ view, read, original }) => {
    const { part } = view.options
    const name = original === null ? null : (written?.slides[originals.indexOf(original)]?.name ?? null)
    return {
      option: typeof part === 'string' ? (names.get(part) ?? part) : part,
      opens: read.opensPart ? (read.title?.text ?? null) : null,
      layout: view.options.layout ?? read.contents[0]?.type ?? null,
      orphanOf: name !== null && gone.has(name) ? name : null,
      isWritten: original !== null,
    }
  })
}

/**
 * Maps the name of a part to its new one if the slide that begins the part had that name as its title, and the author
 * has changed the title. A long title is a statement, not a name.
 */
function renamedParts({ slides }: Pick<SlidesWithSources, 'slides'>): ReadonlyMap<string, string> {
  return new Map(
    slides.flatMap(({ view, read, original }) => {
      const { part } = view.options
      const [was, is] = [original?.lines[0]?.line.text, read.title?.text].map((title) => title?.replace(NUMBERED, ''))
      const isRenamed = typeof part === 'string' && was === part && is !== undefined && is !== was
      return isRenamed && is.length <= LONGEST_NAME ? [[part, is] as const] : []
    }),
  )
}

/** The number after a title that several slides share: "Steps (2/3)". */
const NUMBERED = / \(\d+\/\d+\)$/
/** In characters. */
const LONGEST_NAME = 48

function leftOutOf({ originals, leftOut, slides }: SlidesWithSources): readonly LeftOut[] {
  const places = new Map(
    slides.flatMap(({ original, view }) => (original === null ? [] : [[original, view.place] as const])),
  )
  return originals.flatMap((original) => {
    const sentences = original.sentences.map(({ sentence }) => sentence).filter((sentence) => leftOut.has(sentence))
    return sentences.length === 0 ? [] : [{ id: original.slide.id, place: places.get(original) ?? null, sentences }]
  })
}
