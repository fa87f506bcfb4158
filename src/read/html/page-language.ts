// Finds the language of a web page.

import type { Element } from 'hast'
import { trustedLanguage } from '../trusted-language.ts'
import { attributeOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Returns the language that a page declares; undefined if it declares none, or if its words are clearly in another
 * language.
 */
export function languageOfPage({ elements }: WebPage, prose: string): string | undefined {
  return trustedLanguage(
    elements.map(languageIn).find((language) => language !== ''),
    prose,
  )
}

/** Returns the language that an element declares for the whole page; an empty string if there is none. */
function languageIn(element: Element): string {
  if (element.tagName === 'html' || element.tagName === 'body') return attributeOf(element, 'lang')
  if (element.tagName !== 'meta' || attributeOf(element, 'httpEquiv').toLowerCase() !== 'content-language') return ''
  return attributeOf(element, 'content').replace(/,.*$/, '')
}
