// Computes the colour tokens of a theme from a PowerPoint template.

import { formatHex, interpolate, oklch, wcagContrast } from 'culori'
import { colourIn, type Scheme } from './colours.ts'
import { middleOf, type Zone, type Zones } from './colours-behind-text.ts'
import { childOf, elementOf, type Template } from './open-template.ts'
import { masterTypeOf, placeIn, shapesIn, type TemplateLayout } from './template-layouts.ts'

interface ColourTokens {
  readonly tokens: Readonly<Record<string, string>>
  /** Rules for text that needs another colour or position than the tokens give it. */
  readonly css: string
  readonly remarks: readonly string[]
}

/** Finds the colour of the words in a placeholder, from the layout or the master; null if neither has one. */
export function wordColour(
  place: 'title' | 'body',
  layout: TemplateLayout,
  masterPath: string,
  template: Template,
  scheme: Scheme,
): string | null {
  const roots = [layout.path, masterPath].map((path) => template.parts.get(path)?.root)
  const shapes = roots.map((root) =>
    root ? shapesIn(root).find((shape) => masterTypeOf(placeIn(shape)?.attributes.type ?? 'obj') === place) : undefined,
  )
  const master = roots[1] ? elementOf(roots[1]) : undefined
  const found = [
    ...shapes.map((shape) => childOf(shape, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr', 'a:defRPr')),
    // LibreOffice applies the styles of a master only to its sample words.
    childOf(shapes[1], 'p:txBody', 'a:p', 'a:r', 'a:rPr'),
    childOf(master, 'p:txStyles', `p:${place}Style`, 'a:lvl1pPr', 'a:defRPr'),
  ].map((run) => colourIn(childOf(run, 'a:solidFill'), scheme)?.hex)
  return found.find((hex) => hex !== undefined) ?? null
}

/**
 * Makes the colour tokens of a theme from a colour scheme and the colours of a master's words. Colours that cannot be
 * read on what is drawn behind them are changed; the changes to text, titles and accent are reported.
 */
export function coloursFrom(
  scheme: Scheme,
  words: { readonly title: string | null; readonly body: string | null },
  zones: Zones,
): ColourTokens {
  const remarks: string[] = []
  const readable = (what: string, colour: string, zone: Zone, instead: string | null = null): string => {
    const mended = readableColour(colour, zone, instead)
    if (mended !== colour)
      remarks.push(`${what} ${colour} has too little contrast on ${hardestGround(colour, zone)}, so it is ${mended}.`)
    return mended
  }
  const [ground, deep] = [middleOf(zones.body), middleOf(zones.title)]
  const onBody = [ground, ...zones.body]
  const ink = readable('The colour of text', words.body ?? scheme.tx1 ?? '#000000', onBody)
  const title = readable('The colour of titles', words.title ?? scheme.tx2 ?? ink, zones.head, ink)
  const inks = [words.title, scheme.tx1, scheme.bg1, scheme.tx2, scheme.bg2, '#ffffff', '#111111'].filter(
    (each) => typeof each === 'string',
  )
  const deepInk = bestOn(zones.title, inks)
  const accent = readable('The accent', scheme.accent1 ?? ink, onBody)
  const deepAccent = readableOn(scheme.accent1 ?? deepInk, zones.title)
  const muted = readableOn(mix(ink, ground, 0.3), onBody)
  const deepMuted = readableOn(mix(deepInk, deep, 0.2), zones.title)
  return {
    remarks,
    css: rulesFor({ title, muted, deepMuted }, zones),
    tokens: {
      ground,
      ink,
      title,
      muted,
      accent,
      'accent-ink': bestOn([accent], inks),
      line: mix(ink, ground, 0.8),
      'line-strong': mix(ink, ground, 0.5),
      logo: accent,
      deep,
      'deep-ink': deepInk,
      'deep-muted': deepMuted,
      'deep-accent': deepAccent,
      'deep-accent-ink': bestOn([deepAccent], inks),
      'deep-line': mix(deepInk, deep, 0.7),
      'deep-line-strong': mix(deepInk, deep, 0.4),
      ...codeTokens(scheme, { ground, ink, accent }),
      'paper-accent': readableOn(scheme.accent1 ?? '#17211e', ['#ffffff']),
    },
  }
}

function codeTokens(scheme: Scheme, { ground, ink, accent }: Readonly<Record<'ground' | 'ink' | 'accent', string>>) {
  const code = mix(ground, ink, 0.05)
  return {
    'code-ground': code,
    'code-ink': ink,
    'code-muted': readableOn(mix(ink, ground, 0.3), [code]),
    'code-accent': readableOn(accent, [code]),
    'code-string': readableOn(scheme.accent2 ?? accent, [code]),
  }
}

function mix(one: string, other: string, share: number): string {
  return formatHex(interpolate([one, other], 'oklab')(share)) ?? one
}

/**
 * Returns a colour that can be read on a zone: the given one if possible; `instead` if that can be read and the given
 * one has far too little contrast; otherwise the given one made lighter or darker.
 */
function readableColour(colour: string, zone: Zone, instead: string | null): string {
  return lowestContrast(colour, zone) < LARGE_CONTRAST &&
    instead !== null &&
    lowestContrast(instead, zone) >= TEXT_CONTRAST
    ? instead
    : readableOn(colour, zone)
}

/** Returns the first colour with a contrast of at least 7 : 1 on a zone, or else the one with the highest contrast. */
function bestOn(zone: Zone, inks: readonly string[]): string {
  return (
    inks.find((each) => lowestContrast(each, zone) >= 7) ??
    inks.toSorted((one, other) => lowestContrast(other, zone) - lowestContrast(one, zone))[0] ??
    '#000000'
  )
}

/** Writes rules for text that has a background of its own, or that is under a band. */
function rulesFor(
  { title, muted, deepMuted }: Readonly<Record<'title' | 'muted' | 'deepMuted', string>>,
  zones: Zones,
): string {
  return [
    colourRule('.slide-foot', muted, zones.foot),
    colourRule('.slide-foot .foot-number', muted, zones.number),
    colourRule('.slide[data-ground="deep"] .slide-foot', deepMuted, zones.titleFoot),
    colourRule('.slide[data-ground="deep"] .slide-foot .foot-number', deepMuted, zones.titleNumber),
    colourRule('.slide[data-layout="part"]:not([data-ground="deep"]) .title', title, zones.part),
    ...(zones.bodyTop === null ? [] : [`${CONTENT_SLIDES} .slide-head { min-block-size: ${zones.bodyTop - 16}px }\n`]),
    startRule(':not([data-layout="title"], [data-layout="part"], [data-layout="closing"])', zones.headTop),
    openingRule(':is([data-layout="title"], [data-layout="closing"])', zones.titleTop),
    openingRule('[data-layout="part"]', zones.partTop),
  ].join('')
}

const CONTENT_SLIDES = '.slide:not([data-layout="title"], [data-layout="part"], [data-layout="closing"])'

/** Writes a rule for text that cannot be read in its colour; empty if it can. */
function colourRule(selector: string, colour: string, zone: Zone): string {
  const mended = readableOn(colour, zone)
  return mended === colour ? '' : `${selector} { color: ${mended} }\n`
}

function startRule(layouts: string, top: number | null): string {
  return top === null ? '' : `.slide${layouts} .slide-head { padding-block-start: ${top + 8}px }\n`
}

/**
 * Writes a rule that moves the text of opening and closing slides below a band at `top`, into which a long title in the
 * middle would grow; empty if there is no band.
 */
function openingRule(layouts: string, top: number | null): string {
  if (top === null) return ''
  const rows = `.slide${layouts} { grid-template-rows: auto minmax(0, 1fr) var(--foot-height) }\n`
  return `${rows}.slide${layouts} .slide-head { align-self: start; padding-block-start: ${top + 60}px }\n`
}

/** The contrast for text: WCAG AA requires 4.5 : 1; this is a little more, because pictures vary. */
const TEXT_CONTRAST = 4.6

/** A title with less contrast than this gets the colour of text instead, if that can be read. */
const LARGE_CONTRAST = 3

function lowestContrast(colour: string, zone: Zone): number {
  return wcagContrast(colour, hardestGround(colour, zone))
}

/** Finds the colour of a zone on which another colour is hardest to read. */
function hardestGround(colour: string, zone: Zone): string {
  return [...new Set(zone)].reduce((worst, each) =>
    wcagContrast(colour, each) < wcagContrast(colour, worst) ? each : worst,
  )
}

/**
 * Returns a colour of the same hue that is readable on a zone, changed as little as possible; otherwise black or white,
 * whichever is easier to read.
 */
function readableOn(colour: string, zone: Zone): string {
  const grounds = [...new Set(zone)]
  if (lowestContrast(colour, grounds) >= TEXT_CONTRAST) return colour
  const { l: start, c, h } = oklch(colour) ?? { l: 0.5, c: 0, h: 0 }
  const steps = Array.from({ length: 101 }, (_, index) => index / 100).toSorted(
    (one, other) => Math.abs(one - start) - Math.abs(other - start),
  )
  const found = steps
    .map((l) => formatHex({ mode: 'oklch', l, c: l < 0.1 || l > 0.95 ? 0 : c, h: h ?? 0 }))
    .find((hex) => hex !== undefined && lowestContrast(hex, grounds) >= TEXT_CONTRAST)
  return found ?? (lowestContrast('#ffffff', grounds) > lowestContrast('#000000', grounds) ? '#ffffff' : '#000000')
}
