import type { Root } from 'mdast'

/** Returns the HTML of a Markdown tree, including raw HTML. */
export function htmlOf(root: Root): string

/** Writes one line for each element, text and comment, so that equal lines mean equal structure. */
export function structureOf(html: string): string
