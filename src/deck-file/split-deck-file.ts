// Splits a deck file into front matter, slides and base.

import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import { decode } from '../read/decode.ts'
import { applyEdits } from '../read/edit-source.ts'
import { languageIn } from '../read/front-matter/front-matter-head.ts'
import { splitFrontMatter } from '../read/front-matter/split-front-matter.ts'
import { languageOf, tagOf } from '../read/language.ts'
import type { Source } from '../read/source.ts'
import { closeListings } from './close-listings.ts'
import { DECK_VERSION } from './deck-version.ts'
import { type DeckBase, findBase } from './merge-base.ts'
import { notesBelowMarks } from './notes-mark.ts'
import { DECK_KINDS, type DeckKind } from './other-tools/deck-kind.ts'
import { type ParsedSlide, parseSlides } from './parse-slides.ts'

/** The components of a deck file, before its words are compared with the article. */
export interface SplitDeckFile {
  readonly source: Source
  readonly frontMatter: FrontMatter | undefined
  readonly parsedSlides: readonly ParsedSlide[]
  readonly base: DeckBase | null
  /** The definitions of pictures that slides refer to, one per line. */
  readonly definitions: string
}

/**
 * Splits a deck file into its components. Reports a damaged or missing base, missing settings and an unknown version of
 * the format.
 */
export function splitDeckFile(bytes: Uint8Array, file: VFile): SplitDeckFile {
  const source = decode(bytes, file)
  const split = splitFrontMatter(source, file)
  const frontMatter = split?.frontMatter
  reportUnknownVersion(frontMatter, file)
  const rest = split?.rest ?? source
  const baseComment = findBase(rest.text)
  if (baseComment?.base === null) reportUnusableBase(`${BASE_COMMENT} cannot be read`, frontMatter, file)
  const text = baseComment === null ? rest.text : blankOut(rest.text, baseComment.start, baseComment.end)
  const ids = new Set(baseComment?.base?.slides.map(({ id }) => id))
  const closed = closeListings({ ...rest, text }, ids, file)
  const parsedSlides = parseSlides(applyEdits(closed, notesBelowMarks(closed.text)), file)
  const isByLectern = articleName(frontMatter) !== null && frontMatter?.values.lectern !== undefined
  if (baseComment === null && isByLectern) reportUnusableBase(`${BASE_COMMENT} is missing`, frontMatter, file)
  if (baseComment?.base && frontMatter === undefined) reportLostSettings(baseComment.base, file)
  return {
    source,
    frontMatter,
    parsedSlides,
    base: baseComment?.base ?? null,
    definitions: [...text.matchAll(/^ {0,3}\[image-\d+\]:.*$/gm)].map(([line]) => line).join('\n'),
  }
}

const BASE_COMMENT = 'The comment at the end of this file, which records what Lectern wrote,'

function reportUnusableBase(fact: string, frontMatter: FrontMatter | undefined, file: VFile): void {
  const name = articleName(frontMatter) ?? '<article>'
  file.message(
    `${fact}, so all lines count as yours. Restore it from an earlier version of the file, or run "lectern outline ${name} --update ${file.basename}".`,
    { source: 'lectern', ruleId: 'deck-base' },
  )
}

function reportLostSettings({ frontMatter }: DeckBase, file: VFile): void {
  const keys = [...frontMatter.matchAll(/^(\w+):/gm)].map(([, key]) => key).filter((key) => key !== 'lectern')
  file.message(
    `The settings at the top of this file are missing: ${keys.join(', ')}. Restore them from an earlier version of the file.`,
    { source: 'lectern', ruleId: 'deck-settings' },
  )
}

function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

function reportUnknownVersion(frontMatter: FrontMatter | undefined, file: VFile): void {
  const version = frontMatter?.values.lectern
  if (version === undefined || version === DECK_VERSION) return
  const place = frontMatter?.places.find(({ path }) => path[0] === 'lectern')?.value
  const reason = `This file has the format "${String(version)}", but this version of Lectern reads "${DECK_VERSION}". Install the version that wrote the file.`
  file.message(reason, { place, source: 'lectern', ruleId: 'deck-version' })
}

/** Returns the language named in the front matter, or else guesses it from the text. */
export function languageOfDeck({ frontMatter, source }: Pick<SplitDeckFile, 'frontMatter' | 'source'>): string {
  const namedLanguage = frontMatter === undefined ? undefined : tagOf(languageIn(frontMatter) ?? '')
  return namedLanguage ?? languageOf(source.text.replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/**
 * Returns the name of the article, a file in the deck file's own folder; null if the front matter names no such file.
 */
export function articleName(frontMatter: FrontMatter | undefined): string | null {
  const name = frontMatter?.values.article
  return typeof name === 'string' && /^[^/\\:]+$/.test(name) && !/^\.{1,2}$/.test(name) ? name : null
}

/** Returns the tool for which the article was written, if the front matter names one. */
export function articleKind(frontMatter: FrontMatter | undefined): DeckKind | undefined {
  return DECK_KINDS.find((kind) => kind === frontMatter?.values.as)
}
