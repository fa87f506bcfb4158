// Renders slides as markup, which is the same on screen, on paper and while being measured.

import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Deck, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf, type RenderContext, type SlideShape } from '../model/layout.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import { slideName } from '../model/slide-name.ts'
import type { Theme } from '../model/theme.ts'
import { backdropClass, backgroundOf } from './background.ts'
import { renderEventFoot, renderEventMark, renderEventStrip } from './event.ts'
import { isolatedEvent } from './isolated-event.ts'
import { renderContextsOf } from './render-context.ts'
import { sanitize } from './sanitize.ts'

/** A slide and its markup. */
export interface RenderedSlide {
  readonly slide: Slide
  /** The page number, from 1. */
  readonly page: number
  /** The slide's name for screen readers: its title or first line, or else the label of its picture or its page number. */
  readonly name: string
  /** The lines of text on the slide. */
  readonly lines: readonly string[]
  readonly level: RenderContext['level']
  /** Whether this repeats the slide before it, one step further on. */
  readonly isStep?: true
  /** `div.slide`, of canvas size. */
  readonly element: Element
}

/** A canvas narrower than this has no room for a column beside the text. */
const MIN_WIDE_RATIO = 1.5

/** A deck title longer than this does not fit at the foot of a slide, and half a title is worse than none. */
const MAX_FOOT_TITLE = 90

/** With more parts than this, there are too many progress marks to count at a glance. */
const MAX_TICKS = 16

export function renderSlides(deck: Deck, layouts: Layouts, theme: Theme): readonly RenderedSlide[] {
  return [...renderSomeSlides(deck, { layouts, theme, isWanted: () => true })]
}

/** How to render slides, and which ones. */
export interface RenderOptions {
  readonly layouts: Layouts
  readonly theme: Theme
  isWanted(slide: Slide): boolean
}

/**
 * Renders some slides of a deck, one at a time, each with its page number in the whole deck. Markup takes a lot of
 * memory, so callers should not keep the markup of many slides.
 */
export function* renderSomeSlides(
  deck: Deck,
  { layouts, theme, isWanted }: RenderOptions,
): Generator<RenderedSlide, void> {
  const contexts = renderContextsOf(deck)
  const { canvas } = theme
  const shape: SlideShape = canvas.width / canvas.height < MIN_WIDE_RATIO ? 'square' : 'wide'
  for (const [index, slide] of deck.slides.entries()) {
    const slideContext = contexts[index]
    if (!slideContext || !isWanted(slide)) continue
    const page = index + 1
    const shownLines = linesOf(layouts, slide)
    const lines = shownLines.map(({ text }) => text)
    const { hooks, content } = renderLayout(layouts, slide, { ...slideContext, shape })
    const background = backgroundOf(slide, theme)
    const properties = {
      'data-layout': slide.layout,
      'data-part': String(slide.part),
      'data-shape': shape,
      'data-ground': background.colours,
      ...(deck.event && { 'data-event': 'some' }),
      ...hooks,
    }
    const style = [hooks.style, layouts[slide.layout].showsEventAt && `--seed:${seedOf(deck.title)}`]
      .filter(Boolean)
      .join(';')
    const className = ['slide', ...backdropClass(background)]
    const withHooks = { ...properties, ...(style !== '' && { style }), className }
    const unsanitized = h('div', withHooks, [
      ...content,
      ...renderKicker(deck, slide, shownLines[0]),
      ...renderEvent(deck, slide, { position: layouts[slide.layout].showsEventAt, theme }),
      renderFoot(deck, slide, { page, theme }),
    ])
    const [element = h('div.slide')] = sanitize([unsanitized])
    yield { slide, page, name: slideName(layouts, slide) || `${page}`, lines, level: slideContext.level, element }
  }
}

/** Returns a number from 0 to 99 by which a theme can vary an ornament from deck to deck. */
function seedOf(title: string): number {
  return createHash('sha256').update(title).digest().readUInt16BE() % 100
}

function renderLayout<L extends LayoutName>(layouts: Layouts, slide: Slide<L>, context: RenderContext) {
  const layout = layouts[slide.layout]
  return { hooks: layout.hooks(slide.slots, context.shape), content: layout.render(slide.slots, context) }
}

/** Renders the number and name of the slide's part. The name is left out if it is the slide's title. */
function renderKicker({ parts }: Deck, slide: Slide, title: Line | undefined): readonly Element[] {
  const part = parts.find(({ number }) => number === slide.part)
  if (!part) return []
  const isTitle = title !== undefined && withoutNumber(title)?.text === part.name
  return [
    h('p.slide-kicker', { ariaHidden: 'true' }, [
      h('span.kicker-number', String(part.number)),
      ...(isTitle ? [] : [h('span.kicker-text', part.name)]),
    ]),
  ]
}

/** Renders the event on the first and last slide. */
function renderEvent(deck: Deck, slide: Slide, { position, theme }: EventOptions): readonly Element[] {
  const event = isolatedEvent(deck)
  if (event === null || position === undefined) return []
  // Positioned elements come last in a PDF's text.
  return [...renderEventStrip(event, position, { slide, theme }), renderEventMark(event, { slide, theme })]
}

interface EventOptions {
  readonly position: 'opening' | 'closing' | undefined
  readonly theme: Theme
}

interface FootOptions {
  readonly page: number
  readonly theme: Theme
}

function renderFoot(deck: Deck, slide: Slide, { page, theme }: FootOptions): Element {
  const { title, parts } = deck
  const event = isolatedEvent(deck)
  const name = title.length <= MAX_FOOT_TITLE ? title : ''
  return h('footer.slide-foot', { ariaHidden: 'true' }, [
    h('span.foot-title', event === null ? name : [...renderEventFoot(event, { slide, theme })]),
    h(
      'span.foot-progress',
      (parts.length > MAX_TICKS ? [] : parts).map(({ number }) =>
        h('span.tick', { className: tickState(number, slide.part) }),
      ),
    ),
    h('span.foot-number', String(page)),
  ])
}

function tickState(number: number, part: number): string[] {
  if (number === part) return ['now']
  return number < part ? ['done'] : []
}
