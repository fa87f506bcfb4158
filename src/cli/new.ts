// Runs `lectern new`.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { save } from '../export/save.ts'
import { eventJsonSchema } from '../theme/event-file.ts'
import { listThemes } from '../theme/list-themes.ts'
import { escapeControls } from './escape-controls.ts'
import { DONE } from './exit-code.ts'
import type { NewRequest } from './new-command.ts'
import { EVENT_SCHEMA, newArticle, newEvent } from './new-files.ts'
import { saveNewTheme } from './save-new-theme.ts'
import { UsageError } from './usage-error.ts'

/** Creates a folder with an article, an event and a theme, ready to build; returns the exit code. */
export async function createTalk({ folder: requested, skipsQuestions }: NewRequest): Promise<number> {
  const isInteractive = !skipsQuestions && process.stdin.isTTY === true && process.stderr.isTTY === true
  const defaults: Answers = { folder: requested ?? 'my-talk', event: 'My Event', theme: 'lectern' }
  const { folder, event, theme } = isInteractive ? await askQuestions(defaults, requested !== null) : defaults
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`"${folder}" already exists and is not empty. Choose another folder.`)
  await save(join(folder, 'talk.md'), newArticle())
  await save(join(folder, 'event.yaml'), newEvent(event))
  await save(join(folder, EVENT_SCHEMA), `${JSON.stringify(eventJsonSchema(), null, 2)}\n`)
  await saveNewTheme(join(folder, 'look'), theme)
  process.stderr.write(escapeControls(nextSteps(folder)))
  return DONE
}

function nextSteps(folder: string): string {
  return `${folder} has an article (talk.md), an event (event.yaml) and a theme of your own (look/). Next:

  cd ${folder}
  lectern present talk.md     see it while you write
  lectern talk.md             make out/talk.html and out/talk.pdf
`
}

interface Answers {
  readonly folder: string
  readonly event: string
  readonly theme: string
}

/** Asks for the answers on the terminal. Enter accepts the default, which is shown in brackets. */
async function askQuestions(defaults: Answers, hasFolder: boolean): Promise<Answers> {
  const themes = listThemes()
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const ask = async (question: string, fallback: string) =>
      (await terminal.question(`${question} [${fallback}]: `)).trim() || fallback
    const folder = hasFolder ? defaults.folder : await ask('Folder', defaults.folder)
    const event = await ask('Name of the event', defaults.event)
    process.stderr.write(themes.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}\n`).join(''))
    const theme = await ask('Theme', defaults.theme)
    if (!themes.some(({ name }) => name === theme))
      throw new UsageError(`There is no theme "${theme}". Choose from ${themes.map(({ name }) => name).join(', ')}.`)
    return { folder, event, theme }
  } finally {
    terminal.close()
  }
}
