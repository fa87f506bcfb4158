// Runs `lectern outline`.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { deckFileFor, outlineDeck } from '../conversion/deck-file.ts'
import { type MakeOutline, updateDeck } from '../deck-file/merge/update.ts'
import { nameOf } from '../export/base-name.ts'
import { save } from '../export/save.ts'
import { bytesOf } from '../model/bytes.ts'
import { isWebAddress } from '../model/web-address.ts'
import { Unreadable } from '../read/unreadable.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { articleAt } from './find-article.ts'
import { inputsOf } from './inputs.ts'
import { isReadable, type OpenedInput, open } from './open.ts'
import type { OutlineRequest } from './outline-command.ts'
import { printable } from './printable.ts'
import { hasFailed, reportJson, reportText } from './report.ts'
import { type ImageSaver, imageSaver } from './save-images.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Writes or updates the deck file of an article, and returns the exit code. */
export async function outlineArticle(request: OutlineRequest, signal: AbortSignal): Promise<number> {
  if (request.update !== null) return update(request.update, request, signal)
  const path = await articleAt(request.article)
  const opened = await open(path, { signal, allowsPrivate: request.allowsPrivate })
  const { file } = opened
  const target = request.target ?? deckFilePath(file)
  if (target !== '-') inputsOf([path]).protectFrom([target], 'Name another file.')
  const isFile = target !== '-'
  if (isReadable(opened) && isFile && existsSync(target) && !request.overwrites) refuse(target, file)
  const beside = isFile && opened.images ? imageSaver(target, opened.images, file, signal) : undefined
  const text = !isReadable(opened) ? null : await textOf(opened, { request, beside, signal })
  printReport(file, request, target)
  if (text === null || hasFailed([file], false)) return ARTICLE_FAILED
  if (target === '-') process.stdout.write(text)
  else {
    await saveImages(beside)
    await save(target, new TextEncoder().encode(text), signal)
    process.stderr.write(printable(`${target}: edit it, then "lectern ${target}"\n`))
  }
  return hasFailed([file], request.choices.strict ?? false) ? ARTICLE_FAILED : DONE
}

/**
 * Merges the edits of a deck file into the deck that its article makes now. The old file is kept next to it as a
 * backup.
 */
async function update(deck: string, request: OutlineRequest, signal: AbortSignal): Promise<number> {
  const { article, target, choices, report } = request
  if (target !== null && target !== '-')
    throw new WrongUsage(
      `With --update, the deck file "${deck}" itself is overwritten. Leave out the output file, or use - to print the deck.`,
    )
  const opening = { signal, allowsPrivate: request.allowsPrivate }
  const opened = [await open(await articleAt(article), opening), await open(deck, opening)] as const
  const [articleFile, file] = [opened[0].file, opened[1].file]
  const { images } = opened[0]
  const beside = target !== '-' && images ? imageSaver(deck, images, articleFile, signal) : undefined
  const outline: MakeOutline = (own, as) =>
    outlineDeck(articleFile, { ...own, ...choices }, { signal, as: request.as ?? as, images, copyOf: beside?.placeOf })
  const text = opened.every(isReadable) ? await unlessUnreadable(() => updateDeck(bytesOf(file), outline, file)) : null
  const files = [articleFile, file]
  if (report === 'json' && target !== '-') process.stdout.write(reportJson(files))
  else process.stderr.write(reportText(files))
  if (text === null || hasFailed(files, false)) return ARTICLE_FAILED
  if (target === '-') process.stdout.write(text)
  else if (text === new TextDecoder().decode(bytesOf(file)))
    process.stderr.write(printable(`${deck}: nothing has changed\n`))
  else {
    await saveImages(beside)
    await save(`${deck}.bak`, bytesOf(file), signal)
    await save(deck, new TextEncoder().encode(text), signal)
    process.stderr.write(printable(`${deck}: updated from ${article}; the old version is ${deck}.bak\n`))
  }
  return hasFailed(files, choices.strict ?? false) ? ARTICLE_FAILED : DONE
}

/**
 * Returns the path of the deck file: `talk.deck.md` next to `talk.txt`; for a web page, in the working folder; for
 * standard input, standard output.
 */
function deckFilePath(file: VFile): string {
  if (file.path === '-') return '-'
  const folder = isWebAddress(file.path) ? '.' : (file.dirname ?? '.')
  return join(folder, `${nameOf(file.path)}.deck.md`)
}

interface OutlineTools {
  readonly request: OutlineRequest
  readonly beside: ImageSaver | undefined
  readonly signal: AbortSignal
}

function textOf({ file, images }: OpenedInput, { request, beside, signal }: OutlineTools): Promise<string | null> {
  const { choices, as } = request
  return unlessUnreadable(() => deckFileFor(file, choices, { signal, as, images, copyOf: beside?.placeOf }))
}

async function saveImages(beside: ImageSaver | undefined): Promise<void> {
  const folder = await beside?.save()
  if (folder != null) process.stderr.write(printable(`${folder}: the images of the page\n`))
}

/** Returns the result of the work; null if a file cannot be read, in which case its messages say why. */
async function unlessUnreadable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/**
 * Refuses to overwrite a file.
 * @throws {WrongUsage}
 */
function refuse(target: string, file: VFile): never {
  throw new WrongUsage(
    `"${target}" already exists and may hold your edits, so it was not changed. Keep them with "lectern outline ${file.path} --update ${target}", or lose them with --force.`,
  )
}

/**
 * Prints the messages of a file. If the deck goes to standard output, they go to standard error, even with `--report
 * json`.
 */
function printReport(file: VFile, { report }: OutlineRequest, target: string): void {
  if (report === 'json' && target !== '-') process.stdout.write(reportJson([file]))
  else process.stderr.write(reportText([file]))
}
