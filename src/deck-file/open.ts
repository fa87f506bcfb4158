// Splits a deck file into front matter, slides and base.

import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import { decode } from '../read/decode.ts'
import { splitFrontMatter } from '../read/front-matter.ts'
import { languageIn } from '../read/front-matter-head.ts'
import { languageOf, tagOf } from '../read/language.ts'
import type { Source } from '../read/source.ts'
import { baseIn, type DeckBase } from './base.ts'
import { type DeckKind, KINDS } from './other/kind.ts'
import { VERSION } from './print.ts'
import { type SlideView, viewOf } from './slide-view.ts'

/** A deck file in its pieces, before its words are compared with the article. */
export interface OpenDeckFile {
  readonly source: Source
  readonly frontMatter: FrontMatter | undefined
  readonly views: readonly SlideView[]
  readonly base: DeckBase | null
  /** The definitions that slides refer to, line by line. */
  readonly definitions: string
}

/** Splits a deck file into its pieces. Reports a damaged base, and a version that this Lectern does not know. */
export function openDeckFile(bytes: Uint8Array, file: VFile): OpenDeckFile {
  const source = decode(bytes, file)
  const opening = splitFrontMatter(source, file)
  const frontMatter = opening?.frontMatter
  reportVersion(frontMatter, file)
  const rest = opening?.rest ?? source
  const found = baseIn(rest.text)
  if (found?.base === null)
    file.message(
      'The comment at the end of this file cannot be read, so all lines count as yours. Restore it from an earlier version of the file.',
      { source: 'lectern', ruleId: 'deck-base' },
    )
  const text = found === null ? rest.text : blankOut(rest.text, found.start, found.end)
  return {
    source,
    frontMatter,
    views: viewOf({ ...rest, text }, file),
    base: found?.base ?? null,
    definitions: [...text.matchAll(/^ {0,3}\[image-\d+\]:.*$/gm)].map(([line]) => line).join('\n'),
  }
}

function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

function reportVersion(frontMatter: FrontMatter | undefined, file: VFile): void {
  const version = frontMatter?.values.lectern
  if (version === undefined || version === VERSION) return
  const place = frontMatter?.places.find(({ path }) => path[0] === 'lectern')?.value
  const reason = `This file has the format "${String(version)}", but this Lectern knows "${VERSION}". Install the version that wrote it.`
  file.message(reason, { ...(place && { place }), source: 'lectern', ruleId: 'deck-version' })
}

/** Returns the language named in the front matter, or else guesses it from the text. */
export function languageOfDeck({ frontMatter, source }: Pick<OpenDeckFile, 'frontMatter' | 'source'>): string {
  const named = frontMatter === undefined ? undefined : tagOf(languageIn(frontMatter) ?? '')
  return named ?? languageOf(source.text.replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/** Returns the name of the article, a file in the deck file's own folder; null if the front matter names none there. */
export function articleName(frontMatter: FrontMatter | undefined): string | null {
  const name = frontMatter?.values.article
  return typeof name === 'string' && /^[^/\\:]+$/.test(name) && !/^\.{1,2}$/.test(name) ? name : null
}

/** Returns the tool for whose format the article was written, if any. */
export function kindNamed(frontMatter: FrontMatter | undefined): DeckKind | undefined {
  return KINDS.find((kind) => kind === frontMatter?.values.as)
}
