// Writes inline formulas as lines of text.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { LetterReader } from './letter-reader.ts'
import type { TextRun } from './scene.ts'

/** A part of a formula that stays on one line. */
export interface FormulaPiece {
  readonly rect: DOMRect
  readonly runs: readonly TextRun[]
  /** How much wider the part is than its text, in px. */
  readonly excess: number
}

/** Writes an inline formula as text, in parts between which a line may break. Runs in the page. */
export const writeFormula = pageFunction(piecesOf, [
  runsOfBase,
  isWrittenAsTex,
  runsOfNode,
  isThinSpace,
  runsOfText,
  withAlphabet,
  joinStrokes,
  stackParts,
  runsOfLimits,
  runsOfScripts,
  addBrackets,
  makeRun,
  spaceLetters,
  addTrailingSpace,
  rectInLine,
  px,
])

/**
 * Divides a formula into KaTeX's bases: lines break only between these, after a relation or an operation. A formula
 * written as TeX stays in one piece.
 */
function piecesOf(formula: Element, host: Element, letters: LetterReader): FormulaPiece[] {
  const bases = isWrittenAsTex(formula) ? [formula] : [...formula.querySelectorAll('.katex-html > .base')]
  return bases.map((base, index) => {
    const rect = rectInLine(base)
    const { runs, excess } = spaceLetters(runsOfBase(base, host, letters), rect.width, letters)
    const isLast = index === bases.length - 1
    return {
      rect,
      runs: runs.map((run, runIndex) => (isLast || runIndex < runs.length - 1 ? run : addTrailingSpace(run))),
      excess,
    }
  })
}

/** A formula that is written as a line of text. */
interface TextFormula {
  /** The element around the formula, which determines how its text looks. */
  readonly element: Element
  readonly host: Element
  readonly letters: LetterReader
  /** The y coordinate of its middle on the screen, in px. */
  readonly middle: number
  readonly size: number
  readonly weight: number
}

/**
 * Writes an inline formula as a line of text with superscripts and subscripts: "√(gd)", "(2πt)/T". Matrices and the
 * like are given as TeX.
 */
function runsOfBase(formula: Element, host: Element, letters: LetterReader): TextRun[] {
  const words = formula.closest('.inline-formula')
  const { top, height } = formula.getBoundingClientRect()
  const style = getComputedStyle(formula)
  const [size, weight] = [px(style.fontSize), Number(style.fontWeight)]
  const textFormula = { element: words ?? formula, host, letters, middle: top + height / 2, size, weight }
  if (isWrittenAsTex(formula))
    return [makeRun(words?.getAttribute('aria-label') ?? formula.textContent ?? '', null, textFormula)]
  // The symbols of a base stay on one line, as on the slide.
  return joinStrokes(runsOfNode(formula, null, textFormula)).map((run) => ({
    ...run,
    text: run.text.replaceAll(' ', '\u00A0'),
  }))
}

function isWrittenAsTex(formula: Element): boolean {
  return formula.querySelector('.mtable, .accent svg, .stretchy, .delimsizing.mult') !== null
}

function runsOfNode(node: Node, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const STROKE = '\u0338'
  if (node.nodeType === Node.TEXT_NODE) return runsOfText(node, shift, formula)
  if (!(node instanceof Element)) return []
  const runsInside = (element: Element) => [...element.childNodes].flatMap((child) => runsOfNode(child, shift, formula))
  const inBrackets = (element: Element) => addBrackets(runsInside(element), shift, formula)
  if (node.matches('.mfrac')) {
    const [numerator, , denominator] = stackParts(node)
    return numerator && denominator
      ? [...inBrackets(numerator), makeRun('/', shift, formula), ...inBrackets(denominator)]
      : []
  }
  if (node.matches('.sqrt')) {
    const root = stackParts(node).find((part) => part.querySelector('.mord') !== null)
    return root ? [makeRun('√', shift, formula), ...inBrackets(root)] : []
  }
  if (node.matches('.llap') && node.textContent === '/') return [makeRun(STROKE, shift, formula)]
  if (node.matches('.mspace')) return isThinSpace(node) ? [makeRun(' ', shift, formula)] : []
  if (node.matches('.op-limits')) return runsOfLimits(node, shift, formula)
  if (node.matches('.msupsub')) return runsOfScripts(node, shift, formula)
  return runsInside(node)
}

/**
 * Whether a space is thin, like the one before "dx". Wider spaces, around operators, are written with the operators.
 */
function isThinSpace(space: Element): boolean {
  const { marginRight, fontSize } = getComputedStyle(space)
  return Math.abs(px(marginRight) / px(fontSize) - 1 / 6) < 0.02
}

function runsOfText(node: Node, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const letters = (node.textContent ?? '').replace(/[\u200B\u2060]/g, '')
  const element = node.parentElement
  if (element === null || letters === '') return []
  const text = withAlphabet(letters, element)
  const { fontStyle, fontWeight } = getComputedStyle(element)
  const isItalic = fontStyle !== 'normal' || element.closest('.mathnormal') !== null
  const isOperator = shift === null && element.closest('.mbin, .mrel') !== null
  const run = makeRun(isOperator ? ` ${text} ` : text, shift, formula)
  return [{ ...run, isItalic, weight: Number(fontWeight) }]
}

