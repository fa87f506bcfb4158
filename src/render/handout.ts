// Renders the handout: a cover, then the slides with their notes.

import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { LayoutBackground } from '../model/background.ts'
import { byLayout, type Deck, type Slide } from '../model/deck.ts'
import type { Html } from '../model/html.ts'
import type { Layouts } from '../model/layout.ts'
import type { HandoutLayout, Paper } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { minutesAndSeconds } from '../util/minutes-and-seconds.ts'
import { continuedMark } from './continued-mark.ts'
import { fontCss } from './fonts.ts'
import { renderCover } from './handout-cover.ts'
import { pageLayoutOf } from './handout-layouts.ts'
import type { HandoutSheet, NoteHeights, SentenceRange, SheetPiece } from './handout-pieces.ts'
import { sheetsOf } from './handout-sheets.ts'
import { pageStyles, sizeStyles } from './handout-styles.ts'
import { classesIn, mathCss } from './math.ts'
import { renderNote } from './note.ts'
import { renderPage } from './page.ts'
import { STATIC_POLICY } from './policy.ts'
import { removeLinksAndHeadings } from './remove-links-and-headings.ts'
import { type RenderedSlide, renderSlides } from './slide.ts'
import { textOf } from './text-content.ts'

/** A handout to render. */
export interface HandoutPlan {
  readonly deck: Deck
  readonly layouts: Layouts
  readonly theme: Theme
  readonly layout: HandoutLayout
  readonly paper: Paper
}

export interface Handout {
  readonly html: Html
  /** The content of the pages, cover first, in reading order. */
  readonly pieces: readonly HandoutPiece[]
  /** The number of pages that the handout was laid out for, including the cover. */
  readonly pageCount: number
}

export interface HandoutPiece {
  /** The index of the slide, from 0; null for the cover. */
  readonly slide: number | null
  /** The page number, from 1. */
  readonly page: number
  readonly element: Element
}

/**
 * Renders every note for measuring, at both widths that it may have: `.trial`s with a heading and a `.row-note`, in
 * slide order.
 */
export function renderNotesToMeasure(plan: HandoutPlan): Html {
  const slides = renderPaperSlides(plan)
  const trials = slides.flatMap((slide) =>
    ['by', 'rest'].map((place) =>
      h('section.trial', { 'data-place': place }, [
        renderHeading(slide, plan.deck, { tag: 'p', isContinued: true }),
        h('div.row-note', [...renderNote(slide.slide.note, plan.deck)]),
      ]),
    ),
  )
  return renderDocument(plan, trials)
}

/**
 * Renders the deck on paper: a cover, then the slides of each page with their notes. A note that is too long for the
 * space beside its slide continues elsewhere.
 */
export function renderHandout(plan: HandoutPlan, heights: readonly NoteHeights[]): Handout {
  const { deck, theme, layout, paper } = plan
  const slides = renderPaperSlides(plan)
  const sheets = sheetsOf(heights, { layout, paper, canvas: theme.canvas })
  const cover = renderCover(deck, (part) => pageOf(part, deck.slides, sheets))
  const placed = sheets.map((sheet, index) => ({
    sheet,
    pieces: sheet.pieces.flatMap((piece) => {
      const slide = slides[piece.slide]
      return slide === undefined
        ? []
        : [{ slide: piece.slide, page: index + 2, element: renderPiece(slide, piece, plan) }]
    }),
  }))
  const body = [
    cover,
    ...placed.map(({ sheet: { kind }, pieces }) =>
      h(
        'section.sheet',
        { 'data-kind': kind },
        pieces.map(({ element }) => element),
      ),
    ),
  ]
  const pieces = [{ slide: null, page: 1, element: cover }, ...placed.flatMap(({ pieces }) => pieces)]
  return { html: renderDocument(plan, body), pieces, pageCount: sheets.length + 1 }
}

/** Renders the slides with the logos for light backgrounds, because handout.css prints all their backgrounds white. */
function renderPaperSlides({ deck, layouts, theme }: HandoutPlan): readonly RenderedSlide[] {
  const onPaper = <T extends Slide | LayoutBackground>(each: T): T =>
    each.background?.type === 'colour' ? { ...each, background: WHITE } : each
  const backgrounds = byLayout((name) => onPaper(theme.backgrounds[name]))
  const tokens = { ...theme.tokens, ground: WHITE.value, deep: WHITE.value }
  const rendered = renderSlides({ ...deck, slides: deck.slides.map(onPaper) }, layouts, {
    ...theme,
    backgrounds,
    tokens,
  })
  return rendered.map((each, index) => ({ ...each, slide: deck.slides[index] ?? each.slide }))
}

