// Computes the changes from one version of a deck's page to the next, so that open pages can be updated in place.

import { createHash } from 'node:crypto'
import type { Patch } from '../client/stage/live-update.ts'

/** A deck's page, split into the parts that can be changed while it is shown and everything else. */
export interface PagePieces {
  /** Equal pages have equal versions. */
  readonly version: string
  /** The markup of each slide's section by its id, in order. */
  readonly slides: ReadonlyMap<string, string>
  /** The stylesheets of the head, in order. */
  readonly styles: readonly string[]
  readonly title: string
  /** Everything that only reloading can change: the scripts, the language, the surroundings of the slides. */
  readonly rest: string
}

/** Splits a page by the tags that our own renderer writes; any other page is all `rest`. */
export function splitPage(html: string): PagePieces {
  const slides = new Map<string, string>()
  const styles: string[] = []
  const titles: string[] = []
  const rest = html
    .replace(SECTION, (section, id: string) => {
      slides.set(id, section)
      // Slides leave no mark, because their number may change.
      return ''
    })
    .replace(STYLE, (all, css: string | undefined) => (css === undefined ? all : keepMatch(() => styles.push(css))))
    .replace(TITLE, (_, title: string) => keepMatch(() => titles.push(title)))
  return { version: versionOf(html), slides, styles, title: titles[0] ?? '', rest }
}

/** Returns the changes from one page to another; null if the page must be reloaded. */
export function patchBetween(one: PagePieces, other: PagePieces): Patch | null {
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

/** A section. Our sections are not nested, and neither text nor attributes contain such a tag. */
const SECTION = /<section id="([^"]*)"[\s\S]*?<\/section>/g
/** A stylesheet, or a `noscript` element, whose stylesheet is left alone. */
const STYLE = /<noscript>[\s\S]*?<\/noscript>|<style[^>]*>([\s\S]*?)<\/style>/g
const TITLE = /<title>([\s\S]*?)<\/title>/

const MARK = '<!---->'

function keepMatch(note: () => void): string {
  note()
  return MARK
}

function versionOf(html: string): string {
  return createHash('sha256').update(html).digest('base64url').slice(0, VERSION_LENGTH)
}

/** In characters: 96 bits, so that versions do not collide. */
const VERSION_LENGTH = 16
