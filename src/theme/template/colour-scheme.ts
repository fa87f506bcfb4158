// Reads the colour scheme of a PowerPoint template.

import { formatHex, hsl, interpolate, rgb } from 'culori'
import type { Element, Root } from 'xast'
import { allIn, childOf, elementOf, type Template } from './open-template.ts'

/** The colours of a master as `#rrggbb`, keyed by every name that its shapes use, such as `bg1`, `tx1` or `accent1`. */
export type Scheme = Readonly<Record<string, string>>

/** Resolves the colour scheme of a master's theme, and the names that the master maps to it. */
export function schemeOf(theme: Root, master: Root): Scheme {
  const [colours] = allIn(theme, 'a:clrScheme')
  const schemeColours = Object.fromEntries(
    (colours?.children ?? []).flatMap((child) => {
      if (child.type !== 'element') return []
      const [systemColour, rgbColour] = [childOf(child, 'a:sysClr'), childOf(child, 'a:srgbClr')]
      const hex = rgbColour?.attributes.val ?? systemColour?.attributes.lastClr
      return /^[\da-f]{6}$/i.test(hex ?? '') ? [[child.name.slice(2), `#${hex?.toLowerCase()}`]] : []
    }),
  )
  const map = childOf(elementOf(master), 'p:clrMap')?.attributes ?? {}
  const mappedColours = Object.entries({ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', ...map }).flatMap(
    ([name, slot]) =>
      schemeColours[slot ?? ''] === undefined ? [] : [[name, schemeColours[slot ?? ''] ?? '#000000'] as const],
  )
  return { ...schemeColours, ...Object.fromEntries(mappedColours) }
}

/**
 * Returns the colour of a fill or a reference, and its opacity from 0 to 1; null if there is no colour. `placeholder`
 * is the colour that replaces `phClr`.
 */
export function colourIn(
  parent: Element | undefined,
  scheme: Scheme,
  placeholder?: string,
): { readonly hex: string; readonly alpha: number } | null {
  const element = parent?.children.find(
    (child): child is Element => child.type === 'element' && child.name.endsWith('Clr'),
  )
  if (element === undefined) return null
  const value = element.attributes.val ?? ''
  const base =
    element.name === 'a:srgbClr'
      ? `#${value}`
      : element.name === 'a:sysClr'
        ? `#${element.attributes.lastClr ?? '000000'}`
        : element.name === 'a:prstClr'
          ? (formatHex(value) ?? '#000000')
          : value === 'phClr'
            ? (placeholder ?? scheme.accent1 ?? '#000000')
            : scheme[value]
  if (base === undefined || !/^#[\da-f]{6}$/i.test(base)) return null
  return element.children.reduce<{ hex: string; alpha: number }>(
    (colour, change) =>
      change.type === 'element' ? changeColour(colour, change.name, Number(change.attributes.val) / 100_000) : colour,
    { hex: base.toLowerCase(), alpha: 1 },
  )
}

/**
 * Applies one of DrawingML's changes to a colour (ECMA-376 part 1, 20.1.2.3): to opacity, tint, shade, lightness or
 * saturation. Ignores all others.
 */
function changeColour(
  { hex, alpha }: { hex: string; alpha: number },
  name: string,
  amount: number,
): { hex: string; alpha: number } {
  if (name === 'a:alpha') return { hex, alpha: amount }
  // PowerPoint mixes in linear light: black with a tint of 75 % is #898989.
  if (name === 'a:tint') return { hex: formatHex(interpolate(['#ffffff', hex], 'lrgb')(amount)) ?? hex, alpha }
  if (name === 'a:shade') return { hex: formatHex(interpolate(['#000000', hex], 'lrgb')(amount)) ?? hex, alpha }
  const colour = hsl(rgb(hex))
  if (colour === undefined) return { hex, alpha }
  const lightness = name === 'a:lumMod' ? colour.l * amount : name === 'a:lumOff' ? colour.l + amount : colour.l
  const saturation = name === 'a:satMod' ? Math.min(1, colour.s * amount) : colour.s
  return { hex: formatHex({ ...colour, l: Math.min(1, Math.max(0, lightness)), s: saturation }) ?? hex, alpha }
}

/** Returns the theme of a master, by default of the first master; null if the master has none. */
export function themeOf(template: Template, masterPath = template.masters[0]?.path ?? ''): Root | null {
  const master = template.parts.get(masterPath)
  const path = master?.relationships.find(({ type }) => type === 'theme')?.target
  return path === undefined ? null : (template.parts.get(path)?.root ?? null)
}
