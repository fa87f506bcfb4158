/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { LineBox, Rect, SceneBlock, SceneCell, SceneItem, SlideArea, TextRun } from './scene.ts'

/** Measures the text of every slide on the print page shown, block by block in reading order. Runs in the page. */
export const measureTexts = withHelpers(textsOnPage, [
  textsOf,
  letterReader,
  wordedElements,
  textWalker,
  addText,
  addFormula,
  spaceLetters,
  withEndSpace,
  rectInLine,
  lengthOf,
  endsInWord,
  wordBoxes,
  startOnLine,
  addGap,
  runOf,
  isUnder,
  hostOf,
  formulaRuns,
  isDrawn,
  isThin,
  formulaNode,
  formulaLetters,
  formulaStack,
  formulaLimits,
  formulaScripts,
  bracketed,
  formulaRun,
  blockOf,
  rowsOf,
  newRow,
  extend,
  lineOf,
  roomOf,
  hasMarkInLine,
  areaOf,
  itemOf,
  cellOf,
  px,
])

function textsOnPage(): SceneBlock[][] {
  const letters = letterReader()
  return [...document.querySelectorAll('section.page .slide')].map((slide) => textsOf(slide, letters))
}

function textsOf(slide: Element, letters: LetterReader): SceneBlock[] {
  return [...wordedElements(slide, letters)].flatMap(([host, worded]) => blockOf(host, worded, slide) ?? [])
}

type LetterReader = ReturnType<typeof letterReader>

/** Reads the colours and sizes of letters from computed styles. */
function letterReader() {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const colours = new Map<string, string>()
  const ascents = new Map<string, number>()
  return {
    colour(css: string): string {
      const known = colours.get(css)
      if (known !== undefined || pen === null) return known ?? '#000000'
      pen.clearRect(0, 0, 1, 1)
      pen.fillStyle = css
      pen.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data
      const hex = [r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')
      colours.set(css, `#${hex}`)
      return `#${hex}`
    },
    /** Returns how far the letters of an element may extend above their baseline, in px. */
    ascent(element: Element): number {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const known = ascents.get(font)
      if (known !== undefined || pen === null) return known ?? 0
      pen.font = font
      const ascent = pen.measureText('x').fontBoundingBoxAscent
      ascents.set(font, ascent)
      return ascent
    },
    /** Returns the width of a run in px. Raised and lowered letters are two thirds as large. */
    width({ text, families, size, weight, isItalic, shift }: TextRun): number {
      if (pen === null) return 0
      const stack = families.map((family) => (/[^\w-]/.test(family) ? `"${family}"` : family)).join(', ')
      pen.font = `${isItalic ? 'italic' : 'normal'} ${weight} ${shift === null ? size : size * 0.66}px ${stack}`
      return pen.measureText(text).width
    },
  }
}

/** The box of a word or a formula; a formula has no ascent. */
interface WordBox {
  readonly rect: DOMRect
  /** The index of its first letter in the joined text of the runs. */
  readonly start: number
  readonly ascent: number | null
  /** Whether lines may break before and after it without a space. */
  readonly isApart: boolean
  /**
   * Whether no space separates it from what is before it: a comma after a formula, or the next part of a broken word.
   */
  readonly isAttached: boolean
  /** How much wider a formula is than its text, in px. */
  readonly excess: number
}

/** The text that an element contains directly or in inline elements. */
interface Wording {
  readonly runs: TextRun[]
  readonly words: WordBox[]
}

/** Finds the elements with words, in document order. */
function wordedElements(slide: Element, letters: LetterReader): ReadonlyMap<Element, Wording> {
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
  const DRAWN = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  return document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element))
      return node.parentElement?.closest('.katex') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    if (node.matches(SKIPPED) || node.matches('.formula')) return NodeFilter.FILTER_REJECT
    // A formula that fills its paragraph is a picture.
    const isAlone = node.matches('.inline-formula') && node.parentElement?.textContent === node.textContent
    if (isAlone && node.querySelector(DRAWN) !== null) return NodeFilter.FILTER_REJECT
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

