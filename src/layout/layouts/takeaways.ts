import { h } from 'hastscript'
import type { Line } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook, listHooks } from '../hooks.ts'
import { withLastWords } from '../last-words.ts'
import { list, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** The points that the audience should remember. */
export const takeaways: Layout<'takeaways'> = {
  name: 'takeaways',
  accepts: ({ title, content }) => (title && content.type === 'takeaways' ? { title, points: content.points } : null),
  lines: ({ title, points }) => withoutNulls(title, ...points),
  render: ({ title, points }, context) => [
    slideHead(title, context),
    slideBody([
      list(
        'ul',
        'takeaways',
        points.map((line) => h('li.takeaway.step', [...withLastWords(phrase(line, context))])),
      ),
    ]),
  ],
  hooks: ({ title, points, ...fitted }) => ({ ...headingHook(title), ...listHooks(points), ...fitHooks(fitted) }),
  divide: (slots, count = 2, maxFraction = 1) => {
    const breakPoints = findBreakPoints(
      { weights: slots.points.map(({ text }) => widthOf(text) + POINT_WEIGHT) },
      { count, maxFraction },
    )
    if (breakPoints === null) return null
    const [first, second, ...rest] = splitAtBreakPoints(slots.points, breakPoints)
    const piece = (points: readonly Line[]) => ({ ...slots, points })
    return [piece(first), piece(second), ...rest.map(piece)]
  },
}

/** Added to the weight of a point's text, because even a short point takes up a line. */
const POINT_WEIGHT = 30
