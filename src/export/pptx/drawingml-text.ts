// Writes paragraphs and runs of text as DrawingML.

import type { Element } from 'xast'
import type { TextRun } from '../../client/scene/scene.ts'
import type { Bullet } from './bullets.ts'
import { fontsFor, isBold, pitchFamilyOf, SEPARATE_FONT, type ThemeFonts } from './font-families.ts'
import { JOINED_SCRIPTS } from './line-breaks.ts'
import { type PptxPalette, solid } from './palette.ts'
import { LINE_BREAK } from './preserve-line-breaks.ts'
import { eastAsianTag } from './script-fonts.ts'
import type { ShapeParagraph } from './text-boxes.ts'
import { centipoints, emu, percent } from './units.ts'
import { el } from './xml.ts'

/** The colours, fonts, language and links with which text is written. */
export interface TextContext {
  readonly palette: PptxPalette
  readonly families: ThemeFonts
  /** A BCP 47 tag; null if the language is not known. */
  readonly language: string | null
  readonly isRtl: boolean
  /** Returns a link to a web address, or to a slide (`#` and its id); null if there is no such slide. */
  readonly link: (address: string) => TextLink | null
}

export interface TextLink {
  readonly id: string
  readonly action: string | null
}

/** The default properties of the paragraphs at one level. In a placeholder, the layout sets them. */
export type TextBase = Pick<
  ShapeParagraph,
  'align' | 'isRtl' | 'leading' | 'isProportional' | 'before' | 'margin' | 'indent' | 'bullet'
> & {
  readonly run: TextRun
}

/**
 * Returns the properties of a paragraph as the default of a level, for the list style of a layout; null for an empty
 * paragraph.
 */
export function baseOf(paragraph: ShapeParagraph): TextBase | null {
  const run = mainRun(paragraph)
  return run === undefined
    ? null
    : { ...paragraph, run: { ...run, shift: null, link: null, isUnderlined: false, isStruck: false } }
}

/**
 * Returns the run that covers the largest area, so that the number "(2/3)" is never taken for the main run of a short
 * title.
 */
function mainRun({ runs }: ShapeParagraph): TextRun | undefined {
  return runs.reduce<TextRun | undefined>(
    (largest, run) => (largest && areaOf(largest) >= areaOf(run) ? largest : run),
    undefined,
  )
}

function areaOf({ text, size }: TextRun): number {
  return text.length * size ** 2
}

/** Writes a paragraph, with only the properties that differ from the default. */
export function paragraph(content: ShapeParagraph, context: TextContext, base: TextBase | null): Element {
  const runs = trimRuns(content.fixedRuns)
  return el(
    'a:p',
    {},
    paragraphProperties('a:pPr', content, context, base),
    runs.flatMap(splitByFont).map((run) => (run.text === LINE_BREAK ? lineBreak : runElement)(run, context, base)),
    endMark(content, runs, context, base),
  )
}

/**
 * Splits a run at line breaks, and into runs of one font each. Browsers set spaces, digits and quotation marks in the
 * first font that has them. Other programs set those between Arabic or Chinese words in the font of these words, which
 * makes lines longer or shorter.
 */
function splitByFont(run: TextRun): readonly TextRun[] {
  // LibreOffice would set the words of a divided link from left to right in every script.
  const isIndivisible = run.link !== null && JOINED_SCRIPTS.test(run.text)
  const pieces = SEPARATE_FONT.test(run.text) && !isIndivisible ? run.text.split(LATIN_CHARACTERS) : [run.text]
  return pieces
    .flatMap((piece) => piece.split(LINE_BREAKS))
    .filter((piece) => piece !== '')
    .map((piece) => ({ ...run, text: piece, tracking: trackingOf(run) }))
}

const LATIN_CHARACTERS = /([\x20-\x7E\u00A0\u2010-\u2027]+)/
const LINE_BREAKS = new RegExp(`(${LINE_BREAK})`)

function lineBreak(run: TextRun, context: TextContext, base: TextBase | null): Element {
  return el('a:br', {}, runProperties('a:rPr', { ...run, link: null }, context, base))
}

