// Runs the `lectern theme` commands.

import { join } from 'node:path'
import { VFile } from 'vfile'
import type { KeptBrowser, WarningHandler } from '../browser/kept-browser.ts'
import { save } from '../export/save.ts'
import { loadEvent } from '../illustrate/load-event.ts'
import { fitSample } from '../look/fit-sample.ts'
import { isReadable, measureContrast } from '../look/measure-contrast.ts'
import { makePreview } from '../look/preview.ts'
import { sampleEvent } from '../look/sample-event.ts'
import { withEventColours } from '../theme/event-colours.ts'
import { listThemes } from '../theme/list-themes.ts'
import { isThemePath, loadTheme } from '../theme/load-theme.ts'
import { reportIdleRules, reportUnembeddedFonts } from './check-theme.ts'
import { contrastTable, contrastVerdict } from './contrast-table.ts'
import { escapeControls } from './escape-controls.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { warningPrinter } from './machine-warnings.ts'
import { collectInputs } from './protect-inputs.ts'
import { formatReport, formatWarning, hasFailed } from './report.ts'
import { saveNewTheme } from './save-new-theme.ts'
import type { ThemeRequest } from './theme-commands.ts'

/** Calls `use` with a browser, given its path or command; null for the first one found. */
export type UseBrowser = <T>(executable: string | null, use: (browser: KeptBrowser) => Promise<T>) => Promise<T>

interface ThemeCommandContext {
  readonly signal: AbortSignal
  readonly useBrowser: UseBrowser
}

/** Runs a `lectern theme` command and returns the exit code. */
export function runThemeCommand(request: ThemeRequest, context: ThemeCommandContext): Promise<number> | number {
  switch (request.type) {
    case 'list':
      return printThemeList()
    case 'new':
      return create(request)
    case 'check':
      return check(request, context)
    case 'preview':
      return savePreview(request, context)
  }
}

type RequestOf<T extends ThemeRequest['type']> = Extract<ThemeRequest, { readonly type: T }>

function printThemeList(): number {
  const rows = listThemes()
  const width = Math.max(...rows.map(({ name }) => name.length))
  process.stdout.write(rows.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join(''))
  return DONE
}

async function create({ name, from }: RequestOf<'new'>): Promise<number> {
  const { paths, remarks } = await saveNewTheme(name, from)
  for (const remark of remarks) process.stderr.write(escapeControls(formatWarning(remark, 'template')))
  process.stderr.write(escapeControls(`${paths.join(' ')}: change them, then "lectern theme preview ./${name}"\n`))
  return DONE
}

async function check(
  { theme: name, event: eventPath, browser: executable }: RequestOf<'check'>,
  { useBrowser }: ThemeCommandContext,
): Promise<number> {
  const event = eventPath === null ? sampleEvent : await loadEvent(eventPath)
  const eventFile = new VFile({ path: eventPath ?? name })
  const theme = withEventColours(loadTheme(name), event, eventFile)
  const { pairs, failed } = await useBrowser(executable, async ({ getBrowser }) => {
    const browser = await getBrowser(printWarnings())
    const { deck, file } = await fitSample(theme, browser, messagePath(name))
    reportUnembeddedFonts(theme, file)
    const styles = await reportIdleRules(name, { theme, deck: { ...deck, event } }, browser)
    process.stderr.write(formatReport([eventFile, file, ...styles]))
    return { pairs: await measureContrast({ ...deck, event }, theme, browser), failed: hasFailed([file]) }
  })
  process.stdout.write(escapeControls(contrastTable(pairs, theme)))
  process.stderr.write(escapeControls(`${name}: ${contrastVerdict(pairs, theme)}\n`))
  return failed || !pairs.every(isReadable) ? ARTICLE_FAILED : DONE
}

/** Returns the path to give in messages about a theme. */
function messagePath(name: string): string {
  return isThemePath(name) ? join(name, 'theme.yaml') : name
}

async function savePreview(
  { theme: name, out, canvas, browser: executable }: RequestOf<'preview'>,
  { signal, useBrowser }: ThemeCommandContext,
): Promise<number> {
  const inputs = collectInputs([])
  const loaded = loadTheme(name, { allowedFolder: null, onRead: inputs.add })
  const theme = canvas === null ? loaded : { ...loaded, canvas }
  const paths = ['html', 'png'].map((extension) => join(out, `${theme.name}-preview.${extension}`))
  inputs.protectFrom(paths)
  const { html, png, file } = await useBrowser(executable, async ({ getBrowser }) =>
    makePreview(theme, await getBrowser(printWarnings()), messagePath(name)),
  )
  process.stderr.write(formatReport([file]))
  const [htmlPath = '', pngPath = ''] = paths
  await save(htmlPath, html, signal, { flag: '--out' })
  await save(pngPath, png, signal, { flag: '--out' })
  process.stderr.write(escapeControls(`${paths.join(' ')}\n`))
  return hasFailed([file]) ? ARTICLE_FAILED : DONE
}

function printWarnings(): WarningHandler {
  return warningPrinter((text) => void process.stderr.write(text))
}
