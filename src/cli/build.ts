// Runs `lectern build` and `lectern check`.

import type { VFile } from 'vfile'
import type { KeptBrowser } from '../browser/kept-browser.ts'
import { type Conversion, convert } from '../convert.ts'
import { reportEdits } from '../deck-file/report-edits.ts'
import { BAD_PDF } from '../export/make-files.ts'
import { layouts } from '../layout/layout-table.ts'
import { reportAlternatives } from '../layout/report-alternatives.ts'
import { reportReasons } from '../layout/report-reasons.ts'
import { reportRemarks } from '../layout/report-remarks.ts'
import type { FileListener } from '../model/sources.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { InvalidFileError } from '../theme/invalid-file-error.ts'
import { isWebAddress } from '../util/web-address.ts'
import type { BuildRequest } from './command-line.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { findArticle } from './find-article.ts'
import { warningPrinter, withoutRepeatedNotes } from './machine-warnings.ts'
import { isReadable, type OpenedInput, openArticle } from './open-article.ts'
import { refuseClashes } from './output-clashes.ts'
import { type Progress, startProgress } from './progress.ts'
import { collectInputs } from './protect-inputs.ts'
import {
  fileWithComplaints,
  formatJsonReport,
  formatReport,
  formatWarning,
  hasFailed,
  summariseCheck,
  summariseRun,
} from './report.ts'
import { reportImages } from './report-fetched.ts'
import { createSaver, type Saver } from './saver.ts'
import { describeUnusedFlags } from './unused-flags.ts'

/** Everything that a command needs besides its arguments: a signal that stops it, and a browser. */
export interface CommandContext {
  readonly signal: AbortSignal
  readonly browser: KeptBrowser
}

/**
 * Makes the files of every named article, or only checks them, and returns the exit code. A bad article does not stop
 * the others.
 */
export async function build(request: BuildRequest, { signal, browser }: CommandContext): Promise<number> {
  const paths = await Promise.all(request.articles.map(findArticle))
  const inputs = collectInputs(paths)
  if (request.saves) refuseClashes(paths, request, inputs)
  if (request.saves)
    for (const sentence of describeUnusedFlags(request.choices))
      process.stderr.write(formatWarning(sentence, 'idle-flag'))
  const progress = startProgress(process.stderr)
  const openedInputs: OpenedInput[] = []
  for (const path of paths) {
    if (isWebAddress(path)) progress.step(`Fetching ${path}`)
    openedInputs.push(await openArticle(path, { signal, allowsPrivate: request.allowsPrivate }))
  }
  const files = openedInputs.map(({ file }) => file)
  const readableInputs = openedInputs.filter(isReadable)
  progress.expect(readableInputs.map(({ file: { path, value } }) => ({ path, bytes: value?.length ?? 0 })))
  const saver = createSaver(request, { count: paths.length, inputs, progress, signal })
  const summaries: string[] = []
  try {
    for (const input of readableInputs) {
      // After the last article has been printed, the browser is closed while that article's PDF is checked and saved.
      const onBrowserReleased = () => void (input === readableInputs.at(-1) && browser.close())
      const conversion = await convertOne(input, request, {
        signal,
        browser,
        progress,
        onBrowserReleased,
        onRead: inputs.add,
        saver,
      })
      if (conversion !== null && !request.saves) summaries.push(summariseCheck(input.file, conversion.deck))
    }
    await saver.finish()
  } catch (error) {
    if (!(error instanceof InvalidFileError)) {
      printReport(files, request, error)
      throw error
    }
    files.push(fileWithComplaints(error))
  } finally {
    progress.clear()
  }
  printReport(files, request)
  process.stderr.write(summaries.join(''))
  return hasFailed(files, request.choices) ? ARTICLE_FAILED : DONE
}

interface BuildContext extends CommandContext {
  readonly progress: Progress
  readonly onRead: FileListener
  readonly saver: Saver
  /** Called when the browser is no longer needed. */
  readonly onBrowserReleased: () => void
}

/** Converts an article; null if it cannot be read. */
async function convertOne(
  input: OpenedInput,
  { choices, saves, listsAlternatives, explainsReasons, as }: BuildRequest,
  { signal, progress, browser, onBrowserReleased, onRead, saver }: BuildContext,
): Promise<Conversion | null> {
  const { file, images } = input
  const notice = warningPrinter((text) => {
    progress.clear()
    process.stderr.write(text)
  })
  try {
    const conversionChoices = saves ? choices : { ...choices, formats: [] }
    const conversion = await convert(file, conversionChoices, {
      browser: browser.getBrowser,
      signal,
      notice,
      progress: progress.step,
      onBrowserReleased,
      onRead,
      as,
      images,
    })
    reportImages(input)
    if (!saves) reportForCheck(conversion, file)
    if (!saves && listsAlternatives) reportAlternatives(conversion, layouts, file)
    if (!saves && explainsReasons) reportReasons(conversion, file)
    if (saves && canBeSaved(file)) await saver.add(conversion)
    return conversion
  } catch (error) {
    // The error is already among the file's messages, which are all printed.
    if (!(error instanceof UnreadableError)) throw error
    return null
  }
}

/** Reports what the author may want to review in the deck, and the edits in a deck file, for `lectern check`. */
function reportForCheck(conversion: Conversion, file: VFile): void {
  reportRemarks(conversion, layouts, file)
  const { deckFile } = conversion
  if (deckFile !== null) reportEdits({ ...conversion, deckFile }, layouts, file)
}

/**
 * Whether the article has no errors, except that a PDF may have failed its check: the other files can still be saved.
 */
function canBeSaved({ messages }: VFile): boolean {
  return !messages.some(({ fatal, ruleId }) => fatal === true && ruleId !== BAD_PDF)
}

/**
 * Prints the messages of all files. An error that ends the whole run is added to a JSON report; `main.ts` prints it in
 * any case.
 */
function printReport(files: readonly VFile[], { articles, report, saves }: BuildRequest, error?: unknown): void {
  if (report === 'json') process.stdout.write(formatJsonReport(files, error))
  else process.stderr.write(formatReport(saves ? withoutRepeatedNotes(files) : files))
  const articleFiles = files.slice(0, articles.length)
  if (articles.length > 1 && error === undefined) process.stderr.write(summariseRun(articleFiles, saves))
}
