// Detects the language of text, and returns the writing direction of a language.

import { franc } from 'franc-min'

/**
 * Detects the language of text, as a BCP 47 tag. Short text gets the most common language of its script (English for
 * Latin letters), and text without letters gets `und`.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const fallback = scriptLanguage(sample)
  // If one language has the script to itself, there is nothing to detect, and Latin words in the text would only
  // mislead.
  if (sample.length < MIN_DETECTABLE || !LANGUAGES_WITH_SHARED_SCRIPT.has(fallback)) return fallback
  return LANGUAGES[franc(sample, { only: Object.keys(LANGUAGES) })] ?? fallback
}

/** Returns the writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', script = ''] = language.toLowerCase().split('-')
  if (script.length === SCRIPT_TAG_LENGTH) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT_LANGUAGES.has(primary) ? 'rtl' : 'ltr'
}

/**
 * Converts a language tag or a locale name to a canonical BCP 47 tag, such as `zh_TW.UTF-8` to `zh-TW`. Returns
 * undefined if the tag or name is not valid.
 */
export function tagOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(
      language
        .trim()
        .replace(/[.@].*$/, '')
        .replaceAll('_', '-'),
    )[0]
  } catch {
    return undefined
  }
}

/**
 * The number of characters examined: enough to recognise a language. The end of an article contains more code and
 * names.
 */
const SAMPLE_LENGTH = 4000

/** In characters. For shorter text, it is safer to assume the most common language of the script than to detect it. */
const MIN_DETECTABLE = 120

const SCRIPT_TAG_LENGTH = 4

/**
 * The BCP 47 tags of the languages that can be detected, keyed by ISO 639-3 code. Rare languages are left out, because
 * they would mostly be detected by mistake.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  pol: 'pl',
  swe: 'sv',
  ron: 'ro',
  ces: 'cs',
  hun: 'hu',
  hrv: 'hr',
  tur: 'tr',
  vie: 'vi',
  ind: 'id',
  tgl: 'tl',
  swh: 'sw',
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  kaz: 'kk',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  hin: 'hi',
  mar: 'mr',
  npi: 'ne',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
}

/** The most common language of articles in each script. On a tie, the first wins. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly language: string }[] = [
  { letters: /[\p{scx=Hiragana}\p{scx=Katakana}]/gu, language: 'ja' },
  { letters: /\p{sc=Hangul}/gu, language: 'ko' },
  { letters: /\p{sc=Han}/gu, language: 'zh' },
  { letters: /\p{sc=Latin}/gu, language: 'en' },
  { letters: /\p{sc=Cyrillic}/gu, language: 'ru' },
  { letters: /\p{sc=Greek}/gu, language: 'el' },
  { letters: /\p{sc=Arabic}/gu, language: 'ar' },
  { letters: /\p{sc=Hebrew}/gu, language: 'he' },
  { letters: /\p{sc=Devanagari}/gu, language: 'hi' },
  { letters: /\p{sc=Bengali}/gu, language: 'bn' },
  { letters: /\p{sc=Tamil}/gu, language: 'ta' },
  { letters: /\p{sc=Telugu}/gu, language: 'te' },
  { letters: /\p{sc=Gujarati}/gu, language: 'gu' },
  { letters: /\p{sc=Kannada}/gu, language: 'kn' },
  { letters: /\p{sc=Malayalam}/gu, language: 'ml' },
  { letters: /\p{sc=Gurmukhi}/gu, language: 'pa' },
  { letters: /\p{sc=Sinhala}/gu, language: 'si' },
  { letters: /\p{sc=Thai}/gu, language: 'th' },
  { letters: /\p{sc=Lao}/gu, language: 'lo' },
  { letters: /\p{sc=Khmer}/gu, language: 'km' },
  { letters: /\p{sc=Myanmar}/gu, language: 'my' },
  { letters: /\p{sc=Armenian}/gu, language: 'hy' },
  { letters: /\p{sc=Georgian}/gu, language: 'ka' },
  { letters: /\p{sc=Ethiopic}/gu, language: 'am' },
]

/** The languages in `SCRIPTS` that share their script with others, so that the language must be detected. */
const LANGUAGES_WITH_SHARED_SCRIPT: ReadonlySet<string> = new Set(['en', 'ru', 'ar', 'hi', 'zh', 'ja'])

function scriptLanguage(text: string): string {
  const counts = SCRIPTS.map(({ letters, language }) => ({ language, count: text.match(letters)?.length ?? 0 }))
  const commonest = counts.reduce((best, each) => (each.count > best.count ? each : best))
  return commonest.count > 0 ? commonest.language : 'und'
}

const RIGHT_TO_LEFT_LANGUAGES: ReadonlySet<string> = new Set([
  'ar',
  'he',
  'iw',
  'fa',
  'ur',
  'ps',
  'sd',
  'ug',
  'yi',
  'dv',
  'ckb',
  'syr',
])
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg'])
