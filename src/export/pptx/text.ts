// Writes paragraphs and runs of text as DrawingML.

import type { Element } from 'xast'
import type { TextRun } from '../../client/scene/scene.ts'
import type { Bullet } from './bullets.ts'
import { type Families, isBold, OWN_FONT, pitchOf, shownIn } from './font-families.ts'
import { LINE_BREAK } from './hold-lines.ts'
import { type PptxPalette, solid } from './palette.ts'
import { eastAsianTag } from './script-fonts.ts'
import type { ShapeParagraph } from './text-boxes.ts'
import { centipoints, emu, percent } from './units.ts'
import { el } from './xml.ts'

/** Everything that a text is written with: colours, fonts, language, links. */
export interface Pen {
  readonly palette: PptxPalette
  readonly families: Families
  /** A BCP 47 tag; null where the language is not known. */
  readonly language: string | null
  readonly isRtl: boolean
  /** Returns the link to an address, or to a slide (`#` and its id); null for a link that leads nowhere. */
  readonly link: (address: string) => TextLink | null
}

export interface TextLink {
  readonly id: string
  readonly action: string | null
}

/** The default properties of a level's paragraphs. In a placeholder, its layout sets them. */
export type TextBase = Pick<
  ShapeParagraph,
  'align' | 'isRtl' | 'leading' | 'isProportional' | 'before' | 'margin' | 'indent' | 'bullet'
> & {
  readonly run: TextRun
}

/**
 * Returns the properties of a paragraph as the default of a level, for the list style of a layout; null if it is empty.
 */
export function baseOf(paragraph: ShapeParagraph): TextBase | null {
  const run = longestRun(paragraph)
  return run === undefined
    ? null
    : { ...paragraph, run: { ...run, shift: null, link: null, isUnderlined: false, isStruck: false } }
}

function longestRun({ runs }: ShapeParagraph): TextRun | undefined {
  return runs.reduce<TextRun | undefined>(
    (longest, run) => (longest && longest.text.length >= run.text.length ? longest : run),
    undefined,
  )
}

/** Writes a paragraph, with only the properties that differ from the default. */
export function paragraph(content: ShapeParagraph, pen: Pen, base: TextBase | null): Element {
  const runs = trimmed(content.heldRuns)
  return el(
    'a:p',
    {},
    paragraphProperties('a:pPr', content, pen, base),
    runs.flatMap(piecesOf).map((run) => (run.text === LINE_BREAK ? lineBreak : runElement)(run, pen, base)),
    end(content, runs, pen, base),
  )
}

/**
 * Splits a run into runs of one font each, and at line breaks. Browsers set spaces, digits and quotation marks in the
 * first font that has them; other programs set those between Arabic or Chinese words in the font of the words, which
 * makes lines longer or shorter.
 */
function piecesOf(run: TextRun): readonly TextRun[] {
  const pieces = OWN_FONT.test(run.text) ? run.text.split(LATIN_SIGNS) : [run.text]
  return pieces
    .flatMap((piece) => piece.split(LINE_BREAKS))
    .filter((piece) => piece !== '')
    .map((piece) => ({ ...run, text: piece, tracking: trackingOf(run) }))
}

const LATIN_SIGNS = /([\x20-\x7E\u00A0\u2010-\u2027]+)/
const LINE_BREAKS = new RegExp(`(${LINE_BREAK})`)

function lineBreak(run: TextRun, pen: Pen, base: TextBase | null): Element {
  return el('a:br', {}, runProperties('a:rPr', { ...run, link: null }, pen, base))
}

/** Writes the end mark of an empty paragraph, which stores its size; null for other paragraphs. */
function end(content: ShapeParagraph, runs: readonly TextRun[], pen: Pen, base: TextBase | null): Element | null {
  const [run] = content.runs
  return runs.length === 0 && run !== undefined
    ? runProperties('a:endParaRPr', { ...run, link: null }, pen, base)
    : null
}

