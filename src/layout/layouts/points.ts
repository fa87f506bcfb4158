// The layout for points, which also accepts takeaways and agendas that their own layouts do not accept.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { Content, Point } from '../../model/draft.ts'
import type { Layout, RenderContext } from '../../model/layout.ts'
import { findBreakPoints, type PieceLimits, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook, listHooks, widthOf } from '../hooks.ts'
import { lineIn, list, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** A title and the points that support it, with one level of nesting. */
export const points: Layout<'points'> = {
  name: 'points',
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
    if (point.depth === 1 && last) last.push(point)
    else groups.push([point])
  }
  return groups
}

function renderGroup([point, ...subPoints]: PointGroup, context: RenderContext): Element {
  const nested = subPoints.map(({ line }) => h('li.point-under', phrase(line, context)))
  return h('li.point.step', [
    h('p.point-text', [...renderText(point, context)]),
    ...(nested.length > 0 ? [list('ul', 'points-under', nested)] : []),
  ])
}

/** Renders the text of a point, with its number if it has one. */
function renderText({ line, ordinal }: Point, context: RenderContext): readonly ElementContent[] {
  if (ordinal === undefined) return withTail(phrase(line, context))
  return [
    h('span.point-ordinal', `${ordinal}.`),
    { type: 'text', value: ' ' },
    h('span.point-words', [...withTail(phrase(line, context))]),
  ]
}

/**
 * Puts the last words of a point into an element, so that a theme can keep them on one line and no last line is too
 * short.
 */
function withTail(words: readonly ElementContent[]): readonly ElementContent[] {
  const last = words.at(-1)
  if (last?.type !== 'text') return words
  const start = last.value.slice(0, -TAIL.minLength).lastIndexOf(' ') + 1
  if (start === 0 || widthOf(last.value.slice(start)) > TAIL.maxWidth) return words
  const [rest, tail] = [last.value.slice(0, start), last.value.slice(start)]
  return [...words.slice(0, -1), { type: 'text', value: rest }, h('span.tail', tail)]
}

/**
 * The minimum number of characters in the last words of a point, and their maximum width in widths of Latin letters.
 */
const TAIL = { minLength: 16, maxWidth: 28 }

type PointsSlots = Slots['points']

/**
 * Divides points. A division between sub-points repeats their point above the rest, so it costs more, and none is made
 * right after the point.
 */
function divide(slots: PointsSlots, limits: PieceLimits): PointsPieces | null {
  const { points } = slots
  const heads = points.map(({ depth }, index) => (depth === 1 ? points.findLastIndex(isHeadBefore(index)) : index))
  const headOf = (index: number) => Math.max(0, heads[index] ?? 0)
  const weights = points.map(({ line }) => Math.max(MIN_WEIGHT, widthOf(line.text)))
  const repeatedWeight = (breakPoint: number) =>
    headOf(breakPoint) === breakPoint ? 0 : (weights[headOf(breakPoint)] ?? 0)
  const costOf = (breakPoint: number) => {
    if (headOf(breakPoint) === breakPoint) return 0
    return headOf(breakPoint) === breakPoint - 1 ? Number.POSITIVE_INFINITY : REPEAT_COST
  }
  const breakPoints = findBreakPoints({ weights, costOf, repeatedWeight }, limits)
  if (breakPoints === null) return null
  const [first, second, ...rest] = splitAtBreakPoints(points, breakPoints)
  const piece = (ownPoints: readonly Point[], index: number): PointsSlots => {
    const start = breakPoints[index - 1] ?? 0
    const head = points[headOf(start)]
    return { ...slots, points: head && headOf(start) < start ? [head, ...ownPoints] : ownPoints }
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

/** The cost of dividing between sub-points: as high as that of a piece more than twice as heavy as it should be. */
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
