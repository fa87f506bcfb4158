import { InvalidArgumentError, Option } from 'commander'
import { DECK_KINDS } from '../deck-file/other-tools/deck-kind.ts'
import { FORMATS, type Format, HANDOUTS, MAX_MINUTES, MAX_SCALE, PAPERS } from '../model/settings.ts'
import { parseCanvas } from './parse-canvas.ts'
import { resolveTheme } from './resolve-theme.ts'

/**
 * Creates the options for decks, afresh for each command. Defaults are left to the settings, which also take the
 * article's front matter into account.
 */
export function deckOptions(): readonly Option[] {
  return GROUPS.flatMap(([heading, options]) => options.map((option) => option().helpGroup(heading)))
}

const GROUPS: readonly (readonly [heading: string, options: readonly (() => Option)[]])[] = [
  [
    'Files:',
    [
      () => new Option('--to <list>', `the files to make: ${FORMATS.join(',')} (html,pdf)`).argParser(parseFormats),
      () => new Option('-o, --out <folder>', 'the folder for the files (out); - prints one file'),
      () =>
        new Option('--minutes <n>', 'the length of the talk (as long as the article takes)').argParser(parseMinutes),
      () => new Option('--as <kind>', 'the kind of file (detected automatically)').choices([...DECK_KINDS]),
    ],
  ],
  [
    'Appearance:',
    [
      () => new Option('--theme <name|dir>', 'the theme (front matter, or lectern)').argParser(resolveTheme),
      () => new Option('--event <file>', 'the event file, with logo, colours and footer (front matter)'),
      () => new Option('--canvas <shape>', "the shape of slides: 16:9 or 4:3 (the theme's)").argParser(parseCanvas),
    ],
  ],
  [
    'On paper, as pictures, in PowerPoint:',
    [
      () => new Option('--handout <layout>', 'slides per page, notes or lines (3)').choices([...HANDOUTS]),
      () => new Option('--paper <size>', 'the paper size of the handout (a4)').choices([...PAPERS]),
      () => new Option('--print-theme <name|dir>', 'the theme for paper (as on screen)').argParser(resolveTheme),
      () => new Option('--steps', 'a PDF page for every step of a slide'),
      () => new Option('--scale <n>', 'pixels per CSS pixel in PNG (1)').argParser(parseScale),
      () => new Option('--pptx-template <file>', "a .potx template for PowerPoint (the theme's layouts)"),
    ],
  ],
  [
    'Other options:',
    [
      () => new Option('--root <folder>', "the folder that images may come from (the article's)"),
      () => new Option('--allow-private', 'also fetch from this machine and its local network'),
      () => new Option('--browser <path>', 'the Chrome or Chromium to use'),
      () => new Option('--strict', 'warnings count as errors'),
      () => new Option('--report <format>', 'how messages are printed').choices(['text', 'json']).default('text'),
    ],
  ],
]

function parseFormats(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim())
  const formats = names.flatMap((name) => FORMATS.filter((format) => format === name))
  const unknownNames = names.filter((name) => !FORMATS.some((format) => format === name))
  if (unknownNames.length > 0)
    throw new InvalidArgumentError(`"${unknownNames.join(', ')}" cannot be made. Choose from ${FORMATS.join(', ')}.`)
  return [...new Set(formats)]
}

/** Reads a number such as 10 or 7.5; 0 for any other text. */
function parseNumber(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0
}

function parseMinutes(text: string): number {
  const value = parseNumber(text)
  if (value < 1 || value > MAX_MINUTES)
    throw new InvalidArgumentError(`Give a number of minutes from 1 to ${MAX_MINUTES}.`)
  return value
}

function parseScale(text: string): number {
  const value = parseNumber(text)
  if (value <= 0 || value > MAX_SCALE) throw new InvalidArgumentError(`Give a number above 0, up to ${MAX_SCALE}.`)
  return value
}
