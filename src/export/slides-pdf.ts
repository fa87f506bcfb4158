// Prepares the slides for printing as a PDF.

import { type Deck, hasUnseenText, type Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Settings } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { renderPrintPages } from '../render/print.ts'
import { type RenderedSlide, renderSlides } from '../render/slide.ts'
import { repeatForSteps } from '../render/steps.ts'
import { visibleWords } from '../render/visible-words.ts'
import type { ExpectedPassage, ExpectedPdf } from './check-pdf.ts'
import { maxPdfBytes } from './pdf-size-limit.ts'
import type { PrintJob } from './print-and-check.ts'

/** A deck in the theme for paper. */
export interface PaperDeck {
  readonly deck: Deck
  readonly theme: Theme
  readonly layouts: Layouts
}

/** Renders the slides to print, one per page; with `steps`, one page per step. */
export function prepareSlides({ deck, theme, layouts }: PaperDeck, { steps }: Settings): PrintJob {
  const rendered = renderSlides(deck, layouts, theme)
  const isStepped = (slide: Slide) => slide.isStepped ?? deck.isStepped
  const withSteps = (slide: RenderedSlide) => (isStepped(slide.slide) ? repeatForSteps(slide) : [slide])
  const slides = steps ? rendered.flatMap(withSteps) : rendered
  return {
    html: renderPrintPages(slides, deck, theme),
    author: deck.author,
    expected: {
      ...directionOf(deck),
      pageCount: slides.length,
      passages: slides.map(expectedPassage),
      maxBytes: maxPdfBytes(deck, slides.length),
    },
  }
}

/** Returns the direction that the lines of a deck's PDF must have. */
export function directionOf({ direction }: Deck): Pick<ExpectedPdf, 'isRightToLeft'> {
  return direction === 'rtl' ? { isRightToLeft: true } : {}
}

/** Returns the words that a page must contain; none if some of its text is hidden, which has already been reported. */
function expectedPassage({ slide, page, element }: RenderedSlide, index: number): ExpectedPassage {
  return { slide: page, page: index + 1, words: hasUnseenText(slide) ? [] : visibleWords([element]) }
}
