// The commands `lectern theme list`, `new`, `check` and `preview`.

import { type Command, Option } from 'commander'
import type { Canvas } from '../model/theme.ts'
import { describeCommand } from './describe-command.ts'
import { parseCanvas } from './parse-canvas.ts'
import { resolveTheme } from './resolve-theme.ts'
import { UsageError } from './usage-error.ts'

/** Arguments of the `lectern theme` commands. */
export type ThemeRequest =
  | { readonly type: 'list' }
  | { readonly type: 'new'; readonly name: string; readonly from: string }
  | { readonly type: 'check'; readonly theme: string; readonly event: string | null; readonly browser: string | null }
  | {
      readonly type: 'preview'
      readonly theme: string
      readonly out: string
      readonly canvas: Canvas | null
      readonly browser: string | null
    }

/**
 * Adds `theme list`, `theme new`, `theme check` and `theme preview`. They only parse arguments; `handle` does the work.
 */
export function addThemeCommands(program: Command, handle: (request: ThemeRequest) => Promise<void>): void {
  const theme = describeCommand(program.command('theme'), {
    summary: 'list, make, check and preview themes',
    description: 'Lists, makes, checks and previews themes. "lectern help themes" explains how to make one.',
  }).action(() => {
    throw new UsageError('A theme command is missing. Try "lectern theme list", or "lectern help theme".')
  })
  theme.helpCommand(false)
  describeCommand(theme.command('list'), { summary: 'list the themes that come with Lectern' }).action(() =>
    handle({ type: 'list' }),
  )
  describeCommand(theme.command('new <name>'), {
    summary: 'make a theme of your own, with comments that explain it',
    examples: ['lectern theme new my-look --from stage', 'lectern theme new acme --from acme.potx'],
  })
    .option('--from <theme|file>', 'the theme to start from, or a .potx to imitate', 'lectern')
    .action((name: string, { from }: { from: string }) => handle({ type: 'new', name, from }))
  describeCommand(theme.command('check <folder>'), {
    summary: 'report what is wrong with a theme, and the contrast of all text',
    examples: ['lectern theme check ./my-look', 'lectern theme check ./my-look --event event.yaml'],
  })
    .option('--event <file>', 'the event whose text and colours to measure (a sample event)')
    .addOption(browserOption())
    .action((folder: string, flags: ThemeFlags & { event?: string }) =>
      handle({
        type: 'check',
        theme: resolveTheme(folder),
        event: flags.event ?? null,
        browser: flags.browser ?? null,
      }),
    )
  describeCommand(theme.command('preview <theme>'), {
    summary: 'save every layout in this theme on one sheet, as HTML and PNG',
    examples: ['lectern theme preview ./my-look'],
  })
    .option('-o, --out <folder>', 'where the files go', 'out')
    .addOption(new Option('--canvas <shape>', "the shape of slides: 16:9 or 4:3 (the theme's)").argParser(parseCanvas))
    .addOption(browserOption())
    .action((name: string, flags: ThemeFlags & { out: string }) =>
      handle({
        type: 'preview',
        theme: resolveTheme(name),
        out: flags.out,
        canvas: flags.canvas ?? null,
        browser: flags.browser ?? null,
      }),
    )
}

interface ThemeFlags {
  readonly browser?: string
  readonly canvas?: Canvas
}

function browserOption(): Option {
  return new Option('--browser <path>', 'the Chrome or Chromium to use')
}
