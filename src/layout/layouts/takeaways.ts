import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { middleOf, partedAt } from '../divide.ts'
import { headingHook, listHooks, widthOf } from '../hooks.ts'
import { list, phrase, present, slideBody, slideHead } from '../markup.ts'

/** What the audience should take home. */
export const takeaways: Layout<'takeaways'> = {
  name: 'takeaways',
  accepts: ({ title, content }) => (title && content.type === 'takeaways' ? { title, points: content.points } : null),
  lines: ({ title, points }) => present(title, ...points),
  render: ({ title, points }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([
      list(
        'ul',
        'takeaways',
        points.map((line) => h('li.takeaway', phrase(line.text))),
      ),
    ]),
  ],
  hooks: ({ title, points }) => ({ ...headingHook(title), ...listHooks(points) }),
  divide: (slots) => {
    const joint = middleOf(slots.points, ({ text }) => widthOf(text))
    if (joint === null) return null
    const [first, second] = partedAt(slots.points, joint)
    return [
      { ...slots, points: first },
      { ...slots, points: second },
    ]
  },
}
