// Runs `lectern present`.

import { VFile } from 'vfile'
import { BrowserDied } from '../browser/errors.ts'
import type { KeptBrowser } from '../browser/kept-browser.ts'
import { type ConversionMemory, newMemory } from '../conversion/memory.ts'
import { type Conversion, convert } from '../convert.ts'
import { layouts } from '../layout/layout-table.ts'
import { DECK_PAGE, EVENTS_PATH, type Site } from '../model/served-site.ts'
import { isWebAddress } from '../model/web-address.ts'
import { Unreadable } from '../read/unreadable.ts'
import { renderDeck } from '../render/render.ts'
import { type BuildResult, serve } from '../serve/serve.ts'
import type { Choices } from '../settings/settings.ts'
import { BadEvent } from '../theme/bad-event.ts'
import { BadTheme } from '../theme/bad-theme.ts'
import type { Tools } from './build.ts'
import { ARTICLE_FAILED, sentenceFor } from './exit-code.ts'
import { articleAt } from './find-article.ts'
import { warningPrinter, withoutShownNotes } from './machine-warnings.ts'
import { isReadable, type OpenedInput, type OpenOptions, open } from './open.ts'
import { openInBrowser } from './open-in-browser.ts'
import type { PresentRequest } from './present-command.ts'
import { printable } from './printable.ts'
import { faultsOf, reportText } from './report.ts'
import { reportImages } from './report-fetched.ts'
import { WrongUsage } from './wrong-usage.ts'

/**
 * Serves the deck of an article until the signal stops it, and returns the exit code; at once if the first build makes
 * no deck.
 */
export async function present(request: PresentRequest, { signal, browser }: Tools): Promise<number> {
  const path = await articleAt(request.article)
  if (path === '-') throw new WrongUsage('Standard input cannot be watched. Save the article in a file and use that.')
  const build = builderOf({
    path,
    choices: request.choices,
    as: request.as,
    open: opener(path, { signal, allowsPrivate: request.allowsPrivate }),
    signal,
    browser,
  })
  const onBuild = reportPrinter()
  const first = await build()
  if (first.failure !== null) throw first.failure
  onBuild(first)
  if (first.site === null) return ARTICLE_FAILED
  return serve({
    first: { ...first, site: first.site },
    build,
    onBuild,
    port: request.port,
    signal,
    onOpen: (address) => {
      print(`${path} is presented at ${address} (Ctrl-C stops it; ? in the page lists the keys)\n`)
      if (!request.opens) return
      void openInBrowser([address, ...(request.isSpeaker ? [`${address}?speaker`] : [])], print)
    },
  })
}

function print(text: string): void {
  process.stderr.write(printable(text))
}

/** Returns a function that reads a file anew each time; a web page is fetched only once. */
function opener(path: string, opening: OpenOptions): () => Promise<OpenedInput> {
  if (!isWebAddress(path)) return () => open(path, opening)
  const fetched = open(path, opening)
  return async () => {
    const { file, images } = await fetched
    const copy = new VFile({ path: file.path, value: file.value, data: file.data })
    copy.messages.push(...file.messages)
    return { file: copy, images }
  }
}

interface Building {
  readonly path: string
  readonly open: () => Promise<OpenedInput>
  readonly as: PresentRequest['as']
  readonly choices: Choices
  readonly signal: AbortSignal
  readonly browser: KeptBrowser
}

/** Returns a function that prints the report of a build, unless it is the same as the last. */
function reportPrinter(): (built: BuildResult) => void {
  const printed = { text: '' }
  return ({ report }) => {
    if (report !== printed.text) print(report)
    printed.text = report
  }
}

interface Outcome extends BuildResult {
  /** An error that the article did not cause: a later build may succeed. */
  readonly failure: Error | null
}

/**
 * Returns a function that builds the deck each time it is called. If the browser dies, the deck is built once more,
 * with a new one.
 */
function builderOf(building: Building): () => Promise<Outcome> {
  const memory = newMemory()
  return async () => {
    const outcome = await build(building, memory)
    return outcome.failure instanceof BrowserDied ? build(building, memory) : outcome
  }
}

async function build(
  { path, open, choices, as, signal, browser }: Building,
  memory: ConversionMemory,
): Promise<Outcome> {
  const sources = new Set(isWebAddress(path) ? [] : [path])
  const opened = await open()
  const { file, images } = opened
  const end = (
    site: Site | null,
    report: string,
    faults: readonly string[],
    failure: Error | null = null,
  ): Outcome => ({
    site,
    report,
    faults,
    sources: [...sources],
    failure,
  })
  if (!isReadable(opened)) return end(null, reportText([file]), faultsOf(file))
  try {
    const notice = warningPrinter(print)
    const onRead = (source: string) => void sources.add(source)
    const conversion = await convert(
      file,
      { ...choices, formats: [] },
      { browser: browser.getBrowser, signal, notice, onRead, memory, as, images },
    )
    reportImages(opened)
    const faults = faultsOf(file)
    return end(faults.length === 0 ? siteOf(conversion) : null, reportText(withoutShownNotes([file])), faults)
  } catch (error) {
    if (error instanceof Unreadable) return end(null, reportText([file]), faultsOf(file))
    if (error instanceof BadTheme || error instanceof BadEvent)
      return end(null, `${error.message}\n`, error.message.split('\n'))
    signal.throwIfAborted()
    if (!(error instanceof Error)) throw error
    const sentence = sentenceFor(error) ?? error.message
    return end(null, `${sentence}\n`, [sentence], error)
  }
}

function siteOf({ deck, settings, theme }: Conversion): Site {
  const html = renderDeck(deck, layouts, theme, { minutes: settings.minutes, events: EVENTS_PATH })
  return new Map([[DECK_PAGE, html]])
}