/** Adds a text node to the words of its host; false if it shows nothing. */
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
  const bases = isDrawn(node) ? [node] : [...node.querySelectorAll('.katex-html > .base')]
  for (const [index, base] of bases.entries()) {
    const isAttached = index === 0 && endsInWord(wording)
    const start = lengthOf(wording)
    const rect = rectInLine(base)
    const { runs, excess } = spaceLetters(formulaRuns(base, host, letters), rect.width, letters)
    const isLast = index === bases.length - 1
    wording.runs.push(...runs.map((run, at) => (isLast || at < runs.length - 1 ? run : withEndSpace(run))))
    wording.words.push({ rect, start, ascent: null, isApart: false, isAttached, excess })
  }
}

/**
 * Spaces the letters of a formula so that its text is about as wide as the formula, and returns the width still
 * missing.
 */
function spaceLetters(runs: readonly TextRun[], width: number, letters: LetterReader) {
  const own = runs.reduce((sum, run) => sum + letters.width(run), 0)
  const count = runs.reduce((sum, { text }) => sum + text.length, 0)
  const size = Math.max(1, ...runs.map((run) => run.size))
  const tracking = Math.min(0.1, Math.max(0, (width - own) / count / size)) * size
  return { runs: runs.map((run) => ({ ...run, tracking })), excess: width - own - count * tracking }
}

function withEndSpace(run: TextRun): TextRun {
  return { ...run, text: `${run.text.trimEnd()} ` }
}

/** Returns the rectangle of a base, centred on it and as high as its type. */
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
  // Chinese and Japanese break between letters, but not before closing punctuation.
  const UNIT =
    /(?<apart>[\p{Ps}\p{Pi}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][ー\p{Po}\p{Pe}\p{Pf}]*)|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
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
      isApart: groups?.apart !== undefined,
      isAttached: part > 0,
      excess: 0,
    }))
  })
}

/** Finds the first letter of a broken word that is on a line. */
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
    isUnderlined: isUnder(element, host, 'underline'),
    isStruck: isUnder(element, host, 'line-through'),
    colour: letters.colour(style.color),
    tracking: Number.parseFloat(style.letterSpacing) || 0,
    shift,
    link,
  }
}

