import { join } from 'node:path'
import { type Browser, withBrowser } from '../browser/browser.ts'
import { save } from '../export/save.ts'
import { preview } from '../look/preview.ts'
import { listThemes } from '../theme/list.ts'
import { loadTheme } from '../theme/load.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { printable } from './printable.ts'
import { hasFailed, reportText } from './report.ts'
import type { ThemeRequest } from './theme-commands.ts'

/** Does what is asked for of themes, and gives the exit code. */
export function themes(request: ThemeRequest, signal: AbortSignal): Promise<number> | number {
  switch (request.type) {
    case 'list':
      return list()
    case 'preview':
      return show(request, signal)
  }
  return DONE
}

function list(): number {
  const rows = listThemes()
  const width = Math.max(...rows.map(({ name }) => name.length))
  process.stdout.write(rows.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join(''))
  return DONE
}

async function show(
  { theme: name, out, canvas, browser: executable }: ThemeRequest & { type: 'preview' },
  signal: AbortSignal,
): Promise<number> {
  const theme = loadTheme(name)
  const { html, png, file } = await lent(executable, signal, (browser) =>
    preview(canvas === null ? theme : { ...theme, canvas }, browser),
  )
  process.stderr.write(reportText([file]))
  for (const [extension, content] of [
    ['html', html],
    ['png', png],
  ] as const) {
    const path = join(out, `${theme.name}-preview.${extension}`)
    await save(path, content, signal)
    process.stderr.write(printable(`${path}\n`))
  }
  return hasFailed([file], false) ? ARTICLE_FAILED : DONE
}

function lent<T>(executable: string | null, signal: AbortSignal, use: (browser: Browser) => Promise<T>): Promise<T> {
  const warn = (reason: string, ruleId: string) => {
    process.stderr.write(`lectern: warning: ${reason} (${ruleId})\n`)
  }
  return withBrowser({ executable, warn, signal }, use)
}