function trimmed(runs: readonly TextRun[]): readonly TextRun[] {
  const kept = runs.filter(({ text }) => text !== '')
  return kept
    .map((run, index) => {
      const isCode = /\n|^ {2}/.test(run.text)
      const start = index === 0 && !isCode ? run.text.trimStart() : run.text
      return { ...run, text: index === kept.length - 1 ? start.trimEnd() : start }
    })
    .filter(({ text }) => text !== '')
}

export function paragraphProperties(
  name: string,
  content: Omit<ShapeParagraph, 'runs' | 'heldRuns' | 'level' | 'isStep'> & Partial<Pick<ShapeParagraph, 'level'>>,
  { palette, families }: Pen,
  base: TextBase | null,
  ...rest: Element[]
): Element {
  const differs = (key: 'align' | 'isRtl') => base === null || base[key] !== content[key]
  const apart = (key: 'margin' | 'indent' | 'before') => base === null || Math.abs(base[key] - content[key]) > NEAR
  const isLed = base === null || Math.abs(base.leading - content.leading) > (content.isProportional ? 0.01 : NEAR)
  return el(
    name,
    {
      marL: apart('margin') || apart('indent') ? emu(content.margin) : null,
      lvl: content.level ? content.level : null,
      indent: apart('indent') || apart('margin') ? emu(content.indent) : null,
      algn: differs('align') || differs('isRtl') ? alignment(content) : null,
      rtl: differs('isRtl') ? content.isRtl : null,
    },
    isLed ? el('a:lnSpc', {}, spacing(content)) : null,
    apart('before') ? el('a:spcBef', {}, el('a:spcPts', { val: centipoints(content.before) })) : null,
    base === null ? el('a:spcAft', {}, el('a:spcPts', { val: 0 })) : null,
    JSON.stringify(base?.bullet ?? null) === JSON.stringify(content.bullet) && base !== null
      ? []
      : bulletElements(content.bullet, palette, families),
    ...rest,
  )
}

/** In px. Smaller differences are invisible. */
const NEAR = 0.5

/**
 * The line height that programs use for single spacing, in multiples of the font size. It differs by font, so this is
 * an approximation.
 */
const SINGLE = 1.2

function spacing({ leading, isProportional }: Pick<ShapeParagraph, 'leading' | 'isProportional'>): Element {
  return isProportional
    ? el('a:spcPct', { val: percent(leading / SINGLE) })
    : el('a:spcPts', { val: centipoints(leading) })
}

/** Returns the alignment in DrawingML, where left and right do not depend on the direction of the script. */
function alignment({ align, isRtl }: Pick<ShapeParagraph, 'align' | 'isRtl'>): string {
  if (align === 'center') return 'ctr'
  return (align === 'start') === isRtl ? 'r' : 'l'
}

function bulletElements(bullet: Bullet | null, palette: PptxPalette, families: Families): readonly Element[] {
  if (bullet === null) return [el('a:buNone')]
  // ECMA-376's transitional schema wants "150%", but PowerPoint itself writes thousandths of a percent here, as everywhere, and
  // all programs read these; those that follow the first edition read nothing else.
  const size = el('a:buSzPct', { val: percent(Math.min(4, Math.max(0.25, bullet.size))) })
  if (bullet.type === 'sign')
    return [
      el('a:buClr', {}, solidColour(bullet.colour, palette)),
      size,
      el('a:buFont', { typeface: 'Arial' }),
      el('a:buChar', { char: bullet.sign }),
    ]
  return [
    el('a:buClr', {}, solidColour(bullet.run.colour, palette)),
    size,
    el('a:buFont', {
      typeface: typefaceOf(shownIn(bullet.run, families).latin, families),
    }),
    el('a:buAutoNum', {
      type: bullet.dotted ? 'arabicPeriod' : 'arabicPlain',
      startAt: bullet.start === 1 ? null : bullet.start,
    }),
  ]
}

