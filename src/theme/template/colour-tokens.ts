// Computes the colour tokens of a theme from a PowerPoint template.

import { formatHex, interpolate, oklch, wcagContrast } from 'culori'
import { colourIn, type Scheme } from './colour-scheme.ts'
import { medianColour, type Zone, type Zones } from './colours-behind-text.ts'
import { childOf, elementOf, type Template } from './open-template.ts'
import { masterTypeOf, placeholderElement, shapesIn, type TemplateLayout } from './template-layouts.ts'

interface ColourTokens {
  readonly tokens: Readonly<Record<string, string>>
  /** CSS rules for text that needs another colour or position than the tokens give it. */
  readonly css: string
  readonly remarks: readonly string[]
}

/** Where the text colours of a layout come from, apart from the layout itself. */
export interface TextColourSources {
  readonly masterPath: string
  readonly template: Template
  readonly scheme: Scheme
}

/**
 * Finds the text colour of the placeholders of one type: the layout's colour or, if it has none, the master's; null if
 * neither has one. `placeholder` is the type in the master.
 */
export function textColourFrom(
  placeholder: string,
  layout: TemplateLayout,
  { masterPath, template, scheme }: TextColourSources,
): string | null {
  const roots = [layout.path, masterPath].map((path) => template.parts.get(path)?.root)
  const shapes = roots.map((root) =>
    root
      ? shapesIn(root).find(
          (shape) => masterTypeOf(placeholderElement(shape)?.attributes.type ?? 'obj') === placeholder,
        )
      : undefined,
  )
  const master = roots[1] ? elementOf(roots[1]) : undefined
  const style = placeholder === 'title' || placeholder === 'body' ? placeholder : 'other'
  const candidates = [
    ...shapes.map((shape) => childOf(shape, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr', 'a:defRPr')),
    // LibreOffice applies the styles of a master only to its sample text.
    childOf(shapes[1], 'p:txBody', 'a:p', 'a:r', 'a:rPr'),
    childOf(master, 'p:txStyles', `p:${style}Style`, 'a:lvl1pPr', 'a:defRPr'),
  ].map((run) => colourIn(childOf(run, 'a:solidFill'), scheme)?.hex)
  return candidates.find((hex) => hex !== undefined) ?? null
}

/**
 * Makes the colour tokens of a theme from a template's colour scheme and the colours of its text. Colours that are
 * unreadable on what is drawn behind them are adjusted; the changes to text, titles and accent are reported in remarks.
 */
export function coloursFrom(
  scheme: Scheme,
  textColours: { readonly title: string | null; readonly body: string | null },
  zones: Zones,
): ColourTokens {
  const remarks: string[] = []
  const makeReadable = (subject: string, colour: string, zone: Zone, fallback: string | null = null): string => {
    const adjusted = readableOrFallback(colour, zone, fallback)
    if (adjusted !== colour)
      remarks.push(
        `${subject} ${colour} has too little contrast on ${hardestBackground(colour, zone)}, so it was changed to ${adjusted}.`,
      )
    return adjusted
  }
  const [ground, deep] = [medianColour(zones.body), medianColour(zones.title)]
  const bodyColours = [ground, ...zones.body]
  const ink = makeReadable('The text colour', textColours.body ?? scheme.tx1 ?? '#000000', bodyColours)
  const title = makeReadable('The title colour', textColours.title ?? scheme.tx2 ?? ink, zones.head, ink)
  const inks = [textColours.title, scheme.tx1, scheme.bg1, scheme.tx2, scheme.bg2, '#ffffff', '#111111'].filter(
    (colour) => typeof colour === 'string',
  )
  const deepInk = mostReadableOn(zones.title, inks)
  const accent = makeReadable('The accent', scheme.accent1 ?? ink, bodyColours)
  const deepAccent = adjustForContrast(scheme.accent1 ?? deepInk, zones.title)
  const muted = adjustForContrast(mix(ink, ground, 0.3), bodyColours)
  const deepMuted = adjustForContrast(mix(deepInk, deep, 0.2), zones.title)
  return {
    remarks,
    css: rulesFor({ title, muted, deepMuted }, zones),
    tokens: {
      ground,
      ink,
      title,
      muted,
      accent,
      'accent-ink': mostReadableOn([accent], inks),
      line: mix(ink, ground, 0.8),
      'line-strong': mix(ink, ground, 0.5),
      logo: accent,
      deep,
      'deep-ink': deepInk,
      'deep-muted': deepMuted,
      'deep-accent': deepAccent,
      'deep-accent-ink': mostReadableOn([deepAccent], inks),
      'deep-line': mix(deepInk, deep, 0.7),
      'deep-line-strong': mix(deepInk, deep, 0.4),
      ...codeTokens(scheme, { ground, ink, accent }),
      'paper-accent': adjustForContrast(scheme.accent1 ?? '#17211e', ['#ffffff']),
    },
  }
}

function codeTokens(scheme: Scheme, { ground, ink, accent }: Readonly<Record<'ground' | 'ink' | 'accent', string>>) {
  const codeBackground = mix(ground, ink, 0.05)
  return {
    'code-ground': codeBackground,
    'code-ink': ink,
    'code-muted': adjustForContrast(mix(ink, ground, 0.3), [codeBackground]),
    'code-accent': adjustForContrast(accent, [codeBackground]),
    'code-string': adjustForContrast(scheme.accent2 ?? accent, [codeBackground]),
  }
}

function mix(one: string, other: string, fraction: number): string {
  return formatHex(interpolate([one, other], 'oklab')(fraction)) ?? one
}

/**
 * Returns a colour that is readable on a zone: `fallback` if that is readable and `colour` has far too little contrast,
 * otherwise `colour`, made lighter or darker if necessary.
 */
function readableOrFallback(colour: string, zone: Zone, fallback: string | null): string {
  return lowestContrast(colour, zone) < MIN_TITLE_CONTRAST &&
    fallback !== null &&
    lowestContrast(fallback, zone) >= MIN_TEXT_CONTRAST
    ? fallback
    : adjustForContrast(colour, zone)
}

/** Returns the first colour with a contrast of at least 7:1 on a zone, or else the one with the highest contrast. */
function mostReadableOn(zone: Zone, inks: readonly string[]): string {
  return (
    inks.find((ink) => lowestContrast(ink, zone) >= 7) ??
    inks.toSorted((one, other) => lowestContrast(other, zone) - lowestContrast(one, zone))[0] ??
    '#000000'
  )
}

/**
 * Writes rules that adjust the colour of text outside the body's background, and rules that move text below a band at
 * the top.
 */
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
    headRule(zones.headTop),
    openingRule(':is([data-layout="title"], [data-layout="closing"])', zones.titleTop),
    openingRule('[data-layout="part"]', zones.partTop),
  ].join('')
}

