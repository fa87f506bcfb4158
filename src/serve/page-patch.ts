// Computes the changes from one version of a deck's page to the next, so that open pages can be updated in place.

import { createHash } from 'node:crypto'
import type { Patch } from '../client/stage/live-update.ts'

/** A deck's page, split into the parts that can be changed while it is shown, and everything else. */
export interface PagePieces {
  /** Equal pages have equal versions. */
  readonly version: string
  /** The markup of each slide's section, keyed by the slide's id, in order. */
  readonly slides: ReadonlyMap<string, string>
  /** The stylesheets of the head, in order. */
  readonly styles: readonly string[]
  readonly title: string
  /** Everything that can change only by reloading: the scripts, the language, the markup around the slides. */
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
      // Slides leave no placeholder, because their number may change.
      return ''
    })
    .replace(STYLE, (match, css: string | undefined) => {
      if (css === undefined) return match
      styles.push(css)
      return PLACEHOLDER
    })
    .replace(TITLE, (_, title: string) => {
      titles.push(title)
      return PLACEHOLDER
    })
  return { version: versionOf(html), slides, styles, title: titles[0] ?? '', rest }
}

/** Returns the changes from one page to another; null if the page must be reloaded. */
export function patchBetween(before: PagePieces, after: PagePieces): Patch | null {
  if (before.rest !== after.rest || before.styles.length !== after.styles.length) return null
  return {
    from: before.version,
    version: after.version,
    order: [...after.slides.keys()],
    slides: [...after.slides]
      .filter(([id, section]) => before.slides.get(id) !== section)
      .map(([, section]) => section),
    styles: [...after.styles.entries()].filter(([index, css]) => before.styles[index] !== css),
    title: after.title,
  }
}

/** A slide's section. Our sections are not nested, and neither text nor attributes contain such a tag. */
const SECTION = /<section id="([^"]*)"[\s\S]*?<\/section>/g
/** A stylesheet, or a `noscript` element, whose stylesheet is left alone. */
const STYLE = /<noscript>[\s\S]*?<\/noscript>|<style[^>]*>([\s\S]*?)<\/style>/g
const TITLE = /<title>([\s\S]*?)<\/title>/

const PLACEHOLDER = '<!---->'

function versionOf(html: string): string {
  return createHash('sha256').update(html).digest('base64url').slice(0, VERSION_LENGTH)
}

/** In characters: 96 bits, so that versions do not collide. */
const VERSION_LENGTH = 16
