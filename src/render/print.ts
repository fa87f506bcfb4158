// Renders slides as a static document, for printing and measuring.

import { h } from 'hastscript'
import type { Deck } from '../model/deck.ts'
import { type Html, joinHtml } from '../model/html.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { backdropCss, backgroundOf } from './backdrop.ts'
import { fontCss } from './fonts.ts'
import { mathCss } from './math.ts'
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
 * Renders some of the deck's slides as `renderPrint` does, with the fonts that `text` needs. By default, `text` is that
 * of the slides.
 */
export function renderPrintPages(
  slides: readonly RenderedSlide[],
  deck: Deck,
  theme: Theme,
  text = textOf(slides.map(({ element }) => element)),
): Html {
  return renderPage({
    deck,
    theme,
    policy: STATIC_POLICY,
    head: [],
    styles: [
      `@page{size:${theme.canvas.width}px ${theme.canvas.height}px;margin:0}`,
      PRINT_STYLES,
      fontCss(theme, text),
      mathCss(slides.map(({ element }) => element)),
      backdropCss(slides.map(({ slide }) => backgroundOf(slide, theme))),
    ].join('\n'),
    body: slides.map(({ slide, name, element, isStep }) =>
      h(
        'section.page',
        { id: isStep ? null : slide.id, 'data-layout': slide.layout, 'data-part': String(slide.part), ariaLabel: name },
        [replaceMedia(element)],
      ),
    ),
  })
}

const PRINT_STYLES = `
html,body{margin:0;padding:0}
.page{contain:strict;width:var(--canvas-width);height:var(--canvas-height);break-after:page}
.page:last-child{break-after:auto}
.later{visibility:hidden!important}`
