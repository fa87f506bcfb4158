import { posix } from 'node:path'
import type { PluggableList } from 'unified'
import { VFile } from 'vfile'
import type { DeckKind } from './deck-file/other/kind.ts'
import { type OtherDeck, readOtherDeck } from './deck-file/other/open.ts'
import { type DeckFile, isDeckFile, parseDeck } from './deck-file/parse.ts'
import type { Grammar } from './grammar/model.ts'
import { folderOf } from './illustrate/folder.ts'
import type { Article, Passage } from './model/article.ts'
import type { Draft } from './model/draft.ts'
import type { Outline, OutlineSection, Sentence } from './model/outline.ts'
import { pointAt } from './model/place.ts'
import type { Noted } from './model/sources.ts'
import { outline } from './outline/outline.ts'
import { LIMITS } from './read/limits.ts'
import type { KnownSections } from './read/markdown/sections.ts'
import { read } from './read/read.ts'
import { tellingOfTime, withTimeLimit } from './read/time-limit.ts'
import { Unreadable } from './read/unreadable.ts'
import type { Known } from './write/parser.ts'
import { partNames, writeInSteps } from './write/write.ts'

/** A file, read: an article, or a deck file with the article that it was written from. */
export interface Input {
  readonly article: Article
  /** Null for an article. */
  readonly deckFile: DeckFile | null
  /** A deck of another tool, which is its own article; null for others. */
  readonly otherDeck: OtherDeck | null
}

/** What each slide is to say, before it has a layout. */
export interface Drafted {
  readonly drafts: readonly Draft[]
  readonly parts: readonly Passage[]
  /** Every sentence of the article. */
  readonly sentences: readonly Sentence[]
}

/** What files are read with. */
export interface Reading {
  /** What the file is, where its own marks are not to decide. */
  readonly as?: DeckKind | undefined
  readonly sections?: KnownSections | undefined
  readonly remarkPlugins?: PluggableList | undefined
  readonly noted?: Noted | undefined
}

/**
 * Reads the file of an article, a deck file or a deck of another tool. Of a deck file whose article has changed or is gone, that is said.
 * @throws {Unreadable}
 */
export async function readInput(
  bytes: Uint8Array,
  file: VFile,
  { as, sections, remarkPlugins, noted }: Reading,
): Promise<Input> {
  if (as === undefined && isDeckFile(bytes, file.path)) {
    const deckFile = parseDeck(bytes, file)
    await compare(deckFile, file, noted)
    return { article: deckFile.article, deckFile, otherDeck: null }
  }
  const otherDeck = await readOtherDeck(bytes, file, as)
  if (otherDeck !== null) return { article: otherDeck.article, deckFile: null, otherDeck }
  return { article: await read(bytes, file, { known: sections, remarkPlugins }), deckFile: null, otherDeck: null }
}

/** Says where a deck file's article is not what it was, or not there. */
async function compare({ origin: { name, text, as } }: DeckFile, file: VFile, noted: Noted | undefined): Promise<void> {
  const folder = folderOf(file, null, noted)
  if (name === null || text === null || folder === null) return
  const tell = (reason: string, ruleId: string) => file.info(reason, { source: 'lectern', ruleId })
  const bytes = await folder.read([name], LIMITS.packageBytes)
  if ('fact' in bytes) {
    tell(`The article "${name}" is not in this folder. The deck is made from this file alone.`, 'article-missing')
    return
  }
  const path = posix.join(file.dirname ?? '.', name)
  // A deck file that is named as its own article is none.
  if (name === file.basename || (await textOf(bytes, path, as)) === text) return
  tell(
    `The article "${name}" has changed since this file was written, and the deck is made from this file alone. To bring the changes in, run "lectern outline ${name} --update ${file.basename}".`,
    'article-changed',
  )
}

async function textOf(bytes: Uint8Array, path: string, as: DeckKind | undefined): Promise<string | null> {
  try {
    const file = new VFile({ path })
    const other = await readOtherDeck(bytes, file, as)
    return (other?.article ?? (await read(bytes, file))).text
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** What drafts are written with. */
export interface Drafting {
  readonly grammar: Grammar | null
  readonly known?: Known | undefined
  /** What to call a talk whose article has no title. */
  readonly name: string
  readonly minutes: number | null
  /** Told where it takes too long. */
  readonly file: VFile
  /** Runs a step of the writer: may let others work before it, and may throw to end it all. */
  readonly runStep: <T>(step: () => T) => Promise<T>
  /** Writes in place of our own writer. */
  readonly writer?: Writer | undefined
}

/** What makes drafts of an outline. Lines lead into the article's text; each sentence is said with one draft. */
export type Writer = (outline: Outline) => Promise<readonly Draft[]>

/** What the slides say: what the writer makes of an article, or what a deck file says. */
export async function draft({ article, deckFile, otherDeck }: Input, drafting: Drafting): Promise<Drafted> {
  const said = deckFile ?? otherDeck
  if (said !== null) return said
  const { runStep, file, writer, ...means } = drafting
  const outlined = await withTimeLimit(file, 'Writing', () => outline(article))
  const ownWriter: Writer = (outlined) =>
    writeInSteps(outlined, means, (step, offset) =>
      tellingOfTime(file, { doing: 'Writing', place: pointAt(article, offset) }, () => runStep(step)),
    )
  const drafts = await (writer ?? ownWriter)(outlined)
  return { drafts, parts: partNames(outlined), sentences: sentencesOf(outlined) }
}

function sentencesOf({ opening, parts }: Outline): Sentence[] {
  const inSection = (section: OutlineSection): Sentence[] => [
    ...section.paragraphs.flatMap(({ sentences }) => sentences),
    ...section.sections.flatMap(inSection),
  ]
  return [...opening.flatMap(({ sentences }) => sentences), ...parts.flatMap(inSection)]
}
