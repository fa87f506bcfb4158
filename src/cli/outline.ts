// Runs `lectern outline`.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { deckFileFor, outlineDeck } from '../conversion/make-deck-file.ts'
import { type KeptSettings, settingsToKeep } from '../deck-file/keep-settings.ts'
import { type MakeOutline, updateDeck } from '../deck-file/merge/update-deck.ts'
import { baseNameOf } from '../export/base-name.ts'
import { save } from '../export/save.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { bytesOf } from '../util/bytes.ts'
import { isWebAddress } from '../util/web-address.ts'
import { escapeControls } from './escape-controls.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { findArticle } from './find-article.ts'
import { isReadable, type OpenedInput, openArticle } from './open-article.ts'
import type { OutlineRequest } from './outline-command.ts'
import { collectInputs } from './protect-inputs.ts'
import { formatJsonReport, formatReport, hasFailed } from './report.ts'
import { createImageSaver, type ImageSaver } from './save-images.ts'
import { UsageError } from './usage-error.ts'

/** Writes or updates the deck file of an article, and returns the exit code. */
export async function outlineArticle(request: OutlineRequest, signal: AbortSignal): Promise<number> {
  if (request.update !== null) return update(request.update, request, signal)
  const path = await findArticle(request.article)
  const opened = await openArticle(path, { signal, allowsPrivate: request.allowsPrivate })
  const { file } = opened
  const target = request.target ?? deckFilePath(file)
  const isFile = target !== '-'
  if (isFile) collectInputs([path]).protectFrom([target], 'Choose another file.')
  if (isReadable(opened) && isFile && existsSync(target) && !request.overwrites) refuseOverwrite(target, file)
  const imageSaver = isFile && opened.images ? createImageSaver(target, opened.images, file, signal) : undefined
  const kept = isFile ? settingsOf(target) : {}
  const text = isReadable(opened) ? await makeDeckText(opened, { request, imageSaver, kept, signal }) : null
  printReport(file, request, target)
  if (text === null || hasFailed([file])) return ARTICLE_FAILED
  if (isFile) {
    await saveImages(imageSaver)
    await save(target, new TextEncoder().encode(text), signal)
    process.stderr.write(escapeControls(`${target}: edit it, then run "lectern ${target}"\n`))
  } else process.stdout.write(text)
  return hasFailed([file], request.choices) ? ARTICLE_FAILED : DONE
}

/**
 * Merges the edits of a deck file into the deck now made from its article. The old file is kept next to it as a
 * backup.
 */
async function update(deck: string, request: OutlineRequest, signal: AbortSignal): Promise<number> {
  const { article, target, choices, report } = request
  if (target !== null && target !== '-')
    throw new UsageError(
      `With --update, the deck file "${deck}" itself is overwritten. Leave out the output file, or use - to print the deck.`,
    )
  const openOptions = { signal, allowsPrivate: request.allowsPrivate }
  const opened = [
    await openArticle(await findArticle(article), openOptions),
    await openArticle(deck, openOptions),
  ] as const
  const [articleFile, file] = [opened[0].file, opened[1].file]
  const { images } = opened[0]
  const imageSaver = target !== '-' && images ? createImageSaver(deck, images, articleFile, signal) : undefined
  const outline: MakeOutline = (deckChoices, as) =>
    outlineDeck(
      articleFile,
      { ...deckChoices, ...choices },
      { signal, as: request.as ?? as, images, copyOf: imageSaver?.pathOf },
    )
  const text = opened.every(isReadable) ? await unlessUnreadable(() => updateDeck(bytesOf(file), outline, file)) : null
  const files = [articleFile, file]
  if (report === 'json' && target !== '-') process.stdout.write(formatJsonReport(files))
  else process.stderr.write(formatReport(files))
  if (text === null || hasFailed(files)) return ARTICLE_FAILED
  if (target === '-') process.stdout.write(text)
  else if (text === new TextDecoder().decode(bytesOf(file)))
    process.stderr.write(escapeControls(`${deck}: nothing has changed\n`))
  else {
    await saveImages(imageSaver)
    await save(`${deck}.bak`, bytesOf(file), signal)
    await save(deck, new TextEncoder().encode(text), signal)
    process.stderr.write(escapeControls(`${deck}: updated from ${article}; the old version is ${deck}.bak\n`))
  }
  return hasFailed(files, choices) ? ARTICLE_FAILED : DONE
}

/**
 * Returns the path of the deck file: `talk.deck.md` next to `talk.txt`; for a web page, in the working folder; for
 * standard input, standard output.
 */
function deckFilePath(file: VFile): string {
  if (file.path === '-') return '-'
  const folder = isWebAddress(file.path) ? '.' : (file.dirname ?? '.')
  return join(folder, `${baseNameOf(file.path)}.deck.md`)
}

/** Returns the settings to keep from the deck file that is about to be overwritten, if there is one. */
function settingsOf(target: string): KeptSettings {
  return existsSync(target) && statSync(target).isFile() ? settingsToKeep(readFileSync(target)) : {}
}

interface OutlineContext {
  readonly request: OutlineRequest
  readonly imageSaver: ImageSaver | undefined
  readonly kept: KeptSettings
  readonly signal: AbortSignal
}

function makeDeckText(
  { file, images }: OpenedInput,
  { request, imageSaver, kept, signal }: OutlineContext,
): Promise<string | null> {
  const { choices, as } = request
  return unlessUnreadable(() => deckFileFor(file, choices, { signal, as, images, copyOf: imageSaver?.pathOf, kept }))
}

async function saveImages(imageSaver: ImageSaver | undefined): Promise<void> {
  const folder = await imageSaver?.save()
  if (folder != null) process.stderr.write(escapeControls(`${folder}: saved the images of the page\n`))
}

/** Returns the result of `work`; null if a file cannot be read, in which case the file's messages say why. */
async function unlessUnreadable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}

/**
 * Refuses to overwrite a file.
 * @throws {UsageError}
 */
function refuseOverwrite(target: string, file: VFile): never {
  throw new UsageError(
    `"${target}" already exists and may hold your edits, so it was not changed. Keep them with "lectern outline ${file.path} --update ${target}", or discard them with --force.`,
  )
}

/**
 * Prints the messages of a file. If the deck goes to standard output, they go to standard error, even with `--report
 * json`.
 */
function printReport(file: VFile, { report }: OutlineRequest, target: string): void {
  if (report === 'json' && target !== '-') process.stdout.write(formatJsonReport([file]))
  else process.stderr.write(formatReport([file]))
}
