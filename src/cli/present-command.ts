// The `lectern present` command.

import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DeckKind } from '../deck-file/other-tools/deck-kind.ts'
import type { Choices } from '../settings/settings.ts'
import { deckOptions } from './deck-options.ts'
import { describeCommand } from './describe-command.ts'

/** Arguments of `lectern present`. */
export interface PresentRequest {
  readonly article: string
  readonly choices: Choices
  /** The kind of file: an article, or another tool's deck; undefined to detect it from the content. */
  readonly as: DeckKind | undefined
  /** Whether pages may be fetched from this machine or its network. */
  readonly allowsPrivate: boolean
  /** Null for the default port or the next free one. */
  readonly port: number | null
  readonly opensBrowser: boolean
  /** Whether the browser also opens the speaker view. */
  readonly opensSpeakerView: boolean
}

/** Adds `present`, with the deck flags that matter on screen. It only parses arguments; `handle` does the work. */
export function addPresentCommand(program: Command, handle: (request: PresentRequest) => Promise<void>): void {
  const command = describeCommand(program.command('present <article>'), {
    summary: 'show the deck, with live reload and a speaker view',
    description:
      'Serves the deck on this machine only, with a speaker view, and shows changes to the article, theme, event and images at once. "lectern help keys" lists the keyboard shortcuts.',
    examples: ['lectern present talk.txt', 'lectern present talk.txt --speaker'],
  })
  for (const option of deckOptions()) if (!FILE_FLAGS.includes(option.long ?? '')) command.addOption(option)
  command
    .addOption(new Option('--port <n>', 'the port to serve it on (4321, or the next free one)').argParser(parsePort))
    .addOption(new Option('--no-open', 'do not open a browser'))
    .addOption(new Option('--speaker', 'open the speaker view too'))
    .action((article: string, { port, open, speaker, as, allowPrivate, ...choices }: PresentFlags) =>
      handle({
        article,
        choices,
        as,
        allowsPrivate: allowPrivate ?? false,
        port: port ?? null,
        opensBrowser: open,
        opensSpeakerView: speaker ?? false,
      }),
    )
}

interface PresentFlags extends Choices {
  readonly as?: DeckKind
  readonly allowPrivate?: boolean
  readonly port?: number
  readonly open: boolean
  readonly speaker?: boolean
}

/** The deck flags that concern saved files and reports, which `present` does not make. */
const FILE_FLAGS = [
  '--out',
  '--to',
  '--handout',
  '--paper',
  '--steps',
  '--scale',
  '--print-theme',
  '--pptx-template',
  '--strict',
  '--report',
]

const LAST_PORT = 65_535

function parsePort(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0
  if (value < 1 || value > LAST_PORT) throw new InvalidArgumentError(`Give a number from 1 to ${LAST_PORT}.`)
  return value
}
