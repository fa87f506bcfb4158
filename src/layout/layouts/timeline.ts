import { h } from 'hastscript'
import type { Moment } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { cutAtJoints, findJoints } from '../find-joints.ts'
import { fitHooks, headingHook, listHooks, widthOf } from '../hooks.ts'
import { list, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** Events in the order of their dates. */
export const timeline: Layout<'timeline'> = {
  name: 'timeline',
  accepts: ({ title, content }) => (content.type === 'timeline' ? { title, moments: content.moments } : null),
  lines: ({ title, moments }) => withoutNulls(title, ...moments.flatMap(({ when, what }) => [when, what])),
  render: ({ title, moments }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([
      list(
        'ol',
        'timeline',
        moments.map(({ when, what }) =>
          h('li.moment.step', [
            h('p.moment-when', phrase(when, surroundings)),
            h('p.moment-what', phrase(what, surroundings)),
          ]),
        ),
      ),
    ]),
  ],
  hooks: ({ title, moments, ...fitted }) => ({
    ...headingHook(title),
    ...listHooks(moments.map(({ what }) => what)),
    ...fitHooks(fitted),
  }),
  divide: (slots, count = 2, maxShare = 1) => {
    const joints = findJoints(
      { weights: slots.moments.map(({ what }) => widthOf(what.text) + DATE_WEIGHT) },
      { count, maxShare },
    )
    if (joints === null) return null
    const [first, second, ...rest] = cutAtJoints(slots.moments, joints)
    const piece = (moments: readonly Moment[]) => ({ ...slots, moments })
    return [piece(first), piece(second), ...rest.map(piece)]
  },
}

/** The weight of an event besides that of its text, because each also shows its date. */
const DATE_WEIGHT = 30
