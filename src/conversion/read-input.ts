// Reads the input of a conversion, whatever its kind.

import { posix } from 'node:path'
import { VFile } from 'vfile'
import { type OtherDeck, type OtherDeckOptions, readOtherDeck } from '../deck-file/other-tools/read-other-deck.ts'
import { type DeckFile, isDeckFile, parseDeck } from '../deck-file/parse.ts'
import { folderOf } from '../illustrate/image-folder.ts'
import type { Article } from '../model/article.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import type { FileListener } from '../model/sources.ts'
import { LIMITS } from '../read/limits.ts'
import { read } from '../read/read.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { bytesOf } from '../util/bytes.ts'
import { includedFiles } from './included-files.ts'
import type { ConvertOptions } from './options.ts'

/** The content of the input file: an article, or a deck file with the article that it was written from. */
export interface Input {
  readonly article: Article
  /** Null if the input is not a deck file. */
  readonly deckFile: DeckFile | null
  /** A deck from another tool, which serves as its own article; null for all other files. */
  readonly otherDeck: OtherDeck | null
}

/** The conversion options that affect reading. */
export type InputOptions = Pick<ConvertOptions, 'as' | 'memory' | 'remarkPlugins' | 'onRead' | 'signal'>

/**
 * Reads an article, a deck file or another tool's deck. If the article of a deck file has changed or is missing, a
 * message says so.
 * @throws {UnreadableError}
 */
export async function readInput(
  file: VFile,
  { as, memory, remarkPlugins, onRead, signal }: InputOptions,
): Promise<Input> {
  const bytes = bytesOf(file)
  if (as === undefined && isDeckFile(bytes, file.path)) {
    const deckFile = parseDeck(bytes, file)
    await reportChangedArticle(deckFile, file, onRead)
    return { article: deckFile.article, deckFile, otherDeck: null }
  }
  const otherDeck = await readOtherDeck(bytes, file, { as, readIncluded: includedFiles(folderOf(file, null, onRead)) })
  if (otherDeck !== null) return { article: otherDeck.article, deckFile: null, otherDeck }
  return {
    article: await read(bytes, file, { parsedSections: memory?.sections, remarkPlugins, signal }),
    deckFile: null,
    otherDeck,
  }
}

/** Reports a deck file's article if it has changed or is missing. */
async function reportChangedArticle(
  { origin: { name, text, as } }: DeckFile,
  file: VFile,
  onRead: FileListener | undefined,
): Promise<void> {
  const folder = folderOf(file, null, onRead)
  if (name === null || text === null || folder === null) return
  const report = (reason: string, ruleId: RuleId) => file.info(reason, { source: 'lectern', ruleId })
  const bytes = await folder.read([name], LIMITS.packageBytes)
  if ('fact' in bytes) {
    report(
      `The article "${name}" is not in this folder, so the deck is made from this file alone. Put it there to be told when it changes.`,
      'article-missing',
    )
    return
  }
  const path = posix.join(file.dirname ?? '.', name)
  // A deck file that names itself as its article has no article.
  if (name === file.basename || (await textOf(bytes, path, { as, readIncluded: includedFiles(folder) })) === text)
    return
  report(
    `The article "${name}" has changed since this file was written, and the deck is made from this file alone. To bring the changes in, run "lectern outline ${name} --update ${file.basename}".`,
    'article-changed',
  )
}

async function textOf(bytes: Uint8Array, path: string, options: OtherDeckOptions): Promise<string | null> {
  try {
    const file = new VFile({ path })
    const other = await readOtherDeck(bytes, file, options)
    return (other?.article ?? (await read(bytes, file))).text
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}
