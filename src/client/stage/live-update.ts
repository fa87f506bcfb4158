// Updates the open page of a served deck in place when the article changes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { Stage, StageDeck } from './stage.ts'

/**
 * The changes from one version of a page to the next, as the server sends them. A page that is not at version `from`
 * cannot use them.
 */
export interface Patch {
  readonly from: string
  readonly version: string
  /** The ids of all slides, in order. */
  readonly order: readonly string[]
  /** The HTML of the sections that are new or changed. */
  readonly slides: readonly string[]
  /** The changed stylesheets, by their index in the head. */
  readonly styles: readonly (readonly [place: number, css: string])[]
  readonly title: string
}

/**
 * Keeps the page of a served deck up to date. Changes are applied in place if possible, so that the current slide, its
 * step and anything running stay. `onPatch` is called after each change. Runs in the page.
 */
export const live = withHelpers(follow, [
  setSlides,
  replaceSlides,
  changeInPlace,
  refill,
  isAlike,
  attributesOf,
  setStyles,
  wholePage,
  parse,
])

function follow({ deck, make }: Stage, address: string, onPatch: () => void): void {
  const state = { version: document.querySelector('meta[name="version"]')?.getAttribute('content') ?? '' }
  const banner = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  document.body.append(banner)

  const apply = ({ version, order, slides, styles, title }: Patch) => {
    setStyles(styles)
    setSlides(deck, order, [...parse(slides.join('')).querySelectorAll('section')])
    document.title = parse(title).body.textContent ?? ''
    state.version = version
    onPatch()
  }
  /** Fetches the whole current page, because this one has missed a change. */
  const catchUp = async (version: string) => {
    const page = await wholePage()
    if (page === null) location.reload()
    else apply({ ...page, from: state.version, version })
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
  on<Patch>('patch', (patch) => (patch.from === state.version ? apply(patch) : void catchUp(patch.version)))
  on('reload', () => location.reload())
  on<readonly string[]>('fault', setFaults)
}

function setSlides(deck: StageDeck, order: readonly string[], changed: readonly HTMLElement[]): void {
  const before = [...(deck.getSlidesElement()?.querySelectorAll<HTMLElement>('section') ?? [])]
  const known = new Map(before.map((section) => [section.id, section]))
  const pairs = changed.map((fresh) => ({ fresh, section: known.get(fresh.id) }))
  const isInOrder = before.length === order.length && before.every(({ id }, index) => id === order[index])
  if (isInOrder && !deck.isScrollView() && pairs.every(({ fresh, section }) => section && isAlike(section, fresh))) {
    for (const { fresh, section } of pairs) if (section) refill(deck, section, fresh)
    return
  }
  const fresh = new Map(changed.map((section) => [section.id, section]))
  const isWhole = order.every((id) => known.has(id) || fresh.has(id))
  // The scroll view keeps copies of slides.
  if (isWhole && !deck.isScrollView()) changeInPlace(deck, () => replaceSlides(deck, order, { known, fresh }))
  else location.reload()
}

type SectionsById = ReadonlyMap<string, HTMLElement>

function replaceSlides(
  deck: StageDeck,
  order: readonly string[],
  { known, fresh }: { readonly known: SectionsById; readonly fresh: SectionsById },
): void {
  const slides = deck.getSlidesElement()
  for (const [id, section] of known) if (!order.includes(id)) section.remove()
  for (const [id, section] of fresh) known.get(id)?.replaceWith(section)
  const wanted = order.flatMap((id) => fresh.get(id) ?? known.get(id) ?? [])
  // Sections already in place are left alone.
  for (const [index, section] of wanted.entries()) {
    const before = (index === 0 ? slides?.firstElementChild : wanted[index - 1]?.nextElementSibling) ?? null
    if (before !== section) slides?.insertBefore(section, before)
  }
}

/**
 * Changes the slides and returns to the same slide and step; if that slide is gone, goes to the slide now at its
 * position.
 */
function changeInPlace(deck: StageDeck, change: () => void): void {
  const { h, f } = deck.getIndices()
  const id = deck.getCurrentSlide()?.id
  change()
  deck.sync()
  const index = deck.getSlides().findIndex((section) => section.id === id)
  deck.slide(index < 0 ? Math.min(h, deck.getTotalSlides() - 1) : index, 0, f)
}

/**
 * Replaces the content of a section but keeps its element, so that reveal.js need not read all slides again, which
 * would take longer than everything else here.
 */
function refill(deck: StageDeck, section: HTMLElement, fresh: HTMLElement): void {
  const { h, f } = deck.getIndices()
  for (const { name, value } of fresh.attributes) if (name !== 'class') section.setAttribute(name, value)
  section.replaceChildren(...fresh.childNodes)
  if (section.querySelector('.fragment') === null) return
  deck.syncFragments(section)
  deck.slide(h, 0, f)
}

/** Whether reveal.js would treat both sections alike: it makes backgrounds from some attributes. */
function isAlike(section: HTMLElement, fresh: HTMLElement): boolean {
  return (
    attributesOf(section) === attributesOf(fresh) &&
    [...fresh.classList].every((name) => section.classList.contains(name)) &&
    [...fresh.attributes].every(
      ({ name, value }) => !name.startsWith('data-background') || section.getAttribute(name) === value,
    )
  )
}

/** Joins the names of a section's attributes, without those that reveal.js adds. */
function attributesOf(section: HTMLElement): string {
  const ADDED = 'style hidden aria-hidden data-fragment data-index-h data-index-v data-previous-indexv'.split(' ')
  return section
    .getAttributeNames()
    .filter((name) => !ADDED.includes(name))
    .sort()
    .join()
}

function setStyles(styles: Patch['styles']): void {
  const elements = document.querySelectorAll('head > style')
  for (const [place, css] of styles) {
    const element = elements[place]
    if (element !== undefined) element.textContent = css
  }
}

/** Fetches the current page of the server as a patch; null if only reloading can show it. */
async function wholePage(): Promise<Pick<Patch, 'order' | 'slides' | 'styles' | 'title'> | null> {
  const page = parse(await (await fetch(location.pathname, { cache: 'no-store' })).text())
  const scripts = (of: Document) => [...of.scripts].map(({ textContent }) => textContent).join()
  if (scripts(page) !== scripts(document) || page.documentElement.lang !== document.documentElement.lang) return null
  const all = [...page.querySelectorAll<HTMLElement>('.slides section')]
  return {
    order: all.map(({ id }) => id),
    slides: all.map(({ outerHTML }) => outerHTML),
    styles: [...page.querySelectorAll('head > style')].map(({ textContent }, place) => [place, textContent ?? '']),
    title: page.title,
  }
}

/** Parses HTML with a DOMParser, which neither runs nor loads anything. */
function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}