/** Writes the end mark that stores the text size of an empty paragraph; null for other paragraphs. */
function endMark(
  content: ShapeParagraph,
  runs: readonly TextRun[],
  context: TextContext,
  base: TextBase | null,
): Element | null {
  const [run] = content.runs
  return runs.length === 0 && run !== undefined
    ? runProperties('a:endParaRPr', { ...run, link: null }, context, base)
    : null
}

function trimRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const nonEmpty = runs.filter(({ text }) => text !== '')
  return nonEmpty
    .map((run, index) => {
      const isCode = /\n|^ {2}/.test(run.text)
      const start = index === 0 && !isCode ? run.text.trimStart() : run.text
      return { ...run, text: index === nonEmpty.length - 1 ? start.trimEnd() : start }
    })
    .filter(({ text }) => text !== '')
}

export function paragraphProperties(
  name: string,
  content: Omit<ShapeParagraph, 'runs' | 'fixedRuns' | 'level' | 'isStep'> & Partial<Pick<ShapeParagraph, 'level'>>,
  { palette, families }: TextContext,
  base: TextBase | null,
  ...rest: Element[]
): Element {
  const differs = (key: 'align' | 'isRtl') => base === null || base[key] !== content[key]
  const differsVisibly = (key: 'margin' | 'indent' | 'before') =>
    base === null || Math.abs(base[key] - content[key]) > INVISIBLE_DIFFERENCE
  const hasOwnLeading =
    base === null || Math.abs(base.leading - content.leading) > (content.isProportional ? 0.01 : INVISIBLE_DIFFERENCE)
  return el(
    name,
    {
      marL: differsVisibly('margin') || differsVisibly('indent') ? emu(content.margin) : null,
      lvl: content.level ? content.level : null,
      indent: differsVisibly('indent') || differsVisibly('margin') ? emu(content.indent) : null,
      algn: differs('align') || differs('isRtl') ? alignment(content) : null,
      rtl: differs('isRtl') ? content.isRtl : null,
    },
    hasOwnLeading ? el('a:lnSpc', {}, spacing(content)) : null,
    differsVisibly('before') ? el('a:spcBef', {}, el('a:spcPts', { val: centipoints(content.before) })) : null,
    base === null ? el('a:spcAft', {}, el('a:spcPts', { val: 0 })) : null,
    JSON.stringify(base?.bullet ?? null) === JSON.stringify(content.bullet) && base !== null
      ? []
      : bulletElements(content.bullet, palette, families),
    ...rest,
  )
}

/** In px. Smaller differences cannot be seen. */
const INVISIBLE_DIFFERENCE = 0.5

/**
 * The line height that programs use for single spacing, in multiples of the font size. It differs by font, so this is
 * an approximation.
 */
const SINGLE_SPACING = 1.2

function spacing({ leading, isProportional }: Pick<ShapeParagraph, 'leading' | 'isProportional'>): Element {
  return isProportional
    ? el('a:spcPct', { val: percent(leading / SINGLE_SPACING) })
    : el('a:spcPts', { val: centipoints(leading) })
}

/** Returns the alignment in DrawingML, where left and right do not depend on the direction of the script. */
function alignment({ align, isRtl }: Pick<ShapeParagraph, 'align' | 'isRtl'>): string {
  if (align === 'center') return 'ctr'
  return (align === 'start') === isRtl ? 'r' : 'l'
}

function bulletElements(bullet: Bullet | null, palette: PptxPalette, families: ThemeFonts): readonly Element[] {
  if (bullet === null) return [el('a:buNone')]
  // ECMA-376's transitional schema requires "150%", but PowerPoint itself writes thousandths of a percent here, as it
  // does everywhere. All programs read such numbers, and programs that follow the first edition read nothing else.
  const size = el('a:buSzPct', { val: percent(Math.min(4, Math.max(0.25, bullet.size))) })
  if (bullet.type === 'character')
    return [
      el('a:buClr', {}, solidColour(bullet.colour, palette)),
      size,
      el('a:buFont', { typeface: 'Arial' }),
      el('a:buChar', { char: bullet.character }),
    ]
  return [
    el('a:buClr', {}, solidColour(bullet.run.colour, palette)),
    size,
    el('a:buFont', {
      typeface: typefaceOf(fontsFor(bullet.run, families).latin, families),
    }),
    el('a:buAutoNum', {
      type: numberingScheme(bullet),
      startAt: bullet.start === 1 ? null : bullet.start,
    }),
  ]
}

