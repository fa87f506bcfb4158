// Renders the logos of an event and its sponsors.

import { parse, wcagContrast } from 'culori'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Event, Logo, LogoImage } from '../model/event.ts'

/** The contrast ratio that WCAG requires of graphics. */
const MIN_LOGO_CONTRAST = 3

/** The colours of chips. A background that contrasts more with the light one counts as dark. */
const DARK = '#111111'
const LIGHT = '#ffffff'

/**
 * Renders a logo that is visible on its background: the version made for that background, the other version, or as a
 * last resort one of them on a chip of a contrasting colour. The result is an empty box; the rules that `logoCss`
 * writes for `className` give it its picture. `background` is a colour in CSS notation.
 */
export function renderLogo(className: string, logo: Logo, background: string): Element {
  const isDark = wcagContrast(LIGHT, background) >= wcagContrast(DARK, background)
  const versions = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  const available = versions.filter((version) => logo[version] !== null)
  const visible = available.find((version) => isVisible(logo[version], background, version === versions[0]))
  const version = visible ?? available[0] ?? 'light'
  const chip = visible === undefined ? { 'data-chip': chipFor(logo[version], version) } : {}
  return h(`span.event-logo.${className}`, { 'data-version': version, ...chip, ariaHidden: 'true' })
}

/**
 * Returns the colour of a logo's chip: the background that the logo was made for, or the other one if the logo can be
 * seen only there.
 */
function chipFor(image: LogoImage | null, version: 'light' | 'dark'): 'light' | 'dark' {
  const other = version === 'light' ? 'dark' : 'light'
  const isVisibleOn = (chip: 'light' | 'dark') => isVisible(image, chip === 'light' ? LIGHT : DARK, chip === version)
  return !isVisibleOn(version) && isVisibleOn(other) ? other : version
}

/**
 * Whether a logo stands out from a background. If it was made for that background, half of its colours must have enough
 * contrast; otherwise all of them must. A logo whose colours are unknown, such as a photograph, is trusted if it was
 * made for the background.
 */
function isVisible(image: LogoImage | null, background: string, isMadeForIt: boolean): boolean {
  if (image === null) return false
  if (image.colours.length === 0) return isMadeForIt
  const standsOut = (colour: string) =>
    parse(colour) !== undefined && wcagContrast(colour, background) >= MIN_LOGO_CONTRAST
  // White in the symbol of a logo for light backgrounds does not mean that its words are visible on a dark background.
  return isMadeForIt
    ? image.colours.filter(standsOut).length * 2 >= image.colours.length
    : image.colours.every(standsOut)
}

/**
 * Writes the rules that give the boxes of an event's logos their pictures, so that a document contains each picture
 * once.
 */
export function logoCss(event: Event | null): string {
  if (event === null) return ''
  const sponsors = event.sponsors.map(({ logo }, index) => [sponsorClass(index), logo] as const)
  return [['logo-own', event.logo] as const, ...sponsors].flatMap(([name, logo]) => rulesFor(name, logo)).join('\n')
}

export function sponsorClass(index: number): string {
  return `logo-${index + 1}`
}

function rulesFor(name: string, logo: Logo | null): readonly string[] {
  return (['light', 'dark'] as const).flatMap((version) => {
    const picture = logo?.[version]?.picture
    if (!picture) return []
    const rule = `--logo-ratio:${picture.width / picture.height};background-image:url("${picture.data}")`
    return [`.${name}[data-version="${version}"]{${rule}}`]
  })
}
