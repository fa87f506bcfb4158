// Connects the stages after writing: layout, illustration and fitting.

import type { VFile } from 'vfile'
import type { BrowserPage } from '../browser/browser-page.ts'
import type { ObtainedBrowser } from '../browser/obtain-browser.ts'
import { fit } from '../fit/fit.ts'
import { reportMissingFonts } from '../fit/report-missing-fonts.ts'
import { reportUnmeasured } from '../fit/report-unmeasured.ts'
import { requestedBackgrounds, withBackgrounds } from '../illustrate/backgrounds.ts'
import { drawCharts, reportUndrawnCharts } from '../illustrate/charts/draw-charts.ts'
import { drawDiagrams } from '../illustrate/diagrams/draw-diagrams.ts'
import { illustrate } from '../illustrate/illustrate.ts'
import { replacePosters } from '../illustrate/video-posters.ts'
import { layOut } from '../layout/choose-layout.ts'
import type { Article, Passage } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'
import type { Settings } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { withTimeLimit } from '../read/time-limit.ts'
import type { ArticleImages } from './article-images.ts'
import { fitNotesToMinutes } from './fit-notes-to-minutes.ts'
import type { Look } from './load-look.ts'
import type { DraftResult } from './make-drafts.ts'
import type { ConversionMemory } from './memory.ts'

/** Everything needed to turn drafts into slides. */
export interface PrepareOptions extends Pick<DraftResult, 'missingPictures'> {
  readonly article: Article
  readonly images: ArticleImages
  readonly parts: readonly Passage[]
  readonly layouts: Layouts
  readonly settings: Settings
  readonly look: Look
}

/** A deck before it is measured: as laid out, and with its images, code, formulas and backgrounds. */
export interface PreparedDeck {
  readonly laidOut: Deck
  readonly illustrated: Deck
}

/** Lays out and illustrates drafts. Problems are reported to `messages`. */
export type DeckPreparer = (drafts: readonly Draft[], messages: VFile) => Promise<PreparedDeck>

export function createDeckPreparer(options: PrepareOptions): DeckPreparer {
  const { article, parts, layouts, settings, look, images, missingPictures } = options
  const { event, theme } = look
  return async (drafts, messages) => {
    const laidOut = await withTimeLimit(messages, 'Laying out', () =>
      layOut(drafts, { article, parts, layouts, event, settings }),
    )
    const withImages = await illustrate(
      laidOut,
      { article, images: images.source, reported: missingPictures },
      messages,
    )
    reportUndrawnCharts(laidOut, article, messages)
    const backgroundOptions = {
      ...{ folder: images.folder, theme, layouts, frontMatter: article.frontMatter },
      bySlide: requestedBackgrounds(drafts, withImages),
    }
    const illustrated = await withBackgrounds(withImages, settings.backgrounds, backgroundOptions, messages)
    return { laidOut, illustrated }
  }
}

/**
 * Draws the charts and diagrams of a deck in a theme, then fits and times it. Without a browser, nothing is measured.
 * Problems are reported to `messages`.
 */
export type DeckFitter = (
  deck: Deck,
  theme: Theme,
  messages: VFile,
  memory?: Partial<ConversionMemory>,
) => Promise<Deck>

/** Everything needed to fit decks. */
export interface FitterOptions {
  readonly article: Article
  readonly layouts: Layouts
  readonly settings: Settings
  readonly obtained: ObtainedBrowser
}

export function createDeckFitter({ article, layouts, settings, obtained }: FitterOptions): DeckFitter {
  const { browser, reason } = obtained
  return async (deck, theme, messages, { measurements, diagrams } = {}) => {
    const fitWith = async (page: BrowserPage | null) => {
      const framed = await replacePosters(deck, page)
      const charted = await drawCharts(framed, { theme, layouts, page })
      const drawn = await drawDiagrams(charted, { article, theme, page, cache: diagrams }, messages)
      if (page === null) {
        reportUnmeasured(reason, messages)
        return drawn
      }
      const withSecondPage = browser?.withSecondPage
      const fitOptions = { article, layouts, theme, page, withSecondPage, memory: measurements }
      const fitted = await fit(drawn, fitOptions, messages)
      await reportMissingFonts(fitted, { layouts, theme, page }, messages)
      return fitted
    }
    const fitted = await (browser === null ? fitWith(null) : browser.withPage(fitWith))
    return { ...fitNotesToMinutes(fitted, settings.minutes, messages), isStepped: settings.stepped }
  }
}
