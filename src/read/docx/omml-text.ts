// Converts the text of Word's formulas to TeX.

import type { Element } from 'xast'
import { wordSet } from '../../util/word-set.ts'

/**
 * Converts a run of text in a formula to TeX, with the style (`m:sty`) and script (`m:scr`) that Word gives it.
 * `isText` is true for ordinary words in a formula.
 */
export function textRun(run: Element, style: string, script: string, isText: boolean): string {
  const text = textOf(run).replace(INVISIBLE, '')
  if (text === '') return ''
  if (isText) return `\\text{${text.replace(TEXT_SPECIALS, '\\$&')}}`
  if (style === 'p' && FUNCTIONS.has(text.trim())) return `\\${text.trim()} `
  const tex = escapeText(text)
  const command = SCRIPTS[script] ?? STYLES[style]
  // A style applies only to letters and digits.
  return command === undefined ? tex : tex.replace(LETTERS, `\\${command}{$&}`)
}

function textOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return node.name === 'm:t' || node.name === 'w:t' ? child.value : ''
      return child.type === 'element' ? textOf(child) : ''
    })
    .join('')
}

/** Invisible signs, such as those for multiplication and the application of a function, which TeX does not need. */
const INVISIBLE = /[\u200b\u2061-\u2064]/g

const SCRIPTS: Readonly<Record<string, string>> = {
  script: 'mathcal',
  fraktur: 'mathfrak',
  'double-struck': 'mathbb',
  'sans-serif': 'mathsf',
  monospace: 'mathtt',
}

const STYLES: Readonly<Record<string, string>> = { p: 'mathrm', b: 'mathbf', bi: 'boldsymbol' }

const LETTERS = /(?<!\\[a-z]*)[A-Za-z\d]+/g

const TEXT_SPECIALS = /[\\{}#$%&_]/g

/** Escapes the characters that have a special meaning in TeX. */
export function escapeText(text: string): string {
  return text.replace(/[\\{}#$%&_^~\u2032-\u2034\u00a0\u2000-\u200a]/g, (character) => {
    if (/\s/.test(character)) return '\\ '
    return ESCAPES[character] ?? `\\${character}`
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '^': '\\hat{\\ }',
  '~': '\\sim ',
  '′': "'",
  '″': "''",
  '‴': "'''",
}

/** Returns the TeX command of a function, such as `\sin`, given its name. Any other formula is returned as it is. */
export function functionName(tex: string): string {
  const name = /^(?:\\(?:mathrm|text)\{([A-Za-z]+)\}|([A-Za-z]{2,}))$/.exec(tex.trim())
  const letters = name?.[1] ?? name?.[2]
  if (letters === undefined) return tex
  return FUNCTIONS.has(letters) ? `\\${letters}` : `\\operatorname*{${letters}}`
}

const FUNCTIONS: ReadonlySet<string> = wordSet(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min sec sin sinh sup tan tanh',
)