/** Replaces script, double-struck and Fraktur letters with the Unicode characters for them: a set 𝒜 is not its element A. */
function withAlphabet(letters: string, element: Element): string {
  const ALPHABETS = {
    '.mathcal, .mathscr': '𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵',
    '.mathbb': '𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ',
    '.mathfrak': '𝔄𝔅ℭ𝔇𝔈𝔉𝔊ℌℑ𝔍𝔎𝔏𝔐𝔑𝔒𝔓𝔔ℜ𝔖𝔗𝔘𝔙𝔚𝔛𝔜ℨ𝔞𝔟𝔠𝔡𝔢𝔣𝔤𝔥𝔦𝔧𝔨𝔩𝔪𝔫𝔬𝔭𝔮𝔯𝔰𝔱𝔲𝔳𝔴𝔵𝔶𝔷',
  }
  const [, alphabet] = Object.entries(ALPHABETS).find(([selector]) => element.matches(selector)) ?? []
  if (alphabet === undefined) return letters
  const symbols = [...alphabet]
  const indexOf = (letter: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(letter)
  return [...letters].map((letter) => symbols[indexOf(letter)] ?? letter).join('')
}

/**
 * Writes a relation and the stroke through it as one character, such as "≠", where the formula draws one over the
 * other.
 */
function joinStrokes(runs: readonly TextRun[]): TextRun[] {
  const [STROKE, STROKE_BEFORE] = ['\u0338', '\uE020']
  const joined: TextRun[] = []
  let isStruck = false
  for (const run of runs) {
    const last = joined.at(-1)
    const isNext = isStruck && run.text.trim() !== ''
    if (run.text.trim() === STROKE_BEFORE) isStruck = true
    else if (run.text === STROKE && last !== undefined)
      joined.splice(-1, 1, { ...last, text: last.text.replace(/\S(?=\s*$)/u, `$&${STROKE}`).normalize() })
    else joined.push(isNext ? { ...run, text: run.text.replace(/\S/u, `$&${STROKE}`).normalize() } : run)
    if (isNext) isStruck = false
  }
  return joined
}

/** Lists the parts of a stack from top to bottom. */
function stackParts(stack: Element): Element[] {
  return [...(stack.querySelector('.vlist')?.children ?? [])].sort(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  )
}

/** Writes an operator with limits above and below, such as a sum. Its limits become subscripts and superscripts. */
function runsOfLimits(node: Element, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const parts = stackParts(node)
  const runsOf = (part: Element, partShift: TextRun['shift']) =>
    [...part.childNodes].flatMap((child) => runsOfNode(child, partShift, formula))
  const middle = parts.findIndex((part) => part.querySelector('.mop') !== null)
  const [operator] = parts.slice(middle, middle + 1)
  const [under, over] = [parts.slice(middle + 1), parts.slice(0, Math.max(0, middle))]
  return [
    ...(operator ? runsOf(operator, shift) : []),
    ...under.flatMap((part) => runsOf(part, 'down')),
    ...over.flatMap((part) => runsOf(part, 'up')),
    makeRun(' ', null, formula),
  ]
}

/** Writes superscripts and subscripts. */
function runsOfScripts(node: Element, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  return stackParts(node).flatMap((part) => {
    const letter = part.querySelector('.mord, .mop, .mtight') ?? part
    const { top, height } = letter.getBoundingClientRect()
    const isSuperscript = top + height / 2 < formula.middle - formula.size * 0.05
    return [...part.childNodes].flatMap((child) => runsOfNode(child, shift ?? (isSuperscript ? 'up' : 'down'), formula))
  })
}

function addBrackets(runs: TextRun[], shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const length = runs.reduce((sum, { text }) => sum + text.trim().length, 0)
  return length <= 1 ? runs : [makeRun('(', shift, formula), ...runs, makeRun(')', shift, formula)]
}

function makeRun(
  text: string,
  shift: TextRun['shift'],
  { element, host, letters, size, weight }: TextFormula,
): TextRun {
  const run = { ...letters.run(text, { element, host, shift }), isItalic: false, weight }
  // Everything in a title has the size that its layout sets.
  return host.matches('h1, h2, h3, h4, h5, h6') ? run : { ...run, size: Math.max(run.size, size) }
}

/**
 * Spaces the letters of a formula so that its text is about as wide as the formula, and returns the width still
 * missing.
 */
function spaceLetters(runs: readonly TextRun[], width: number, letters: LetterReader) {
  const textWidth = runs.reduce((sum, run) => sum + letters.width(run), 0)
  const count = runs.reduce((sum, { text }) => sum + [...text].length, 0)
  const size = Math.max(1, ...runs.map((run) => run.size))
  const tracking = Math.min(0.1, Math.max(0, (width - textWidth) / count / size)) * size
  return { runs: runs.map((run) => ({ ...run, tracking })), excess: width - textWidth - count * tracking }
}

function addTrailingSpace(run: TextRun): TextRun {
  return { ...run, text: `${run.text.trimEnd()} ` }
}

/** Returns the rectangle of a base: as high as its font size, and centred on it vertically. */
function rectInLine(base: Element): DOMRect {
  const { left, top, width, height } = base.getBoundingClientRect()
  const size = Number.parseFloat(getComputedStyle(base).fontSize)
  return new DOMRect(left, top + height / 2 - size / 2, width, size)
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
