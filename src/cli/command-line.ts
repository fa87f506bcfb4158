// The command line: all commands with their flags.

import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { DeckKind } from '../deck-file/other-tools/deck-kind.ts'
import type { Format } from '../model/settings.ts'
import type { Choices } from '../settings/settings.ts'
import { addCompletionCommand } from './completion-command.ts'
import { deckOptions } from './deck-options.ts'
import { type CommandHelp, describeCommand } from './describe-command.ts'
import { addDoctorCommand, type DoctorRequest } from './doctor-command.ts'
import { NO_ARTICLE } from './find-article.ts'
import { addHelpCommand } from './help/help-command.ts'
import { formatOverview } from './help/overview.ts'
import { WIDTH } from './help/width.ts'
import { readManifest } from './manifest.ts'
import { addNewCommand, type NewRequest } from './new-command.ts'
import { addOutlineCommand, type OutlineRequest } from './outline-command.ts'
import { addPresentCommand, type PresentRequest } from './present-command.ts'
import { addThemeCommands, type ThemeRequest } from './theme-commands.ts'
import { refuseUnknownCommand } from './unknown-command.ts'
import { UsageError } from './usage-error.ts'

/** Arguments of `lectern build` and `lectern check`. */
export interface BuildRequest {
  readonly articles: readonly string[]
  readonly choices: Choices
  readonly report: 'text' | 'json'
  /** Whether files are saved; a check saves none. */
  readonly saves: boolean
  /** Whether `check` lists alternatives for the slides. */
  readonly listsAlternatives: boolean
  /** Whether `check` explains, for each sentence, why it is shown or not. */
  readonly explainsReasons: boolean
  /** The kind of file: an article, or another tool's deck; undefined to detect it from the content. */
  readonly as: DeckKind | undefined
  /** Whether pages may be fetched from this machine or its network. */
  readonly allowsPrivate: boolean
}

/** The functions that carry out the commands. */
export interface CommandHandlers {
  readonly build: (request: BuildRequest) => Promise<void>
  readonly theme: (request: ThemeRequest) => Promise<void>
  readonly present: (request: PresentRequest) => Promise<void>
  readonly outline: (request: OutlineRequest) => Promise<void>
  readonly new: (request: NewRequest) => Promise<void>
  readonly doctor: (request: DoctorRequest) => Promise<void>
}

/** Makes the program: its commands, flags and help. It only parses arguments; the handlers do the work. */
export function createCommandLine(handlers: CommandHandlers): Command {
  const program = new Command('lectern')
    .description('Lectern turns an article into a deck: slides, speaker notes, PDFs, PowerPoint.')
    .version(readManifest().version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      outputError: (text, print) => print(`${text.replace(/^error: /, 'lectern: ')}${hintOnFile(text)}`),
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    })
    .showHelpAfterError('Run "lectern help" to see the commands and options.')
  program.helpInformation = () => formatOverview(program)
  addArticlesCommand(program, BUILD, handlers)
  addPresentCommand(program, handlers.present)
  addOutlineCommand(program, handlers.outline)
  addArticlesCommand(program, CHECK, handlers)
  addThemeCommands(program, handlers.theme)
  addNewCommand(program, handlers.new)
  addDoctorCommand(program, handlers.doctor)
  addHelpCommand(program)
  addCompletionCommand(program)
  return program
}

/** Returns a hint on how to write the path of a file that looks like an option; empty if there is no such file. */
function hintOnFile(error: string): string {
  const [, name] = /^error: unknown option '(-.*)'/.exec(error) ?? []
  return name !== undefined && existsSync(name) ? `To open the file with this name, write "./${name}".\n` : ''
}

/** A command that takes any number of articles. */
interface ArticlesCommand extends CommandHelp {
  readonly name: string
  readonly isDefault: boolean
  readonly saves: boolean
}

const BUILD: ArticlesCommand = {
  name: 'build',
  summary: 'make the files (the default command)',
  description: 'Makes the files of each article: HTML and PDF, or what --to asks for.',
  examples: [
    'lectern talk.txt',
    'lectern talk.txt --to html,handout --paper letter',
    'lectern talk.txt --theme stage --event event.yaml',
    'lectern talk.md notes.docx --out decks',
  ],
  isDefault: true,
  saves: true,
}

const CHECK: ArticlesCommand = {
  name: 'check',
  summary: 'report what is wrong; save nothing',
  description: 'Prints every message, including measured overflow, and saves nothing.',
  examples: [
    'lectern check talk.txt --strict',
    'lectern check talk.txt --alternatives',
    'lectern check talk.txt --why',
  ],
  isDefault: false,
  saves: false,
}

function addArticlesCommand(
  program: Command,
  { isDefault, saves, name, ...description }: ArticlesCommand,
  handlers: CommandHandlers,
): void {
  const command = describeCommand(program.command(`${name} [articles...]`, { isDefault }), description)
  for (const option of deckOptions()) command.addOption(option)
  if (!saves) {
    command.option('--alternatives', 'list what else each slide could say, with scores')
    command.option('--why', 'explain why each sentence is shown or not')
  }
  command.action(async (articles: readonly string[], flags: BuildFlags) => {
    if (articles.length === 0) throw new UsageError(NO_ARTICLE)
    if (isDefault) refuseUnknownCommand(articles[0] ?? '', program)
    const { report, alternatives = false, why = false, as, allowPrivate = false, ...choices } = flags
    await handlers.build({
      articles,
      choices: { ...choices, formats: choices.to },
      report,
      saves,
      listsAlternatives: alternatives,
      explainsReasons: why,
      as,
      allowsPrivate: allowPrivate,
    })
  })
}

interface BuildFlags extends Choices {
  readonly to?: readonly Format[]
  readonly report: 'text' | 'json'
  readonly alternatives?: boolean
  readonly why?: boolean
  readonly as?: DeckKind
  readonly allowPrivate?: boolean
}
