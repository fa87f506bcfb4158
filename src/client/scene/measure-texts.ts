/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { LineBox, Rect, SceneBlock, SceneCell, SceneItem, SlideArea, TextRun } from './scene.ts'

/** Measures the text of every slide on the print page shown, block by block in reading order. Runs in the page. */
export const measureTexts = withHelpers(textsOnPage, [
  textsOf,
  letterReader,
  textByBlock,
  textWalker,
  addText,
  addFormula,
  spaceLetters,
  addTrailingSpace,
  rectInLine,
  lengthOf,
  endsInWord,
  wordBoxes,
  startOnLine,
  addGap,
  runOf,
  isDecorated,
  hostOf,
  formulaRuns,
  isWrittenAsTex,
  isThinSpace,
  formulaNode,
  joinStrokes,
  formulaLetters,
  formulaAlphabet,
  formulaStack,
  formulaLimits,
  formulaScripts,
  addBrackets,
  formulaRun,
  blockOf,
  rowsOf,
  makeRow,
  extendRow,
  lineOf,
  contentBoxOf,
  hasMarkInLine,
  areaOf,
  itemOf,
  cellOf,
  px,
])

function textsOnPage(): SceneBlock[][] {
  const letters = letterReader()
  const slides = [...document.querySelectorAll('section.page .slide')].map((slide) => textsOf(slide, letters))
  letters.remove()
  return slides
}

function textsOf(slide: Element, letters: LetterReader): SceneBlock[] {
  return [...textByBlock(slide, letters)].flatMap(([host, wording]) => blockOf(host, wording, slide) ?? [])
}

type LetterReader = ReturnType<typeof letterReader>

/** Reads the colours and sizes of letters from computed styles. */
function letterReader() {
  const canvas = document.createElement('canvas')
  // In the page, generic families such as sans-serif are the fonts of the page's language.
  canvas.hidden = true
  document.body.append(canvas)
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const colours = new Map<string, string>()
  const ascents = new Map<string, number>()
  return {
    colour(css: string): string {
      const known = colours.get(css)
      if (known !== undefined || context === null) return known ?? '#000000'
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = css
      context.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data
      const hex = [r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')
      colours.set(css, `#${hex}`)
      return `#${hex}`
    },
    /** Returns how far the letters of an element may extend above their baseline, in px. */
    ascent(element: Element): number {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const known = ascents.get(font)
      if (known !== undefined || context === null) return known ?? 0
      context.font = font
      const ascent = context.measureText('x').fontBoundingBoxAscent
      ascents.set(font, ascent)
      return ascent
    },
    /** Returns the width of a run in px. Superscripts and subscripts are two thirds as large. */
    width({ text, families, size, weight, isItalic, shift }: TextRun): number {
      if (context === null) return 0
      const fontStack = families.map((family) => (/[^\w-]/.test(family) ? `"${family}"` : family)).join(', ')
      context.font = `${isItalic ? 'italic' : 'normal'} ${weight} ${shift === null ? size : size * 0.66}px ${fontStack}`
      return context.measureText(text).width
    },
    remove: () => canvas.remove(),
  }
}

/** The box of a word or a formula; a formula has no ascent. */
interface WordBox {
  readonly rect: DOMRect
  /** The index of its first letter in the joined text of the runs. */
  readonly start: number
  readonly ascent: number | null
  /** Whether a line may break before or after it even where there is no space. */
  readonly isBreakable: boolean
  /**
   * Whether no space separates it from the box before it: true of a comma after a formula, and of the next part of a
   * broken word.
   */
  readonly isAttached: boolean
  /** How much wider a formula is than its text, in px. */
  readonly excess: number
}

/** The text that a block contains directly or in inline elements. */
interface Wording {
  readonly runs: TextRun[]
  readonly words: WordBox[]
}

/** Maps each block that contains text to its text, in document order. */
function textByBlock(slide: Element, letters: LetterReader): ReadonlyMap<Element, Wording> {
  const found = new Map<Element, Wording>()
  const walker = textWalker(slide)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    const host = hostOf(node)
    if (element === null || host === null || getComputedStyle(element).visibility === 'hidden') continue
    const wording = found.get(host) ?? { runs: [], words: [] }
    if (node instanceof Element) {
      addFormula(wording, { node, host }, letters)
      found.set(host, wording)
    } else if (addText(wording, { node, element, host, isFirst: !found.has(host) }, letters)) found.set(host, wording)
  }
  return found
}

