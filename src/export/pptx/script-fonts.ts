// Chooses fonts that anyone can install for free, for scripts that the theme's fonts lack.

/** Scripts that programs set in a "complex script" font. */
const COMPLEX_SCRIPTS = [
  ...['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'],
  ...['Malayalam', 'Sinhala', 'Thai', 'Lao', 'Khmer', 'Myanmar'],
]

const inScripts = (names: readonly string[]) =>
  new RegExp(`[${names.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u')

export const EAST_ASIAN = inScripts(['Han', 'Hiragana', 'Katakana', 'Hangul'])
export const COMPLEX = inScripts(COMPLEX_SCRIPTS)

/**
 * Returns the Noto font for a letter of a complex script, with serifs if the CSS stack contains `serif` and Noto has
 * such a font; null for other letters.
 */
export function complexFont(stack: readonly string[], letter: string): string | null {
  const name = COMPLEX_SCRIPTS.find((script) => inScripts([script]).test(letter))
  if (name === undefined) return null
  return `Noto ${stack.includes('serif') && name !== 'Arabic' ? 'Serif' : 'Sans'} ${name}`
}

/** Regions that write the same ideographs differently, abbreviated as in font names. */
type Region = 'SC' | 'TC' | 'HK' | 'JP' | 'KR'

const LANGUAGE_TAGS: Readonly<Record<Region, string>> = {
  SC: 'zh-CN',
  TC: 'zh-TW',
  HK: 'zh-HK',
  JP: 'ja-JP',
  KR: 'ko-KR',
}

/**
 * Returns the language of East Asian text as a tag that Office recognises. If the text has only ideographs, the deck's
 * language decides.
 */
export function eastAsianTag(text: string, language: string | null): string {
  return LANGUAGE_TAGS[regionOf(text, language)]
}

/**
 * Returns the font for East Asian text: the one in the CSS stack, or else a Noto font. Of a Noto font, the variant for
 * the text's region is chosen.
 */
export function eastAsianFont(stack: readonly string[], text: string, language: string | null): string {
  const isSerif = stack.includes('serif')
  const listedFamily = stack.find((family) => family.includes('CJK')) ?? stack.find((family) => REGION.test(family))
  const family = listedFamily ?? (isSerif ? 'Noto Serif CJK SC' : 'Noto Sans CJK SC')
  return family.startsWith('Noto ') ? family.replace(REGION, ` ${regionOf(text, language)}`) : family
}

const REGION = / (?:SC|TC|HK|JP|KR)$/

function regionOf(text: string, language: string | null): Region {
  if (/\p{Script=Hangul}/u.test(text)) return 'KR'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'JP'
  const { script, region } = new Intl.Locale(language ?? 'zh').maximize()
  if (script === 'Jpan') return 'JP'
  if (script === 'Kore') return 'KR'
  if (script !== 'Hant') return 'SC'
  return region === 'HK' || region === 'MO' ? 'HK' : 'TC'
}

/**
 * Returns a letter of the script in which a language is written; null unless programs set that script in a separate
 * font.
 */
export function sampleLetter(language: string | null): string | null {
  return language === null ? null : (SAMPLE_LETTERS[new Intl.Locale(language).maximize().script ?? ''] ?? null)
}

const SAMPLE_LETTERS: Readonly<Record<string, string>> = {
  ...{
    Hans: '中',
    Hant: '中',
    Jpan: 'あ',
    Kore: '가',
    Arab: 'ا',
    Hebr: 'א',
    Deva: 'क',
    Beng: 'ক',
    Guru: 'ਕ',
    Gujr: 'ક',
  },
  ...{ Orya: 'କ', Taml: 'க', Telu: 'క', Knda: 'ಕ', Mlym: 'ക', Sinh: 'ක', Thai: 'ก', Laoo: 'ກ', Khmr: 'ក', Mymr: 'က' },
}
