// Chooses the font families of the text in a PowerPoint file.

import type { TextRun } from '../../client/scene/scene.ts'
import { type Face, nearestWeight } from '../../model/face.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { COMPLEX, complexFont, EAST_ASIAN, eastAsianFont, sampleLetter } from './script-fonts.ts'

/** The two fonts of a presentation's theme, and the context for choosing other fonts. */
export interface ThemeFonts extends FontContext {
  readonly display: ScriptFonts
  readonly text: ScriptFonts
}

export interface FontContext {
  readonly faces: readonly Face[]
  /** The language of the deck, as a BCP 47 tag; null if unknown. */
  readonly language: string | null
}

export function themeFontsOf({ tokens, faces }: Theme, language: string | null): ThemeFonts {
  const stackOf = (token: string) => parseFontStack(tokenValue(token, tokens) ?? '')
  const [textFamily = 'Arial'] = stackOf('font-text')
  const textFaces = faces.filter(({ family, style }) => family === textFamily && style === 'normal')
  const themeFonts = (families: readonly string[], weight: number): ScriptFonts => ({
    ...fontsFor({ families, text: sampleLetter(language) ?? '', weight, isItalic: false }, { faces, language }),
    latin: installedName(families[0] ?? 'Arial', { weight, isItalic: false }, faces),
  })
  return {
    display: themeFonts(stackOf('font-display'), Number(tokenValue('weight-display', tokens)) || 400),
    text: themeFonts(stackOf('font-text'), Math.min(...textFaces.map(({ weight }) => weight))),
    faces,
    language,
  }
}

/**
 * Returns the name under which other programs find a weight of a family. A font file gives this name itself. Those
 * programs know only two weights, regular and bold; a medium weight is installed as a separate family. Italics without
 * a medium face are regular, and bold text without a bold face is medium, as in browsers.
 */
function installedName(
  family: string,
  { weight, isItalic }: Pick<FontProperties, 'weight' | 'isItalic'>,
  faces: readonly Face[],
): string {
  const installed = faceFor(family, { weight, isItalic }, faces)?.installed
  if (installed != null) return installed.family
  const ownFaces = faces.filter((face) => face.family === family)
  const styledFaces = ownFaces.filter(({ style }) => (style === 'italic') === isItalic)
  const weights = (styledFaces.length > 0 ? styledFaces : ownFaces).map((face) => face.weight)
  const isHeaviest = Math.max(...weights) === MEDIUM_WEIGHT
  const isMedium =
    weights.includes(MEDIUM_WEIGHT) && (weight === MEDIUM_WEIGHT || (weight > MEDIUM_WEIGHT && isHeaviest))
  return isMedium ? `${family} Medium` : family
}

const MEDIUM_WEIGHT = 500

/** Returns the face that browsers choose for a weight and style of a family (CSS Fonts 4, 5.2). */
function faceFor(
  family: string,
  { weight, isItalic }: Pick<FontProperties, 'weight' | 'isItalic'>,
  faces: readonly Face[],
): Face | undefined {
  const ownFaces = faces.filter((face) => face.family === family)
  const styledFaces = ownFaces.filter(({ style }) => (style === 'italic') === isItalic)
  const isFirstChoice = (candidate: number) =>
    weight < REGULAR
      ? candidate <= weight
      : candidate >= weight && (weight > MEDIUM_WEIGHT || candidate <= MEDIUM_WEIGHT)
  const rank = (candidate: number) =>
    (isFirstChoice(candidate) ? 0 : candidate < weight ? 1000 : 2000) + Math.abs(candidate - weight)
  return (styledFaces.length > 0 ? styledFaces : ownFaces).toSorted(
    (a, b) => rank(nearestWeight(a, weight)) - rank(nearestWeight(b, weight)),
  )[0]
}

const REGULAR = 400

