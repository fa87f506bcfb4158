// Makes the requested files of a deck: HTML, PDFs, PowerPoint, notes, deck file, JSON, pictures.

import type { VFile } from 'vfile'
import type { Browser } from '../browser/browser.ts'
import type { BrowserPage } from '../browser/browser-page.ts'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import type { Format, Settings } from '../model/settings.ts'
import { firstPlaceOf } from '../model/source-position.ts'
import type { Theme } from '../model/theme.ts'
import { renderDeck } from '../render/render.ts'
import type { Template } from '../theme/template/open-template.ts'
import type { PdfFault } from './check-pdf.ts'
import { deckJson } from './deck-json.ts'
import { prepareHandout } from './handout-pdf.ts'
import { formatNotes } from './notes-markdown.ts'
import type { PdfChecker } from './pdf-checker.ts'
import { fontNote } from './pptx/font-note.ts'
import { makePptx } from './pptx/pptx.ts'
import { type PrintJob, type PrintTools, printAndCheck } from './print-and-check.ts'
import { prepareSlides } from './slides-pdf.ts'
import { takePictures } from './take-pictures.ts'

/** A finished deck, and everything else that files are made from. */
export interface FinishedDeck {
  /** The file name without its extension: `talk`. */
  readonly name: string
  readonly deck: Deck
  /** The same deck with the slides that its author has hidden, which only a PowerPoint file contains. */
  readonly deckInPptx: Deck
  readonly article: Article
  readonly sentences: readonly Sentence[]
  /** The sentences of the article that the author of a deck file removed; absent for an article. */
  readonly leftOut?: readonly Sentence[] | undefined
  /** Returns the text of the deck file. */
  readonly deckFile: () => string
  readonly layouts: Layouts
  readonly theme: Theme
  readonly settings: Settings
  /** The deck in the theme for paper, where it may be divided differently. */
  readonly onPaper: { readonly deck: Deck; readonly theme: Theme }
  /** The template for a PowerPoint file; null for the theme's own layouts. */
  readonly template: Template | null
  /** The file to which messages about faults are added. */
  readonly file: VFile
}

type Files = ReadonlyMap<string, Uint8Array>

/**
 * Makes the files of a format in a browser. Resolves when the page is free for the next job; `files` resolves when they
 * have been checked.
 */
type MakeInBrowser = (
  finished: FinishedDeck,
  page: BrowserPage,
  tools: PrintTools,
) => Promise<{ readonly files: Promise<Files> }>

type FileMaker = {
  /** The end of the file's name, such as `.html`; null if there is one file per slide. */
  readonly suffix: string | null
} & (
  | { readonly browser: 'unused'; readonly make: (finished: FinishedDeck) => Files }
  | { readonly browser: 'needed'; readonly make: MakeInBrowser }
  | { readonly browser: 'useful'; readonly make: (finished: FinishedDeck, page: BrowserPage | null) => Promise<Files> }
)

const MAKERS: Readonly<Record<Format, FileMaker>> = {
  html: textFileMaker('.html', renderDeckPage),
  pdf: printedFileMaker('.pdf', ({ onPaper, layouts, settings }) => prepareSlides({ ...onPaper, layouts }, settings)),
  handout: printedFileMaker('-handout.pdf', ({ onPaper, layouts, settings }, page) =>
    prepareHandout({ ...onPaper, layouts }, settings, page),
  ),
  pptx: { suffix: '.pptx', browser: 'useful', make: makePowerPoint },
  notes: textFileMaker('-notes.md', ({ deck, layouts }) => formatNotes(deck, layouts)),
  deck: textFileMaker('.deck.md', ({ deckFile }) => deckFile()),
  json: textFileMaker('.json', (finished) => deckJson({ ...finished, messages: finished.file.messages })),
  png: { suffix: null, browser: 'needed', make: makePictures },
}

function renderDeckPage({ deck, layouts, theme, settings: { minutes } }: FinishedDeck): string {
  return renderDeck(deck, layouts, theme, { minutes, events: null })
}

/** Whether a format cannot be made without a browser. */
export function needsBrowser(format: Format): boolean {
  return MAKERS[format].browser === 'needed'
}

/** Lists the names of the files that will be made, except for the pictures of slides. */
export function plannedFileNames(name: string, formats: readonly Format[]): readonly string[] {
  return formats.flatMap((format) => MAKERS[format].suffix ?? []).map((suffix) => `${name}${suffix}`)
}

/** Whether a format is printed, and so made from the deck in the theme for paper. */
export function isPrinted(format: Format): boolean {
  return format === 'pdf' || format === 'handout'
}

/**
 * Makes the requested files and returns their bytes keyed by file name, in the order of the request. Without a browser,
 * files that need one are left out; a file that fails its check is reported and left out. Files that need no browser
 * are made while the browser works; the JSON is made last, because it contains all messages.
 */
