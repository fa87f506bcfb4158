import type { VFile } from 'vfile'
import type { Article, FrontMatter, Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { decode } from '../read/decode.ts'
import { openFrontMatter } from '../read/front-matter.ts'
import { languageIn } from '../read/front-matter-head.ts'
import { languageOf, tagOf } from '../read/language.ts'
import type { Source } from '../read/source.ts'
import { unreadable } from '../read/unreadable.ts'
import { articleOf } from './article.ts'
import { type Base, baseIn } from './base.ts'
import { draftsOf } from './drafts.ts'
import { type Grounded, ground } from './ground.ts'
import { partsOf, silentParts } from './parts.ts'
import { VERSION } from './print.ts'
import { type SlideView, viewOf } from './view.ts'

/** A deck file, read. */
export interface DeckFile {
  /** The words of its article and those of its author. */
  readonly article: Article
  /** What its slides say, hidden ones left out. */
  readonly drafts: readonly Draft[]
  readonly parts: readonly Passage[]
  /** Every sentence of the article that it was written from. */
  readonly sentences: readonly Sentence[]
  /** The sentences that its author has taken away, by the slide that said them. */
  readonly leftOut: readonly LeftOut[]
  /** The article that it was written from: the name of a file in its folder, and what it said; null where it names none. */
  readonly origin: { readonly name: string | null; readonly text: string | null }
}

/** What the author of a deck file took away from a slide. */
export interface LeftOut {
  readonly id: string
  /** Null where the whole slide is gone. */
  readonly place: { readonly line: number; readonly column: number } | null
  readonly sentences: readonly Sentence[]
}

/** A deck file in its pieces, before its words are compared with those of its article. */
export interface OpenDeckFile {
  readonly source: Source
  readonly frontMatter: FrontMatter | undefined
  readonly views: readonly SlideView[]
  readonly base: Base | null
  /** The lines that define what slides refer to. */
  readonly definitions: string
}

/** Whether a file is a deck file: by its name, or because its front matter says so. */
export function isDeckFile(bytes: Uint8Array, path: string): boolean {
  if (/\.deck\.md$/i.test(path)) return true
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('utf8')
  return /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n){0,40}?["']?lectern["']?:[ \t]*["']?deck\//.test(head)
}

const HEAD = 4000

/**
 * Reads a deck file from its bytes.
 * @throws {Unreadable} where no slide is left to show.
 */
export function parseDeck(bytes: Uint8Array, file: VFile): DeckFile {
  const open = openDeckFile(bytes, file)
  const { views, base, frontMatter, definitions } = open
  const language = languageOfDeck(open)
  const grounded = ground(views, { base, definitions, language })
  const { names, numbers } = partsOf(
    grounded.slides.map(({ view, read }) => ({
      option: view.options.part,
      opens: read.opensPart ? (read.title?.text ?? null) : null,
      layout: view.options.layout ?? read.contents[0]?.type ?? null,
    })),
    base === null ? new Map() : silentParts(base, grounded.originals),
  )
  const drafts = draftsOf(grounded.slides, { names, numbers, file })
  if (drafts.length === 0) {
    const reason =
      views.length === 0
        ? 'There is no slide in this file. Write one under a line of ---, or make the file anew with "lectern outline".'
        : 'Every slide of this file is hidden. Take "hidden" from one of them.'
    throw unreadable(file, 'empty', reason)
  }
  return {
    article: articleOf({ open, grounded, language, file }),
    drafts,
    parts: names.map((text) => ({ text, span: [0, 0] })),
    sentences: grounded.originals.flatMap(({ sentences }) => sentences.map(({ sentence }) => sentence)),
    leftOut: leftOutOf(grounded),
    origin: { name: articleName(frontMatter), text: base?.text ?? null },
  }
}

/** The pieces of a deck file. */
export function openDeckFile(bytes: Uint8Array, file: VFile): OpenDeckFile {
  const source = decode(bytes, file)
  const opening = openFrontMatter(source, file)
  const frontMatter = opening?.frontMatter
  tellVersion(frontMatter, file)
  const rest = opening?.rest ?? source
  const found = baseIn(rest.text)
  if (found?.base === null)
    file.message(
      'The comment at the end of this file cannot be read, so all lines count as yours. Take it back from an earlier version of the file.',
      { source: 'lectern', ruleId: 'deck-base' },
    )
  const text = found === null ? rest.text : blanked(rest.text, found.start, found.end)
  return {
    source,
    frontMatter,
    views: viewOf({ ...rest, text }, file),
    base: found?.base ?? null,
    definitions: [...text.matchAll(/^ {0,3}\[image-\d+\]:.*$/gm)].map(([line]) => line).join('\n'),
  }
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

function tellVersion(frontMatter: FrontMatter | undefined, file: VFile): void {
  const version = frontMatter?.values.lectern
  if (version === undefined || version === VERSION) return
  const place = frontMatter?.places.find(({ path }) => path[0] === 'lectern')?.value
  const reason = `This file is of the format "${String(version)}", and this Lectern knows "${VERSION}". Install the Lectern that wrote it.`
  file.message(reason, { ...(place && { place }), source: 'lectern', ruleId: 'deck-version' })
}

/** As its front matter says, else as its words look. */
export function languageOfDeck({ frontMatter, source }: Pick<OpenDeckFile, 'frontMatter' | 'source'>): string {
  const named = frontMatter === undefined ? undefined : tagOf(languageIn(frontMatter) ?? '')
  return named ?? languageOf(source.text.replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/** The name of the article in the deck file's own folder; null where none is named, or one elsewhere. */
export function articleName(frontMatter: FrontMatter | undefined): string | null {
  const name = frontMatter?.values.article
  return typeof name === 'string' && /^[^/\\:]+$/.test(name) && !/^\.{1,2}$/.test(name) ? name : null
}

function leftOutOf({ originals, leftOut, slides }: Grounded): readonly LeftOut[] {
  const places = new Map(
    slides.flatMap(({ original, view }) => (original === null ? [] : [[original, view.place] as const])),
  )
  return originals.flatMap((original) => {
    const sentences = original.sentences.map(({ sentence }) => sentence).filter((sentence) => leftOut.has(sentence))
    return sentences.length === 0 ? [] : [{ id: original.slide.id, place: places.get(original) ?? null, sentences }]
  })
}
