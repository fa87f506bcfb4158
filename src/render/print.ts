// Renders slides as a static document, for printing and measuring.

import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { LayoutBackground } from '../model/background.ts'
import type { Deck } from '../model/deck.ts'
import { type Html, joinHtml } from '../model/html.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { backdropCss, backgroundOf } from './background.ts'
import { fontCss } from './fonts.ts'
import { classesIn, mathCss } from './math.ts'
import { renderPage } from './page.ts'
import { STATIC_POLICY } from './policy.ts'
import { replaceMedia } from './replace-media.ts'
import { type RenderedSlide, renderSlides } from './slide.ts'
import { textOf } from './text-content.ts'

/**
 * Renders the slides as a static document, one per page, for printing and for measuring. Each section has its slide's
 * id.
 */
export function renderPrint(deck: Deck, layouts: Layouts, theme: Theme): string {
  return joinHtml(renderPrintPages(renderSlides(deck, layouts, theme), deck, theme))
}

/**
 * Renders some of the deck's slides as `renderPrint` does, with the fonts that `text` needs. By default, `text` is the
 * text of the slides.
 */
export function renderPrintPages(
  slides: readonly RenderedSlide[],
  deck: Deck,
  theme: Theme,
  text = textOf(slides.map(({ element }) => element)),
): Html {
  return joinPrintPages(
    slides.map((slide) => renderPrintPage(slide, theme)),
    { deck, theme, text },
  )
}

/** A page as HTML, and the facts that determine the head of its document. */
export interface PrintPage {
  readonly html: string
  /** The classes on the page if it has formulas; otherwise empty. */
  readonly classes: ReadonlySet<string>
  readonly background: LayoutBackground
}

export function renderPrintPage({ slide, name, element, isStep }: RenderedSlide, theme: Theme): PrintPage {
  const section = h(
    'section.page',
    { id: isStep ? null : slide.id, 'data-layout': slide.layout, 'data-part': String(slide.part), ariaLabel: name },
    [replaceMedia(element)],
  )
  const html = toHtml(section)
  const classes: ReadonlySet<string> = html.includes('katex') ? classesIn([element]) : new Set()
  return { html, classes, background: backgroundOf(slide, theme) }
}

interface PrintDocument {
  readonly deck: Deck
  readonly theme: Theme
  /** The characters that need fonts. */
  readonly text: string
}

/** Joins pages into a document. */
export function joinPrintPages(pages: readonly PrintPage[], { deck, theme, text }: PrintDocument): Html {
  return renderPage({
    deck,
    theme,
    policy: STATIC_POLICY,
    head: [],
    styles: [
      `@page{size:${theme.canvas.width}px ${theme.canvas.height}px;margin:0}`,
      PRINT_STYLES,
      fontCss(theme, text),
      mathCss(new Set(pages.flatMap(({ classes }) => [...classes]))),
      backdropCss(pages.map(({ background }) => background)),
    ].join('\n'),
    body: pages.map(({ html }) => html).join(''),
  })
}

/**
 * Slides begin at the left edge of the document, even where text runs from right to left, because positions are
 * measured from that edge.
 */
const PRINT_STYLES = `
:root{direction:ltr}
[dir="rtl"] .page{direction:rtl}
html,body{margin:0;padding:0}
.page{contain:strict;width:var(--canvas-width);height:var(--canvas-height);break-after:page}
.page:last-child{break-after:auto}
.later{visibility:hidden!important}`
