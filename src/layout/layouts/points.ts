import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { Content, Point } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { middleOf } from '../divide.ts'
import { headingHook, listHooks, widthOf } from '../hooks.ts'
import { lineIn, list, phrase, present, slideBody, slideHead } from '../markup.ts'

/** A title and the points that support it, nested once at most. Lists that no other layout takes end here too. */
export const points: Layout<'points'> = {
  name: 'points',
  accepts: ({ title, content }) => {
    const points = pointsOf(content)
    return points && { title, lead: content.type === 'points' ? content.lead : null, points }
  },
  lines: ({ title, lead, points }) => present(title, lead, ...points.map(({ line }) => line)),
  render: ({ title, lead, points }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([...lineIn('p.lead', lead), list('ul', 'points', groupsOf(points).map(renderGroup))]),
  ],
  hooks: ({ title, lead, points }) => ({
    ...headingHook(title),
    ...listHooks(points.map(({ line }) => line)),
    ...(lead && { 'data-lead': 'yes' }),
  }),
  divide: (slots) => divideGroups(slots) ?? divideGroup(slots),
}

function pointsOf(content: Content): readonly Point[] | null {
  if (content.type === 'points') return content.points
  if (content.type === 'takeaways') return content.points.map((line) => ({ line, depth: 0 }))
  if (content.type === 'agenda') return content.entries.map(({ line }) => ({ line, depth: 0 }))
  return null
}

/** A point with those under it. */
type Group = readonly [Point, ...Point[]]

function groupsOf(points: readonly Point[]): readonly Group[] {
  const groups: [Point, ...Point[]][] = []
  for (const point of points) {
    const last = groups.at(-1)
    if (point.depth === 1 && last) last.push(point)
    else groups.push([point])
  }
  return groups
}

function renderGroup([point, ...under]: Group): Element {
  const nested = under.map(({ line }) => h('li.point-under', phrase(line.text)))
  return h('li.point', [
    h('p.point-text', phrase(point.line.text)),
    ...(nested.length > 0 ? [list('ul', 'points-under', nested)] : []),
  ])
}

type PointsSlots = Slots['points']

/** Between two points, never between a point and those under it. */
function divideGroups(slots: PointsSlots): readonly [PointsSlots, PointsSlots] | null {
  const groups = groupsOf(slots.points)
  const joint = middleOf(groups, weigh)
  if (joint === null) return null
  return [
    { ...slots, points: groups.slice(0, joint).flat() },
    { ...slots, points: groups.slice(joint).flat() },
  ]
}

/** Where all stands under one point, that point is said again over the rest. */
function divideGroup(slots: PointsSlots): readonly [PointsSlots, PointsSlots] | null {
  const [first, ...under] = slots.points
  const joint = middleOf(under, (point) => weigh([point]))
  if (!first || joint === null) return null
  return [
    { ...slots, points: [first, ...under.slice(0, joint)] },
    { ...slots, points: [first, ...under.slice(joint)] },
  ]
}

/** Every point takes a line of its own, however short. */
const LEAST_WEIGHT = 40

function weigh(group: readonly Point[]): number {
  return group.reduce((sum, { line }) => sum + Math.max(LEAST_WEIGHT, widthOf(line.text)), 0)
}
