/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './stage.ts'

/** A change to the page, as the server sends it. */
interface Change {
  readonly from: string
  readonly version: string
  readonly order: readonly string[]
  readonly slides: readonly string[]
  readonly styles: readonly (readonly [place: number, css: string])[]
  readonly title: string
}

/**
 * Keeps the page of a served deck up to date: changes are applied in place; the slide, its step and anything running stay. Then
 * `patched` is called. Runs in the page and closes over nothing.
 */
export function live({ deck, make }: Stage, address: string, patched: () => void): void {
  const state = { version: document.querySelector('meta[name="version"]')?.getAttribute('content') ?? '' }
  const banner = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  document.body.append(banner)

  /** Text that a DOMParser parses runs nothing and loads nothing. */
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
  const slides = deck.getSlidesElement()
  const sections = () => [...(slides?.querySelectorAll<HTMLElement>('section') ?? [])]

  /** Changes the slides and returns to the same slide and step; if that slide is gone, to the one in its place. */
  const inPlace = (change: () => void) => {
    const { h, f } = deck.getIndices()
    const id = deck.getCurrentSlide()?.id
    change()
    deck.sync()
    const index = deck.getSlides().findIndex((section) => section.id === id)
    deck.slide(index < 0 ? Math.min(h, deck.getTotalSlides() - 1) : index, 0, f)
  }
  /** Attributes that reveal.js adds to a section. */
  const OWN = new Set([
    'style',
    'hidden',
    'aria-hidden',
    'data-fragment',
    'data-index-h',
    'data-index-v',
    'data-previous-indexv',
  ])
  const namesOf = (section: HTMLElement) =>
    section
      .getAttributeNames()
      .filter((name) => !OWN.has(name))
      .sort()
      .join()
  /** Whether reveal.js would treat both the same: it makes a background from some attributes. */
  const isLike = (section: HTMLElement, fresh: HTMLElement) =>
    namesOf(section) === namesOf(fresh) &&
    [...fresh.classList].every((name) => section.classList.contains(name)) &&
    [...fresh.attributes].every(
      ({ name, value }) => !name.startsWith('data-background') || section.getAttribute(name) === value,
    )
  /** Fills a section anew and keeps its element: telling reveal.js of all slides again takes longer than everything else here. */
  const refill = (section: HTMLElement, fresh: HTMLElement) => {
    const { h, f } = deck.getIndices()
    for (const { name, value } of fresh.attributes) if (name !== 'class') section.setAttribute(name, value)
    section.replaceChildren(...fresh.childNodes)
    if (section.querySelector('.fragment') === null) return
    deck.syncFragments(section)
    deck.slide(h, 0, f)
  }
  const setSlides = (order: readonly string[], changed: readonly HTMLElement[]) => {
    const before = sections()
    const known = new Map(before.map((section) => [section.id, section]))
    const pairs = changed.map((fresh) => ({ fresh, section: known.get(fresh.id) }))
    const isInOrder = before.length === order.length && before.every(({ id }, index) => id === order[index])
    if (isInOrder && !deck.isScrollView() && pairs.every(({ fresh, section }) => section && isLike(section, fresh))) {
      for (const { fresh, section } of pairs) if (section) refill(section, fresh)
      return
    }
    const fresh = new Map(changed.map((section) => [section.id, section]))
    const isWhole = order.every((id) => known.has(id) || fresh.has(id))
    // The scroll view keeps its own copies of slides.
    if (!isWhole || deck.isScrollView()) return location.reload()
    inPlace(() => {
      for (const [id, section] of known) if (!order.includes(id)) section.remove()
      for (const [id, section] of fresh) known.get(id)?.replaceWith(section)
      const wanted = order.flatMap((id) => fresh.get(id) ?? known.get(id) ?? [])
      // Sections already in place are left alone.
      for (const [index, section] of wanted.entries()) {
        const before = (index === 0 ? slides?.firstElementChild : wanted[index - 1]?.nextElementSibling) ?? null
        if (before !== section) slides?.insertBefore(section, before)
      }
    })
  }
  const setStyles = (styles: readonly (readonly [number, string])[]) => {
    const elements = document.querySelectorAll('head > style')
    for (const [place, css] of styles) {
      const element = elements[place]
      if (element !== undefined) element.textContent = css
    }
  }
  const apply = ({ version, order, slides, styles, title }: Change) => {
    setStyles(styles)
    setSlides(order, [...parse(slides.join('')).querySelectorAll('section')])
    document.title = parse(title).body.textContent ?? ''
    state.version = version
    patched()
  }
  /** After a while without the server, fetches the whole current page. */
  const catchUp = async (version: string) => {
    const page = parse(await (await fetch(location.pathname, { cache: 'no-store' })).text())
    const scripts = (of: Document) => [...of.scripts].map(({ textContent }) => textContent).join()
    if (scripts(page) !== scripts(document) || page.documentElement.lang !== document.documentElement.lang)
      return location.reload()
    const all = [...page.querySelectorAll<HTMLElement>('.slides section')]
    apply({
      from: state.version,
      version,
      order: all.map(({ id }) => id),
      slides: all.map(({ outerHTML }) => outerHTML),
      styles: [...page.querySelectorAll('head > style')].map(({ textContent }, place) => [place, textContent ?? '']),
      title: page.title,
    })
  }
  const setFaults = (faults: readonly string[]) =>
    banner.replaceChildren(...faults.map((fault) => make('p', {}, [fault])))

  const events = new EventSource(address)
  const on = <T>(name: string, use: (data: T) => void) =>
    events.addEventListener(name, (event) => use(JSON.parse(event.data)))
  on<{ readonly version: string; readonly faults: readonly string[] }>('hello', ({ version, faults }) => {
    setFaults(faults)
    if (version !== state.version) void catchUp(version)
  })
  on<Change>('patch', (change) => (change.from === state.version ? apply(change) : void catchUp(change.version)))
  on('reload', () => location.reload())
  on<readonly string[]>('fault', setFaults)
}