/** Visits the texts of a slide and the inline formulas between them, each formula as a whole. */
function textWalker(slide: Element): TreeWalker {
  const SKIPPED = 'svg, aside, .unseen, style'
  const COMPLEX_PARTS = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  return document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element))
      return node.parentElement?.closest('.katex') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    if (node.matches(SKIPPED) || node.matches('.formula')) return NodeFilter.FILTER_REJECT
    // A formula that fills its paragraph is a picture.
    const fillsParagraph = node.matches('.inline-formula') && node.parentElement?.textContent === node.textContent
    if (fillsParagraph && node.querySelector(COMPLEX_PARTS) !== null) return NodeFilter.FILTER_REJECT
    return node.matches('.katex') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP
  })
}

interface TextPlace {
  readonly node: Node
  readonly element: Element
  readonly host: Element
  /** Whether its host has no words yet. */
  readonly isFirst: boolean
}

/** Adds a text node to the words of its host. Returns false if the node shows nothing. */
function addText(wording: Wording, { node, element, host, isFirst }: TextPlace, letters: LetterReader): boolean {
  const raw = node.textContent ?? ''
  const isCode = element.closest('.code') !== null
  const normal = (part: string) => (isCode ? part : part.replace(/\s+/g, ' '))
  const boxes = wordBoxes(node, element, letters)
  if (boxes.length === 0 && isFirst && !isCode) return false
  const text = normal(isCode ? raw.replace(/\n$/, '') : raw)
  const isFlush = !/^\s/.test(text)
  if (isFlush) addGap(wording, boxes[0], Number.parseFloat(getComputedStyle(element).fontSize))
  const isAttached = isFlush && endsInWord(wording)
  const from = lengthOf(wording)
  if (text !== '') wording.runs.push(runOf(text, { element, host, shift: null }, letters))
  wording.words.push(
    ...boxes.map((box, index) => ({
      ...box,
      start: from + normal(raw.slice(0, box.start)).length,
      isAttached: index === 0 ? isAttached : box.isAttached,
    })),
  )
  return true
}

/** Adds an inline formula: lines break only between its bases, after a relation or an operation. */
function addFormula(
  wording: Wording,
  { node, host }: { readonly node: Element; readonly host: Element },
  letters: LetterReader,
): void {
  const bases = isWrittenAsTex(node) ? [node] : [...node.querySelectorAll('.katex-html > .base')]
  for (const [index, base] of bases.entries()) {
    const isAttached = index === 0 && endsInWord(wording)
    const start = lengthOf(wording)
    const rect = rectInLine(base)
    const { runs, excess } = spaceLetters(formulaRuns(base, host, letters), rect.width, letters)
    const isLast = index === bases.length - 1
    wording.runs.push(...runs.map((run, at) => (isLast || at < runs.length - 1 ? run : addTrailingSpace(run))))
    wording.words.push({ rect, start, ascent: null, isBreakable: false, isAttached, excess })
  }
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

function lengthOf({ runs }: Wording): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

function endsInWord({ runs }: Wording): boolean {
  return /\S$/.test(runs.at(-1)?.text ?? '')
}

function wordBoxes(node: Node, element: Element, letters: LetterReader): WordBox[] {
  // Chinese and Japanese lines may break between characters, but not before closing punctuation.
  const UNIT =
    /(?<breakable>[\p{Ps}\p{Pi}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][ー\p{Po}\p{Pe}\p{Pf}]*)|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
  const range = document.createRange()
  const rectsIn = (start: number, end: number) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return [...range.getClientRects()].filter(({ width }) => width > 0)
  }
  return [...(node.textContent ?? '').matchAll(UNIT)].flatMap(({ index, 0: word, groups }) => {
    const end = index + word.length
    return rectsIn(index, end).map((rect, part) => ({
      rect,
      start: part === 0 ? index : startOnLine(rect, index, end, rectsIn),
      ascent: letters.ascent(element),
      isBreakable: groups?.breakable !== undefined,
      isAttached: part > 0,
      excess: 0,
    }))
  })
}

