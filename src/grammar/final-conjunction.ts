// Finds the conjunction that joins a list item to the next one.

import { localeOf } from './locale.ts'

/**
 * Returns a pattern for "and" or "or" at the end of an item, with the comma or semicolon before it: "Read the gauge;
 * and". Null if the words of the language are not known.
 */
export function finalConjunctionIn(language: string): RegExp | null {
  const [locale] = Intl.ListFormat.supportedLocalesOf(localeOf(language))
  if (locale === undefined) return null
  const words = (['conjunction', 'disjunction'] as const).map((type) => {
    const [, between] = new Intl.ListFormat(locale, { type }).formatToParts(['1', '2'])
    return between?.value.trim() ?? ''
  })
  return new RegExp(`\\s*[,;，；،؛]\\s*(?:${words.join('|')})$`, 'u')
}
