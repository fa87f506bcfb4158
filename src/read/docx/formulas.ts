// Carries Word's formulas through the conversion to HTML, as TeX in runs of text.

import type { Element, Root, Text } from 'hast'
import { fromXml } from 'xast-util-from-xml'
import { singleSpaced } from '../../util/single-spaced.ts'
import { replaceElements } from '../html/tree.ts'
import { ommlToTex } from './omml-to-tex.ts'

/**
 * Private-use characters that enclose a formula in a document's text. After the first comes `D` for a displayed
 * formula, `I` for an inline one.
 */
const [START, END] = ['\ue000', '\ue001']

/** A part of a Word file with its formulas as text, and the number of formulas that could not be converted. */
export interface ConvertedFormulas {
  readonly xml: string
  readonly failures: number
}

/** Replaces each formula of a part with its TeX. */
export function formulasToText(xml: string): ConvertedFormulas {
  const pieces: string[] = []
  let failures = 0
  let end = 0
  for (const { 0: opening, index } of xml.matchAll(/<m:oMath(?:Para)?(?=[\s>])[^<>]*>/g)) {
    if (index < end) continue
    const isDisplay = opening.startsWith('<m:oMathPara')
    const closing = isDisplay ? '</m:oMathPara>' : '</m:oMath>'
    const close = xml.indexOf(closing, index)
    if (close < 0) break
    const formulas = texIn(xml.slice(index, close + closing.length))
    failures += formulas.filter((tex) => tex === '').length
    pieces.push(xml.slice(end, index), ...formulas.map((tex) => runOf(tex, isDisplay)))
    end = close + closing.length
  }
  return { xml: pieces.join('') + xml.slice(end), failures }
}

/**
 * Converts a formula, or each formula in a paragraph of formulas. An empty string stands for one that cannot be
 * converted.
 */
function texIn(xml: string): readonly string[] {
  try {
    const [formula] = fromXml(xml).children
    if (formula?.type !== 'element') return ['']
    const lines = formula.children.flatMap((child) =>
      child.type === 'element' && child.name === 'm:oMath' ? [ommlToTex(child.children)] : [],
    )
    return lines.length > 0 ? lines : [ommlToTex(formula.children)]
  } catch {
    return ['']
  }
}

function runOf(tex: string, isDisplay: boolean): string {
  if (tex === '') return ''
  const text = singleSpaced(tex.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
  return `<w:r><w:t xml:space="preserve">${START}${isDisplay ? 'D' : 'I'}${text}${END}</w:t></w:r>`
}

/** Turns the formulas in the text of a converted document into elements. */
export function formulasToElements(root: Root): Root {
  return replaceElements(root, (element) => [{ ...element, children: element.children.flatMap(withFormulas) }])
}

function withFormulas(node: Element['children'][number]): Element['children'] {
  if (node.type !== 'text' || !node.value.includes(START)) return [node]
  return node.value.split(FORMULA).flatMap((value, index): Element['children'] => {
    if (value === '') return []
    return index % 2 === 0 ? [{ type: 'text', value }] : [formulaElement(value.slice(1), value.startsWith('D'))]
  })
}

const FORMULA = new RegExp(`${START}([DI][^${START}${END}]*)${END}`)

function formulaElement(tex: string, isDisplay: boolean): Element {
  const text: Text = { type: 'text', value: tex }
  const properties = { encoding: 'application/x-tex' }
  const annotation: Element = { type: 'element', tagName: 'annotation', properties, children: [text] }
  return {
    type: 'element',
    tagName: 'math',
    properties: isDisplay ? { display: 'block' } : {},
    children: [annotation],
  }
}
