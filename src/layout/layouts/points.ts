// The layout for points, which also accepts takeaways and agendas that their own layouts do not accept.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { Content, Point } from '../../model/draft.ts'
import type { Layout, RenderContext } from '../../model/layout.ts'
import { ordinalLabel } from '../../model/ordinal-label.ts'
import { withoutSkippedLevels } from '../../model/point-depth.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, type PieceLimits, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook, listHooks } from '../hooks.ts'
import { withLastWords } from '../last-words.ts'
import { lineIn, list, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** A title and the points that support it, with two levels of nesting. */
export const points: Layout<'points'> = {
  name: 'points',
  showsSentences: true,
  accepts: ({ title, content }) => {
    const points = pointsOf(content)
    return points && { title, lead: content.type === 'points' ? content.lead : null, points }
  },
  lines: ({ title, lead, points }) => withoutNulls(title, lead, ...points.map(({ line }) => line)),
  render: ({ title, lead, points }, context) => [
    slideHead(title, context),
    slideBody([...lineIn('p.lead', lead, context), pointList(points, context)]),
  ],
  hooks: ({ title, lead, points, ...fitted }) => ({
    ...headingHook(title),
    ...listHooks(points.map(({ line }) => line)),
    ...(lead && { 'data-lead': 'yes' }),
    ...fitHooks(fitted),
  }),
  divide: (slots, count = 2, maxFraction = 1) => divide(slots, { count, maxFraction }),
  join,
}

export function pointList(points: readonly Point[], context: RenderContext): Element {
  return list(
    points.some(({ ordinal }) => ordinal !== undefined) ? 'ol' : 'ul',
    'points',
    groupsOf(points).map((group) => renderGroup(group, context)),
  )
}

function pointsOf(content: Content): readonly Point[] | null {
  if (content.type === 'points') return content.points
  if (content.type === 'takeaways') return content.points.map((line) => ({ line, depth: 0 }))
  if (content.type === 'agenda') return content.entries.map(({ line }) => ({ line, depth: 0 }))
  return null
}

/** A point with its sub-points. */
type PointGroup = readonly [Point, ...Point[]]

function groupsOf(points: readonly Point[]): readonly PointGroup[] {
  const groups: [Point, ...Point[]][] = []
  for (const point of points) {
    const last = groups.at(-1)
    if (point.depth > 0 && last) last.push(point)
    else groups.push([point])
  }
  return groups
}

function renderGroup([point, ...subPoints]: PointGroup, context: RenderContext): Element {
  const numberedLevels = point.ordinal === undefined ? 0 : 1
  return h('li.point.step', [
    h('p.point-text', renderText(withLastWords(phrase(point.line, context)), point, 0)),
    ...renderSubPoints(subPoints, context, { depth: 1, numberedLevels }),
  ])
}

interface Nesting {
  readonly depth: 1 | 2
  /** The number of levels above these points that have numbers. */
  readonly numberedLevels: number
}

/** Renders sub-points, and the sub-points below them, as a list; nothing if there are none. */
function renderSubPoints(points: readonly Point[], context: RenderContext, nesting: Nesting): readonly Element[] {
  const groups: [Point, ...Point[]][] = []
  for (const point of points) {
    const last = groups.at(-1)
    if (point.depth > nesting.depth && last) last.push(point)
    else groups.push([point])
  }
  const [first] = points
  if (first === undefined) return []
  const [listClass, itemClass] =
    nesting.depth === 1 ? ['points-under', 'point-under'] : ['points-deeper', 'point-deeper']
  const items = groups.map(([point, ...below]) => {
    const words = renderText(phrase(point.line, context), point, nesting.numberedLevels)
    const numberedLevels = nesting.numberedLevels + (point.ordinal === undefined ? 0 : 1)
    const nested = renderSubPoints(below, context, { depth: 2, numberedLevels })
    // An item without a list below it is a single paragraph.
    return h(`li.${itemClass}`, nested.length === 0 ? words : [h('p.point-under-text', words), ...nested])
  })
  return [list(first.ordinal === undefined ? 'ul' : 'ol', listClass, items)]
}

/** Puts the number of a point, if it has one, in front of its words. */
function renderText(words: readonly ElementContent[], { ordinal }: Point, numberedLevels: number): ElementContent[] {
  if (ordinal === undefined) return [...words]
  return [
    h('span.point-ordinal', ordinalLabel(ordinal, numberedLevels)),
    { type: 'text', value: ' ' },
    h('span.point-words', [...words]),
  ]
}

type PointsSlots = Slots['points']

/**
 * Divides points. A division between sub-points repeats their point above the rest, so it costs more, and none is made
 * right after the point.
 */
function divide(slots: PointsSlots, limits: PieceLimits): PointsPieces | null {
  const { points } = slots
  const heads = points.map(({ depth }, index) => (depth > 0 ? points.findLastIndex(isHeadBefore(index)) : index))
  const headOf = (index: number) => Math.max(0, heads[index] ?? 0)
  const weights = points.map(({ line }) => Math.max(MIN_WEIGHT, widthOf(line.text)))
  const repeatedWeight = (breakPoint: number) =>
    headOf(breakPoint) === breakPoint ? 0 : (weights[headOf(breakPoint)] ?? 0)
  const costOf = (breakPoint: number) => {
    if (headOf(breakPoint) === breakPoint) return 0
    if (headOf(breakPoint) === breakPoint - 1) return Number.POSITIVE_INFINITY
    return points[breakPoint]?.depth === 2 ? 2 * REPEAT_COST : REPEAT_COST
  }
  const breakPoints = findBreakPoints({ weights, costOf, repeatedWeight }, limits)
  if (breakPoints === null) return null
  const [first, second, ...rest] = splitAtBreakPoints(points, breakPoints)
  const piece = (ownPoints: readonly Point[], index: number): PointsSlots => {
    const start = breakPoints[index - 1] ?? 0
    const head = points[headOf(start)]
    return {
      ...slots,
      points: withoutSkippedLevels(head && headOf(start) < start ? [head, ...ownPoints] : ownPoints),
    }
  }
  return [piece(first, 0), piece(second, 1), ...rest.map((ownPoints, index) => piece(ownPoints, index + 2))]
}

type PointsPieces = readonly [PointsSlots, PointsSlots, ...PointsSlots[]]

/**
 * Returns a test for points that precede the sub-point with this index and may have sub-points. The first point may, at
 * any depth.
 */
const isHeadBefore = (index: number) => (point: Point, pointIndex: number) =>
  pointIndex < index && (point.depth === 0 || pointIndex === 0)

/** The minimum weight of a point, because even a short one takes up a line. */
const MIN_WEIGHT = 40

/**
 * The cost of dividing a slide between sub-points; between the points below those, it is twice as high. It equals the
 * cost of a piece that is more than twice as heavy as it should be.
 */
const REPEAT_COST = 1.5

/**
 * Joins two related slides. Null if that makes too many points, or if the second slide has a different lead, which
 * would end up in the middle.
 */
function join(one: PointsSlots, other: PointsSlots): PointsSlots | null {
  if (other.lead !== null && other.lead.text !== one.lead?.text) return null
  const joined = [...one.points, ...other.points]
  return groupsOf(joined).length > MAX_POINTS ? null : { ...one, points: joined }
}

/** More top-level points than this would be a list to read, so joining stops there. */
const MAX_POINTS = 5
