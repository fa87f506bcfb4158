import type { TextRun } from '../../client/scene/scene.ts'
import type { Face } from '../../model/face.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { COMPLEX, complexFont, EAST_ASIAN, eastAsianFont, sampleLetter } from './script-fonts.ts'

/** The two fonts of a presentation's theme, and the faces and language by which the fonts of its text are chosen. */
export interface Families extends FontChoice {
  readonly display: FamiliesShown
  readonly text: FamiliesShown
}

export interface FontChoice {
  readonly faces: readonly Face[]
  /** The language of the deck, a BCP 47 tag; null where it is not known. */
  readonly language: string | null
}

export function familiesOf({ tokens, faces }: Theme, language: string | null): Families {
  const stackIn = (token: string) => stackOf(tokenValue(token, tokens) ?? '')
  const [first = 'Arial'] = stackIn('font-text')
  const weights = faces.filter(({ family, style }) => family === first && style === 'normal')
  const themed = (families: readonly string[], weight: number): FamiliesShown => ({
    ...shownIn({ families, text: sampleLetter(language) ?? '', weight, isItalic: false }, { faces, language }),
    latin: named(families[0] ?? 'Arial', { weight, isItalic: false }, faces),
  })
  return {
    display: themed(stackIn('font-display'), Number(tokenValue('weight-display', tokens)) || 400),
    text: themed(stackIn('font-text'), Math.min(...weights.map(({ weight }) => weight))),
    faces,
    language,
  }
}

/**
 * Returns the name by which other programs know a weight of a family. They have two weights, regular and bold; a medium
 * weight is installed as a separate family. Italics without a medium face are regular, as in browsers.
 */
function named(family: string, { weight, isItalic }: Pick<WornFont, 'weight' | 'isItalic'>, all: readonly Face[]) {
  const faces = all.filter((face) => face.family === family)
  const styled = faces.filter(({ style }) => (style === 'italic') === isItalic)
  const isMedium = weight === MEDIUM && (styled.length > 0 ? styled : faces).some((face) => face.weight === MEDIUM)
  return isMedium ? `${family} Medium` : family
}

const MEDIUM = 500

/** Returns the families of a CSS font list, in order and without quotes. */
export function stackOf(css: string): readonly string[] {
  return css
    .split(',')
    .map((family) => family.trim().replace(/^["']|["']$/g, ''))
    .filter((family) => family !== '')
}

/**
 * The families that show a text: for Latin, East Asian and complex scripts; null for a kind of script that does not
 * occur in it.
 */
export interface FamiliesShown {
  readonly latin: string
  readonly eastAsian: string | null
  readonly complex: string | null
}

export function shownIn(font: WornFont, { faces, language }: FontChoice): FamiliesShown {
  const { families, text } = font
  const stack = families.filter((family) => !GENERIC.has(family))
  const holding = (letter: string) => {
    const family = stack.find((each) => covers(each, letter, faces))
    return family === undefined ? null : named(family, font, faces)
  }
  const first = (script: RegExp) => script.exec(text)?.[0]
  const [eastAsian, complex] = [first(EAST_ASIAN), first(COMPLEX)]
  return {
    latin: holding(first(/[A-Za-z]/) ?? first(OTHER) ?? 'A') ?? stack[0] ?? 'Arial',
    eastAsian: eastAsian === undefined ? null : (holding(eastAsian) ?? eastAsianFont(families, text, language)),
    complex: complex === undefined ? null : (holding(complex) ?? complexFont(families, complex)),
  }
}

/**
 * Returns a run in the size that it has on our slides, where a family that stands in for another is scaled to match it
 * (`size-adjust`), as Source Serif 4 is for Cyrillic.
 */
export function adjusted(run: TextRun, faces: readonly Face[]): TextRun {
  const { latin } = shownIn(run, { faces, language: null })
  const face = faces.find(({ family, adjust }) => family === latin && adjust?.size !== undefined)
  const share = Number.parseFloat(face?.adjust?.size ?? '100') / 100
  return share === 1 || Number.isNaN(share) ? run : { ...run, size: run.size * share }
}

/** The lowest weight that becomes bold in programs with two weights. */
const BOLD = 600

/**
 * Whether words are bold. Strong words stay bold even if the theme has no bold face for them, except in a complex
 * script, whose lines would become much longer.
 */
export function isBold(run: WornFont, faces: readonly Face[]): boolean {
  const { complex } = shownIn(run, { faces, language: null })
  const own = faces.filter(({ family }) => family === complex)
  return run.weight >= BOLD && (own.length === 0 || own.some(({ weight }) => weight >= BOLD))
}

/** The properties that decide the font of some words. */
type WornFont = Pick<TextRun, 'families' | 'text' | 'weight' | 'isItalic'>

const GENERIC: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui', 'cursive'])

/**
 * A letter of a script that programs set in a font of its own, together with the spaces and digits between its letters.
 */
export const OWN_FONT = new RegExp(`${EAST_ASIAN.source}|${COMPLEX.source}`, 'u')

/** A letter of any other script. */
const OTHER = new RegExp(`(?!${OWN_FONT.source})\\p{L}`, 'u')

function covers(family: string, letter: string, faces: readonly Face[]): boolean {
  const point = letter.codePointAt(0) ?? 0
  return faces.some(
    (face) =>
      face.family === family &&
      face.subsets.some(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last)),
  )
}

/**
 * Returns the `pitchFamily` of a font, by which a machine without the font chooses a similar one (ECMA-376 part 1,
 * 21.1.2.3): fixed pitch, serif or sans serif.
 */
export function pitchOf(stack: readonly string[]): number {
  if (stack.includes('monospace')) return 49
  return stack.includes('serif') ? 18 : 34
}
