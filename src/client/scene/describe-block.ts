// Describes a block of text as measured: its position on the slide, its lines and their words.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { LineBox, Rect, SceneBlock, SceneCell, SceneItem, SlideArea, TextRun } from './scene.ts'

/** The box of a word or a formula; a formula has no ascent. */
export interface WordBox {
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
export interface BlockText {
  readonly runs: TextRun[]
  readonly words: WordBox[]
}

/** Describes the text of a host and its position on the slide; null if it shows nothing. Runs in the page. */
export const describeBlock = pageFunction(blockOf, [
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

function blockOf(host: Element, { runs, words }: BlockText, slide: Element): SceneBlock | null {
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
  /** The largest ascent of its words, which determines the baseline. */
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

/** Whether the theme puts a mark in front of the text, on the same line, such as the one between author and date. */
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
  const outermostItem = outerItem?.parentElement?.closest('li') ?? null
  const lists = [...slide.querySelectorAll('ol, ul')].filter((list) => list.parentElement?.closest('ol, ul') === null)
  return {
    list: lists.findIndex((list) => list.contains(item)),
    index: [...slide.querySelectorAll('li')].indexOf(item),
    depth: outerItem === null ? 0 : outermostItem === null ? 1 : 2,
    isStep: (outermostItem ?? outerItem ?? item).matches('.step'),
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
