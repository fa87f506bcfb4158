// The mark after a repeated heading, such as "(continued)", in many languages.

import { primaryLanguage } from '../grammar/language-tag.ts'

const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'continued',
  de: 'Fortsetzung',
  fr: 'suite',
  es: 'continuación',
  it: 'segue',
  pt: 'continuação',
  nl: 'vervolg',
  ca: 'continuació',
  cs: 'pokračování',
  da: 'fortsat',
  nb: 'forts.',
  nn: 'forts.',
  no: 'forts.',
  sv: 'forts.',
  pl: 'ciąg dalszy',
  ro: 'continuare',
  ru: 'продолжение',
  uk: 'продовження',
  tr: 'devam',
  ja: '続き',
  zh: '续',
}

/**
 * Returns the mark that follows a heading where its text continues; an ellipsis for languages that are not listed here.
 */
export function continuedMark(language: string): string {
  return BY_LANGUAGE[primaryLanguage(language)] ?? '…'
}