/** Whether a line decorates the words of an element, because of its own style or that of an ancestor up to its host. */
function isUnder(element: Element, host: Element, line: string): boolean {
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

/** A formula written as text. */
interface WrittenFormula {
  /** The element around the formula, which decides how its words look. */
  readonly element: Element
  readonly host: Element
  readonly letters: LetterReader
  /** The y of its middle on the screen, in px. */
  readonly middle: number
  readonly size: number
}

/**
 * Writes an inline formula as a line of text with superscripts and subscripts: "√(gd)", "(2πt)/T". Matrices and the like
 * are given as TeX.
 */
function formulaRuns(formula: Element, host: Element, letters: LetterReader): TextRun[] {
  const words = formula.closest('.inline-formula')
  const { top, height } = formula.getBoundingClientRect()
  const size = Number.parseFloat(getComputedStyle(formula).fontSize)
  const written = { element: words ?? formula, host, letters, middle: top + height / 2, size }
  if (isDrawn(formula))
    return [formulaRun(words?.getAttribute('aria-label') ?? formula.textContent ?? '', null, written)]
  // The signs of a base stay on one line, as on the slide.
  return formulaNode(formula, null, written).map((run) => ({ ...run, text: run.text.replaceAll(' ', '\u00A0') }))
}

function isDrawn(formula: Element): boolean {
  return formula.querySelector('.mtable, .accent svg, .stretchy, .delimsizing.mult') !== null
}

function formulaNode(node: Node, shift: TextRun['shift'], formula: WrittenFormula): TextRun[] {
  if (node.nodeType === Node.TEXT_NODE) return formulaLetters(node, shift, formula)
  if (!(node instanceof Element)) return []
  const inside = (element: Element) => [...element.childNodes].flatMap((child) => formulaNode(child, shift, formula))
  const inBrackets = (element: Element) => bracketed(inside(element), shift, formula)
  if (node.matches('.mfrac')) {
    const [over, , under] = formulaStack(node)
    return over && under ? [...inBrackets(over), formulaRun('/', shift, formula), ...inBrackets(under)] : []
  }
  if (node.matches('.sqrt')) {
    const root = formulaStack(node).find((part) => part.querySelector('.mord') !== null)
    return root ? [formulaRun('√', shift, formula), ...inBrackets(root)] : []
  }
  if (node.matches('.mspace')) return isThin(node) ? [formulaRun(' ', shift, formula)] : []
  if (node.matches('.op-limits')) return formulaLimits(node, shift, formula)
  if (node.matches('.msupsub')) return formulaScripts(node, shift, formula)
  return inside(node)
}

/** Whether a space is thin, as before "dx". The wider spaces around signs are written with the signs. */
function isThin(space: Element): boolean {
  const { marginRight, fontSize } = getComputedStyle(space)
  return Math.abs(px(marginRight) / px(fontSize) - 1 / 6) < 0.02
}

function formulaLetters(node: Node, shift: TextRun['shift'], formula: WrittenFormula): TextRun[] {
  const text = (node.textContent ?? '').replace(/[\u200B\u2060]/g, '')
  const element = node.parentElement
  if (element === null || text === '') return []
  const isSlanted = getComputedStyle(element).fontStyle !== 'normal' || element.closest('.mathnormal') !== null
  const isSign = shift === null && element.closest('.mbin, .mrel') !== null
  return [{ ...formulaRun(isSign ? ` ${text} ` : text, shift, formula), isItalic: isSlanted }]
}

/** Lists the parts of a stack from top to bottom. */
function formulaStack(stack: Element): Element[] {
  return [...(stack.querySelector('.vlist')?.children ?? [])].sort(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  )
}

/** Writes a sign with limits above and below, such as a sum, with its limits as lowered and raised letters. */
function formulaLimits(node: Element, shift: TextRun['shift'], formula: WrittenFormula): TextRun[] {
  const parts = formulaStack(node)
  const all = (part: Element, own: TextRun['shift']) =>
    [...part.childNodes].flatMap((child) => formulaNode(child, own, formula))
  const middle = parts.findIndex((part) => part.querySelector('.mop') !== null)
  const [sign] = parts.slice(middle, middle + 1)
  const [under, over] = [parts.slice(middle + 1), parts.slice(0, Math.max(0, middle))]
  return [
    ...(sign ? all(sign, shift) : []),
    ...under.flatMap((part) => all(part, 'down')),
    ...over.flatMap((part) => all(part, 'up')),
    formulaRun(' ', null, formula),
  ]
}

/** Writes superscripts and subscripts. */
function formulaScripts(node: Element, shift: TextRun['shift'], formula: WrittenFormula): TextRun[] {
  return formulaStack(node).flatMap((part) => {
    const letter = part.querySelector('.mord, .mop, .mtight') ?? part
    const { top, height } = letter.getBoundingClientRect()
    const isUp = top + height / 2 < formula.middle - formula.size * 0.05
    return [...part.childNodes].flatMap((child) => formulaNode(child, shift ?? (isUp ? 'up' : 'down'), formula))
  })
}

function bracketed(runs: TextRun[], shift: TextRun['shift'], formula: WrittenFormula): TextRun[] {
  const length = runs.reduce((sum, { text }) => sum + text.trim().length, 0)
  return length <= 1 ? runs : [formulaRun('(', shift, formula), ...runs, formulaRun(')', shift, formula)]
}

function formulaRun(text: string, shift: TextRun['shift'], { element, host, letters }: WrittenFormula): TextRun {
  return { ...runOf(text, { element, host, shift }, letters), isItalic: false }
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
    rect: roomOf(host, rows, slide),
    runs,
    lines: rows.map((row) => lineOf(row, { isRtl, size, frame: slide.getBoundingClientRect() })),
    align: textAlign === 'center' ? 'center' : isEnd ? 'end' : 'start',
    isRtl,
    lineHeight: px(style.lineHeight) || size * 1.2,
    hang: -px(style.textIndent),
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
  readonly words: { left: number; right: number; excess: number; readonly isApart: boolean }[]
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
    if (row !== undefined && middle < row.bottom && middle > row.top - word.rect.height) extend(row, word)
    else rows.push(newRow(word))
  }
  return rows
}

