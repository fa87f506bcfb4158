import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { type DeckKind, KINDS } from '../deck-file/other/kind.ts'
import { FORMATS, type Format, HANDOUTS, MOST_MINUTES, MOST_SCALE, PAPERS } from '../model/settings.ts'
import type { Choices } from '../settings/settings.ts'
import { NO_ARTICLE } from './article-in.ts'
import { canvas } from './canvas.ts'
import { addOutlineCommand, type OutlineRequest } from './outline-command.ts'
import { addPresentCommand, type PresentRequest } from './present-command.ts'
import { addThemeCommands, type ThemeRequest } from './theme-commands.ts'
import { refuseUnknownCommand } from './unknown-command.ts'
import { WrongUsage } from './wrong-usage.ts'

/** What the command line asks for. */
export interface Request {
  readonly articles: readonly string[]
  readonly choices: Choices
  readonly report: 'text' | 'json'
  /** Whether files are saved; a check saves none. */
  readonly saves: boolean
  /** Whether a check lists what else the slides could say. */
  readonly alternatives: boolean
  /** What the files are; undefined where their marks decide. */
  readonly as: DeckKind | undefined
  /** Whether an address may be one of this machine or its network. */
  readonly allowsPrivate: boolean
}

/** What does the work. */
export interface Acts {
  readonly build: (request: Request) => Promise<void>
  readonly theme: (request: ThemeRequest) => Promise<void>
  readonly present: (request: PresentRequest) => Promise<void>
  readonly outline: (request: OutlineRequest) => Promise<void>
}

/** The program: its commands, its flags and its help, made from two tables. It only reads; `acts` do the work. */
export function commandLine(acts: Acts): Command {
  const program = new Command('lectern')
    .description('Turns an article into a deck: slides in a browser, speaker notes, PDF slides and a PDF handout.')
    .version(versionOf(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ outputError: (text, print) => print(text.replace(/^error: /, 'lectern: ')) })
    .showHelpAfterError('Run "lectern help" for what it understands.')
  for (const { name, summary, isDefault, saves } of COMMANDS) {
    const command = program
      .command(`${name} [articles...]`, { isDefault })
      .summary(summary)
      .description(summary)
      .exitOverride()
    for (const option of OPTIONS) command.addOption(option())
    if (!saves) command.option('--alternatives', 'list what else each slide could say, with scores')
    command.action(async (articles: readonly string[], flags: Flags) => {
      if (articles.length === 0) throw new WrongUsage(NO_ARTICLE)
      if (isDefault) refuseUnknownCommand(articles[0] ?? '', program)
      const { report, alternatives = false, as, allowPrivate = false, ...choices } = flags
      await acts.build({
        articles,
        choices: { ...choices, formats: choices.to },
        report,
        saves,
        alternatives,
        as,
        allowsPrivate: allowPrivate,
      })
    })
  }
  addOutlineCommand(
    program,
    OPTIONS.map((option) => option()),
    acts.outline,
  )
  addThemeCommands(program, acts.theme)
  addPresentCommand(
    program,
    OPTIONS.map((option) => option()),
    acts.present,
  )
  return program
}

interface Flags extends Choices {
  readonly to?: readonly Format[]
  readonly report: 'text' | 'json'
  readonly alternatives?: boolean
  readonly as?: DeckKind
  readonly allowPrivate?: boolean
}

const COMMANDS = [
  { name: 'build', summary: 'make the files (the command where none is named)', isDefault: true, saves: true },
  {
    name: 'check',
    summary: 'tell every message, measured overflow included; save nothing',
    isDefault: false,
    saves: false,
  },
] as const

/** Every flag. What has a default of its own leaves it to the settings, which know the article's front matter too. */
const OPTIONS: readonly (() => Option)[] = [
  () => new Option('-o, --out <folder>', 'where files go (out)'),
  () => new Option('--to <list>', `what to make: ${FORMATS.join(',')} (html,pdf)`).argParser(formats),
  () => new Option('--theme <name|dir>', 'the look (front matter, else lectern)'),
  () => new Option('--event <file>', "the event's YAML: its logo, colours, footer (front matter)"),
  () => new Option('--minutes <n>', 'the length of the talk (that of the article)').argParser(minutes),
  () => new Option('--canvas <shape>', "the slide's shape: 16:9 or 4:3 (the theme's)").argParser(canvas),
  () => new Option('--handout <layout>', 'slides a page of the handout, or its form (3)').choices([...HANDOUTS]),
  () => new Option('--paper <size>', 'the paper of the handout (a4)').choices([...PAPERS]),
  () => new Option('--steps', 'a PDF page for every step of a slide'),
  () => new Option('--scale <n>', 'pixels for one CSS pixel in PNG (1)').argParser(scale),
  () => new Option('--pptx-template <file>', "a .potx whose layouts PowerPoint files are written on (the look's own)"),
  () => new Option('--print-theme <name|dir>', 'another theme for paper (that of the screen)'),
  () => new Option('--root <folder>', "how far up images may be read (the article's own folder)"),
  () => new Option('--as <kind>', 'what the file is (its own marks)').choices([...KINDS]),
  () => new Option('--allow-private', 'fetch an address of this machine or its network too'),
  () => new Option('--browser <path>', 'the Chrome or Chromium to use'),
  () => new Option('--strict', 'warnings count as errors'),
  () => new Option('--report <form>', 'how messages are told').choices(['text', 'json']).default('text'),
]

function formats(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim())
  const known = names.flatMap((name) => FORMATS.filter((format) => format === name))
  const unknown = names.filter((name) => !FORMATS.some((format) => format === name))
  if (unknown.length > 0)
    throw new InvalidArgumentError(`"${unknown.join(', ')}" cannot be made. Choose from ${FORMATS.join(', ')}.`)
  return [...new Set(known)]
}

function minutes(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0
  if (value < 1 || value > MOST_MINUTES)
    throw new InvalidArgumentError(`Give a number of minutes from 1 to ${MOST_MINUTES}.`)
  return value
}

function scale(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0
  if (value <= 0 || value > MOST_SCALE) throw new InvalidArgumentError(`Give a number up to ${MOST_SCALE}.`)
  return value
}

function versionOf(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return String(JSON.parse(text).version)
}
