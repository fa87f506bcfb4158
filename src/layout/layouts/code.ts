// The layout for listings.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { CodePiece, Line } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { withEmoji } from '../../model/phrasing.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { slideBody, slideHead, withoutNulls } from '../markup.ts'

/** Classes of listings by their widest line, in letters: it fits next to a rail, it fits on the slide, or neither. */
const WIDTHS = [
  ['narrow', 57],
  ['wide', 78],
  ['widest', Number.POSITIVE_INFINITY],
] as const

/** A listing with more lines than this does not fit at full size under a title. */
const FEW_LINES = 12

/** A listing, which runs from left to right in every language. */
export const code: Layout<'code'> = {
  name: 'code',
  accepts: ({ title, content }) =>
    content.type === 'code' ? { title, language: content.language, lines: content.lines, pieces: null } : null,
  lines: ({ title, lines }) => withoutNulls(title, ...lines),
  render: ({ title, ...listing }, context) => [slideHead(title, context), slideBody([renderListing(listing)])],
  hooks: (slots) => {
    const { title, lines } = slots
    const widest = widestOf(lines)
    return {
      ...headingHook(title),
      'data-count': String(lines.length),
      'data-rows': lines.length <= FEW_LINES ? 'few' : 'many',
      'data-width': WIDTHS.find(([, limit]) => widest <= limit)?.[0] ?? '',
      ...fitHooks(slots),
    }
  },
  scalableContent: () => 'code',
  divide: (slots, count = 2, maxFraction = 1) => {
    const breakPoints = findBreakPoints(
      { weights: slots.lines.map(lineWeight), costOf: (breakPoint) => costOf(slots.lines, breakPoint) },
      { count, maxFraction },
    )
    if (breakPoints === null) return null
    const lines = splitAtBreakPoints(slots.lines, breakPoints)
    const pieces = slots.pieces && splitAtBreakPoints(slots.pieces, breakPoints)
    const piece = (index: number) => ({ ...slots, lines: lines[index] ?? [], pieces: pieces?.[index] ?? null })
    return [piece(0), piece(1), ...lines.slice(2).map((_, index) => piece(index + 2))]
  },
}

/** Renders a listing with its words coloured by role. */
export function renderListing({
  language,
  lines,
  pieces,
}: Pick<Slots['code'], 'language' | 'lines' | 'pieces'>): Element {
  const wrapping = linesToWrap(lines)
  const widest = widestOf(lines.filter((line) => !wrapping.has(line)))
  const count = lines.length + wrapping.size
  return h('pre.code', { dir: 'ltr', style: `--widest:${widest};--lines:${count}` }, [
    h(
      'code',
      { dataLanguage: language !== null && /^[\w.+#-]+$/.test(language) ? language : null },
      // Each line contains its line break, so that a copied listing keeps them.
      lines.map((line, index) => {
        const words = [...renderPieces(pieces?.[index] ?? [{ text: line.text, role: null }]), '\n']
        if (!wrapping.has(line)) return h('span.code-line', words)
        return h('span.code-line.may-wrap', { style: `--indent:${line.text.search(/\S/)}` }, words)
      }),
    ),
  ])
}

/** Returns the width of the widest line, in letters. */
function widestOf(lines: readonly Line[]): number {
  return lines.reduce((max, { text }) => Math.max(max, widthOf(text)), 0)
}

/**
 * Returns the lines that may wrap so that the listing can be larger: the one or two longest lines, if the others are
 * clearly shorter. A line that is too long even for small type is not one of them, because its author should know.
 * These lines are chosen here, by their letters, because they are marked up with their own indent, and wrap in every
 * listing and on every page without a message. Lines that wrap because they must are found only by measuring
 * (`client/measure/unwrapped-size.ts`), and are reported.
 */
function linesToWrap(lines: readonly Line[]): ReadonlySet<Line> {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const longestFirst = written.toSorted((a, b) => widthOf(b.text) - widthOf(a.text))
  const most = Math.min(MAX_WRAPPED, Math.floor(written.length / LINES_PER_WRAPPED))
  const counts = Array.from({ length: most }, (_, index) => index + 1)
  const widthWithout = (count: number) => widthOf(longestFirst[count]?.text ?? '')
  const [widest, least] = [widthWithout(0), MIN_WRAPPED_WIDTH]
  if (widest > MAX_LINE_WIDTH || widest < least) return new Set()
  // Each line that wraps has to make the listing narrower by a tenth.
  const count = counts.findLast((count) => widthWithout(count) <= widthWithout(count - 1) * WORTHWHILE)
  return new Set(longestFirst.slice(0, count ?? 0))
}

/** At most this many lines of a listing may wrap, and at most one in so many. */
const MAX_WRAPPED = 2
const LINES_PER_WRAPPED = 4
/** In letters: shorter lines fit in large type. */
const MIN_WRAPPED_WIDTH = 48
const WORTHWHILE = 0.9

function renderPieces(pieces: readonly CodePiece[]): ElementContent[] {
  return pieces.flatMap(({ text, role }) => {
    const words = withEmoji(text, (value) => [{ type: 'text', value }])
    return role === null ? words : [h(`span.code-${role}`, words)]
  })
}

/** Counts a line that wraps as several lines. */
function lineWeight({ text }: Line): number {
  return Math.max(1, Math.ceil(widthOf(text) / MAX_LINE_WIDTH))
}

/** In letters: wider lines wrap. */
const MAX_LINE_WIDTH = 78

/**
 * Returns the cost of dividing before a line. Dividing after a blank line is better even if it makes one piece about
 * 70 % too long and another equally too short; elsewhere, the less the line is indented, the better.
 */
function costOf(lines: readonly Line[], breakPoint: number): number {
  const isStub = breakPoint < MIN_LINES || breakPoint > lines.length - MIN_LINES
  const stubCost = isStub && lines.length >= 2 * MIN_LINES ? STUB_COST : 0
  if (lines[breakPoint - 1]?.text.trim() === '') return stubCost
  const indent = lines[breakPoint]?.text.search(/\S|$/) ?? 0
  return stubCost + NO_BLANK_COST + Math.min(indent, MAX_INDENT) * INDENT_COST
}

/** A piece with fewer lines than this makes no sense by itself. */
const MIN_LINES = 3
const STUB_COST = 2
const NO_BLANK_COST = 1
const INDENT_COST = 0.2
const MAX_INDENT = 8
