// The whole pipeline, from an article to the files of its deck.

import { setImmediate } from 'node:timers/promises'
import type { VFile } from 'vfile'
import type { BrowserProvider } from './browser/kept-browser.ts'
import { obtainBrowser, openSecondPage, withBrowserProvider } from './browser/obtain-browser.ts'
import { imagesOf } from './conversion/article-images.ts'
import { checkFile } from './conversion/check-file.ts'
import { withHiddenSlides } from './conversion/hidden-slides.ts'
import { loadLook } from './conversion/load-look.ts'
import { deckTextOf } from './conversion/make-deck-file.ts'
import { makeDrafts } from './conversion/make-drafts.ts'
import { forgetUnused } from './conversion/memory.ts'
import type { ConvertOptions } from './conversion/options.ts'
import { readInput } from './conversion/read-input.ts'
import { reportOnce } from './conversion/report-once.ts'
import { createDeckFitter, createDeckPreparer } from './conversion/stages.ts'
import type { DeckFile } from './deck-file/parse.ts'
import { printDeckText } from './deck-file/print.ts'
import { baseNameOf } from './export/base-name.ts'
import { isPrinted, makeFiles, needsBrowser } from './export/make-files.ts'
import { type PdfChecker, withPdfChecker } from './export/pdf-checker.ts'
import { layouts as ownLayouts } from './layout/layout-table.ts'
import { withPlugins } from './layout/rehype-plugins.ts'
import { reportUnfitLayouts } from './layout/report-unfit-layouts.ts'
import type { Article } from './model/article.ts'
import type { Deck } from './model/deck.ts'
import type { Settings } from './model/settings.ts'
import type { Theme } from './model/theme.ts'
import { type Choices, settingsFor } from './settings/settings.ts'
import { bytesOf } from './util/bytes.ts'
import { LONG_TEXT } from './util/run-with-time-limit.ts'

/** The result of converting an article. */
export interface Conversion {
  readonly article: Article
  /** The parsed deck file; null if the input is not a deck file. */
  readonly deckFile: DeckFile | null
  readonly deck: Deck
  readonly settings: Settings
  readonly theme: Theme
  /** The files by name, such as `talk.html`. A PDF that failed its check is left out. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Converts an article or a deck file into a deck and the requested files. `file.value` contains its bytes; the
 * extension of `file.path` determines how it is read. Throws a `TypeError` for invalid choices, `UnreadableError`, `ThemeError`, `EventError`,
 * `NoBrowserError` (only if the user named a browser or a requested file needs one), `BrowserDiedError` or the signal's
 * reason. All other problems become messages in `file.messages`.
 */
export async function convert(file: VFile, choices: Choices = {}, options: ConvertOptions = {}): Promise<Conversion> {
  checkFile(file)
  const launchOptions = { executable: choices.browser ?? null, signal: options.signal }
  return withBrowserProvider(options.browser, launchOptions, (getBrowser) =>
    withPdfChecker((checker) => convertWith({ getBrowser, checker, file, choices, options })),
  )
}

interface ConversionTask {
  readonly file: VFile
  readonly choices: Choices
  readonly options: ConvertOptions
  readonly getBrowser: BrowserProvider | null
  readonly checker: PdfChecker
}

async function convertWith({ file, choices, options, getBrowser, checker }: ConversionTask): Promise<Conversion> {
  const { memory, onRead, notice, onBrowserReleased } = options
  const beginStep = async (name: string) => {
    await setImmediate()
    options.signal?.throwIfAborted()
    options.progress?.(`${name} ${file.path}`)
  }
  const layouts = withPlugins(options.layouts ?? ownLayouts, options.rehypePlugins ?? [])

  await beginStep('Reading')
  const input = await readInput(file, options)
  const { article, deckFile } = input
  const settings = settingsFor(article.frontMatter, choices, file)
  const { formats } = settings
  const look = await loadLook(settings, { file, frontMatter: article.frontMatter, choices, onRead, memory })
  const { theme, printTheme, template } = look

  const images = imagesOf(file, settings.root, options)

  await beginStep('Writing')
  if (getBrowser !== null && article.text.length >= LONG_TEXT) openSecondPage(getBrowser, notice)
  const isPrinting = formats.some(isPrinted)
  if (isPrinting) checker.warm(1)
  const {
    drafts,
    parts,
    sentences,
    missingPictures,
    hidden = [],
  } = await makeDrafts(input, { ...options, settings, images: images.source, file })
  if (isPrinting) checker.warm(drafts.length)
  const prepare = createDeckPreparer({ article, parts, layouts, settings, look, images, missingPictures })
  if (deckFile !== null) reportUnfitLayouts(drafts, { layouts, language: article.language, file })
  const { laidOut, illustrated } = await prepare(drafts, file)

  await beginStep('Fitting')
  const isNeeded = choices.browser !== undefined || formats.some(needsBrowser)
  const obtained = await obtainBrowser(getBrowser, { isNeeded, notice })
  const { browser } = obtained
  const fitToTheme = createDeckFitter({ article, layouts, settings, obtained })
  const deck = await fitToTheme(illustrated, theme, file, memory)
  const onPaper =
    printTheme === null
      ? { deck, theme }
      : { deck: await reportOnce(file, (copy) => fitToTheme(illustrated, printTheme, copy)), theme: printTheme }
  const needsHidden = formats.includes('pptx') && hidden.length > 0
  const deckInPptx = needsHidden
    ? await withHiddenSlides({ laidOut, fitted: deck }, hidden, { prepare, fitToTheme, theme, path: file.path })
    : deck

  await beginStep('Saving')
  const printDeckFile = () => printDeckText(deckTextOf(laidOut, { input, drafts, layouts, choices, file }))
  const finishedDeck = {
    ...{ name: baseNameOf(file.path), deck, article, sentences, layouts, theme, settings, onPaper, template, file },
    deckInPptx,
    leftOut: deckFile?.leftOut.flatMap((slide) => slide.sentences),
    deckFile: () => (deckFile === null ? printDeckFile() : new TextDecoder().decode(bytesOf(file))),
  }
  const files = await makeFiles(finishedDeck, { browser, checker, onBrowserReleased })
  forgetUnused(memory)
  return { article, deckFile, deck, settings, theme, files }
}
