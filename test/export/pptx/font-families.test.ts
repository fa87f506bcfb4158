import { expect, test } from 'vitest'
import { fontsFor, isBold, themeFontsOf, withAdjustedSize } from '../../../src/export/pptx/font-families.ts'
import { unmeasuredParagraph } from '../../../src/export/pptx/unmeasured-text.ts'
import type { Face } from '../../../src/model/face.ts'
import { EVERY_CHARACTER } from '../../../src/theme/font-file.ts'
import { installedFontIn } from '../../../src/theme/installed-font.ts'
import { loadTheme } from '../../../src/theme/load-theme.ts'
import { fontNamed } from '../../support/named-font.ts'

const theme = loadTheme('lectern')
const { faces } = theme

/** Returns the size of words that the theme sets in Newsreader, or in the font that replaces it. */
function sizeOf(text: string): number | undefined {
  const [run] = unmeasuredParagraph(text, { size: 50, colour: '#000000', isRtl: false }).runs
  return run && withAdjustedSize({ ...run, families: ['Newsreader', 'Source Serif 4', 'serif'] }, faces).size
}

test('words in a family that is adjusted in size have the size that they have on our slides', () => {
  expect(sizeOf('Соберите информацию')).toBeCloseTo(46, 5)
  expect(sizeOf('Gather what is known')).toBe(50)
})

test('so have words in the medium weight of such a family', () => {
  const [run] = unmeasuredParagraph('Ἀχιλῆος', { size: 50, colour: '#000000', isRtl: false }).runs
  const families = ['Source Serif 4', 'EB Garamond', 'serif']
  expect(run && withAdjustedSize({ ...run, families, weight: 500 }, loadTheme('paper').faces).size).toBeCloseTo(58, 5)
})

test.each([
  ['ja', '潮の満ち引き', 'Noto Serif CJK JP', '中', 'Noto Serif CJK JP'],
  ['ko', '밀물과 썰물', 'Noto Serif CJK KR', '中', 'Noto Serif CJK KR'],
  ['zh', '潮起潮落', 'Noto Serif CJK SC', '中', 'Noto Serif CJK SC'],
  ['zh-Hant', '潮起潮落', 'Noto Serif CJK TC', '中', 'Noto Serif CJK TC'],
  ['zh-TW', '潮起潮落', 'Noto Serif CJK TC', '中', 'Noto Serif CJK TC'],
  // Words in another language keep the ideographs of its country.
  ['en', '밀물', 'Noto Serif CJK KR', 'ひらがな', 'Noto Serif CJK JP'],
])('ideographs of %s are in the font of their country', (language, text, font, other, fontOfOther) => {
  const families = ['Newsreader', 'Songti SC', 'Noto Serif CJK SC', 'serif']
  const shown = (words: string) =>
    fontsFor({ families, text: words, weight: 400, isItalic: false }, { faces, language }).eastAsian
  expect(shown(text)).toBe(font)
  expect(shown(other)).toBe(fontOfOther)
})

test('a script that no font of the theme supports gets a font that everybody can install', () => {
  const shown = (text: string, families = ['Source Sans 3', 'sans-serif']) =>
    fontsFor({ families, text, weight: 400, isItalic: false }, { faces, language: null }).complex
  expect(shown('ज्वार')).toBe('Noto Sans Devanagari')
  expect(shown('น้ำ')).toBe('Noto Sans Thai')
  expect(shown('tide')).toBeNull()
  // Browsers choose a font with serifs where the theme does.
  expect(shown('ज्वार', ['Newsreader', 'serif'])).toBe('Noto Serif Devanagari')
  expect(shown('مد', ['Newsreader', 'serif'])).toBe('Noto Sans Arabic')
})

test('the fonts of the theme include those of the deck’s script, for words that people add', () => {
  expect(themeFontsOf(theme, 'ja').text.eastAsian).toBe('Noto Sans CJK JP')
  expect(themeFontsOf(theme, 'ja').display.eastAsian).toBe('Noto Serif CJK JP')
  expect(themeFontsOf(theme, 'hi').text.complex).toBe('Noto Sans Devanagari')
  expect(themeFontsOf(theme, 'fa').text.complex).toBe('Vazirmatn')
  expect(themeFontsOf(theme, 'en').text).toEqual({ latin: 'Source Sans 3', eastAsian: null, complex: null })
})

test('medium words in italics are regular if the theme has no medium italics, as on our slides', () => {
  const latinOf = (isItalic: boolean) =>
    fontsFor({ families: ['Newsreader', 'serif'], text: 'the tide', weight: 500, isItalic }, { faces, language: null })
      .latin
  expect(latinOf(false)).toBe('Newsreader Medium')
  expect(latinOf(true)).toBe('Newsreader')
})

test('text is bold in a family that has no other face, as on our slides', () => {
  const heavy: Face = { family: 'Fog', weight: 700, style: 'normal', subsets: [] }
  const run = { families: ['Fog'], text: 'tide', isItalic: false }
  expect(isBold({ ...run, weight: 560 }, [heavy])).toBe(true)
  expect(isBold({ ...run, weight: 400 }, [heavy])).toBe(true)
  expect(isBold({ ...run, weight: 400 }, [heavy, { ...heavy, weight: 400 }])).toBe(false)
})

test('strong text is bold if the theme has a bold face for it, or if its font is not one of the theme', () => {
  const isStrongBold = (text: string, ...families: string[]) =>
    isBold({ families, text, weight: 700, isItalic: false }, faces)
  expect(isStrongBold('tide', 'Source Sans 3', 'sans-serif')).toBe(true)
  expect(isStrongBold('tide', 'Newsreader', 'serif')).toBe(true)
  expect(isStrongBold('tide', 'IBM Plex Mono', 'monospace')).toBe(false)
  const strong = { families: ['Newsreader', 'serif'], text: 'tide', weight: 600, isItalic: false }
  expect(fontsFor(strong, { faces, language: null }).latin).toBe('Newsreader')
  expect(isStrongBold('潮の満ち引き', 'Newsreader', 'Noto Serif CJK JP', 'serif')).toBe(true)
})

test('a font file of a theme has the name and the weight under which it is installed', () => {
  const face = (weight: number, bytes: Uint8Array): Face => ({
    ...{ family: 'Fog Display', weight, style: 'normal' },
    subsets: [{ ...EVERY_CHARACTER, bytes: () => bytes }],
    installed: installedFontIn(bytes),
  })
  const faces = [
    face(400, fontNamed({ 1: 'Fog Sans', 2: 'Regular' })),
    face(600, fontNamed({ 1: 'Fog Sans SemiBold', 2: 'Regular' })),
    face(800, fontNamed({ 1: 'Fog Sans Condensed', 2: 'Bold' })),
  ]
  const shown = (weight: number) => {
    const font = { families: ['Fog Display', 'sans-serif'], text: 'The fog', weight, isItalic: false }
    return [fontsFor(font, { faces, language: null }).latin, isBold(font, faces)]
  }
  expect(shown(400)).toEqual(['Fog Sans', false])
  expect(shown(500)).toEqual(['Fog Sans', false])
  expect(shown(600)).toEqual(['Fog Sans SemiBold', false])
  expect(shown(700)).toEqual(['Fog Sans Condensed', true])
  const own = { ...theme, tokens: { ...theme.tokens, 'font-display': '"Fog Display", serif', 'weight-display': '700' } }
  expect(themeFontsOf({ ...own, faces }, 'en').display.latin).toBe('Fog Sans Condensed')
})
