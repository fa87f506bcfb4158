// Finds the formulas of OpenDocument text documents, each of which is a separate document inside the file.

import type { Element, ElementContent, Root } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'

/** The MathML of formulas, keyed by the names of their parts. */
export type Formulas = ReadonlyMap<string, string>

/** Returns the formulas that the text embeds. `partWithName` unpacks a part of the file. */
export function formulasIn(content: string, partWithName: (name: string) => string | undefined): Formulas {
  const names = [...content.matchAll(OBJECT)].map(([, , address = '']) => partName(address))
  return new Map(
    [...new Set(names)].slice(0, MAX_FORMULAS).flatMap((name) => {
      const part = partWithName(name)
      return part !== undefined && /<(?:math:)?math\b/.test(part) ? [[name, part] as const] : []
    }),
  )
}

/**
 * Rewrites the addresses of formulas in the form that Pandoc expects, and removes the pictures that Pandoc would show
 * instead.
 */
export function withFormulas(content: string, formulas: Formulas): string {
  if (formulas.size === 0) return content
  return content
    .replace(OBJECT, (tag, before: string, address: string, after: string) =>
      formulas.has(partName(address)) ? `${before}./${address}${after}` : tag,
    )
    .replace(PICTURE, (picture, address: string) => (formulas.has(partName(address)) ? '' : picture))
}

/**
 * Turns the formulas inside sentences into inline formulas, because Pandoc reads every formula in these documents as a
 * displayed formula.
 */
export function withInlineFormulas(body: Root): Root {
  return replaceElements(body, (element) => {
    const hasWords = element.children.some(
      (child) => !isFormula(child) && child.type !== 'comment' && lineOf(child) !== '',
    )
    if (!hasWords) return [element]
    const children = element.children.map((child) =>
      isFormula(child) ? { ...child, properties: { ...child.properties, display: 'inline' } } : child,
    )
    return [{ ...element, children }]
  })
}

function isFormula(child: ElementContent): child is Element {
  return child.type === 'element' && child.tagName === 'math'
}

function partName(address: string): string {
  return `${address}/content.xml`
}

const MAX_FORMULAS = 500

const OBJECT = /(<draw:object\b[^<>]{0,500}?xlink:href=")(?:\.\/)?([^"/<>]{1,100})\/?("[^<>]{0,500}>)/g
const PICTURE =
  /<draw:image\b[^<>]{0,500}?xlink:href="(?:\.\/)?ObjectReplacements\/([^"<>]{1,100})"[^<>]{0,500}?(?:\/>|>(?:(?!<\/draw:image>)[\s\S]){0,500}<\/draw:image>)/g