function newRow({ rect: { left, right, top, bottom }, start, ascent, isApart, isAttached, excess }: WordBox): TextRow {
  return {
    ...{ left, right, top, bottom },
    words: [{ left, right, isApart, excess }],
    isContinued: isAttached && !isApart,
    start,
    ascent: ascent ?? 0,
    baseline: ascent === null ? null : top + ascent,
  }
}

function extend(row: TextRow, { rect, ascent, isApart, isAttached, excess }: WordBox): void {
  const word = row.words.at(-1)
  // Letters without a space between them are one word, even if only part of it is marked up.
  if (word && !word.isApart && !isApart && isAttached) {
    word.left = Math.min(word.left, rect.left)
    word.right = Math.max(word.right, rect.right)
    word.excess += excess
  } else row.words.push({ left: rect.left, right: rect.right, isApart, excess })
  row.left = Math.min(row.left, rect.left)
  row.right = Math.max(row.right, rect.right)
  row.top = Math.min(row.top, rect.top)
  row.bottom = Math.max(row.bottom, rect.bottom)
  if (ascent !== null && ascent > row.ascent) {
    row.ascent = ascent
    row.baseline = rect.top + ascent
  }
}

interface LineLook {
  readonly isRtl: boolean
  /** The largest font size of its block. */
  readonly size: number
  /** The slide on the screen. */
  readonly frame: DOMRect
}

function lineOf(row: TextRow, { isRtl, size, frame }: LineLook): LineBox {
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

/** Returns the space for the words of an element: its content box. */
function roomOf(host: Element, rows: readonly TextRow[], slide: Element): Rect {
  const style = getComputedStyle(host)
  const frame = slide.getBoundingClientRect()
  const box = host.getBoundingClientRect()
  const left = px(style.paddingLeft) + px(style.borderLeftWidth)
  const right = px(style.paddingRight) + px(style.borderRightWidth)
  const top = px(style.paddingTop) + px(style.borderTopWidth)
  const bottom = px(style.paddingBottom) + px(style.borderBottomWidth)
  const room = {
    x: box.left - frame.left + left,
    y: box.top - frame.top + top,
    width: box.width - left - right,
    height: box.height - top - bottom,
  }
  // Words in a flex box or a grid begin where they are placed, for example beside a marker; those of one line, after it.
  const isPlaced = /flex|grid/.test(style.display) || (rows.length === 1 && hasMarkInLine(host))
  if (!isPlaced || rows.length === 0) return room
  if (style.direction === 'rtl')
    return { ...room, width: Math.max(...rows.map((row) => row.right)) - frame.left - room.x }
  const start = Math.min(...rows.map((row) => row.left)) - frame.left
  return { ...room, x: start, width: room.width - (start - room.x) }
}

/** Whether a mark of the look is in line before the words, as between author and date. */
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
  const own = host.closest('li')
  if (own === null) return null
  const outer = own.parentElement?.closest('li') ?? null
  const lists = [...slide.querySelectorAll('ol, ul')].filter((list) => list.parentElement?.closest('ol, ul') === null)
  return {
    list: lists.findIndex((list) => list.contains(own)),
    index: [...slide.querySelectorAll('li')].indexOf(own),
    depth: outer === null ? 0 : 1,
    isStep: (outer ?? own).matches('.step'),
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
