// Detects languages, and tells their writing direction.

import { franc } from 'franc-min'

/**
 * Detects the language of a text, as a BCP 47 tag. A short text counts as being in the most common language of its
 * script: in Latin letters, English. A text without letters is `und`.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const common = scriptLanguage(sample)
  // If one language has the script to itself, there is nothing to detect; Latin words in the text would only mislead.
  if (sample.length < SHORTEST || !SHARED.has(common)) return common
  return LANGUAGES[franc(sample, { only: Object.keys(LANGUAGES) })] ?? common
}

/** Returns the writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [first = '', second = ''] = language.toLowerCase().split('-')
  if (second.length === SCRIPT_TAG) return RIGHT_TO_LEFT_SCRIPTS.has(second) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(first) ? 'rtl' : 'ltr'
}

/**
 * Converts the name of a language or locale to a BCP 47 tag; undefined if it is not a valid one. `zh_TW.UTF-8` becomes
 * `zh-TW`.
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

/** The number of characters examined: enough to recognise a language. Later text more often has code and names. */
const SAMPLE = 4000

/** In characters: detection in a shorter text is wrong more often than the assumption that it is in English. */
const SHORTEST = 120

const SCRIPT_TAG = 4

/**
 * The languages that can be detected, with their BCP 47 tags by ISO 639-3 code. Rare languages are left out, because
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

/** The most common language of articles in each script. On a tie, the first counts. */
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

/** Those of them whose script other languages share, so that the language must be detected. */
const SHARED: ReadonlySet<string> = new Set(['en', 'ru', 'ar', 'hi', 'zh', 'ja'])

function scriptLanguage(text: string): string {
  const counts = SCRIPTS.map(({ letters, language }) => ({ language, count: text.match(letters)?.length ?? 0 }))
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count > 0 ? most.language : 'und'
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
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
