import type { Root } from 'mdast'

/** The HTML of a tree of Markdown, raw HTML in it included. */
export function htmlOf(root: Root): string

/** What HTML says, one line for each element and text, without how it is written. */
export function structureOf(html: string): string
