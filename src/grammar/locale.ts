/** Returns a language tag in canonical form for `Intl`, or that of the root locale if the tag is malformed. */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? ROOT_LOCALE
  } catch {
    return ROOT_LOCALE
  }
}

const ROOT_LOCALE = 'und'
