/** Returns a language tag in canonical form for `Intl`, or the tag of the root locale if the given one is malformed. */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? ROOT_LOCALE
  } catch {
    return ROOT_LOCALE
  }
}

const ROOT_LOCALE = 'und'
