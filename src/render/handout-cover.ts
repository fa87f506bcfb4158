import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Deck } from '../model/deck.ts'
import type { Address, Event } from '../model/event.ts'
import { isolatedEvent } from './isolated-event.ts'
import { renderQrCode } from './qr-code.ts'

/**
 * Renders the cover of the handout: the talk's title, speaker, place and dates, and a table of contents. `pageOf`
 * returns the page on which a part begins; null if the part is not shown.
 */
export function renderCover(deck: Deck, pageOf: (part: number) => number | null): Element {
  const { title, author } = deck
  const event = isolatedEvent(deck)
  const { subtitle, credits } = openingOf(deck)
  const isCredited = (words: string) => credits.some((line) => line.toLowerCase().includes(words.toLowerCase()))
  const { speaker } = deck.event ?? { speaker: null }
  const name = speaker?.name ?? author
  const credit = (line: string) => h('p.cover-credit', line)
  const byline = name === null || isCredited(name) ? [] : [credit(event?.speaker?.name ?? name)]
  const showsRole = speaker !== null && speaker.role !== null && !isCredited(speaker.role)
  const role = showsRole ? [h('p.cover-role', event?.speaker?.role)] : []
  const otherCredits = credits.map(credit)
  return h('section.cover', [
    event === null ? null : renderEvent(event),
    h('div.cover-talk', [
      h('h1.cover-title', title),
      subtitle === null ? null : h('p.cover-subtitle', subtitle),
      ...(byline.length > 0 ? [...byline, ...role, ...otherCredits] : [...otherCredits, ...role]),
    ]),
    deck.parts.length > 1 && deck.parts.length <= MAX_PARTS ? renderContents(deck, pageOf) : null,
    event?.address ? renderAddress(event.address) : null,
  ])
}

/** Returns the subtitle and credits of the title slide, without a subtitle that the title already contains. */
function openingOf({ slides, title }: Deck): { readonly subtitle: string | null; readonly credits: readonly string[] } {
  const [first] = slides
  if (first?.layout !== 'title') return { subtitle: null, credits: [] }
  const { slots } = first
  const subtitle = slots.subtitle?.text ?? null
  const isRepeated = subtitle !== null && title.includes(subtitle)
  return { subtitle: isRepeated ? null : subtitle, credits: slots.credits.map(({ text }) => text) }
}

function renderEvent({ name, edition, dates, place, hashtag, logo }: Event): Element {
  const mark = logo?.light ?? null
  const facts = [dates, place, hashtag].filter((fact) => fact !== null)
  return h('header.cover-event', [
    mark === null ? null : h('img.cover-logo', { src: mark.picture.data, alt: '' }),
    h('p.cover-name', edition === null ? name : `${name} · ${edition}`),
    facts.length > 0 ? h('p.cover-facts', facts.join(' · ')) : null,
  ])
}

/** With more parts than this, the cover lists none, because it has no room for them. */
const MAX_PARTS = 14

/** Lists the parts that have slides, and the pages on which they begin. */
function renderContents({ parts, slides }: Deck, pageOf: (part: number) => number | null): Element {
  const entries = parts.flatMap(({ number, name }) => {
    const page = pageOf(number)
    const first = slides.find(({ part }) => part === number)
    if (page === null || first === undefined) return []
    return [
      h('li.cover-part', [
        h('span.cover-number', String(number)),
        ' ',
        h('a.cover-link', { href: `#${encodeURIComponent(first.id)}` }, name),
        ' ',
        h('span.cover-page', String(page)),
      ]),
    ]
  })
  return h('ol.cover-parts', { role: 'list' }, entries)
}

function renderAddress({ url, text, code }: Address): Element {
  return h('div.cover-address', [
    renderQrCode('svg.cover-code', code, { role: 'img', ariaLabel: text }),
    h('p', [h('a', { href: url }, text)]),
  ])
}
