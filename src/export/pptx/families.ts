import type { Face } from '../../model/face.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/tokens.ts'

/** The two families of a presentation's theme. */
export interface Families {
  readonly display: string
  readonly text: string
  readonly faces: readonly Face[]
}

export function familiesOf({ tokens, faces }: Theme): Families {
  const first = (token: string) => stackOf(tokenValue(token, tokens) ?? '')[0] ?? 'Arial'
  return { display: first('font-display'), text: first('font-text'), faces }
}

/** The families of a CSS list. */
export function stackOf(css: string): readonly string[] {
  return css
    .split(',')
    .map((family) => family.trim().replace(/^["']|["']$/g, ''))
    .filter((family) => family !== '')
}

/** The families that show a text: for Latin letters, for East Asian ones and for those of complex scripts; null where it has none of them. */
export interface Shown {
  readonly latin: string
  readonly eastAsian: string | null
  readonly complex: string | null
}

export function shownIn(stack: readonly string[], text: string, faces: readonly Face[]): Shown {
  const named = stack.filter((family) => !GENERIC.has(family))
  const latin = named.find((family) =>
    covers(family, /[A-Za-z]/.test(text) ? 'A' : (/\p{L}/u.exec(text)?.[0] ?? 'A'), faces),
  )
  const other = (script: RegExp) => {
    const [letter] = script.exec(text) ?? []
    if (letter === undefined) return null
    return named.find((family) => covers(family, letter, faces)) ?? null
  }
  return {
    latin: latin ?? named[0] ?? 'Arial',
    eastAsian: EAST_ASIAN.test(text)
      ? (other(EAST_ASIAN) ?? named.find((family) => / (?:SC|TC|JP|KR)$|CJK/.test(family)) ?? null)
      : null,
    complex: other(COMPLEX),
  }
}

const GENERIC: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui', 'cursive'])
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const COMPLEX = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u

function covers(family: string, letter: string, faces: readonly Face[]): boolean {
  const point = letter.codePointAt(0) ?? 0
  return faces.some(
    (face) =>
      face.family === family &&
      face.subsets.some(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last)),
  )
}

/** What kind of type a family is, so that a machine without it takes one alike: by PANOSE and pitch, ECMA-376 part 1, 21.1.2.3. */
export function pitchOf(stack: readonly string[]): number {
  if (stack.includes('monospace')) return 49
  return stack.includes('serif') ? 18 : 34
}
