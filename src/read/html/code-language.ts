import type { Element } from 'hast'
import { attributeOf, findElement, namesOf } from './tree.ts'

/**
 * Finds the language of a listing in the class or attributes of its `code` or `pre` element. Returns undefined if none
 * is named.
 */
export function languageOfCode(pre: Element): string | undefined {
  const code = findElement(pre, ({ tagName }) => tagName === 'code')
  return [code, pre].flatMap((element) => (element ? languagesIn(element) : []))[0]
}

function languagesIn(element: Element): readonly string[] {
  const fromAttributes = ['dataLang', 'dataLanguage']
    .map((name) => attributeOf(element, name))
    .filter((name) => LANGUAGE_NAME.test(name))
  const fromClasses = [...namesOf(element).matchAll(LANGUAGE_CLASS)].flatMap(([, name]) =>
    name ? [name.toLowerCase()] : [],
  )
  return [...fromClasses, ...fromAttributes].filter((name) => !NO_LANGUAGE.has(name))
}

/** `language-js`, `lang-js`, `highlight-source-js`, `brush: js`; `mermaid` needs no prefix. */
const LANGUAGE_CLASS =
  /(?:^| )(?:language-|lang-|highlight-source-|highlight-text-|brush: ?|(?=mermaid(?: |$)))([\w+#-]{1,20})/g
const LANGUAGE_NAME = /^[\w+#-]{1,20}$/

/** Names that mean plain text. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['none', 'plain', 'plaintext', 'text', 'txt', 'nohighlight'])
