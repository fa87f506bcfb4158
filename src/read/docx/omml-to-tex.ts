// Converts Word's formulas (OMML) to TeX.

import type { Element, ElementContent } from 'xast'
import { escapeText, functionName, textRun } from './omml-text.ts'

/** Converts the content of a formula to TeX. An unknown element is replaced with its content. */
export function ommlToTex(children: readonly ElementContent[]): string {
  return children
    .flatMap((child) => (child.type === 'element' ? [texOf(child)] : []))
    .join('')
    .trim()
}

function texOf(element: Element): string {
  if (element.name.endsWith('Pr') || element.name === 'w:del') return ''
  return CONVERTERS[element.name]?.(element) ?? ommlToTex(element.children)
}

const CONVERTERS: Readonly<Record<string, (element: Element) => string>> = {
  'm:r': (run) => textRun(run, propertyOf(run, 'm:sty'), propertyOf(run, 'm:scr'), hasProperty(run, 'm:nor')),
  'm:f': fraction,
  'm:rad': (root) => {
    const degree = isOn(root, 'm:degHide') ? '' : part(root, 'm:deg')
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}{${part(root, 'm:e')}}`
  },
  'm:sSup': (script) => `${base(script)}^{${part(script, 'm:sup')}}`,
  'm:sSub': (script) => `${base(script)}_{${part(script, 'm:sub')}}`,
  'm:sSubSup': (script) => `${base(script)}_{${part(script, 'm:sub')}}^{${part(script, 'm:sup')}}`,
  'm:sPre': (script) => `{}_{${part(script, 'm:sub')}}^{${part(script, 'm:sup')}}${base(script)}`,
  'm:nary': bigOperator,
  'm:d': delimited,
  'm:func': (call) => `${part(call, 'm:fName')}{${part(call, 'm:e')}}`,
  'm:fName': ({ children }) => functionName(ommlToTex(children)),
  'm:limLow': (limit) => limitOf(limit, '_'),
  'm:limUpp': (limit) => limitOf(limit, '^'),
  'm:acc': accent,
  'm:bar': (bar) => `\\${propertyOf(bar, 'm:pos') === 'top' ? 'over' : 'under'}line{${part(bar, 'm:e')}}`,
  'm:groupChr': groupCharacter,
  'm:m': (matrix) => environment('matrix', rowsOf(matrix, 'm:mr')),
  'm:eqArr': (lines) =>
    environment(
      'aligned',
      partsOf(lines, 'm:e').map((line) => line.replaceAll('\\&', '&')),
    ),
  'm:borderBox': (box) => `\\boxed{${part(box, 'm:e')}}`,
  'm:phant': (phantom) => (isOn(phantom, 'm:show') ? part(phantom, 'm:e') : `\\phantom{${part(phantom, 'm:e')}}`),
}

function fraction(element: Element): string {
  const [above, below] = [part(element, 'm:num'), part(element, 'm:den')]
  const type = propertyOf(element, 'm:type')
  if (type === 'lin' || type === 'skw') return `{${above}}/{${below}}`
  return type === 'noBar' ? `\\genfrac{}{}{0pt}{}{${above}}{${below}}` : `\\frac{${above}}{${below}}`
}

function bigOperator(element: Element): string {
  const sign = propertyOf(element, 'm:chr') || '∫'
  const isIntegral = /[∫-∳]/u.test(sign)
  const isAbove = propertyOf(element, 'm:limLoc') === 'undOvr'
  // By default, TeX puts the limits of an integral beside it, and the limits of other operators above and below.
  const limits = isIntegral === isAbove ? (isAbove ? '\\limits' : '\\nolimits') : ''
  const operator = BIG_OPERATORS.test(sign) ? sign : `\\mathop{${escapeText(sign)}}`
  const [below, above] = [
    isOn(element, 'm:subHide') ? '' : part(element, 'm:sub'),
    isOn(element, 'm:supHide') ? '' : part(element, 'm:sup'),
  ]
  const scripts = `${below === '' ? '' : `_{${below}}`}${above === '' ? '' : `^{${above}}`}`
  return `${operator}${scripts === '' ? '' : limits}${scripts}{${part(element, 'm:e')}}`
}

const BIG_OPERATORS = /^[∏∐∑⋀⋁⋂⋃⨀⨁⨂⨄⨆∫-∰]$/u

function delimited(element: Element): string {
  const [open, close] = ['m:begChr', 'm:endChr'].map((name, index) => propertyOf(element, name, '()'[index] ?? ''))
  const separator = propertyOf(element, 'm:sepChr', '|')
  const inside = partsOf(element, 'm:e').join(separator === '|' ? '\\middle|' : escapeText(separator))
  return `\\left${delimiter(open)}${inside}\\right${delimiter(close)}`
}

function delimiter(character = ''): string {
  if (character === '') return '.'
  if (character === '{' || character === '}') return `\\${character}`
  return { '‖': '\\|', '〈': '⟨', '〉': '⟩' }[character] ?? character
}

/** The TeX commands for braces, which Word stores as limits. */
const BRACES: Readonly<Record<string, string>> = { '⏟': 'underbrace', '⏞': 'overbrace' }

/** Puts a limit on a base: below or above an operator such as `\lim`, a brace or anything else. */
function limitOf(element: Element, mark: '_' | '^'): string {
  const [content, limit] = [part(element, 'm:e'), part(element, 'm:lim')]
  const brace = BRACES[limit]
  if (brace !== undefined) return `\\${brace}{${content}}`
  const name = functionName(content)
  if (/^\\(?:lim|max|min|sup|inf|operatorname\*|under|over)/.test(name)) return `${name}${mark}{${limit}}`
  return mark === '_' ? `\\underset{${limit}}{${content}}` : `\\overset{${limit}}{${content}}`
}

function accent(element: Element): string {
  const mark = propertyOf(element, 'm:chr') || '\u0302'
  const content = part(element, 'm:e')
  const [narrow, wide] = ACCENTS[mark] ?? []
  if (narrow === undefined) return `\\overset{${escapeText(mark)}}{${content}}`
  return `\\${content.length > 1 && wide !== undefined ? wide : narrow}{${content}}`
}

/** The TeX commands of an accent: over a single letter and, if there is one, over several. */
const ACCENTS: Readonly<Record<string, readonly [string, string?]>> = {
  '\u0300': ['grave'],
  '\u0301': ['acute'],
  '\u0302': ['hat', 'widehat'],
  '\u0303': ['tilde', 'widetilde'],
  '\u0304': ['bar', 'overline'],
  '\u0305': ['bar', 'overline'],
  '\u00af': ['bar', 'overline'],
  '\u203e': ['bar', 'overline'],
  '\u0306': ['breve'],
  '\u0307': ['dot'],
  '\u0308': ['ddot'],
  '\u20db': ['dddot'],
  '\u030a': ['mathring'],
  '\u030c': ['check', 'widecheck'],
  '\u20d6': ['overleftarrow'],
  '\u20d7': ['vec', 'overrightarrow'],
  '\u20e1': ['overleftrightarrow'],
}

function groupCharacter(element: Element): string {
  const mark = propertyOf(element, 'm:chr') || '⏟'
  const content = part(element, 'm:e')
  const isAbove = propertyOf(element, 'm:pos') === 'top'
  const command = { '⏟': 'underbrace', '⏞': 'overbrace', '→': isAbove ? 'overrightarrow' : 'underrightarrow' }[mark]
  if (command !== undefined) return `\\${command}{${content}}`
  return `\\${isAbove ? 'over' : 'under'}set{${escapeText(mark)}}{${content}}`
}

function environment(name: string, lines: readonly string[]): string {
  return `\\begin{${name}}${lines.join('\\\\ ')}\\end{${name}}`
}

function rowsOf(element: Element, name: string): readonly string[] {
  return childrenOf(element, name).map((row) => partsOf(row, 'm:e').join('&'))
}

/** Returns the base of a script, in braces if it is more than a letter. */
function base(element: Element): string {
  const content = part(element, 'm:e')
  return /^(?:[\p{L}\p{N}]|\\[a-z]+|\\(?:under|over)brace\{[^{}]*\})$/iu.test(content) ? content : `{${content}}`
}

function part(element: Element, name: string): string {
  return partsOf(element, name).join('')
}

function partsOf(element: Element, name: string): readonly string[] {
  return childrenOf(element, name).map((child) => CONVERTERS[name]?.(child) ?? ommlToTex(child.children))
}

function childrenOf({ children }: Element, name: string): readonly Element[] {
  return children.flatMap((child) => (child.type === 'element' && child.name === name ? [child] : []))
}

function propertyElement({ children, name }: Element, property: string): Element | undefined {
  const properties = children.flatMap((child) =>
    child.type === 'element' && child.name === (name === 'm:r' ? 'm:rPr' : `${name}Pr`) ? [child] : [],
  )
  return properties.flatMap((each) => childrenOf(each, property))[0]
}

function propertyOf(element: Element, name: string, fallback = ''): string {
  const found = propertyElement(element, name)
  return found === undefined ? fallback : (found.attributes['m:val'] ?? '')
}

function hasProperty(element: Element, name: string): boolean {
  return propertyElement(element, name) !== undefined
}

/** Whether a property is on: `<m:degHide/>` and `<m:degHide m:val="1"/>`. */
function isOn(element: Element, name: string): boolean {
  return hasProperty(element, name) && !/^(?:0|off|false)$/.test(propertyOf(element, name))
}