/** Returns the index of the first letter that a broken word has on a line. */
function startOnLine(
  { top }: DOMRect,
  from: number,
  end: number,
  rectsIn: (start: number, end: number) => readonly DOMRect[],
): number {
  for (let at = from; at < end; at++) {
    const [rect] = rectsIn(at, at + 1)
    if (rect !== undefined && Math.abs(rect.top - top) < 1) return at
  }
  return from
}

/** Adds a space to the text if a margin separates the next word from the last one on the same line. */
function addGap({ runs, words }: Wording, next: Pick<WordBox, 'rect'> | undefined, size: number): void {
  const last = words.at(-1)
  if (!next || !last || !(Math.abs(last.rect.bottom - next.rect.bottom) < size)) return
  const gap = Math.max(next.rect.left - last.rect.right, last.rect.left - next.rect.right)
  const before = runs.at(-1)
  if (gap > size * 0.15 && before && !/\s$/.test(before.text)) runs.push({ ...before, text: ' ' })
}

interface RunPlace {
  readonly element: Element
  /** The block that contains the run. */
  readonly host: Element
  readonly shift: TextRun['shift']
}

function runOf(text: string, { element, host, shift }: RunPlace, letters: LetterReader): TextRun {
  const style = getComputedStyle(element)
  const link = element.closest('a')?.getAttribute('href') ?? null
  return {
    text,
    families: style.fontFamily.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')),
    size: Number.parseFloat(style.fontSize),
    weight: Number(style.fontWeight),
    isItalic: style.fontStyle !== 'normal',
    isUnderlined: isDecorated(element, host, 'underline'),
    isStruck: isDecorated(element, host, 'line-through'),
    colour: letters.colour(style.color),
    tracking: Number.parseFloat(style.letterSpacing) || 0,
    shift,
    link,
  }
}

/**
 * Whether a line, such as an underline, decorates the words of an element through its own style or that of an ancestor,
 * up to its host.
 */
function isDecorated(element: Element, host: Element, line: string): boolean {
  for (let at: Element | null = element; at !== null && at !== host.parentElement; at = at.parentElement)
    if (getComputedStyle(at).textDecorationLine.includes(line)) return true
  return false
}

/** Finds the nearest element around a node that is not inline. */
function hostOf(node: Node): Element | null {
  let host = node.parentElement
  while (host !== null && /^(?:inline|contents)/.test(getComputedStyle(host).display)) host = host.parentElement
  return host
}

