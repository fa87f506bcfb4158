// Warns about scripts whose letters no available font has.

import type { VFile } from 'vfile'
import type { BrowserPage } from '../browser/browser-page.ts'
import { findUnsupportedCharacters } from '../client/measure/unsupported-characters.ts'
import type { Deck } from '../model/deck.ts'
import { fontRemedy } from '../model/font-remedy.ts'
import type { Layouts } from '../model/layout.ts'
import type { Theme } from '../model/theme.ts'
import { renderPrint } from '../render/print.ts'

/** A script that none of Lectern's fonts covers. */
interface Script {
  readonly name: string
  readonly letters: RegExp
  /** The Debian package with fonts for it, and the npm package without its scope. */
  readonly packages: readonly [debian: string, npm: string]
}

const CORE_FONTS = 'fonts-noto-core'
const CJK_FONTS = 'fonts-noto-cjk'

const SCRIPTS: readonly Script[] = [
  { name: 'Japanese', letters: /[\p{scx=Hira}\p{scx=Kana}]/gu, packages: [CJK_FONTS, 'noto-sans-jp'] },
  { name: 'Korean', letters: /\p{sc=Hang}/gu, packages: [CJK_FONTS, 'noto-sans-kr'] },
  { name: 'Chinese', letters: /\p{sc=Han}/gu, packages: [CJK_FONTS, 'noto-sans-sc'] },
  { name: 'Devanagari', letters: /\p{sc=Deva}/gu, packages: [CORE_FONTS, 'noto-sans-devanagari'] },
  { name: 'Bengali', letters: /\p{sc=Beng}/gu, packages: [CORE_FONTS, 'noto-sans-bengali'] },
  { name: 'Gurmukhi', letters: /\p{sc=Guru}/gu, packages: [CORE_FONTS, 'noto-sans-gurmukhi'] },
  { name: 'Gujarati', letters: /\p{sc=Gujr}/gu, packages: [CORE_FONTS, 'noto-sans-gujarati'] },
  { name: 'Odia', letters: /\p{sc=Orya}/gu, packages: [CORE_FONTS, 'noto-sans-oriya'] },
  { name: 'Tamil', letters: /\p{sc=Taml}/gu, packages: [CORE_FONTS, 'noto-sans-tamil'] },
  { name: 'Telugu', letters: /\p{sc=Telu}/gu, packages: [CORE_FONTS, 'noto-sans-telugu'] },
  { name: 'Kannada', letters: /\p{sc=Knda}/gu, packages: [CORE_FONTS, 'noto-sans-kannada'] },
  { name: 'Malayalam', letters: /\p{sc=Mlym}/gu, packages: [CORE_FONTS, 'noto-sans-malayalam'] },
  { name: 'Sinhala', letters: /\p{sc=Sinh}/gu, packages: [CORE_FONTS, 'noto-sans-sinhala'] },
  { name: 'Thai', letters: /\p{sc=Thai}/gu, packages: [CORE_FONTS, 'noto-sans-thai'] },
  { name: 'Lao', letters: /\p{sc=Laoo}/gu, packages: [CORE_FONTS, 'noto-sans-lao'] },
  { name: 'Burmese', letters: /\p{sc=Mymr}/gu, packages: [CORE_FONTS, 'noto-sans-myanmar'] },
  { name: 'Khmer', letters: /\p{sc=Khmr}/gu, packages: [CORE_FONTS, 'noto-sans-khmer'] },
  { name: 'Armenian', letters: /\p{sc=Armn}/gu, packages: [CORE_FONTS, 'noto-sans-armenian'] },
  { name: 'Georgian', letters: /\p{sc=Geor}/gu, packages: [CORE_FONTS, 'noto-sans-georgian'] },
  { name: 'Ethiopic', letters: /\p{sc=Ethi}/gu, packages: [CORE_FONTS, 'noto-sans-ethiopic'] },
]

/**
 * Matches a letter that Lectern's fonts lack: they cover only the scripts listed here, with digits, punctuation and
 * symbols.
 */
const UNCOVERED_LETTERS = /[^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Zyyy}\p{sc=Zinh}]/u

/** The maximum number of letters tested for each script. */
const MAX_TESTED = 8

/** The page in which the deck is shown, and the layouts and theme to show it with. */
interface ShowOptions {
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: BrowserPage
}

/**
 * Warns about each script whose letters are shown as boxes, because neither the theme nor the machine has a font with
 * most of the letters tested.
 */
export async function reportMissingFonts(
  deck: Deck,
  { layouts, theme, page }: ShowOptions,
  file: VFile,
): Promise<void> {
  const { text } = deck
  if (!UNCOVERED_LETTERS.test(text)) return
  await page.show(renderPrint(deck, layouts, theme), theme.canvas)
  const samples = SCRIPTS.map((script) => ({ ...script, sample: lettersIn(text, script.letters) }))
  const unsupported = new Set(
    await page.evaluate(
      findUnsupportedCharacters,
      samples.flatMap(({ sample }) => sample),
    ),
  )
  for (const { name, sample, packages } of samples) {
    const missingLetters = sample.filter((letter) => unsupported.has(letter))
    if (missingLetters.length * 2 <= sample.length) continue
    const [debian, npm] = packages
    const fact = `No font has letters for ${name} (${missingLetters.slice(0, 3).join(' ')}), so they are shown as boxes`
    file.message(`${fact}. ${fontRemedy(debian, npm)}`, { source: 'lectern', ruleId: 'no-font' })
  }
}

function lettersIn(text: string, letters: RegExp): readonly string[] {
  const sample = new Set<string>()
  for (const [letter] of text.matchAll(letters)) {
    if (/\p{Lo}/u.test(letter)) sample.add(letter)
    if (sample.size === MAX_TESTED) break
  }
  return [...sample]
}
