// Runs `lectern present`.

import { VFile } from 'vfile'
import { BrowserDiedError } from '../browser/errors.ts'
import type { KeptBrowser } from '../browser/kept-browser.ts'
import { type ConversionMemory, newMemory } from '../conversion/memory.ts'
import { type Conversion, convert } from '../convert.ts'
import { layouts } from '../layout/layout-table.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { DECK_PAGE, EVENTS_PATH, type Site } from '../model/served-site.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { renderDeck } from '../render/render.ts'
import { type BuildResult, serve } from '../serve/serve.ts'
import type { Choices } from '../settings/settings.ts'
import { EventError } from '../theme/event-error.ts'
import { ThemeError } from '../theme/theme-error.ts'
import { isWebAddress } from '../util/web-address.ts'
import type { CommandContext } from './build.ts'
import { escapeControls } from './escape-controls.ts'
import { ARTICLE_FAILED, errorMessageFor } from './exit-code.ts'
import { findArticle } from './find-article.ts'
import { warningPrinter, withoutRepeatedNotes } from './machine-warnings.ts'
import { isReadable, type OpenedInput, type OpenOptions, openArticle } from './open-article.ts'
import { openInBrowser } from './open-in-browser.ts'
import type { PresentRequest } from './present-command.ts'
import { errorLines, formatReport, ruleLines } from './report.ts'
import { reportImages } from './report-fetched.ts'
import { UsageError } from './usage-error.ts'

/**
 * Serves the deck of an article until the signal stops it, and returns the exit code. If the first build makes no deck,
 * it returns at once.
 */
export async function present(request: PresentRequest, { signal, browser }: CommandContext): Promise<number> {
  const path = await findArticle(request.article)
  if (path === '-') throw new UsageError('Standard input cannot be watched. Save the article in a file and use that.')
  const build = deckBuilder({
    path,
    choices: request.choices,
    as: request.as,
    open: inputOpener(path, { signal, allowsPrivate: request.allowsPrivate }),
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
      print(`Presenting ${path} at ${address} (Ctrl-C stops it; ? in the page lists the keyboard shortcuts)\n`)
      if (!request.opensBrowser) return
      void openInBrowser([address, ...(request.opensSpeakerView ? [`${address}?speaker`] : [])], print)
    },
  })
}

function print(text: string): void {
  process.stderr.write(escapeControls(text))
}

/** Returns a function that reads the file again each time; a web page is fetched only once. */
function inputOpener(path: string, options: OpenOptions): () => Promise<OpenedInput> {
  if (!isWebAddress(path)) return () => openArticle(path, options)
  const fetched = openArticle(path, options)
  return async () => {
    const { file, images } = await fetched
    const copy = new VFile({ path: file.path, value: file.value, data: file.data })
    copy.messages.push(...file.messages)
    return { file: copy, images }
  }
}

interface BuildOptions {
  readonly path: string
  readonly open: () => Promise<OpenedInput>
  readonly as: PresentRequest['as']
  readonly choices: Choices
  readonly signal: AbortSignal
  readonly browser: KeptBrowser
}

/** Returns a function that prints the report of a build, unless it is the same as the one before. */
function reportPrinter(): (result: BuildResult) => void {
  const last = { report: '' }
  return ({ report }) => {
    if (report !== last.report) print(report)
    last.report = report
  }
}

interface Outcome extends BuildResult {
  /** An error that the article did not cause, so a later build may succeed; null if there was none. */
  readonly failure: Error | null
  /** Warnings that the deck has the default theme in place of its own, one line each. */
  readonly lookFaults: readonly string[]
}

/**
 * Returns a function that builds the deck each time it is called. If the browser dies, the deck is built once more,
 * with a new browser.
 */
function deckBuilder(options: BuildOptions): () => Promise<Outcome> {
  const memory = newMemory()
  const shown = { hasOwnLook: false }
  return async () => {
    const firstTry = await build(options, memory)
    const outcome = firstTry.failure instanceof BrowserDiedError ? await build(options, memory) : firstTry
    if (outcome.site === null) return outcome
    // A slip in the front matter must not put another theme on the projector in the middle of a talk.
    if (shown.hasOwnLook && outcome.lookFaults.length > 0) return { ...outcome, site: null, faults: outcome.lookFaults }
    shown.hasOwnLook = outcome.lookFaults.length === 0
    return outcome
  }
}

/** The rules of messages about a deck that has lost its theme, or all its settings. */
const LOOK_RULES: readonly RuleId[] = ['unknown-theme', 'front-matter-syntax']

async function build(
  { path, open, choices, as, signal, browser }: BuildOptions,
  memory: ConversionMemory,
): Promise<Outcome> {
  const sources = new Set(isWebAddress(path) ? [] : [path])
  const opened = await open()
  const { file, images } = opened
  const outcomeWith = (
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
    lookFaults: ruleLines(file, LOOK_RULES),
  })
  if (!isReadable(opened)) return outcomeWith(null, formatReport([file]), errorLines(file))
  try {
    const notice = warningPrinter(print)
    const onRead = (source: string) => void sources.add(source)
    const conversion = await convert(
      file,
      { ...choices, formats: [] },
      { browser: browser.getBrowser, signal, notice, onRead, memory, as, images },
    )
    reportImages(opened)
    const faults = errorLines(file)
    return outcomeWith(
      faults.length === 0 ? siteOf(conversion) : null,
      formatReport(withoutRepeatedNotes([file])),
      faults,
    )
  } catch (error) {
    if (error instanceof UnreadableError) return outcomeWith(null, formatReport([file]), errorLines(file))
    if (error instanceof ThemeError || error instanceof EventError)
      return outcomeWith(null, `${error.message}\n`, error.message.split('\n'))
    signal.throwIfAborted()
    if (!(error instanceof Error)) throw error
    const message = errorMessageFor(error) ?? error.message
    return outcomeWith(null, `${message}\n`, [message], error)
  }
}

function siteOf({ deck, settings, theme }: Conversion): Site {
  const html = renderDeck(deck, layouts, theme, { minutes: settings.minutes, events: EVENTS_PATH })
  return new Map([[DECK_PAGE, html]])
}
