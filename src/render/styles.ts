// Writes style elements, CSS declarations and CSS strings.

import type { Element } from 'hast'
import { h } from 'hastscript'

/**
 * Makes a style element from these rules.
 * @throws if they contain its end tag
 */
export function style(css: string, properties: Readonly<Record<string, string>> = {}): Element {
  if (/<\/style/i.test(css)) throw new Error('A stylesheet contains </style.')
  return h('style', properties, css)
}

/** Writes properties and their values in stylesheet syntax. */
export function declarations(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/** Writes some text as a quoted CSS string. */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<>\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)
  return `"${escaped}"`
}
