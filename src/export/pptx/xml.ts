// Builds and writes XML.

import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

export type XmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>
export type XmlContent = Element | string | null | undefined | readonly XmlContent[]

/**
 * Makes an element. Null attributes are left out, and booleans become 1 or 0. Characters that XML 1.0 does not allow
 * are removed.
 */
export function el(name: string, attributes: XmlAttributes = {}, ...content: readonly XmlContent[]): Element {
  const defined = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, attributeText(value)] as const],
  )
  return x(name, Object.fromEntries(defined), childrenOf(content))
}

function attributeText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'number' ? String(value) : clean(value)
}

function childrenOf(content: readonly XmlContent[]): ElementContent[] {
  return content.flatMap((item): ElementContent[] => {
    if (item === null || item === undefined) return []
    if (typeof item === 'string') return [{ type: 'text', value: clean(item) }]
    return 'type' in item ? [item] : childrenOf(item)
  })
}

/** Removes characters that XML 1.0 does not allow: most control characters, lone surrogates, U+FFFE and U+FFFF. */
function clean(text: string): string {
  return text.replace(FORBIDDEN_CHARACTERS, '')
}

const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu

/**
 * Writes a part as bytes: UTF-8 with the declaration that Office writes. This is our own code, because it takes a tenth
 * of a library's time.
 */
export function serialize(root: Element): Uint8Array {
  return new TextEncoder().encode(`${DECLARATION}${markup(root)}`)
}

function markup({ name, attributes, children }: Element): string {
  const attributeList = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value ?? '').replace(/"/g, '&quot;')}"`)
    .join('')
  if (children.length === 0) return `<${name}${attributeList}/>`
  const content = children
    .map((child) => (child.type === 'element' ? markup(child) : child.type === 'text' ? escapeXml(child.value) : ''))
    .join('')
  return `<${name}${attributeList}>${content}</${name}>`
}

/** Escapes a value, including line ends and tabs, which an attribute would otherwise lose. */
function escapeXml(text: string): string {
  return text.replace(/[&<>\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The namespaces that a part of a presentation declares. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const
