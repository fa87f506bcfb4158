/** The locale of a language for `Intl`, or the root locale if `Intl` does not know it. */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? UNKNOWN
  } catch {
    return UNKNOWN
  }
}

const UNKNOWN = 'und'