function numberingScheme({ form, hasPeriod }: Extract<Bullet, { type: 'number' }>): string {
  if (form === 'letter') return 'alphaLcPeriod'
  if (form === 'roman') return 'romanLcPeriod'
  return hasPeriod ? 'arabicPeriod' : 'arabicPlain'
}

function solidColour(hex: string, palette: PptxPalette): Element {
  const [colour] = solid(hex, palette).children
  if (colour?.type !== 'element') throw new Error('A solid fill has no colour.')
  return colour
}

function runElement(run: TextRun, context: TextContext, base: TextBase | null): Element {
  return el('a:r', {}, runProperties('a:rPr', run, context, base), el('a:t', {}, run.text.replace(/\n/g, ' ')))
}

export function runProperties(
  name: string,
  run: TextRun,
  { palette, families, language, link }: TextContext,
  base: TextBase | null,
): Element {
  const baseRun = base?.run
  const runFonts = fontsFor(run, families)
  const baseFonts = baseRun === undefined ? null : fontsFor(baseRun, families)
  const bold = isBold(run, families.faces)
  const tracking = trackingOf(run)
  const target = run.link === null ? null : link(run.link)
  const hasOtherFonts = baseFonts === null || JSON.stringify(baseFonts) !== JSON.stringify(runFonts)
  return el(
    name,
    {
      lang: runFonts.eastAsian === null ? language : eastAsianTag(run.text, language),
      sz: baseRun === undefined || Math.abs(baseRun.size - run.size) > 0.2 ? centipoints(run.size) : null,
      b: baseRun === undefined || isBold(baseRun, families.faces) !== bold ? bold : null,
      i: baseRun === undefined || baseRun.isItalic !== run.isItalic ? run.isItalic : null,
      u: run.isUnderlined ? 'sng' : null,
      strike: run.isStruck ? 'sngStrike' : null,
      spc: baseRun === undefined || Math.abs(trackingOf(baseRun) - tracking) > 0.05 ? centipoints(tracking) : null,
      baseline: run.shift === null ? null : run.shift === 'up' ? 30_000 : -25_000,
      dirty: name === 'a:defRPr' ? null : false,
    },
    baseRun === undefined || baseRun.colour !== run.colour || target !== null ? solid(run.colour, palette) : null,
    hasOtherFonts ? fontElements(run, runFonts, families) : null,
    target === null ? null : el('a:hlinkClick', { 'r:id': target.id, action: target.action }, colourKeepingExtension()),
  )
}

/**
 * Returns the letter spacing in px. It is 0 for joined letters: browsers add no space between them, but other programs
 * do.
 */
function trackingOf({ text, tracking }: TextRun): number {
  return JOINED_SCRIPTS.test(text) ? 0 : tracking
}

/**
 * Writes the extension that makes a link keep the colour of its text, as on our slides, in programs that support it.
 */
function colourKeepingExtension(): Element {
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

function fontElements(
  run: TextRun,
  { latin, eastAsian, complex }: ReturnType<typeof fontsFor>,
  families: ThemeFonts,
): readonly Element[] {
  const typeface = typefaceOf(latin, families)
  const pitchFamily = typeface.startsWith('+') ? null : pitchFamilyOf(run.families)
  // Programs count digits and spaces between letters of another script as part of that script.
  return [
    el('a:latin', { typeface, pitchFamily }),
    el('a:ea', { typeface: eastAsian === null ? latin : typefaceOf(eastAsian, families, 'eastAsian') }),
    el('a:cs', { typeface: complex === null ? latin : typefaceOf(complex, families, 'complex') }),
  ]
}

/** Returns the name of a font; if the theme has this font, its role in the theme, so that text follows the theme. */
function typefaceOf(
  family: string,
  { display, text }: ThemeFonts,
  scripts: keyof typeof THEME_FONT_SUFFIXES = 'latin',
): string {
  if (family === display[scripts]) return `+mj-${THEME_FONT_SUFFIXES[scripts]}`
  return family === text[scripts] ? `+mn-${THEME_FONT_SUFFIXES[scripts]}` : family
}

/** The suffixes in the names of the theme's fonts, keyed by kind of script. */
const THEME_FONT_SUFFIXES = { latin: 'lt', eastAsian: 'ea', complex: 'cs' } as const
