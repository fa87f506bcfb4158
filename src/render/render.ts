// Renders the deck as a single HTML file with everything in it.

import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { stageScript } from '../client/stage/stage-script.ts'
import { SPEAKER_STYLES, STAGE_STYLES } from '../client/stage/styles.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { joinHtml } from '../model/html.ts'
import type { Layouts } from '../model/layout.ts'
import { picturesOn } from '../model/slide-pictures.ts'
import type { Theme } from '../model/theme.ts'
import { backdropClass, backdropCss, backgroundOf, wallColourOf } from './background.ts'
import { fontCss } from './fonts.ts'
import { classesIn, mathCss } from './math.ts'
import { renderNote } from './note.ts'
import { renderPage } from './page.ts'
import { policyFor } from './policy.ts'
import { readReveal } from './reveal.ts'
import { escapeScript, script } from './scripts.ts'
import { type RenderedSlide, renderSlides } from './slide.ts'
import { withFragments } from './steps.ts'
import { style } from './styles.ts'
import { textOf } from './text-content.ts'

/** How a deck is presented. */
export interface PresentationOptions {
  /** The length of the talk in minutes; null for the time that it takes to say the notes. */
  readonly minutes: number | null
  /** The address of the event stream, relative to the page; null for a file. */
  readonly events: string | null
}

const DEFAULT_OPTIONS: PresentationOptions = { minutes: null, events: null }

/**
 * Renders the deck as one HTML document that loads nothing: it contains reveal.js, theme, fonts and notes, and its
 * policy allows no other script to run. With `?speaker` in its address, the document is the speaker view.
 */
export function renderDeck(
  deck: Deck,
  layouts: Layouts,
  theme: Theme,
  presentation: PresentationOptions = DEFAULT_OPTIONS,
): string {
  const reveal = readReveal()
  const slides = renderSlides(deck, layouts, theme)
  const scripts = [reveal.script, startScript(deck, theme, presentation)].map(escapeScript)
  const html = renderPage({
    deck,
    theme,
    policy: policyFor(scripts, { isServed: presentation.events !== null, playsMedia: deck.slides.some(playsMedia) }),
    head: [style(`@layer reveal{${reveal.styles}}`, { media: 'screen' }), h('noscript', [style(NO_SCRIPT_STYLES)])],
    styles: [
      `@page{size:${theme.canvas.width}px ${theme.canvas.height}px;margin:0}`,
      DECK_STYLES,
      `:root{--canvas-ratio:${theme.canvas.width}/${theme.canvas.height}}`,
      STAGE_STYLES,
      SPEAKER_STYLES,
      fontCss(theme, textOf(slides.map(({ element }) => element))),
      mathCss(classesIn(slides.map(({ element }) => element))),
      backdropCss(slides.map(({ slide }) => backgroundOf(slide, theme))),
    ].join('\n'),
    body: toHtml([
      h('main.reveal', [
        h(
          'div.slides',
          slides.map((slide) => renderSection(slide, deck, theme)),
        ),
      ]),
      ...scripts.map(script),
    ]),
  })
  return joinHtml(html)
}

function playsMedia(slide: Slide): boolean {
  return picturesOn(slide).some((picture) => 'content' in picture && typeof picture.content?.media?.data === 'string')
}

function renderSection({ slide, name, element }: RenderedSlide, deck: Deck, theme: Theme): Element {
  const background = backgroundOf(slide, theme)
  const { id, layout, part, note } = slide
  const properties = {
    id,
    'data-layout': layout,
    'data-part': String(part),
    'data-part-name': deck.parts.find(({ number }) => number === part)?.name ?? null,
    'data-timing': String(Math.round(note.seconds)),
    // The colour beside or above the slide on a screen with another aspect ratio.
    'data-background-color': wallColourOf(background, theme),
    className: backdropClass(background),
    ariaLabel: name,
  }
  const cue = note.cue === null ? [] : [h('p.note-cue', note.cue)]
  const notes = note.sentences.length + cue.length === 0 ? [] : [h('aside.notes', [...cue, ...renderNote(note, deck)])]
  return h('section', properties, [(slide.isStepped ?? deck.isStepped) ? withFragments(element) : element, ...notes])
}

/**
 * Writes the script that starts reveal.js with its options. reveal.js neither sends nor accepts messages; windows
 * exchange only the messages in `client/stage/window-messages.ts`.
 */
function startScript({ direction }: Deck, { canvas, tokens }: Theme, { minutes, events }: PresentationOptions): string {
  const reveal = {
    ...canvas,
    margin: 0,
    // Slides fill screens of any size.
    maxScale: 100,
    center: false,
    hash: true,
    hashOneBasedIndex: true,
    rtl: direction === 'rtl',
    controlsLayout: 'edges',
    controlsTutorial: false,
    progress: false,
    help: false,
    jumpToSlide: false,
    focusBodyOnPageVisibilityChange: false,
    overview: false,
    // On a phone, slides are stacked without an empty screen around each.
    scrollLayout: 'compact',
    scrollSnap: false,
    transition: tokens.transition === 'slide' ? SLIDE_TRANSITION : (tokens.transition ?? 'none'),
    postMessage: false,
    postMessageEvents: false,
  }
  return stageScript({ reveal, phoneWidth: PHONE_WIDTH, minutes, events })
}

/** The width, in CSS pixels, of the widest phone held upright. */
const PHONE_WIDTH = 435

/** reveal.js makes the name of the transition a class of its root element, but `.slide` is the class of a slide. */
const SLIDE_TRANSITION = 'slide-across'

/** Rules for the page around the slides. They override the rules of reveal.js, which are in a layer. */
const DECK_STYLES = `
.reveal-viewport{background-color:var(--ground)}
.reveal .slides>section{width:var(--canvas-width);height:var(--canvas-height)}
.reveal.${SLIDE_TRANSITION} .slides>section.past{transform:translate(-150%)}
.reveal.${SLIDE_TRANSITION} .slides>section.future{transform:translate(150%)}
.reveal:is(.fade,.${SLIDE_TRANSITION}) .slides>section:not([data-transition]),.reveal.fade .backgrounds .slide-background{transition-duration:var(--transition-time)}
.reveal .controls .enabled{opacity:0;transition:opacity 160ms}
.reveal .controls .enabled:is(:hover,:focus-visible){opacity:.8}
@media (prefers-reduced-motion:reduce){.reveal,.reveal *,.reveal *::before,.reveal *::after{transition:none!important;animation:none!important}}
@media print{
html,body{margin:0}
body:not(.is-speaker)>:not(.reveal){display:none!important}
.reveal,.scroll-page,.scroll-page :is(.scroll-page-sticky,.scroll-page-content){display:block!important;position:static!important;transform:none!important;width:auto!important;height:auto!important;margin:0!important;padding:0!important}
.reveal>:not(.slides){display:none!important}
.reveal .slides{position:static!important;transform:none!important;width:auto!important;height:auto!important;inset:auto!important}
.reveal .slides section{display:block!important;position:static!important;transform:none!important;opacity:1!important;visibility:visible!important;break-after:page}
.reveal .slides section:last-child{break-after:auto}
.reveal aside.notes{display:none}
}`

/** Rules that stack the slides if scripts are off. */
const NO_SCRIPT_STYLES = `
.reveal .slides{position:static;display:block;pointer-events:auto}
.reveal .slides>section{display:block;position:relative;margin:0 auto 24px;pointer-events:auto}
.reveal aside.notes{display:none}
body{overflow:auto}`
