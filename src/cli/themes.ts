// Runs the `lectern theme` commands.

import { join } from 'node:path'
import { type Browser, withBrowser } from '../browser/browser.ts'
import { save } from '../export/save.ts'
import { fitSample } from '../look/fit-sample.ts'
import { type ContrastPair, isReadable, measureContrast } from '../look/measure-contrast.ts'
import { makePreview } from '../look/preview.ts'
import type { Theme } from '../model/theme.ts'
import { listThemes } from '../theme/list-themes.ts'
import { loadTheme } from '../theme/load-theme.ts'
import { scaffoldTheme } from '../theme/scaffold.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { inputsOf } from './inputs.ts'
import { warningPrinter } from './machine-warnings.ts'
import { printable } from './printable.ts'
import { hasFailed, reportText, warningText } from './report.ts'
import type { ThemeRequest } from './theme-commands.ts'

/** Runs a theme command and returns the exit code. */
export function themes(request: ThemeRequest, signal: AbortSignal): Promise<number> | number {
  switch (request.type) {
    case 'list':
      return list()
    case 'new':
      return make(request)
    case 'check':
      return check(request, signal)
    case 'preview':
      return show(request, signal)
  }
}

type RequestOf<T extends ThemeRequest['type']> = Extract<ThemeRequest, { readonly type: T }>

function list(): number {
  const rows = listThemes()
  const width = Math.max(...rows.map(({ name }) => name.length))
  process.stdout.write(rows.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join(''))
  return DONE
}

function make({ name, from }: RequestOf<'new'>): number {
  const { paths, remarks } = scaffoldTheme(name, from)
  for (const remark of remarks) process.stderr.write(printable(warningText(remark, 'template')))
  process.stderr.write(printable(`${paths.join(' ')}: change them, then "lectern theme preview ./${name}"\n`))
  return DONE
}

async function check({ theme: name, browser: executable }: RequestOf<'check'>, signal: AbortSignal): Promise<number> {
  const theme = loadTheme(name)
  const { pairs, failed } = await withNamedBrowser(executable, signal, async (browser) => {
    const { deck, file } = await fitSample(theme, browser)
    process.stderr.write(reportText([file]))
    return { pairs: await measureContrast(deck, theme, browser), failed: hasFailed([file], false) }
  })
  process.stdout.write(printable(tableOf(pairs, theme)))
  const wrong = pairs.filter((pair) => !isReadable(pair)).length
  const verdict =
    wrong === 0
      ? 'every pair can be read'
      : `${wrong} of ${pairs.length} pairs are hard to read. Change the lightness of one colour in each`
  process.stderr.write(printable(`${name}: ${verdict}\n`))
  return wrong > 0 || failed ? ARTICLE_FAILED : DONE
}

/** Formats a table of colour pairs: "ink #17211e on ground #f8f8f4  15.5 of 4.5  pass  points, table". */
function tableOf(pairs: readonly ContrastPair[], theme: Theme): string {
  const rows = pairs.map((pair) => [
    `${namedIn(theme, pair.ink, isAny)} on ${namedIn(theme, pair.background, isGround)}`,
    `${pair.ratio.toFixed(1)} of ${pair.required.toFixed(1)}`.padStart(WIDEST_RATIO),
    isReadable(pair) ? 'pass' : 'FAIL',
    pair.layouts.join(', '),
  ])
  const width = Math.max(...rows.map(([what = '']) => what.length))
  return rows.map(([what = '', ...rest]) => `${what.padEnd(width)}  ${rest.join('  ')}\n`).join('')
}

const WIDEST_RATIO = '21.0 of 4.5'.length

const isAny = () => true

const isGround = (token: string) => !/(?:^|-)(?:ink|muted|line)$/.test(token)

/** Formats a colour, preceded by the token's name if it has one. */
function namedIn({ tokens }: Theme, colour: string, isMeant: (token: string) => boolean): string {
  const name = Object.entries(tokens).find(([token, value]) => value.toLowerCase() === colour && isMeant(token))?.[0]
  return name === undefined ? colour : `${name} ${colour}`
}

async function show(
  { theme: name, out, canvas, browser: executable }: RequestOf<'preview'>,
  signal: AbortSignal,
): Promise<number> {
  const inputs = inputsOf([])
  const own = loadTheme(name, { allowedFolder: null, onRead: inputs.add })
  const theme = canvas === null ? own : { ...own, canvas }
  const paths = ['html', 'png'].map((extension) => join(out, `${theme.name}-preview.${extension}`))
  inputs.protectFrom(paths)
  const { html, png, file } = await withNamedBrowser(executable, signal, (browser) => makePreview(theme, browser))
  process.stderr.write(reportText([file]))
  const [htmlPath = '', pngPath = ''] = paths
  await save(htmlPath, html, signal)
  await save(pngPath, png, signal)
  process.stderr.write(printable(`${paths.join(' ')}\n`))
  return hasFailed([file], false) ? ARTICLE_FAILED : DONE
}

function withNamedBrowser<T>(
  executable: string | null,
  signal: AbortSignal,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const warn = warningPrinter((text) => void process.stderr.write(text))
  return withBrowser({ executable, warn, signal }, use)
}
