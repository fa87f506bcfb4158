import { createHash } from 'node:crypto'
import type { Ground } from '../model/background.ts'
import type { Slide } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { tokenValue } from '../model/tokens.ts'
import { coloursOn } from './colours-on.ts'

/** What a slide stands on: the background that is its own, in the colours of its theme that are read best on it, else the ground of its layout. */
export function groundOf({ layout, background }: Slide, theme: Theme): Ground {
  const usual = theme.grounds[layout]
  if (background === undefined) return usual
  return { ...usual, background, wall: null, colours: coloursOn(background, theme)?.colours ?? usual.colours }
}

/** The class of slides, and of reveal.js's backgrounds behind them, that have this background; none for the plain ground. */
export function backdropClass({ background, colours }: Ground): string[] {
  if (background === null) return []
  const hash = createHash('sha256')
    .update(JSON.stringify([background, colours]))
    .digest('hex')
  return [`backdrop-${hash.slice(0, HASH_LENGTH)}`]
}

/** So many digits that no two backgrounds of a deck share them. */
const HASH_LENGTH = 10

/**
 * The rules of all backgrounds in use, each picture once. On paper a slide bears its own; on screen reveal.js has it, from
 * edge to edge of the screen, and the slide lets it show.
 */
export function backdropCss(grounds: readonly Ground[]): string {
  const rules = new Map(grounds.flatMap((ground) => backdropClass(ground).map((name) => [name, ruleFor(name, ground)])))
  return [...rules.values()].join('\n')
}

/** What a look says of the slides of a layout is outweighed, as no look has an id in its selectors. */
function ruleFor(name: string, { background, colours }: Ground): string {
  const slide = `.slide.${name}:not(#look)`
  const ground = colours === 'deep' ? 'var(--deep)' : 'var(--ground)'
  if (background === null) return ''
  if (background.type === 'colour') return `${slide}{--ground:${background.value};background:var(--ground)}`
  const image = background.type === 'gradient' ? background.value : picture(background, ground)
  return [
    `:root{--${name}:${image}}`,
    `:is(${slide},.slide-background.${name} .slide-background-content){background:var(--${name})}`,
    `@media screen{.reveal.ready ${slide}{background:none}}`,
  ].join('\n')
}

/** The veil is of the ground's colour. */
function picture({ data, veil }: { readonly data: string; readonly veil: number }, ground: string): string {
  const colour = `color-mix(in srgb,${ground} ${Math.round(veil * 100)}%,transparent)`
  return `linear-gradient(${colour} 0 0),url("${data}") center/cover no-repeat`
}

/** The colour beside a slide, on a screen that is not as wide as it. */
export function wallOf({ background, colours, wall }: Ground, { tokens }: Theme): string | null {
  if (background?.type === 'colour') return background.value
  const own = wall === null ? undefined : tokenValue('wall', { ...tokens, wall })
  return own ?? tokenValue(colours === 'deep' ? 'deep' : 'ground', tokens) ?? null
}
