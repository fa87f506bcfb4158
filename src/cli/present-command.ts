import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DeckKind } from '../deck-file/other/deck-kind.ts'
import type { Choices } from '../settings/settings.ts'
import { deckOptions } from './deck-options.ts'
import { describe } from './describe.ts'

/** Arguments of `lectern present`. */
export interface PresentRequest {
  readonly article: string
  readonly choices: Choices
  /** The kind of file; undefined to detect it from the content. */
  readonly as: DeckKind | undefined
  /** Whether an address may point to this machine or its network. */
  readonly allowsPrivate: boolean
  /** Null for the default port, or the next one that is free. */
  readonly port: number | null
  /** Whether to open the browser. */
  readonly opens: boolean
  /** Whether to open the speaker's view too. */
  readonly isSpeaker: boolean
}

/** Adds `present`, with the deck flags that matter on screen. It only parses; `act` does the work. */
export function addPresentCommand(program: Command, act: (request: PresentRequest) => Promise<void>): void {
  const command = describe(program.command('present <article>'), {
    summary: 'show the deck, with live reload and a speaker view',
    description:
      'Serves the deck on this machine only, with a speaker view, and shows each change of article, theme, event and images at once. "lectern help keys" lists the keys.',
    examples: ['lectern present talk.txt', 'lectern present talk.txt --speaker'],
  })
  for (const option of deckOptions()) if (!FILE_FLAGS.includes(option.long ?? '')) command.addOption(option)
  command
    .addOption(new Option('--port <n>', 'where it is served (4321, or the next that is free)').argParser(portNumber))
    .addOption(new Option('--no-open', 'open no browser'))
    .addOption(new Option('--speaker', 'open the speaker view too'))
    .action((article: string, { port, open, speaker, as, allowPrivate, ...choices }: PresentFlags) =>
      act({
        article,
        choices,
        as,
        allowsPrivate: allowPrivate ?? false,
        port: port ?? null,
        opens: open,
        isSpeaker: speaker ?? false,
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

/** Flags about saved files, which a presentation does not have. */
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

function portNumber(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0
  if (value < 1 || value > LAST_PORT) throw new InvalidArgumentError(`Give a number from 1 to ${LAST_PORT}.`)
  return value
}
