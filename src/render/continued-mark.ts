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
 * The mark after a heading that is repeated where its text continues. If no table has it for the language, it is an ellipsis,
 * which everyone can read.
 */
export function continuedIn(language: string): string {
  return BY_LANGUAGE[language.split('-')[0] ?? ''] ?? '…'
}
