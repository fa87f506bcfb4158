// Makes the drafts of a deck's slides: runs the writer, or takes them from a deck file or another tool's deck.

import { setImmediate } from 'node:timers/promises'
import type { Image } from 'mdast'
import type { VFile } from 'vfile'
import type { HiddenDraft } from '../deck-file/make-drafts.ts'
import { baseNameOf } from '../export/base-name.ts'
import { isEnglish } from '../grammar/language-tag.ts'
import { loadGrammar } from '../grammar/load-grammar.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Article, Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Settings } from '../model/settings.ts'
import { pointAt } from '../model/source-position.ts'
import { allSentences, outline } from '../outline/outline.ts'
import { reportTimeouts, withTimeLimit } from '../read/time-limit.ts'
import { runWithTimeLimit, STAGE_LIMIT } from '../util/run-with-time-limit.ts'
import { renumberParts } from '../write/renumber-parts.ts'
import { writeInSteps } from '../write/write.ts'
import { withColumns } from './author-columns.ts'
import type { ConversionMemory } from './memory.ts'
import type { ConvertOptions, Writer } from './options.ts'
import type { Input } from './read-input.ts'
import { removeMissingPictures } from './remove-missing-pictures.ts'

/** The content of each slide, before it has a layout. */
export interface DraftResult {
  readonly drafts: readonly Draft[]
  readonly parts: readonly Passage[]
  /** Every sentence of the article. */
  readonly sentences: readonly Sentence[]
  /** Pictures that have been left out, and reported. */
  readonly missingPictures?: ReadonlySet<Readonly<Image>> | undefined
  /** The slides that the author of a deck has hidden; absent for an article. */
  readonly hidden?: readonly HiddenDraft[]
}

/** Everything needed to write drafts. */
export interface DraftOptions extends Pick<ConvertOptions, 'signal' | 'memory' | 'writer'> {
  readonly settings: Settings
  readonly images: ImageSource
  readonly file: VFile
  /** The number of milliseconds that writing may take. */
  readonly limit?: number
}

/**
 * Drafts the slides of an article with the writer, or takes them from a deck file or another tool's deck.
 * @throws {UnreadableError} if writing takes too long, or the signal's reason
 */
export async function makeDrafts(
  { article, deckFile, otherDeck }: Input,
  { settings, file, signal, memory, writer, images, limit = STAGE_LIMIT }: DraftOptions,
): Promise<DraftResult> {
  const writtenDeck = deckFile ?? otherDeck
  if (writtenDeck !== null) return writtenDeck
  const { run, isTurnOver } = stepsWithin(limit, signal)
  const complete = await withTimeLimit(file, 'Writing', () => outline(article))
  const { outline: outlined, missingPictures } = await removeMissingPictures(complete, { images, file })
  const writerOptions = { ...grammarFor(article, memory), name: baseNameOf(file.path), minutes: settings.minutes }
  const builtInWriter: Writer = (outlined) =>
    writeInSteps(outlined, writerOptions, {
      run: (steps, characters, currentRange) => {
        const place = () => pointAt(article, currentRange().offset)
        return reportTimeouts(file, { stage: 'Writing', place }, () => run(steps, characters))
      },
      isTurnOver,
    })
  const drafts = await (writer ?? builtInWriter)(outlined)
  return {
    ...renumberParts(outlined, withColumns(drafts, article, file)),
    ...{ missingPictures, sentences: allSentences(outlined) },
  }
}

/**
 * In milliseconds. Setting a time limit takes longer than many steps of the writer, so steps run together for at least
 * this long.
 */
const TURN_LENGTH = 25

/**
 * Runs steps of the writer within `limit` milliseconds in total. Between turns, a browser can continue to launch, and
 * the signal is checked.
 */
function stepsWithin(limit: number, signal: AbortSignal | undefined) {
  const end = performance.now() + limit
  let turnEnd = 0
  return {
    run: async <T>(steps: () => T, characters: number): Promise<T> => {
      await setImmediate()
      signal?.throwIfAborted()
      turnEnd = performance.now() + TURN_LENGTH
      return runWithTimeLimit(steps, { limit: end - performance.now(), characters })
    },
    isTurnOver: () => performance.now() > turnEnd,
  }
}

/**
 * Returns the English grammar, loaded once for all conversions that share a memory (null for other languages), and the
 * writer's memory.
 */
function grammarFor({ language }: Article, memory: ConversionMemory | undefined) {
  if (!isEnglish(language)) return { grammar: null, memory: memory?.writer }
  const grammar = memory?.grammar ?? loadGrammar()
  if (memory !== undefined) memory.grammar = grammar
  return { grammar, memory: memory?.writer }
}
