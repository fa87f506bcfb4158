// Reads deck files.

import type { VFile } from 'vfile'
import type { Article, Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { unreadableError } from '../read/unreadable-error.ts'
import { type DeckSources, findSources } from './find-sources.ts'
import { frontMatterValues } from './front-matter-values.ts'
import { draftsOf, type HiddenDraft } from './make-drafts.ts'
import { reportShownNotes } from './notes-mark.ts'
import type { DeckKind } from './other-tools/deck-kind.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { type PartHints, partsOf, type WrittenParts, writtenParts } from './parts.ts'
import { renumberTitles } from './renumber-titles.ts'
import { reportMisfit } from './report-blocks.ts'
import { reportConflict } from './report-conflict.ts'
import { restoreArticle } from './restore-article.ts'
import { articleKind, articleName, languageOfDeck, type SplitDeckFile, splitDeckFile } from './split-deck-file.ts'

/** The content of a deck file. */
export interface DeckFile {
  /** The article, with the text that the author of the deck file typed after its own. */
  readonly article: Article
  /** The drafts of the visible slides. */
  readonly drafts: readonly Draft[]
  readonly hidden: readonly HiddenDraft[]
  readonly parts: readonly Passage[]
  /** Every sentence of the article that the file was written from. */
  readonly sentences: readonly Sentence[]
  /** The sentences that the author of the file has removed, grouped by the slide that contained them. */
  readonly leftOut: readonly RemovedSentences[]
  /**
   * The article that the file was written from. `name` is its file name in the same folder, or null if the article is
   * not a file there; `text` is null if the deck file has no usable base.
   */
  readonly origin: { readonly name: string | null; readonly text: string | null; readonly as: DeckKind | undefined }
}

/** The sentences that the author of a deck file removed from a slide. */
export interface RemovedSentences {
  readonly id: string
  /** The position of the slide in the file; null if the whole slide was removed. */
  readonly place: { readonly line: number; readonly column: number } | null
  readonly sentences: readonly Sentence[]
}

/** Whether a file's name or front matter says that it is a deck file. */
export function isDeckFile(bytes: Uint8Array, path: string): boolean {
  if (/\.deck\.md$/i.test(path)) return true
  const head = Buffer.from(bytes.subarray(0, MAX_SEARCHED_BYTES)).toString('utf8')
  return /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n){0,40}?["']?lectern["']?:[ \t]*["']?deck\//.test(head)
}

const MAX_SEARCHED_BYTES = 4000

/**
 * Reads a deck file.
 * @throws {UnreadableError} if there is no visible slide
 */
export function parseDeck(bytes: Uint8Array, file: VFile): DeckFile {
  const splitFile = splitDeckFile(bytes, file)
  const { parsedSlides, base, frontMatter, definitions } = splitFile
  for (const { options, place } of parsedSlides)
    if (options.conflict === true) reportConflict({ id: options.slide, place }, file)
  reportRepeatedIds(parsedSlides, file)
  const language = languageOfDeck(splitFile)
  const sources = findSources(parsedSlides, {
    ...{ base, definitions, language, origin: 'author' },
    renamed: renamedAuthor(splitFile),
  })
  const ownLines = new Set(sources.originals.flatMap(({ lines }) => lines.map(({ line }) => line.text)))
  for (const { parsed, reading } of sources.slides) {
    for (const node of reading.misfits) reportMisfit(node, file)
    reportShownNotes(parsed.nodes, ownLines, file)
  }
  const written = base === null ? null : writtenParts(base, sources.originals)
  const { partNames, partNumbers } = partsOf(partHintsOf(sources, written), written?.unopenedParts ?? new Map())
  const { drafts, hidden } = draftsOf(renumberTitles(sources.slides, sources.originals), {
    partNames,
    partNumbers,
    originals: sources.originals,
    areAllByAuthor: articleKind(frontMatter) !== undefined,
    file,
  })
  if (drafts.length === 0) {
    const reason =
      parsedSlides.length === 0
        ? 'This file contains no slides. Add one below a line of ---, or write the file again with "lectern outline".'
        : 'Every slide in this file is hidden. Remove "hidden" from one of them.'
    throw unreadableError(file, 'empty', reason)
  }
  return {
    article: restoreArticle({ splitFile, sources, language, file }),
    drafts,
    hidden,
    parts: partNames.map((text) => ({ text, span: [0, 0] })),
    sentences: sources.originals.flatMap(({ sentences }) => sentences.map(({ sentence }) => sentence)),
    leftOut: leftOutOf(sources),
    origin: { name: articleName(frontMatter), text: base?.text ?? null, as: articleKind(frontMatter) },
  }
}

