// Runs `lectern build` and `lectern check`.

import type { VFile } from 'vfile'
import type { KeptBrowser } from '../browser/kept-browser.ts'
import { type Conversion, convert } from '../convert.ts'
import { reportEdits } from '../deck-file/report-edits.ts'
import { BAD_PDF } from '../export/files.ts'
import { layouts } from '../layout/layout-table.ts'
import { reportRemarks } from '../layout/remarks.ts'
import { reportAlternatives } from '../layout/report-alternatives.ts'
import { reportReasons } from '../layout/report-reasons.ts'
import type { FileListener } from '../model/sources.ts'
import { isWebAddress } from '../model/web-address.ts'
import { Unreadable } from '../read/unreadable.ts'
import { BadFile } from '../theme/bad-file.ts'
import type { Request } from './command-line.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { articleAt } from './find-article.ts'
import { inputsOf } from './inputs.ts'
import { warningPrinter, withoutShownNotes } from './machine-warnings.ts'
import { isReadable, type OpenedInput, open } from './open.ts'
import { refuseClashes } from './output-clashes.ts'
import { type Progress, startProgress } from './progress.ts'
import { checkedText, countsText, fileOf, hasFailed, reportJson, reportText, warningText } from './report.ts'
import { reportImages } from './report-fetched.ts'
import { type Saver, saverFor } from './saver.ts'
import { unusedFlags } from './unused-flags.ts'

/** The tools that a command works with. */
export interface Tools {
  readonly signal: AbortSignal
  readonly browser: KeptBrowser
}

/**
 * Makes the files of every named article, or only checks them, and returns the exit code. A bad article does not stop
 * the rest.
 */
export async function build(request: Request, { signal, browser }: Tools): Promise<number> {
  const paths = await Promise.all(request.articles.map(articleAt))
  const inputs = inputsOf(paths)
  if (request.saves) refuseClashes(paths, request, inputs)
  if (request.saves)
    for (const sentence of unusedFlags(request.choices)) process.stderr.write(warningText(sentence, 'idle-flag'))
  const progress = startProgress(process.stderr)
  const named: OpenedInput[] = []
  for (const path of paths) {
    if (isWebAddress(path)) progress.step(`Fetching ${path}`)
    named.push(await open(path, { signal, allowsPrivate: request.allowsPrivate }))
  }
  const files = named.map(({ file }) => file)
  progress.expect(named.filter(isReadable).map(({ file: { path, value } }) => ({ path, bytes: value?.length ?? 0 })))
  const saver = saverFor(request, { count: paths.length, inputs, progress, signal })
  const checked: string[] = []
  try {
    const opened = named.filter(isReadable)
    for (const each of opened) {
      // When the last article is printed, the browser closes while the PDF is checked and saved.
      const onBrowserReleased = () => void (each === opened.at(-1) && browser.close())
      const conversion = await convertOne(each, request, {
        signal,
        browser,
        progress,
        onBrowserReleased,
        onRead: inputs.add,
        saver,
      })
      if (conversion !== null && !request.saves) checked.push(checkedText(each.file, conversion.deck))
    }
    await saver.finish()
  } catch (error) {
    if (!(error instanceof BadFile)) {
      printReport(files, request, error)
      throw error
    }
    files.push(fileOf(error))
  } finally {
    progress.clear()
  }
  printReport(files, request)
  process.stderr.write(checked.join(''))
  return hasFailed(files, request.choices.strict ?? false) ? ARTICLE_FAILED : DONE
}

interface BuildTools extends Tools {
  readonly progress: Progress
  readonly onRead: FileListener
  readonly saver: Saver
  /** Called when the browser is no longer needed. */
  readonly onBrowserReleased: () => void
}

/** Converts an article; null if it cannot be read. */
async function convertOne(
  opened: OpenedInput,
  { choices, saves, alternatives, why, as }: Request,
  { signal, progress, browser, onBrowserReleased, onRead, saver }: BuildTools,
): Promise<Conversion | null> {
  const { file, images } = opened
  const notice = warningPrinter((text) => {
    progress.clear()
    process.stderr.write(text)
  })
  try {
    const asked = saves ? choices : { ...choices, formats: [] }
    const conversion = await convert(file, asked, {
      browser: browser.getBrowser,
      signal,
      notice,
      progress: progress.step,
      onBrowserReleased,
      onRead,
      as,
      images,
    })
    reportImages(opened)
    if (!saves) remark(conversion, file)
    if (!saves && alternatives) reportAlternatives(conversion, layouts, file)
    if (!saves && why) reportReasons(conversion, file)
    if (saves && isSound(file)) await saver.take(conversion)
    return conversion
  } catch (error) {
    // The error is already among the file's messages, which are all printed.
    if (!(error instanceof Unreadable)) throw error
    return null
  }
}

/** Reports what the author may want to review in the deck, and the edits in a deck file. */
function remark(conversion: Conversion, file: VFile): void {
  reportRemarks(conversion, layouts, file)
  const { deckFile } = conversion
  if (deckFile !== null) reportEdits({ ...conversion, deckFile }, layouts, file)
}

/** Whether the article has no errors, other than a PDF that failed its check: its other files can still be saved. */
function isSound({ messages }: VFile): boolean {
  return !messages.some(({ fatal, ruleId }) => fatal === true && ruleId !== BAD_PDF)
}

/**
 * Prints the messages of all files. An error that ends the whole run is added to the JSON; otherwise the program prints
 * it.
 */
function printReport(files: readonly VFile[], { articles, report, saves }: Request, error?: unknown): void {
  if (report === 'json') process.stdout.write(reportJson(files, error))
  else process.stderr.write(reportText(saves ? withoutShownNotes(files) : files))
  const own = files.slice(0, articles.length)
  if (articles.length > 1 && error === undefined) process.stderr.write(countsText(own, saves))
}