function solidColour(hex: string, palette: PptxPalette): Element {
  const [colour] = solid(hex, palette).children
  if (colour?.type !== 'element') throw new Error('A fill holds no colour.')
  return colour
}

function runElement(run: TextRun, pen: Pen, base: TextBase | null): Element {
  return el('a:r', {}, runProperties('a:rPr', run, pen, base), el('a:t', {}, run.text.replace(/\n/g, ' ')))
}

export function runProperties(
  name: string,
  run: TextRun,
  { palette, families, language, link }: Pen,
  base: TextBase | null,
): Element {
  const was = base?.run
  const shown = shownIn(run, families)
  const before = was === undefined ? null : shownIn(was, families)
  const bold = isBold(run, families.faces)
  const tracking = trackingOf(run)
  const target = run.link === null ? null : link(run.link)
  const isOther = before === null || JSON.stringify(before) !== JSON.stringify(shown)
  return el(
    name,
    {
      lang: shown.eastAsian === null ? language : eastAsianTag(run.text, language),
      sz: was === undefined || Math.abs(was.size - run.size) > 0.2 ? centipoints(run.size) : null,
      b: was === undefined || isBold(was, families.faces) !== bold ? bold : null,
      i: was === undefined || was.isItalic !== run.isItalic ? run.isItalic : null,
      u: run.isUnderlined ? 'sng' : null,
      strike: run.isStruck ? 'sngStrike' : null,
      spc: was === undefined || Math.abs(trackingOf(was) - tracking) > 0.05 ? centipoints(tracking) : null,
      baseline: run.shift === null ? null : run.shift === 'up' ? 30_000 : -25_000,
      dirty: name === 'a:defRPr' ? null : false,
    },
    was === undefined || was.colour !== run.colour || target !== null ? solid(run.colour, palette) : null,
    isOther ? fonts(run, shown, families) : null,
    target === null ? null : el('a:hlinkClick', { 'r:id': target.id, action: target.action }, keepColour()),
  )
}

/** Returns the letter spacing in px; 0 for joined letters, between which browsers add none but other programs do. */
function trackingOf({ text, tracking }: TextRun): number {
  return JOINED.test(text) ? 0 : tracking
}

const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u

/**
 * Writes the extension that lets a link keep the colour of its words, as on our slides, in programs that support it.
 */
function keepColour(): Element {
  return el(
    'a:extLst',
    {},
    el(
      'a:ext',
      { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
      el('ahyp:hlinkClr', {
        'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
        val: 'tx',
      }),
    ),
  )
}

function fonts(
  run: TextRun,
  { latin, eastAsian, complex }: ReturnType<typeof shownIn>,
  families: Families,
): readonly Element[] {
  const typeface = typefaceOf(latin, families)
  const pitchFamily = typeface.startsWith('+') ? null : pitchOf(run.families)
  // Programs count digits and spaces between letters of another script as part of that script.
  return [
    el('a:latin', { typeface, pitchFamily }),
    el('a:ea', { typeface: eastAsian === null ? latin : typefaceOf(eastAsian, families, 'eastAsian') }),
    el('a:cs', { typeface: complex === null ? latin : typefaceOf(complex, families, 'complex') }),
  ]
}

/** Refers to a font by its role in the theme, so that it follows changes of the theme's fonts. */
export function typefaceOf(
  family: string,
  { display, text }: Families,
  scripts: keyof typeof THEME_FONTS = 'latin',
): string {
  if (family === display[scripts]) return `+mj-${THEME_FONTS[scripts]}`
  return family === text[scripts] ? `+mn-${THEME_FONTS[scripts]}` : family
}

/** The suffixes in the names of the theme's fonts, by kind of script. */
const THEME_FONTS = { latin: 'lt', eastAsian: 'ea', complex: 'cs' } as const
