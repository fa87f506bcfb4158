import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { phrase, present, slideBody, slideHead } from '../markup.ts'

/** The last slide, which stays up while people ask. */
export const closing: Layout<'closing'> = {
  name: 'closing',
  accepts: ({ title, content }) => (title && content.type === 'closing' ? { title, credits: content.credits } : null),
  lines: ({ title, credits }) => present(title, ...credits),
  render: ({ title, credits }, surroundings) => [
    slideHead(title, surroundings),
    slideBody(
      credits.length > 0
        ? [
            h(
              'div.byline',
              credits.map((line) => h('p.credit', phrase(line, surroundings))),
            ),
          ]
        : [],
    ),
  ],
  hooks: (slots) => ({ ...headingHook(slots.title), ...fitHooks(slots) }),
  divide: () => null,
}
