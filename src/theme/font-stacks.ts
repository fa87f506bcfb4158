// Completes the font stacks of a theme, and finds the stacks whose first font does not come with it.

import type { Face } from '../model/face.ts'
import type { Theme } from '../model/theme.ts'

type Tokens = Readonly<Record<string, string>>

/**
 * Adds families for scripts other than Latin, such as Arabic and Hebrew, to the font stacks of a theme, so that a talk
 * in these scripts looks the same on every machine. These families come from the theme that this one extends; those of
 * the same kind (serif or sans serif) are preferred.
 */
export function withScriptFamilies(own: Tokens, inherited: Tokens, faces: readonly Face[]): Tokens {
  const stacks = Object.entries(own).filter(([token]) => token.startsWith('font-'))
  const extended = stacks.map(([token, stack]) => {
    const kind = familiesIn(stack).at(-1)
    const sources = [token, 'font-text', 'font-display'].flatMap((name) => inherited[name] ?? [])
    const source = sources.find((each) => familiesIn(each).at(-1) === kind) ?? sources[0] ?? ''
    return [
      token,
      extend(
        stack,
        familiesIn(source).filter((family) => isForOtherScripts(family, faces)),
      ),
    ]
  })
  return { ...own, ...Object.fromEntries(extended) }
}

/** A font token whose first family does not come with the theme. */
export interface UnembeddedFont {
  readonly token: string
  readonly family: string
}

/** Lists the font tokens whose first family may be missing on other machines. */
export function unembeddedFonts({ tokens, faces }: Pick<Theme, 'tokens' | 'faces'>): readonly UnembeddedFont[] {
  const embedded = new Set(faces.map(({ family }) => family.toLowerCase()))
  return Object.entries(tokens).flatMap(([token, stack]) => {
    const [family = ''] = familiesIn(stack)
    const isEmbedded = !token.startsWith('font-') || GENERIC.test(family) || embedded.has(family.toLowerCase())
    return isEmbedded ? [] : [{ token, family }]
  })
}

/** Adds families to a font stack, before the generic family at its end. */
function extend(stack: string, additions: readonly string[]): string {
  const families = stack.split(',').map((family) => family.trim())
  const known = familiesIn(stack)
  const newFamilies = additions.filter((family) => !known.includes(family)).map((family) => `"${family}"`)
  const end = GENERIC.test(families.at(-1) ?? '') ? families.length - 1 : families.length
  return [...families.slice(0, end), ...newFamilies, ...families.slice(end)].join(', ')
}

const GENERIC = /^(?:serif|sans-serif|monospace|cursive|system-ui)$/

/** Returns the families of a font stack, without quotation marks. */
function familiesIn(stack: string): readonly string[] {
  return stack.split(',').map((family) => family.trim().replaceAll(/["']/g, ''))
}

function isForOtherScripts(family: string, faces: readonly Face[]): boolean {
  const own = faces.filter((face) => face.family === family)
  return own.length > 0 && own.every(({ subsets }) => subsets.every(({ ranges }) => !ranges.some(coversLatin)))
}

function coversLatin([first, last]: readonly [number, number]): boolean {
  return first <= LATIN_A && LATIN_A <= last
}

const LATIN_A = 0x61