const WHITE = { type: 'colour', value: '#ffffff' } as const

function renderDocument({ deck, theme, layout, paper }: HandoutPlan, contents: readonly Element[]): Html {
  const { kind, cellsPerRow } = pageLayoutOf(layout, paper)
  const hooks = { 'data-layout': layout, 'data-form': kind, 'data-across': String(cellsPerRow) }
  const body = h('main.handout', hooks, [...contents])
  const words = [textOf([body]), deck.title, deck.event?.name, deck.event?.dates, deck.event?.place, '0123456789/·']
  return renderPage({
    deck,
    theme,
    policy: STATIC_POLICY,
    head: [],
    styles: [
      sizeStyles(layout, paper, theme),
      pageStyles(deck, theme, paper),
      fontCss(theme, words.join('')),
      mathCss(classesIn([body])),
    ].join('\n'),
    body: toHtml(body),
  })
}

/** Returns the page on which a part begins, counting the cover; null if no slide of the part is shown. */
function pageOf(part: number, slides: readonly Slide[], sheets: readonly HandoutSheet[]): number | null {
  const first = slides.findIndex((slide) => slide.part === part)
  const index = sheets.findIndex(({ pieces }) => pieces.some(({ slide, beside }) => slide === first && beside !== null))
  return index === -1 ? null : index + 2
}

function renderPiece(slide: RenderedSlide, piece: SheetPiece, { deck, layout, paper }: HandoutPlan): Element {
  const { beside, rest, height, ruleCount } = piece
  const renderPart = (range: SentenceRange | null) => [...renderNote(partOfNote(slide.slide, range), deck)]
  const isContinued = beside === null && (rest?.from ?? 0) > 0
  if (beside === null)
    return h('section.row', { 'data-part': 'continued' }, [
      renderHeading(slide, deck, { tag: 'p', isContinued }),
      h('div.row-rest.row-note', renderPart(rest)),
    ])
  const { page, lines, element } = slide
  const sideContent =
    pageLayoutOf(layout, paper).content === 'title' ? [] : ruleCount > 0 ? ruledLines(ruleCount) : renderPart(beside)
  const level = slide.level === 1 ? 2 : slide.level
  return h('section.row', { id: slide.slide.id, style: `min-height:${height.toFixed(1)}px` }, [
    h('div.row-picture', [
      h('figure.thumb', { role: 'img', ariaLabel: `${page}. ${lines.join(' · ')}` }, [removeLinksAndHeadings(element)]),
      ...(layout === 'notes' ? [renderTiming(slide.slide, deck)] : []),
    ]),
    h('div.row-by', [
      renderHeading(slide, deck, { tag: `h${level}`, isContinued: false }),
      h('div.row-note', { 'data-length': piece.isShort && 'short' }, sideContent),
    ]),
    ...(rest === null ? [] : [h('div.row-rest.row-note', renderPart(rest))]),
  ])
}

function partOfNote({ note }: Slide, range: SentenceRange | null) {
  return { ...note, sentences: range === null ? [] : note.sentences.slice(range.from, range.to) }
}

function ruledLines(count: number): Element[] {
  return Array.from({ length: count }, () => h('div.ruled', { ariaHidden: 'true' }))
}

interface HeadingStyle {
  readonly tag: string
  readonly isContinued: boolean
}

function renderHeading({ page, name }: RenderedSlide, { language }: Deck, { tag, isContinued }: HeadingStyle): Element {
  const mark = isContinued ? [h('span.row-continued', ` ${continuedMark(language)}`)] : []
  const title = name === String(page) ? [] : [' ', name]
  return h(tag, { className: ['row-title'] }, [h('span.row-number', String(page)), ...title, ...mark])
}

/** Renders the times at which a slide begins and ends, counted from the start of the talk. */
function renderTiming(slide: Slide, { slides }: Deck): Element {
  const before = slides.slice(0, slides.indexOf(slide)).reduce((sum, { note }) => sum + note.seconds, 0)
  const { seconds } = slide.note
  return h(
    'p.row-time',
    seconds === 0 ? minutesAndSeconds(before) : `${minutesAndSeconds(before)} – ${minutesAndSeconds(before + seconds)}`,
  )
}
