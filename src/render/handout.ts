import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Deck } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { backdropCss, groundOf } from './backdrop.ts'
import { fontCss } from './fonts.ts'
import { mathCss } from './math.ts'
import { renderNote } from './note.ts'
import { renderPage } from './page.ts'
import { STATIC_POLICY } from './policy.ts'
import { type RenderedSlide, renderSlides } from './slide.ts'
import { cssString, declarations } from './styles.ts'
import { textOf } from './text.ts'

export type Paper = 'a4' | 'letter'

/** The deck on paper, three slides to a page, each beside what is said with it; long notes flow on over pages. */
export function renderHandout(deck: Deck, layouts: Layouts, theme: Theme, paper: Paper): string {
  const slides = renderSlides(deck, layouts, theme)
  const body = h(
    'main.handout',
    { 'data-paper': paper },
    slides.map((slide) => renderRow(slide, deck)),
  )
  return renderPage({
    deck,
    theme,
    policy: STATIC_POLICY,
    head: [],
    styles: [
      pageStyles(deck, theme, paper),
      fontCss(theme, textOf([body]) + deck.title),
      mathCss([body]),
      backdropCss(slides.map(({ slide }) => groundOf(slide, theme))),
    ].join('\n'),
    body: [body],
  })
}

/** A note of more characters would take much more than a third of a page, so it may be divided between pages. */
const LONGEST_WHOLE = 900

/** Lines to write on, where nothing is said. */
const RULES = 4

function renderRow({ slide, page, name, lines, level, element }: RenderedSlide, deck: Deck): Element {
  const { sentences } = slide.note
  const characters = sentences.reduce((sum, { text }) => sum + text.length, 0)
  const isSilent = sentences.length === 0
  const length = characters > LONGEST_WHOLE ? 'long' : isSilent ? 'none' : 'some'
  const note = !isSilent
    ? renderNote(slide.note, deck)
    : Array.from({ length: RULES }, () => h('div.ruled', { ariaHidden: 'true' }))
  return h('section.row', { id: slide.id, 'data-note': length }, [
    h('figure.thumb', { role: 'img', ariaLabel: `${page}. ${lines.join(' · ')}` }, [pictured(element)]),
    h('div.row-note', [
      h(`h${level}`, { className: ['row-title'] }, [h('span.row-number', String(page)), ' ', name]),
      ...note,
    ]),
  ])
}

/** The same boxes without headings and links: the picture of a slide has none, its row has. */
function pictured(element: Element): Element {
  const children = element.children.map((child): ElementContent => (child.type === 'element' ? pictured(child) : child))
  const tagName = PLAIN[element.tagName] ?? element.tagName
  const { href: _href, target: _target, rel: _rel, ...properties } = element.properties
  return { ...element, tagName, properties, children }
}

const PLAIN: Readonly<Record<string, string>> = { h1: 'div', h2: 'div', h3: 'div', a: 'span' }

/** The most room that a slide may take beside its note, in millimetres: three rows must fit a page. */
const THUMB_WIDTH = 88
const THUMB_HEIGHT = 52
const PIXELS_A_MILLIMETRE = 96 / 25.4

/**
 * The running head and the foot stand in the page's margins, where Chromium counts pages. Custom properties are not
 * known there, so the sizes are written out.
 */
function pageStyles({ title }: Deck, { tokens, canvas }: Theme, paper: Paper): string {
  const width = Math.min(THUMB_WIDTH, (THUMB_HEIGHT * canvas.width) / canvas.height)
  const thumb = {
    '--thumb-width': `${width}mm`,
    '--thumb-height': `${(width * canvas.height) / canvas.width}mm`,
    '--thumb-scale': `${(width * PIXELS_A_MILLIMETRE) / canvas.width}`,
  }
  const small = `font:9.6pt ${tokens['font-text']};color:#56635e`
  return `html,body{margin:0}
.handout{${declarations(thumb)}}
@page{size:${paper};margin:26mm 16mm 22mm;
@top-left{content:${cssString(title)};width:100%;vertical-align:bottom;padding-bottom:3mm;border-bottom:0.75pt solid #17211e;margin-bottom:4mm;font:13pt ${tokens['font-display']};color:#17211e}
@bottom-right{content:counter(page) " / " counter(pages);vertical-align:top;padding-top:6mm;${small}}
}`
}
