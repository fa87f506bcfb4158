// Renders an event on slides: its name, logo, dates and sponsors.

import { parse } from 'culori'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import type { Slide } from '../model/deck.ts'
import type { Address, Event, Logo } from '../model/event.ts'
import type { Theme } from '../model/theme.ts'
import { tokenValue } from '../model/token-value.ts'
import { backgroundOf } from './background.ts'
import { renderLogo, sponsorClass } from './logo.ts'
import { renderQrCode } from './qr-code.ts'

/** The slide that an event is shown on, and its theme. */
export interface EventPlacement {
  readonly slide: Slide
  readonly theme: Theme
}

/** In characters. At the foot of a slide, a longer name may be cut off. */
const MAX_NAME_LENGTH = 44

/** Reports an event whose name is too long for the foot of a slide, unless something else is shown there. */
export function reportLongName({ name, short, footer, logo }: Event, file: VFile): void {
  if (name.length <= MAX_NAME_LENGTH || short !== null || footer !== null || logo?.isWordmark) return
  const reason = `The name of the event is ${name.length} characters long and may be cut off at the foot of slides. Give it a "short" name.`
  file.info(reason, { source: 'lectern', ruleId: 'event-name' })
}

/** Renders the event at the foot of a slide: logo and name, then dates and hashtag. */
export function renderEventFoot(event: Event, placement: EventPlacement): readonly Element[] {
  const { logo, footer, dates, hashtag } = event
  const name = logo?.isWordmark ? null : (event.short ?? event.name)
  return [
    h('span.foot-event', [
      ...(logo === null ? [] : [renderEventLogo(event, logo, logoBackground('foot', placement))]),
      ...textElements('span.foot-name', footer ?? name),
    ]),
    // The event's own footer replaces both name and dates.
    ...textElements('span.foot-dates', footer === null ? dates : null),
    ...textElements('span.foot-hashtag', containsHashtag(footer, hashtag) ? null : hashtag),
  ]
}

/** Whether the footer already contains the hashtag. */
function containsHashtag(footer: string | null, hashtag: string | null): boolean {
  return footer !== null && hashtag !== null && footer.toLowerCase().split(/\s+/).includes(hashtag.toLowerCase())
}

/** Renders logo, name and edition at the top of the first and last slide. */
export function renderEventMark(event: Event, placement: EventPlacement): Element {
  const { edition, logo } = event
  const name = placement.slide.slots.mark === 'short' ? (event.short ?? event.name) : event.name
  return h('div.slide-mark', logo?.isWordmark ? { role: 'img', ariaLabel: name } : {}, [
    h('div.mark-event', [
      ...(logo === null ? [] : [renderEventLogo(event, logo, logoBackground('mark', placement))]),
      ...(logo?.isWordmark ? [] : [h('p.mark-name', name)]),
    ]),
    ...textElements('p.mark-edition', edition),
  ])
}

/**
 * Renders the strip at the bottom of the first or last slide: the sponsors and, on the last one, also how to reach the
 * speaker and the event, and the code of conduct.
 */
export function renderEventStrip(
  event: Event,
  position: 'opening' | 'closing',
  placement: EventPlacement,
): readonly Element[] {
  const { speaker, address, hashtag, conduct, sponsors } = event
  const isLast = position === 'closing'
  const words = isLast
    ? [
        ...textElements(
          'p.strip-speaker',
          speaker === null ? null : [speaker.name, speaker.contact].filter(Boolean).join(' · '),
        ),
        ...(address === null ? [] : [h('p.strip-address', [...piecesOf(address.text)])]),
        ...textElements('p.strip-hashtag', hashtag),
        ...textElements('p.strip-conduct', conduct),
      ]
    : []
  const background = logoBackground('strip', placement)
  const children = [
    ...(isLast && address !== null ? [renderAddress(address)] : []),
    ...(words.length === 0 ? [] : [h('div.strip-words', words)]),
    ...(sponsors.length === 0
      ? []
      : [
          h(
            'div.sponsors',
            sponsors.map(({ name, logo }, index) =>
              logo === null
                ? h('p.sponsor', name)
                : h('div.sponsor', { role: 'img', ariaLabel: name }, [
                    renderLogo(sponsorClass(index), logo, background),
                  ]),
            ),
          ),
        ]),
  ]
  return children.length === 0 ? [] : [h('div.slide-strip', children)]
}

/** Renders the event's logo with its name, which is its alternative text in PowerPoint files. */
function renderEventLogo({ name }: Event, logo: Logo, background: string): Element {
  const element = renderLogo('logo-own', logo, background)
  return { ...element, properties: { ...element.properties, ariaLabel: name } }
}

/** Makes an element with the given text; none if the text is null. */
function textElements(selector: string, words: string | null): readonly Element[] {
  return words === null ? [] : [h(selector, words)]
}

/**
 * Splits an address after its slashes, so that a line does not break inside one of its parts. A part that is too long
 * may break.
 */
function piecesOf(address: string): Element[] {
  return (address.match(/[^/]+\/*|\/+/g) ?? []).map((piece) =>
    h(piece.length > MAX_PIECE_LENGTH ? 'span' : 'span.address-piece', piece),
  )
}

/** In characters: the length that fits beside the QR code and the sponsors. */
const MAX_PIECE_LENGTH = 32

function renderAddress({ text, code }: Address): Element {
  return h('span.qr-code', { role: 'img', ariaLabel: text }, [renderQrCode('svg', code)])
}

/**
 * Returns the colour behind the logos in the foot, mark or strip of a slide: the theme's token for it
 * (`foot-ground-title` for the foot of a title slide, or `foot-ground`), or else the background of the slide.
 */
function logoBackground(name: 'foot' | 'mark' | 'strip', { slide, theme }: EventPlacement): string {
  const { tokens } = theme
  const { colours, background } = backgroundOf(slide, theme)
  const candidates = [
    tokenValue(`${name}-ground-${slide.layout}`, tokens),
    tokenValue(`${name}-ground`, tokens),
    background?.type === 'colour' ? background.value : undefined,
    tokenValue(colours === 'deep' ? 'deep' : 'ground', tokens),
  ]
  return candidates.find((value) => value !== undefined && parse(value) !== undefined) ?? '#ffffff'
}
