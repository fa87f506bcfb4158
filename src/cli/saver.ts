// Saves the files of each deck.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Conversion } from '../convert.ts'
import { save } from '../export/save.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { quotePath } from '../util/quote-for-shell.ts'
import type { BuildRequest } from './command-line.ts'
import { describeLength } from './describe-length.ts'
import { escapeControls } from './escape-controls.ts'
import { STDOUT } from './output-clashes.ts'
import type { Progress } from './progress.ts'
import type { RunInputs } from './protect-inputs.ts'
import { formatWarning } from './report.ts'

/** Saves the files made from articles, as soon as each deck is made or at the end of the run. */
export interface Saver {
  /** Saves the files of a deck now, or leaves them to `finish`. */
  add(conversion: Conversion): Promise<void>
  /** Saves the files that `add` has left to the end. */
  finish(): Promise<void>
}

export interface SaverOptions {
  /** The number of articles. */
  readonly count: number
  readonly inputs: RunInputs
  readonly progress: Progress
  readonly signal: AbortSignal
}

/**
 * Makes a saver that saves each deck as soon as it is made, and never overwrites an input. If PNG pictures are made
 * from several articles, all files are saved after the last article, because only then are all inputs known, and a
 * picture of a slide might overwrite one of them.
 */
export function createSaver({ choices }: BuildRequest, { count, inputs, progress, signal }: SaverOptions): Saver {
  const defersAll = count > 1 && (choices.formats?.includes('png') ?? false)
  const deferred: Conversion[] = []
  const warn = (reason: string, rule: RuleId) => {
    progress.clear()
    process.stderr.write(escapeControls(formatWarning(reason, rule)))
  }
  const saveOne = async (conversion: Conversion) => {
    const { files, settings } = conversion
    if (settings.out === STDOUT) {
      progress.clear()
      for (const bytes of files.values()) await print(bytes)
    } else
      for (const [name, bytes] of files) {
        const path = join(settings.out, name)
        if (isDeckFileElsewhere(path, conversion)) warn(elsewhereMessage(path, conversion), 'deck-elsewhere')
        if (await mayBeEdited(path, bytes)) warn(keptMessage(path), 'deck-kept')
        else await save(path, bytes, signal, { flag: '--out' })
      }
    progress.clear()
    process.stderr.write(escapeControls(summarise(conversion)))
  }
  return {
    async add(conversion) {
      if (defersAll) deferred.push(conversion)
      if (defersAll) return
      inputs.protectFrom(pathsOf(conversion))
      await saveOne(conversion)
    },
    async finish() {
      inputs.protectFrom(deferred.flatMap(pathsOf))
      for (const conversion of deferred) await saveOne(conversion)
    },
  }
}

/** Writes to standard output; `main.ts` handles the error if the reader has closed the pipe. */
function print(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(bytes, () => resolve()))
}

/** Whether a different deck file already exists, which the author may have edited. */
async function mayBeEdited(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!path.endsWith('.deck.md') || !existsSync(path)) return false
  return !(await readFile(path)).equals(bytes)
}

function keptMessage(path: string): string {
  return `"${path}" already exists and may hold your edits, so it was not changed. Keep them with "lectern outline … --update", or delete it.`
}

/**
 * Whether a deck file is saved in a different folder from its article, where neither the article nor its pictures
 * would be found.
 */
function isDeckFileElsewhere(path: string, { article }: Conversion): boolean {
  return (
    path.endsWith('.deck.md') && existsSync(article.path) && dirname(resolve(article.path)) !== dirname(resolve(path))
  )
}

function elsewhereMessage(path: string, { article }: Conversion): string {
  const folder = dirname(article.path)
  return `"${path}" is not in the folder of "${article.path}", where Lectern looks for its article and its pictures. Move it to ${folder === '.' ? 'this folder' : `"${folder}"`} before you build it, or use "lectern outline ${quotePath(article.path)}" instead.`
}

function pathsOf({ files, settings }: Conversion): readonly string[] {
  return settings.out === STDOUT ? [] : [...files.keys()].map((name) => join(settings.out, name))
}

/** Describes the saved files: "out/talk.html out/talk.pdf: 24 slides, about 14 minutes". */
export function summarise({ article, deck, files, settings }: Conversion): string {
  if (files.size === 0) return `${article.path}: no file was saved\n`
  const folder = settings.out === STDOUT ? '' : settings.out
  const paths = shortenList([...files.keys()].map((name) => join(folder, name))).join(' ')
  return `${paths}: ${describeLength(deck)}\n`
}

/** Shortens a long list of pictures to the first and the last. */
function shortenList(paths: readonly string[]): readonly string[] {
  const pictures = paths.filter((path) => path.endsWith('.png'))
  const omitted = new Set(pictures.slice(1, -1))
  return paths
    .filter((path) => !omitted.has(path))
    .map((path) => (omitted.size > 0 && path === pictures[0] ? `${path} …` : path))
}
