/** The language as `Intl` knows it, or the plain root where it does not. */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? UNKNOWN
  } catch {
    return UNKNOWN
  }
}

const UNKNOWN = 'und'