const CONTENT_SLIDES = '.slide:not([data-layout="title"], [data-layout="part"], [data-layout="closing"])'

/** Writes a rule that gives text a readable colour; empty if its own colour is readable. */
function colourRule(selector: string, colour: string, zone: Zone): string {
  const adjusted = adjustForContrast(colour, zone)
  return adjusted === colour ? '' : `${selector} { color: ${adjusted} }\n`
}

/** Writes a rule that moves the heads of content slides below a band; empty if there is no band. */
function headRule(top: number | null): string {
  return top === null ? '' : `${CONTENT_SLIDES} .slide-head { padding-block-start: ${top + 8}px }\n`
}

/**
 * Writes rules that move the text of opening and closing slides below a band that ends at `top`, because a long title in
 * the middle would grow into it; empty if there is no band.
 */
function openingRule(layouts: string, top: number | null): string {
  if (top === null) return ''
  const rows = `.slide${layouts} { grid-template-rows: auto minmax(0, 1fr) var(--foot-height) }\n`
  return `${rows}.slide${layouts} .slide-head { align-self: start; padding-block-start: ${top + 60}px }\n`
}

/** WCAG AA requires 4.5:1 for text; this is a little more, because the colours of pictures vary. */
const MIN_TEXT_CONTRAST = 4.6

/** A title with less contrast than this gets the text colour instead, if that is readable. */
const MIN_TITLE_CONTRAST = 3

/** A zone needs one text colour that is readable on all but this fraction of it. */
const MAX_UNREADABLE_FRACTION = 0.2

/** Whether black or white text can be read on most of a zone. */
export function allowsReadableText(zone: Zone): boolean {
  return ['#000000', '#ffffff'].some((colour) => {
    const unreadable = zone.filter((background) => wcagContrast(colour, background) < MIN_TEXT_CONTRAST)
    return unreadable.length <= zone.length * MAX_UNREADABLE_FRACTION
  })
}

export function lowestContrast(colour: string, zone: Zone): number {
  return wcagContrast(colour, hardestBackground(colour, zone))
}

/** Finds the colour of a zone on which another colour is hardest to read. */
export function hardestBackground(colour: string, zone: Zone): string {
  return [...new Set(zone)].reduce((hardest, background) =>
    wcagContrast(colour, background) < wcagContrast(colour, hardest) ? background : hardest,
  )
}

/**
 * Returns a colour of the same hue that is readable on a zone, changed as little as possible; black or white, whichever is
 * easier to read, if there is none.
 */
export function adjustForContrast(colour: string, zone: Zone): string {
  const backgrounds = [...new Set(zone)]
  if (lowestContrast(colour, backgrounds) >= MIN_TEXT_CONTRAST) return colour
  const { l: start, c, h } = oklch(colour) ?? { l: 0.5, c: 0, h: 0 }
  const steps = Array.from({ length: 101 }, (_, index) => index / 100).toSorted(
    (one, other) => Math.abs(one - start) - Math.abs(other - start),
  )
  const adjusted = steps
    .map((l) => formatHex({ mode: 'oklch', l, c: l < 0.1 || l > 0.95 ? 0 : c, h: h ?? 0 }))
    .find((hex) => hex !== undefined && lowestContrast(hex, backgrounds) >= MIN_TEXT_CONTRAST)
  return (
    adjusted ??
    (lowestContrast('#ffffff', backgrounds) > lowestContrast('#000000', backgrounds) ? '#ffffff' : '#000000')
  )
}
