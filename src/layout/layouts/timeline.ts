import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { middleOf, partedAt } from '../divide.ts'
import { headingHook, listHooks } from '../hooks.ts'
import { list, phrase, present, slideBody, slideHead } from '../markup.ts'

/** Events in the order of their dates. */
export const timeline: Layout<'timeline'> = {
  name: 'timeline',
  accepts: ({ title, content }) => (content.type === 'timeline' ? { title, moments: content.moments } : null),
  lines: ({ title, moments }) => present(title, ...moments.flatMap(({ when, what }) => [when, what])),
  render: ({ title, moments }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([
      list(
        'ol',
        'timeline',
        moments.map(({ when, what }) =>
          h('li.moment', [h('p.moment-when', phrase(when.text)), h('p.moment-what', phrase(what.text))]),
        ),
      ),
    ]),
  ],
  hooks: ({ title, moments }) => ({ ...headingHook(title), ...listHooks(moments.map(({ what }) => what)) }),
  divide: (slots) => {
    const joint = middleOf(slots.moments, ({ what }) => what.text.length)
    if (joint === null) return null
    const [first, second] = partedAt(slots.moments, joint)
    return [
      { ...slots, moments: first },
      { ...slots, moments: second },
    ]
  },
}