/** Returns the families of a CSS font list, in order and without quotes. */
export function parseFontStack(css: string): readonly string[] {
  return css
    .split(',')
    .map((family) => family.trim().replace(/^["']|["']$/g, ''))
    .filter((family) => family !== '')
}

/**
 * The families in which text is shown: for Latin, East Asian and complex scripts; null for a kind of script that does
 * not occur in it.
 */
export interface ScriptFonts {
  readonly latin: string
  readonly eastAsian: string | null
  readonly complex: string | null
}

/** Returns the families of a run of text under the names by which other programs find them. */
export function fontsFor(font: FontProperties, context: FontContext): ScriptFonts {
  return scriptFonts(font, context, (family) => installedName(family, font, context.faces))
}

/** Returns the families of a run of text under their names in the theme. */
function themeFamiliesFor(font: FontProperties, faces: readonly Face[]): ScriptFonts {
  return scriptFonts(font, { faces, language: null }, (family) => family)
}

function scriptFonts(
  { families, text }: FontProperties,
  { faces, language }: FontContext,
  nameOf: (family: string) => string,
): ScriptFonts {
  const stack = families.filter((family) => !GENERIC_FAMILIES.has(family))
  const familyWith = (letter: string) => {
    const found = stack.find((family) => hasGlyph(family, letter, faces))
    return found === undefined ? null : nameOf(found)
  }
  const firstLetter = (script: RegExp) => script.exec(text)?.[0]
  const [eastAsian, complex] = [firstLetter(EAST_ASIAN), firstLetter(COMPLEX)]
  return {
    latin: familyWith(firstLetter(/[A-Za-z]/) ?? firstLetter(ORDINARY_LETTER) ?? 'A') ?? stack[0] ?? 'Arial',
    eastAsian: eastAsian === undefined ? null : (familyWith(eastAsian) ?? eastAsianFont(families, text, language)),
    complex: complex === undefined ? null : (familyWith(complex) ?? complexFont(families, complex)),
  }
}

/**
 * Returns a run in the size that it has on our slides, where a family that replaces another is scaled to match it
 * (`size-adjust`), as Source Serif 4 is for Cyrillic.
 */
export function withAdjustedSize(run: TextRun, faces: readonly Face[]): TextRun {
  const { latin } = themeFamiliesFor(run, faces)
  const face = faces.find(({ family, adjust }) => family === latin && adjust?.size !== undefined)
  const scale = Number.parseFloat(face?.adjust?.size ?? '100') / 100
  return scale === 1 || Number.isNaN(scale) ? run : { ...run, size: run.size * scale }
}

/** The lowest weight that becomes bold in programs with two weights. */
const BOLD = 600

/**
 * Whether text is bold: an installed font's file says so, and otherwise the face that our slides show. So strong text is
 * not bold in a family of the theme that lacks a bold face, and all text is in one that has no other.
 */
export function isBold(run: FontProperties, faces: readonly Face[]): boolean {
  const { latin, eastAsian, complex } = themeFamiliesFor(run, faces)
  const family = eastAsian ?? complex ?? latin
  const face = faceFor(family, run, faces)
  return face?.installed?.isBold ?? (face === undefined ? run.weight : nearestWeight(face, run.weight)) >= BOLD
}

/** The properties of a run that determine its font. */
type FontProperties = Pick<TextRun, 'families' | 'text' | 'weight' | 'isItalic'>

const GENERIC_FAMILIES: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui', 'cursive'])

/**
 * Matches a letter of a script that programs set in a separate font. They use it for the spaces and digits between such
 * letters too.
 */
export const SEPARATE_FONT = new RegExp(`${EAST_ASIAN.source}|${COMPLEX.source}`, 'u')

/** Matches a letter of any other script. */
const ORDINARY_LETTER = new RegExp(`(?!${SEPARATE_FONT.source})\\p{L}`, 'u')

function hasGlyph(family: string, letter: string, faces: readonly Face[]): boolean {
  const codePoint = letter.codePointAt(0) ?? 0
  return faces.some(
    (face) =>
      face.family === family &&
      face.subsets.some(({ ranges }) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)),
  )
}

/**
 * Returns the `pitchFamily` of a font, by which a machine without the font chooses a similar one (ECMA-376 part 1,
 * 21.1.2.3): fixed pitch, serif or sans serif.
 */
export function pitchFamilyOf(stack: readonly string[]): number {
  if (stack.includes('monospace')) return 49
  return stack.includes('serif') ? 18 : 34
}