/** A formula that is written as a line of text. */
interface TextFormula {
  /** The element around the formula, which decides how its words look. */
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
function formulaRuns(formula: Element, host: Element, letters: LetterReader): TextRun[] {
  const words = formula.closest('.inline-formula')
  const { top, height } = formula.getBoundingClientRect()
  const style = getComputedStyle(formula)
  const [size, weight] = [px(style.fontSize), Number(style.fontWeight)]
  const textFormula = { element: words ?? formula, host, letters, middle: top + height / 2, size, weight }
  if (isWrittenAsTex(formula))
    return [formulaRun(words?.getAttribute('aria-label') ?? formula.textContent ?? '', null, textFormula)]
  // The symbols of a base stay on one line, as on the slide.
  return joinStrokes(formulaNode(formula, null, textFormula)).map((run) => ({
    ...run,
    text: run.text.replaceAll(' ', '\u00A0'),
  }))
}

function isWrittenAsTex(formula: Element): boolean {
  return formula.querySelector('.mtable, .accent svg, .stretchy, .delimsizing.mult') !== null
}

function formulaNode(node: Node, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const STROKE = '\u0338'
  if (node.nodeType === Node.TEXT_NODE) return formulaLetters(node, shift, formula)
  if (!(node instanceof Element)) return []
  const runsInside = (element: Element) =>
    [...element.childNodes].flatMap((child) => formulaNode(child, shift, formula))
  const inBrackets = (element: Element) => addBrackets(runsInside(element), shift, formula)
  if (node.matches('.mfrac')) {
    const [over, , under] = formulaStack(node)
    return over && under ? [...inBrackets(over), formulaRun('/', shift, formula), ...inBrackets(under)] : []
  }
  if (node.matches('.sqrt')) {
    const root = formulaStack(node).find((part) => part.querySelector('.mord') !== null)
    return root ? [formulaRun('√', shift, formula), ...inBrackets(root)] : []
  }
  if (node.matches('.llap') && node.textContent === '/') return [formulaRun(STROKE, shift, formula)]
  if (node.matches('.mspace')) return isThinSpace(node) ? [formulaRun(' ', shift, formula)] : []
  if (node.matches('.op-limits')) return formulaLimits(node, shift, formula)
  if (node.matches('.msupsub')) return formulaScripts(node, shift, formula)
  return runsInside(node)
}

/**
 * Whether a space is thin, like the one before "dx". Wider spaces, around operators, are written with the operators.
 */
function isThinSpace(space: Element): boolean {
  const { marginRight, fontSize } = getComputedStyle(space)
  return Math.abs(px(marginRight) / px(fontSize) - 1 / 6) < 0.02
}

function formulaLetters(node: Node, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const letters = (node.textContent ?? '').replace(/[\u200B\u2060]/g, '')
  const element = node.parentElement
  if (element === null || letters === '') return []
  const text = formulaAlphabet(letters, element)
  const { fontStyle, fontWeight } = getComputedStyle(element)
  const isItalic = fontStyle !== 'normal' || element.closest('.mathnormal') !== null
  const isOperator = shift === null && element.closest('.mbin, .mrel') !== null
  const run = formulaRun(isOperator ? ` ${text} ` : text, shift, formula)
  return [{ ...run, isItalic, weight: Number(fontWeight) }]
}

/** Returns script, double-struck and Fraktur letters as Unicode has them: a set 𝒜 is not its element A. */
function formulaAlphabet(letters: string, element: Element): string {
  const ALPHABETS = {
    '.mathcal, .mathscr': '𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵',
    '.mathbb': '𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ',
    '.mathfrak': '𝔄𝔅ℭ𝔇𝔈𝔉𝔊ℌℑ𝔍𝔎𝔏𝔐𝔑𝔒𝔓𝔔ℜ𝔖𝔗𝔘𝔙𝔚𝔛𝔜ℨ𝔞𝔟𝔠𝔡𝔢𝔣𝔤𝔥𝔦𝔧𝔨𝔩𝔪𝔫𝔬𝔭𝔮𝔯𝔰𝔱𝔲𝔳𝔴𝔵𝔶𝔷',
  }
  const [, alphabet] = Object.entries(ALPHABETS).find(([selector]) => element.matches(selector)) ?? []
  if (alphabet === undefined) return letters
  const signs = [...alphabet]
  const indexOf = (letter: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(letter)
  return [...letters].map((letter) => signs[indexOf(letter)] ?? letter).join('')
}

/** Writes a relation and the stroke through it as one sign, such as "≠", where the formula draws one over the other. */
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
function formulaStack(stack: Element): Element[] {
  return [...(stack.querySelector('.vlist')?.children ?? [])].sort(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  )
}

/** Writes an operator with limits above and below, such as a sum. Its limits become subscripts and superscripts. */
function formulaLimits(node: Element, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const parts = formulaStack(node)
  const runsOf = (part: Element, partShift: TextRun['shift']) =>
    [...part.childNodes].flatMap((child) => formulaNode(child, partShift, formula))
  const middle = parts.findIndex((part) => part.querySelector('.mop') !== null)
  const [operator] = parts.slice(middle, middle + 1)
  const [under, over] = [parts.slice(middle + 1), parts.slice(0, Math.max(0, middle))]
  return [
    ...(operator ? runsOf(operator, shift) : []),
    ...under.flatMap((part) => runsOf(part, 'down')),
    ...over.flatMap((part) => runsOf(part, 'up')),
    formulaRun(' ', null, formula),
  ]
}

/** Writes superscripts and subscripts. */
function formulaScripts(node: Element, shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  return formulaStack(node).flatMap((part) => {
    const letter = part.querySelector('.mord, .mop, .mtight') ?? part
    const { top, height } = letter.getBoundingClientRect()
    const isSuperscript = top + height / 2 < formula.middle - formula.size * 0.05
    return [...part.childNodes].flatMap((child) =>
      formulaNode(child, shift ?? (isSuperscript ? 'up' : 'down'), formula),
    )
  })
}

function addBrackets(runs: TextRun[], shift: TextRun['shift'], formula: TextFormula): TextRun[] {
  const length = runs.reduce((sum, { text }) => sum + text.trim().length, 0)
  return length <= 1 ? runs : [formulaRun('(', shift, formula), ...runs, formulaRun(')', shift, formula)]
}

function formulaRun(
  text: string,
  shift: TextRun['shift'],
  { element, host, letters, size, weight }: TextFormula,
): TextRun {
  const run = { ...runOf(text, { element, host, shift }, letters), isItalic: false, weight }
  // All of a title has the size that its layout sets.
  return host.matches('h1, h2, h3, h4, h5, h6') ? run : { ...run, size: Math.max(run.size, size) }
}

/** Describes the text of a host and its place on the slide; null if it shows nothing. */
function blockOf(host: Element, { runs, words }: Wording, slide: Element): SceneBlock | null {
  if (words.length === 0 && host.closest('.code') === null) return null
  const style = getComputedStyle(host)
  const isRtl = style.direction === 'rtl'
  const rows = rowsOf(words)
  const size = Math.max(...runs.map((run) => run.size), 1)
  const { textAlign } = style
  const isEnd = textAlign === 'end' || textAlign === (isRtl ? 'left' : 'right')
  return {
    tag: host.localName,
    classes: [...host.classList],
    area: areaOf(host),
    rect: contentBoxOf(host, rows, slide),
    runs,
    lines: rows.map((row) => lineOf(row, { isRtl, size, frame: slide.getBoundingClientRect() })),
    align: textAlign === 'center' ? 'center' : isEnd ? 'end' : 'start',
    isRtl,
    lineHeight: px(style.lineHeight) || size * 1.2,
    hangingIndent: -px(style.textIndent),
    hasFormula: words.some(({ ascent }) => ascent === null),
    isOneLine: /nowrap|^pre$/.test(style.whiteSpace) && rows.length === 1,
    item: itemOf(host, slide),
    cell: cellOf(host, slide),
  }
}

/** A line of text on the screen. */
interface TextRow {
  left: number
  right: number
  top: number
  bottom: number
  readonly words: { left: number; right: number; excess: number; readonly isBreakable: boolean }[]
  readonly isContinued: boolean
  /** The index of its first letter in the text of its block. */
  readonly start: number
  /** The largest ascent of its words, which decides the baseline. */
  ascent: number
  baseline: number | null
}

function rowsOf(words: readonly WordBox[]): TextRow[] {
  const rows: TextRow[] = []
  for (const word of words) {
    const row = rows.at(-1)
    const middle = word.rect.top + word.rect.height / 2
    if (row !== undefined && middle < row.bottom && middle > row.top - word.rect.height) extendRow(row, word)
    else rows.push(makeRow(word))
  }
  return rows
}

function makeRow({
  rect: { left, right, top, bottom },
  start,
  ascent,
  isBreakable,
  isAttached,
  excess,
}: WordBox): TextRow {
  return {
    ...{ left, right, top, bottom },
    words: [{ left, right, isBreakable, excess }],
    isContinued: isAttached && !isBreakable,
    start,
    ascent: ascent ?? 0,
    baseline: ascent === null ? null : top + ascent,
  }
}

function extendRow(row: TextRow, { rect, ascent, isBreakable, isAttached, excess }: WordBox): void {
  const word = row.words.at(-1)
  // Letters without a space between them are one word, even if only part of it is marked up.
  if (word && !word.isBreakable && !isBreakable && isAttached) {
    word.left = Math.min(word.left, rect.left)
    word.right = Math.max(word.right, rect.right)
    word.excess += excess
  } else row.words.push({ left: rect.left, right: rect.right, isBreakable, excess })
  row.left = Math.min(row.left, rect.left)
  row.right = Math.max(row.right, rect.right)
  row.top = Math.min(row.top, rect.top)
  row.bottom = Math.max(row.bottom, rect.bottom)
  if (ascent !== null && ascent > row.ascent) {
    row.ascent = ascent
    row.baseline = rect.top + ascent
  }
}

interface LineContext {
  readonly isRtl: boolean
  /** The largest font size of its block. */
  readonly size: number
  /** The slide on the screen. */
  readonly frame: DOMRect
}

function lineOf(row: TextRow, { isRtl, size, frame }: LineContext): LineBox {
  return {
    x: row.left - frame.left,
    y: row.top - frame.top,
    width: row.right - row.left,
    height: row.bottom - row.top,
    words: row.words.map((word) => [
      isRtl ? row.right - word.right : word.left - row.left,
      word.right - word.left - word.excess,
    ]),
    isContinued: row.isContinued,
    start: row.start,
    baseline: (row.baseline ?? row.bottom - size * 0.25) - frame.top,
  }
}

/** Returns the content box of an element: the space for its text. */
function contentBoxOf(host: Element, rows: readonly TextRow[], slide: Element): Rect {
  const style = getComputedStyle(host)
  const frame = slide.getBoundingClientRect()
  const box = host.getBoundingClientRect()
  const left = px(style.paddingLeft) + px(style.borderLeftWidth)
  const right = px(style.paddingRight) + px(style.borderRightWidth)
  const top = px(style.paddingTop) + px(style.borderTopWidth)
  const bottom = px(style.paddingBottom) + px(style.borderBottomWidth)
  const contentBox = {
    x: box.left - frame.left + left,
    y: box.top - frame.top + top,
    width: box.width - left - right,
    height: box.height - top - bottom,
  }
  // Text in a flex box or a grid begins where it is placed, for example beside a marker; a single line begins after a
  // mark.
  const isPlaced = /flex|grid/.test(style.display) || (rows.length === 1 && hasMarkInLine(host))
  if (!isPlaced || rows.length === 0) return contentBox
  if (style.direction === 'rtl')
    return { ...contentBox, width: Math.max(...rows.map((row) => row.right)) - frame.left - contentBox.x }
  const start = Math.min(...rows.map((row) => row.left)) - frame.left
  return { ...contentBox, x: start, width: contentBox.width - (start - contentBox.x) }
}

/** Whether the theme puts a mark on the line before the text, such as the one between author and date. */
function hasMarkInLine(host: Element): boolean {
  const { content, display, position } = getComputedStyle(host, '::before')
  return content !== 'none' && display.startsWith('inline') && position === 'static'
}

function areaOf(host: Element): SlideArea {
  const areas: readonly (readonly [string, SlideArea])[] = [
    ['.slide-kicker', 'kicker'],
    ['.slide-foot', 'foot'],
    ['.slide-strip', 'strip'],
    ['.slide-mark', 'mark'],
    ['.slide-head', 'head'],
  ]
  return areas.find(([selector]) => host.closest(selector) !== null)?.[1] ?? 'body'
}

function itemOf(host: Element, slide: Element): SceneItem | null {
  const item = host.closest('li')
  if (item === null) return null
  const outerItem = item.parentElement?.closest('li') ?? null
  const lists = [...slide.querySelectorAll('ol, ul')].filter((list) => list.parentElement?.closest('ol, ul') === null)
  return {
    list: lists.findIndex((list) => list.contains(item)),
    index: [...slide.querySelectorAll('li')].indexOf(item),
    depth: outerItem === null ? 0 : 1,
    isStep: (outerItem ?? item).matches('.step'),
  }
}

function cellOf(host: Element, slide: Element): SceneCell | null {
  const cell = host.closest('td, th')
  const row = cell?.parentElement
  const table = cell?.closest('table')
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement) || !table) return null
  const tables = [...slide.querySelectorAll('table:not(.unseen)')]
  return { table: tables.indexOf(table), row: row.rowIndex, column: cell.cellIndex }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
