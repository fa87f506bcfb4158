import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { deckFileFor, nameOf } from '../convert.ts'
import { save } from '../export/save.ts'
import { Unreadable } from '../read/unreadable.ts'
import { articleAt } from './article-in.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { inputsOf } from './inputs.ts'
import { open } from './open.ts'
import type { OutlineRequest } from './outline-command.ts'
import { printable } from './printable.ts'
import { hasFailed, reportJson, reportText } from './report.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Writes the deck file of an article, and gives the exit code. */
export async function outlineArticle(request: OutlineRequest, signal: AbortSignal): Promise<number> {
  const path = await articleAt(request.article)
  const file = await open(path, signal)
  const target = request.target ?? besideOf(file)
  if (target !== '-') inputsOf([path]).protectFrom([target], 'Name another file.')
  const text = file.messages.length > 0 ? null : await textOf(file, request, signal)
  if (text !== null && target !== '-' && existsSync(target) && !request.overwrites) refuse(target, file)
  tell(file, request, target)
  if (text === null || hasFailed([file], request.choices.strict ?? false)) return ARTICLE_FAILED
  if (target === '-') process.stdout.write(text)
  else {
    await save(target, new TextEncoder().encode(text), signal)
    process.stderr.write(printable(`${target}: edit it, then "lectern ${target}"\n`))
  }
  return DONE
}

/** `talk.deck.md` beside `talk.txt`; standard output for what comes from standard input. */
function besideOf(file: VFile): string {
  return file.path === '-' ? '-' : join(file.dirname ?? '.', `${nameOf(file.path)}.deck.md`)
}

async function textOf(file: VFile, { choices }: OutlineRequest, signal: AbortSignal): Promise<string | null> {
  try {
    return await deckFileFor(file, choices, { signal })
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** @throws {WrongUsage} */
function refuse(target: string, file: VFile): never {
  throw new WrongUsage(
    `"${target}" is there already and may hold edits of yours, so it was left as it is. Keep them with "lectern outline ${file.path} --update ${target}", or lose them with --force.`,
  )
}

/** Standard output has the deck file alone where that is printed. */
function tell(file: VFile, { report }: OutlineRequest, target: string): void {
  if (report === 'json' && target !== '-') process.stdout.write(reportJson([file]))
  else process.stderr.write(reportText([file]))
}
