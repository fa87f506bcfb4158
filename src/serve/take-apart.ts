import { createHash } from 'node:crypto'

/** A page of a deck, taken apart into what can be changed while it is shown and the rest. */
export interface Pieces {
  /** The same page has the same version. */
  readonly version: string
  /** The slides in order, each as the markup of its section, by its id. */
  readonly slides: ReadonlyMap<string, string>
  /** The stylesheets of the head, in order. */
  readonly styles: readonly string[]
  readonly title: string
  /** What can only be changed by a new page: the scripts, the language, what stands around the slides. */
  readonly rest: string
}

/** What makes one version of a page the next; a page of another version than `from` cannot use it. */
export interface Patch {
  readonly from: string
  readonly version: string
  /** The ids of all slides. */
  readonly order: readonly string[]
  /** The sections that are new or changed. */
  readonly slides: readonly string[]
  /** The stylesheets that changed, by their place among those of the head. */
  readonly styles: readonly (readonly [place: number, css: string])[]
  readonly title: string
}

/** Takes a page apart by the marks that our own renderer leaves; in a page of another kind all is rest. */
export function takeApart(html: string): Pieces {
  const slides = new Map<string, string>()
  const styles: string[] = []
  const titles: string[] = []
  const rest = html
    .replace(SECTION, (section, id: string) => {
      slides.set(id, section)
      // There may be more of them or fewer.
      return ''
    })
    .replace(STYLE, (all, css: string | undefined) => (css === undefined ? all : keep(() => styles.push(css))))
    .replace(TITLE, (_, title: string) => keep(() => titles.push(title)))
  return { version: versionOf(html), slides, styles, title: titles[0] ?? '', rest }
}

/** What a page must change to be another; null where it must be loaded anew. */
export function patchBetween(one: Pieces, other: Pieces): Patch | null {
  if (one.rest !== other.rest || one.styles.length !== other.styles.length) return null
  return {
    from: one.version,
    version: other.version,
    order: [...other.slides.keys()],
    slides: [...other.slides].filter(([id, section]) => one.slides.get(id) !== section).map(([, section]) => section),
    styles: [...other.styles.entries()].filter(([place, css]) => one.styles[place] !== css),
    title: other.title,
  }
}

/** No section of ours holds another; no text and no attribute holds a tag. */
const SECTION = /<section id="([^"]*)"[\s\S]*?<\/section>/g
/** Those for pages without scripts are not among the styles of the page. */
const STYLE = /<noscript>[\s\S]*?<\/noscript>|<style[^>]*>([\s\S]*?)<\/style>/g
const TITLE = /<title>([\s\S]*?)<\/title>/

const MARK = '<!---->'

function keep(note: () => void): string {
  note()
  return MARK
}

function versionOf(html: string): string {
  return createHash('sha256').update(html).digest('base64url').slice(0, VERSION_LENGTH)
}

/** Characters: 96 bits, so that no two versions are taken for one. */
const VERSION_LENGTH = 16
