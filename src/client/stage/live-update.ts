// Updates the open page of a served deck in place when the article changes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { Stage, StageDeck } from './stage.ts'

/**
 * The changes from one version of a page to the next, as the server sends them. They apply only to a page at version
 * `from`.
 */
export interface Patch {
  readonly from: string
  readonly version: string
  /** The ids of all slides, in order. */
  readonly order: readonly string[]
  /** The HTML of the sections that are new or changed. */
  readonly slides: readonly string[]
  /** The changed stylesheets, each with its index in the head. */
  readonly styles: readonly (readonly [index: number, css: string])[]
  readonly title: string
}

export interface FollowOptions {
  /** The address of the server's event stream. */
  readonly address: string
  /** Whether to show the errors of the article. The audience's page does not show them. */
  readonly showsFaults: boolean
  /** Called after each change. */
  readonly onPatch: () => void
}

/**
 * Keeps the page of a served deck up to date. Changes are applied in place if possible, so that the page stays on its
 * slide and step, and timers and drawings are kept. Runs in the page.
 */
export const followServer = pageFunction(follow, [
  setSlides,
  replaceSlides,
  changeInPlace,
  refill,
  isCompatible,
  attributesOf,
  setStyles,
  fetchPage,
  parse,
])

function follow({ deck, make }: Stage, { address, showsFaults, onPatch }: FollowOptions): void {
  const state = { version: document.querySelector('meta[name="version"]')?.getAttribute('content') ?? '' }
  const banner = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  if (showsFaults) document.body.append(banner)

  const apply = ({ version, order, slides, styles, title }: Patch) => {
    setStyles(styles)
    setSlides(deck, order, [...parse(slides.join('')).querySelectorAll('section')])
    document.title = parse(title).body.textContent ?? ''
    state.version = version
    onPatch()
  }
  /** Fetches the whole current page, because this one has missed a change. */
  const catchUp = async (version: string) => {
    const page = await fetchPage()
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
  const current = new Map(before.map((section) => [section.id, section]))
  const pairs = changed.map((replacement) => ({ replacement, section: current.get(replacement.id) }))
  const isInOrder = before.length === order.length && before.every(({ id }, index) => id === order[index])
  const canRefill =
    isInOrder &&
    !deck.isScrollView() &&
    pairs.every(({ replacement, section }) => section && isCompatible(section, replacement))
  if (canRefill) {
    for (const { replacement, section } of pairs) if (section) refill(deck, section, replacement)
    return
  }
  const replacements = new Map(changed.map((section) => [section.id, section]))
  const hasAll = order.every((id) => current.has(id) || replacements.has(id))
  // The scroll view keeps copies of slides.
  if (hasAll && !deck.isScrollView()) changeInPlace(deck, () => replaceSlides(deck, order, { current, replacements }))
  else location.reload()
}

type SectionsById = ReadonlyMap<string, HTMLElement>

function replaceSlides(
  deck: StageDeck,
  order: readonly string[],
  { current, replacements }: { readonly current: SectionsById; readonly replacements: SectionsById },
): void {
  const slides = deck.getSlidesElement()
  for (const [id, section] of current) if (!order.includes(id)) section.remove()
  for (const [id, section] of replacements) current.get(id)?.replaceWith(section)
  const sections = order.flatMap((id) => replacements.get(id) ?? current.get(id) ?? [])
  // Sections that are already in place are not moved.
  for (const [index, section] of sections.entries()) {
    const before = (index === 0 ? slides?.firstElementChild : sections[index - 1]?.nextElementSibling) ?? null
    if (before !== section) slides?.insertBefore(section, before)
  }
}

/**
 * Changes the slides and returns to the same slide and step; if that slide no longer exists, goes to the slide now at
 * its position, or else to the last.
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
 * Replaces the content of a section but keeps its element, so that reveal.js does not read all slides again, which
 * would take longer than all other changes together.
 */
function refill(deck: StageDeck, section: HTMLElement, replacement: HTMLElement): void {
  const { h, f } = deck.getIndices()
  for (const { name, value } of replacement.attributes) if (name !== 'class') section.setAttribute(name, value)
  section.replaceChildren(...replacement.childNodes)
  if (section.querySelector('.fragment') === null) return
  deck.syncFragments(section)
  deck.slide(h, 0, f)
}

/** Whether reveal.js would treat both sections the same way. It makes backgrounds from some of their attributes. */
function isCompatible(section: HTMLElement, replacement: HTMLElement): boolean {
  return (
    attributesOf(section) === attributesOf(replacement) &&
    [...replacement.classList].every((name) => section.classList.contains(name)) &&
    [...replacement.attributes].every(
      ({ name, value }) => !name.startsWith('data-background') || section.getAttribute(name) === value,
    )
  )
}

/** Joins the names of a section's attributes, except for attributes that reveal.js adds. */
function attributesOf(section: HTMLElement): string {
  const ADDED_BY_REVEAL = 'style hidden aria-hidden data-fragment data-index-h data-index-v data-previous-indexv'.split(
    ' ',
  )
  return section
    .getAttributeNames()
    .filter((name) => !ADDED_BY_REVEAL.includes(name))
    .sort()
    .join()
}

function setStyles(styles: Patch['styles']): void {
  const elements = document.querySelectorAll('head > style')
  for (const [index, css] of styles) {
    const element = elements[index]
    if (element !== undefined) element.textContent = css
  }
}

/** Fetches the current page from the server as a patch; null if only reloading can show it. */
async function fetchPage(): Promise<Pick<Patch, 'order' | 'slides' | 'styles' | 'title'> | null> {
  const page = parse(await (await fetch(location.pathname, { cache: 'no-store' })).text())
  const scriptsOf = (document: Document) => [...document.scripts].map(({ textContent }) => textContent).join()
  if (scriptsOf(page) !== scriptsOf(document) || page.documentElement.lang !== document.documentElement.lang)
    return null
  const all = [...page.querySelectorAll<HTMLElement>('.slides section')]
  return {
    order: all.map(({ id }) => id),
    slides: all.map(({ outerHTML }) => outerHTML),
    styles: [...page.querySelectorAll('head > style')].map(({ textContent }, index) => [index, textContent ?? '']),
    title: page.title,
  }
}

/** Parses HTML with a DOMParser, which neither runs nor loads anything. */
function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}
