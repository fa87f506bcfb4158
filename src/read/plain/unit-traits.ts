import { hasCode } from './detect-code.ts'
import type { Marker } from './list-markers.ts'
import type { PlainUnit } from './units.ts'

/** The traits of a unit (see `PlainUnit`) by itself, regardless of its neighbours. */
export interface UnitTraits {
  /** The text without the list marker. */
  readonly text: string
  /** In columns, up to `MAX_WIDTH`. A Chinese, Japanese or Korean character takes two. */
  readonly width: number
  readonly wordCount: number
  /** The number of blank lines before the unit. */
  readonly gap: number
  readonly indent: number
  readonly lineCount: number
  readonly marker: Marker['type'] | null
  /**
   * The punctuation at the end, ignoring quotation marks and brackets; "open" if there is any other punctuation, or
   * none.
   */
  readonly end: 'stop' | 'question' | 'colon' | 'comma' | 'open'
  /** The kind of the first character. An opening mark before a capital counts as "upper". */
  readonly start: 'upper' | 'lower' | 'digit' | 'symbol' | 'other'
  /** Whether the unit is so wide that it must be prose. A unit that ends in a full stop need not be as wide. */
  readonly isProse: boolean
  readonly isCode: boolean
}

/** In columns. A wider unit is always prose, so the rest of it is not examined. */
const MAX_WIDTH = 400

/** In columns. A unit at least this wide is prose. */
const PROSE_WIDTH = 110
/** In columns. A unit at least this wide that ends in a full stop is prose. */
const SENTENCE_WIDTH = 70

/** Returns the traits of a unit. */
export function traitsOf(unit: PlainUnit): UnitTraits {
  const text = unit.text.slice(unit.marker?.width ?? 0)
  const width = widthOf(text)
  const end = endOf(text)
  return {
    text,
    width,
    wordCount: text.split(/\s+/).filter((word) => word !== '').length,
    gap: unit.lines[0].gap,
    indent: unit.lines[0].indent,
    lineCount: unit.lines.length,
    marker: unit.marker?.type ?? null,
    end,
    start: STARTS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
    isProse: unit.type !== 'code' && (width >= PROSE_WIDTH || (width >= SENTENCE_WIDTH && end === 'stop')),
    isCode: unit.type === 'code' || hasCode(text.slice(0, MAX_WIDTH)),
  }
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text.slice(0, MAX_WIDTH)) width += WIDE.test(character) ? 2 : 1
  return Math.min(width, MAX_WIDTH)
}

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

function endOf(text: string): UnitTraits['end'] {
  const core = text.slice(-MAX_WIDTH).replace(/[\s"'”’»)\]）」』]+$/u, '')
  if (core.endsWith('...')) return 'open'
  return ENDS.find(([, marks]) => marks.includes(core.slice(-1)))?.[0] ?? 'open'
}

const ENDS: readonly (readonly [UnitTraits['end'], readonly string[]])[] = [
  ['stop', ['.', '。', '।', '۔', '…']],
  ['question', ['?', '？', '؟']],
  ['colon', [':', '：']],
  ['comma', [',', ';', '，', '、', '；', '،', '؛']],
]

const STARTS: readonly (readonly [UnitTraits['start'], RegExp])[] = [
  ['upper', /^["'“‘«(¿¡[*]*\p{Lu}/u],
  ['lower', /^\p{Ll}/u],
  ['digit', /^\d/],
  ['symbol', /^[^\p{L}\p{N}"'“‘«¿¡]/u],
]

/** The maximum difference between two widths that count as similar, as a fraction of the larger one. */
const WIDTH_TOLERANCE = 0.35

/** Whether two units are about equally wide. */
export function haveSimilarWidth(one: UnitTraits, other: UnitTraits): boolean {
  return Math.abs(one.width - other.width) <= WIDTH_TOLERANCE * Math.max(one.width, other.width)
}