/** Returns the old and the new name of the article's author, if they differ; otherwise null. */
function renamedAuthor({ base, frontMatter }: SplitDeckFile): { readonly from: string; readonly to: string } | null {
  const from = frontMatterValues(base?.frontMatter ?? '')?.author
  const to = frontMatter?.values.author
  return typeof from === 'string' && typeof to === 'string' && to.trim() !== '' && from !== to ? { from, to } : null
}

function reportRepeatedIds(parsedSlides: readonly ParsedSlide[], file: VFile): void {
  const ids = new Set<string>()
  for (const { options, place } of parsedSlides) {
    if (options.slide === undefined) continue
    if (ids.has(options.slide))
      file.info(
        `An earlier slide already has the id "${options.slide}", so this one counts as new. Remove the id from the comment above it.`,
        { place, source: 'lectern', ruleId: 'slide-options' },
      )
    ids.add(options.slide)
  }
}

function partHintsOf({ slides, originals }: DeckSources, written: WrittenParts | null): readonly PartHints[] {
  const remainingOriginals = new Set(slides.map(({ original }) => original))
  const removedParts = new Set(
    originals.flatMap((original, index) => {
      const { name = null, isOpening = false } = written?.slides[index] ?? {}
      return isOpening && name !== null && !remainingOriginals.has(original) ? [name] : []
    }),
  )
  const newNames = renamedParts({ slides })
  return slides.map(({ parsed, reading, original }) => {
    const { part } = parsed.options
    const name = original === null ? null : (written?.slides[originals.indexOf(original)]?.name ?? null)
    return {
      option: typeof part === 'string' ? (newNames.get(part) ?? part) : part,
      openedPart: reading.opensPart ? (reading.title?.text ?? null) : null,
      layout: parsed.options.layout ?? reading.contents[0]?.type ?? null,
      lostPart: name !== null && removedParts.has(name) ? name : null,
      isByLectern: original !== null,
    }
  })
}

/**
 * Maps the old names of renamed parts to their new names. The author renames a part by changing the title of the slide
 * that begins it, if that title was the name of the part. A long title is a statement, not a name.
 */
function renamedParts({ slides }: Pick<DeckSources, 'slides'>): ReadonlyMap<string, string> {
  return new Map(
    slides.flatMap(({ parsed, reading, original }) => {
      const { part } = parsed.options
      const [oldTitle, newTitle] = [original?.lines[0]?.line.text, reading.title?.text].map((title) =>
        title?.replace(PAGE_NUMBER, ''),
      )
      const isRenamed = typeof part === 'string' && oldTitle === part && newTitle !== undefined && newTitle !== oldTitle
      return isRenamed && newTitle.length <= MAX_PART_NAME_LENGTH ? [[part, newTitle] as const] : []
    }),
  )
}

/** The number after a title that several slides share: "Steps (2/3)". */
const PAGE_NUMBER = / \(\d+\/\d+\)$/
/** In characters. */
const MAX_PART_NAME_LENGTH = 48

function leftOutOf({ originals, leftOut, slides }: DeckSources): readonly RemovedSentences[] {
  const places = new Map(
    slides.flatMap(({ original, parsed }) => (original === null ? [] : [[original, parsed.place] as const])),
  )
  return originals.flatMap((original) => {
    const sentences = original.sentences.map(({ sentence }) => sentence).filter((sentence) => leftOut.has(sentence))
    return sentences.length === 0 ? [] : [{ id: original.slide.id, place: places.get(original) ?? null, sentences }]
  })
}
