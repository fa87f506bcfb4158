// Runs `lectern new`.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { save } from '../export/save.ts'
import { eventJsonSchema } from '../theme/event-file.ts'
import { listThemes } from '../theme/list-themes.ts'
import { scaffoldTheme } from '../theme/scaffold.ts'
import { DONE } from './exit-code.ts'
import type { NewRequest } from './new-command.ts'
import { EVENT_SCHEMA, newArticle, newEvent } from './new-files.ts'
import { printable } from './printable.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Creates a folder with an article, an event and a theme, ready to build; returns the exit code. */
export async function startTalk({ folder: named, isQuiet }: NewRequest): Promise<number> {
  const isInteractive = !isQuiet && process.stdin.isTTY === true && process.stderr.isTTY === true
  const defaults: Answers = { folder: named ?? 'my-talk', event: 'My Event', look: 'lectern' }
  const { folder, event, look } = isInteractive ? await ask(defaults, named !== null) : defaults
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new WrongUsage(`"${folder}" already exists and is not empty. Name another folder.`)
  await save(join(folder, 'talk.md'), newArticle())
  await save(join(folder, 'event.yaml'), newEvent(event))
  await save(join(folder, EVENT_SCHEMA), `${JSON.stringify(eventJsonSchema(), null, 2)}\n`)
  scaffoldTheme(join(folder, 'look'), look)
  process.stderr.write(printable(nextSteps(folder)))
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
  readonly look: string
}

/** Asks on the terminal. Enter accepts the answer in brackets. */
async function ask(defaults: Answers, isNamed: boolean): Promise<Answers> {
  const looks = listThemes()
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = async (question: string, fallback: string) =>
      (await terminal.question(`${question} [${fallback}]: `)).trim() || fallback
    const folder = isNamed ? defaults.folder : await answer('Folder', defaults.folder)
    const event = await answer('Name of the event', defaults.event)
    process.stderr.write(looks.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}\n`).join(''))
    const look = await answer('Theme', defaults.look)
    if (!looks.some(({ name }) => name === look))
      throw new WrongUsage(`There is no theme "${look}". Choose ${looks.map(({ name }) => name).join(', ')}.`)
    return { folder, event, look }
  } finally {
    terminal.close()
  }
}