export async function makeFiles(
  finished: FinishedDeck,
  { browser, checker, onBrowserReleased }: FileTools,
): Promise<Files> {
  const { formats } = finished.settings
  const results = new Map<Format, Promise<Files>>()
  const browserBusy = createGate()
  const print = async () => {
    for (const format of formats) {
      const maker = MAKERS[format]
      if (maker.browser === 'unused' || browser === null) continue
      const started = await browser.withPage(async (page) =>
        maker.browser === 'useful'
          ? { files: Promise.resolve(await maker.make(finished, page)) }
          : maker.make(finished, page, { onPrint: browserBusy.open, withSecondPage: browser.withSecondPage, checker }),
      )
      results.set(format, started.files)
    }
  }
  const makeWithoutBrowser = (selected: readonly Format[]) => {
    for (const format of selected) {
      const maker = MAKERS[format]
      if (maker.browser === 'unused') results.set(format, Promise.resolve(maker.make(finished)))
      else if (maker.browser === 'useful' && browser === null) results.set(format, maker.make(finished, null))
    }
  }
  const isLast = (format: Format) => format === 'json'
  const early = formats.filter((format) => !isLast(format))
  const printing = print().finally(() => {
    browserBusy.open()
    onBrowserReleased?.()
  })
  await Promise.all([printing, browserBusy.opened.then(() => makeWithoutBrowser(early))])
  await Promise.all(results.values())
  makeWithoutBrowser(formats.filter(isLast))
  const files = await Promise.all(formats.map((format) => results.get(format) ?? new Map<string, Uint8Array>()))
  return new Map(files.flatMap((entries) => [...entries]))
}

/** The browser and the checker for making files. */
export interface FileTools {
  /** Null to make only files that need no browser. */
  readonly browser: Browser | null
  readonly checker: PdfChecker
  /** Called when the browser is no longer needed. */
  readonly onBrowserReleased?: (() => void) | undefined
}

/** Returns a promise and the function that resolves it. */
function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const state = { open: (): void => undefined }
  const opened = new Promise<void>((resolve) => {
    state.open = resolve
  })
  return { opened, open: () => state.open() }
}

function textFileMaker(suffix: string, make: (finished: FinishedDeck) => string): FileMaker {
  return {
    suffix,
    browser: 'unused',
    make: (finished) => new Map([[`${finished.name}${suffix}`, new TextEncoder().encode(make(finished))]]),
  }
}

function printedFileMaker(
  suffix: string,
  prepare: (finished: FinishedDeck, page: BrowserPage) => PrintJob | Promise<PrintJob>,
): FileMaker {
  return {
    suffix,
    browser: 'needed',
    make: async (finished, page, tools) => {
      const name = `${finished.name}${suffix}`
      const { pdf, faults } = await printAndCheck(page, await prepare(finished, page), tools)
      const files = faults.then((all) => {
        for (const fault of all) reportFault(fault, name, finished)
        return new Map(all.length === 0 ? [[name, pdf]] : [])
      })
      return { files }
    },
  }
}

/** The rule id for a PDF that failed its check. */
export const BAD_PDF = 'bad-pdf'

function reportFault(
  { slide: number, reason }: PdfFault,
  name: string,
  { onPaper, layouts, article, file }: FinishedDeck,
): void {
  const slide = number === null ? undefined : onPaper.deck.slides[number - 1]
  const lines = slide === undefined ? [] : linesOf(layouts, slide)
  const place = firstPlaceOf(lines, article)
  file.message(`${name} ${reason}, so it was not saved. Please report this with the article.`, {
    place,
    source: 'lectern',
    ruleId: BAD_PDF,
  }).fatal = true
}

/** The minimum number of digits in the slide number of a picture's file name. */
const MIN_DIGITS = 3

async function makePictures({ name, deck, theme, layouts, settings }: FinishedDeck, page: BrowserPage) {
  const pictures = await takePictures(page, { deck, theme, layouts }, settings.scale)
  const nameOf = (index: number) => `${name}-${String(index + 1).padStart(MIN_DIGITS, '0')}.png`
  return { files: Promise.resolve(new Map(pictures.map((png, index) => [nameOf(index), png] as const))) }
}

async function makePowerPoint(finished: FinishedDeck, page: BrowserPage | null): Promise<Files> {
  const { name, deckInPptx: deck, theme, layouts, template, file } = finished
  const { bytes, families, substitutes, recoloured } = await makePptx({ deck, theme, layouts, template }, page)
  if (template === null) file.info(fontNote(families), { source: 'lectern', ruleId: 'pptx-fonts' })
  for (const { name: ownLayout, layout } of substitutes)
    file.info(
      `The template has no layout for slides of the kind "${ownLayout}", so they use its layout "${layout}". Check these slides, or add a layout to the template.`,
      { source: 'lectern', ruleId: 'pptx-template' },
    )
  for (const { placeholder, originalColour, colour, ground, isReadable } of recoloured) {
    const name = PLACEHOLDER_NAMES[placeholder.type]
    const subject = name === undefined ? `text in ${originalColour} has` : `${name} in ${originalColour} have`
    const fact = `The template's ${subject} too little contrast on ${ground}`
    const remedy = isReadable ? `, so they are shown in ${colour}.` : '. Choose a template with a calmer background.'
    file.info(`${fact}${remedy}`, { source: 'lectern', ruleId: 'pptx-contrast' })
  }
  return new Map([[`${name}.pptx`, bytes]])
}

/** The names of placeholders in messages, keyed by type. */
const PLACEHOLDER_NAMES: Readonly<Record<string, string>> = {
  title: 'titles',
  ctrTitle: 'titles',
  subTitle: 'subtitles',
  dt: 'dates',
  ftr: 'footers',
  sldNum: 'slide numbers',
}
