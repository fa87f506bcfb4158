import type { Element } from 'hast'
import { languageOf, tagOf } from '../language.ts'
import { attributeOf } from './tree.ts'
import type { Page } from './web-page.ts'

/** The language that a page says it is in, where its words bear it out. */
export function languageOfPage({ elements }: Page, prose: string): string | undefined {
  return trustedLanguage(
    elements.map(languageIn).find((language) => language !== ''),
    prose,
  )
}

/** The language that a file says it is in, unless its words show that this is only the language of its template. */
export function trustedLanguage(named: string | undefined, prose: string): string | undefined {
  const declared = named === undefined ? undefined : tagOf(named)
  if (!declared || prose === '') return declared
  const shown = languageOf(prose)
  if (shown === 'und' || primary(shown) === primary(declared)) return declared
  if (scriptOf(shown) !== scriptOf(declared)) return undefined
  return primary(declared) === LANGUAGE_OF_TEMPLATES && prose.length >= ENOUGH ? undefined : declared
}

/** Of the whole page, not of one of its parts. */
function languageIn(element: Element): string {
  if (element.tagName === 'html' || element.tagName === 'body') return attributeOf(element, 'lang')
  if (element.tagName !== 'meta' || attributeOf(element, 'httpEquiv').toLowerCase() !== 'content-language') return ''
  return attributeOf(element, 'content').replace(/,.*$/, '')
}

/** Many templates say this whatever is written into them. */
const LANGUAGE_OF_TEMPLATES = 'en'

/** Characters from which on a language is told with certainty. */
const ENOUGH = 800

function primary(language: string): string {
  return language.replace(/-.*$/, '')
}

function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script
}
