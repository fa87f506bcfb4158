// The backgrounds of slides: which one a slide has, and the CSS rules that draw it.

import { createHash } from 'node:crypto'
import type { LayoutBackground } from '../model/background.ts'
import type { Slide } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { tokenValue } from '../model/token-value.ts'
import { coloursOn } from './readable-colours.ts'

/**
 * Returns a slide's own background, with the theme's colours that are most readable on it; if the slide has none,
 * returns the background of its layout.
 */
export function backgroundOf({ layout, background }: Slide, theme: Theme): LayoutBackground {
  const layoutBackground = theme.backgrounds[layout]
  if (background === undefined) return layoutBackground
  return {
    ...layoutBackground,
    background,
    wall: null,
    colours: coloursOn(background, theme)?.colours ?? layoutBackground.colours,
  }
}

/**
 * Returns the class of slides with this background and of the elements that reveal.js puts behind them; empty if the
 * slides have only the theme's background colour.
 */
export function backdropClass({ background, colours }: LayoutBackground): string[] {
  if (background === null) return []
  const hash = createHash('sha256')
    .update(JSON.stringify([background, colours]))
    .digest('hex')
  return [`backdrop-${hash.slice(0, HASH_LENGTH)}`]
}

/** Enough digits to tell the backgrounds of a deck apart. */
const HASH_LENGTH = 10

/**
 * Writes the rules for all backgrounds in use, with each picture only once. On paper, a slide has its own background;
 * on screen, reveal.js draws it from edge to edge, and the slide is transparent.
 */
export function backdropCss(backgrounds: readonly LayoutBackground[]): string {
  const rules = new Map(
    backgrounds.flatMap((background) => backdropClass(background).map((name) => [name, ruleFor(name, background)])),
  )
  return [...rules.values()].join('\n')
}

/** Writes the rule for one background. It overrides the theme's rules, because no theme uses ids in selectors. */
function ruleFor(name: string, { background, colours }: LayoutBackground): string {
  const slide = `.slide.${name}:not(#look)`
  if (background === null) return ''
  if (background.type === 'colour') return `${slide}{--ground:${background.value};background:var(--ground)}`
  const veilColour = colours === 'deep' ? 'var(--deep)' : 'var(--ground)'
  const image = background.type === 'gradient' ? background.value : pictureUnderVeil(background, veilColour)
  return [
    `:root{--${name}:${image}}`,
    `:is(${slide},.slide-background.${name} .slide-background-content){background:var(--${name})}`,
    `@media screen{.reveal.ready ${slide}{background:none}}`,
  ].join('\n')
}

/** Writes a background picture under a translucent veil of this colour. */
function pictureUnderVeil({ data, veil }: { readonly data: string; readonly veil: number }, colour: string): string {
  const veilPaint = `color-mix(in srgb,${colour} ${Math.round(veil * 100)}%,transparent)`
  return `linear-gradient(${veilPaint} 0 0),url("${data}") center/cover no-repeat`
}

/** Returns the colour beside or above a slide on a screen with another aspect ratio; null if the theme sets none. */
export function wallColourOf({ background, colours, wall }: LayoutBackground, { tokens }: Theme): string | null {
  if (background?.type === 'colour') return background.value
  const ownWall = wall === null ? undefined : tokenValue('wall', { ...tokens, wall })
  return ownWall ?? tokenValue(colours === 'deep' ? 'deep' : 'ground', tokens) ?? null
}
