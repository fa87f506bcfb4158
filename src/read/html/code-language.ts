import type { Element } from 'hast'
import { attributeOf, findElement, namesOf } from './tree.ts'

/** Finds the language of a listing in the class or attributes of its `code` or `pre` element. */
export function languageOfCode(pre: Element): string | undefined {
  const inner = findElement(pre, ({ tagName }) => tagName === 'code')
  return [inner, pre].flatMap((element) => (element ? namesIn(element) : []))[0]
}

function namesIn(element: Element): readonly string[] {
  const named = ['dataLang', 'dataLanguage'].map((name) => attributeOf(element, name)).filter((name) => NAME.test(name))
  const marked = [...namesOf(element).matchAll(LANGUAGE_CLASS)].flatMap(([, name]) =>
    name ? [name.toLowerCase()] : [],
  )
  return [...marked, ...named].filter((name) => !NONE.has(name))
}

/** `language-js`, `lang-js`, `highlight-source-js`, `brush: js`; `mermaid` needs no prefix. */
const LANGUAGE_CLASS =
  /(?:^| )(?:language-|lang-|highlight-source-|highlight-text-|brush: ?|(?=mermaid(?: |$)))([\w+#-]{1,20})/g
const NAME = /^[\w+#-]{1,20}$/

const NONE: ReadonlySet<string> = new Set(['none', 'plain', 'plaintext', 'text', 'txt', 'nohighlight'])
