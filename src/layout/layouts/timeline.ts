import { h } from 'hastscript'
import type { Moment } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook, listHooks } from '../hooks.ts'
import { list, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** Events in the order of their dates. */
export const timeline: Layout<'timeline'> = {
  name: 'timeline',
  accepts: ({ title, content }) => (content.type === 'timeline' ? { title, moments: content.moments } : null),
  lines: ({ title, moments }) => withoutNulls(title, ...moments.flatMap(({ when, what }) => [when, what])),
  render: ({ title, moments }, context) => [
    slideHead(title, context),
    slideBody([
      list(
        'ol',
        'timeline',
        moments.map(({ when, what }) =>
          h('li.moment.step', [h('p.moment-when', phrase(when, context)), h('p.moment-what', phrase(what, context))]),
        ),
      ),
    ]),
  ],
  hooks: ({ title, moments, ...fitted }) => ({
    ...headingHook(title),
    ...listHooks(moments.map(({ what }) => what)),
    ...fitHooks(fitted),
  }),
  divide: (slots, count = 2, maxFraction = 1) => {
    const breakPoints = findBreakPoints(
      { weights: slots.moments.map(({ what }) => widthOf(what.text) + DATE_WEIGHT) },
      { count, maxFraction },
    )
    if (breakPoints === null) return null
    const [first, second, ...rest] = splitAtBreakPoints(slots.moments, breakPoints)
    const piece = (moments: readonly Moment[]) => ({ ...slots, moments })
    return [piece(first), piece(second), ...rest.map(piece)]
  },
}

/** Added to the weight of an event's text, because an event also shows its date. */
const DATE_WEIGHT = 30
