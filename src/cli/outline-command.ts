// The `lectern outline` command.

import { type Command, Option } from 'commander'
import type { DeckKind } from '../deck-file/other-tools/deck-kind.ts'
import type { Choices } from '../settings/settings.ts'
import { deckOptions } from './deck-options.ts'
import { describeCommand } from './describe-command.ts'

/** Arguments of `lectern outline`. */
export interface OutlineRequest {
  readonly article: string
  /** The path of the deck file; null to put it next to the article, `-` for standard output. */
  readonly target: string | null
  readonly choices: Choices
  readonly report: 'text' | 'json'
  /** Whether an existing deck file is overwritten. */
  readonly overwrites: boolean
  /** The deck file to update; null for none. */
  readonly update: string | null
  /** The kind of file: an article, or another tool's deck; undefined to detect it from the content. */
  readonly as: DeckKind | undefined
  /** Whether pages may be fetched from this machine or its network. */
  readonly allowsPrivate: boolean
}

/** Adds `outline`, with the deck flags that apply to it. It only parses arguments; `handle` does the work. */
export function addOutlineCommand(program: Command, handle: (request: OutlineRequest) => Promise<void>): void {
  const command = describeCommand(program.command('outline <article> [target]'), {
    summary: 'write the deck as Markdown to edit',
    description:
      'Writes the deck as Markdown: talk.deck.md beside the article, a file that you name, or - for standard output. "lectern help decks" explains how to edit it.',
    examples: ['lectern outline talk.txt', 'lectern outline talk.txt --update talk.deck.md'],
  })
  for (const option of deckOptions()) if (DECK_FLAGS.includes(option.long ?? '')) command.addOption(option)
  command
    .addOption(new Option('--update <deck>', 'update a deck file from its article and keep your edits'))
    .addOption(new Option('--force', 'overwrite an existing deck file: loses its edits, keeps its theme and event'))
    .action(
      (
        article: string,
        target: string | undefined,
        { report, force, update, as, allowPrivate, ...choices }: OutlineFlags,
      ) =>
        handle({
          article,
          target: target ?? null,
          choices,
          report,
          overwrites: force ?? false,
          update: update ?? null,
          as,
          allowsPrivate: allowPrivate ?? false,
        }),
    )
}

interface OutlineFlags extends Choices {
  readonly report: 'text' | 'json'
  readonly force?: boolean
  readonly update?: string
  readonly as?: DeckKind
  readonly allowPrivate?: boolean
}

/** The deck flags that affect the deck file or how its article is read. */
const DECK_FLAGS = [
  '--theme',
  '--event',
  '--minutes',
  '--canvas',
  '--handout',
  '--paper',
  '--as',
  '--allow-private',
  '--strict',
  '--report',
]
