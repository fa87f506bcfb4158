// Renders all layouts of a theme on one page, for `lectern theme preview`.

import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Deck } from '../model/deck.ts'
import { joinHtml } from '../model/html.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { backdropCss, backgroundOf } from './background.ts'
import { fontCss } from './fonts.ts'
import { classesIn, mathCss } from './math.ts'
import { renderPage } from './page.ts'
import { STATIC_POLICY } from './policy.ts'
import { type RenderedSlide, renderSlides } from './slide.ts'
import { declarations } from './styles.ts'
import { textOf } from './text-content.ts'

/** The width of the sheet, in CSS px. */
export const SHEET_WIDTH = 1600

const COLUMNS = 3
const GAP = 24
const THUMB_WIDTH = (SHEET_WIDTH - GAP * (COLUMNS + 1)) / COLUMNS

/** Renders all slides of a deck side by side on one page, with the names of their layouts. */
export function renderLayoutSheet(deck: Deck, layouts: Layouts, theme: Theme): string {
  const slides = renderSlides(deck, layouts, theme)
  const body = h('main.sheet', [h('h1.sheet-title', theme.name), h('div.sheet-slides', slides.map(renderThumb))])
  const html = renderPage({
    deck: { ...deck, title: theme.name },
    theme,
    policy: STATIC_POLICY,
    head: [],
    styles: [
      sheetStyles(theme),
      fontCss(theme, textOf([body])),
      mathCss(classesIn([body])),
      backdropCss(slides.map(({ slide }) => backgroundOf(slide, theme))),
    ].join('\n'),
    body: toHtml(body),
  })
  return joinHtml(html)
}

function renderThumb({ slide, page, element }: RenderedSlide): Element {
  return h('figure.sheet-figure', { 'data-page': String(page) }, [
    h('div.sheet-thumb', [element]),
    h('figcaption.sheet-caption', slide.layout),
  ])
}

function sheetStyles({ canvas }: Theme): string {
  const sizes = {
    '--sheet-thumb': `${THUMB_WIDTH}px`,
    '--sheet-height': `${(THUMB_WIDTH * canvas.height) / canvas.width}px`,
    '--sheet-scale': `${THUMB_WIDTH / canvas.width}`,
  }
  return `html,body{margin:0;background:#8f9195}
.sheet{${declarations(sizes)};box-sizing:border-box;width:${SHEET_WIDTH}px;padding:${GAP}px;color:#101214;font:400 18px/1.3 var(--font-text)}
.sheet-title{margin:0 0 ${GAP}px;font:var(--weight-display) 40px/1.1 var(--font-display)}
.sheet-slides{display:grid;grid-template-columns:repeat(${COLUMNS},var(--sheet-thumb));gap:${GAP}px}
.sheet-figure{margin:0}
.sheet-thumb{width:var(--sheet-thumb);height:var(--sheet-height);overflow:hidden}
.sheet-thumb .slide{transform:scale(var(--sheet-scale));transform-origin:0 0}
[dir="rtl"] .sheet-thumb .slide{transform-origin:100% 0}
.sheet-caption{margin-top:6px}
@page{size:${SHEET_WIDTH}px 2000px;margin:0}`
}
