import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Side } from '../../model/draft.ts'
import type { Layout, Surroundings } from '../../model/layout.ts'
import { fitHooks, headingHook, lengthHook } from '../hooks.ts'
import { phrase, present, slideBody, slideHead } from '../markup.ts'

/** Two things side by side, each under its name. */
export const comparison: Layout<'comparison'> = {
  name: 'comparison',
  accepts: ({ title, content }) => (content.type === 'comparison' ? { title, sides: content.sides } : null),
  lines: ({ title, sides }) => present(title, ...sides.flatMap(({ name, text }) => [name, text])),
  render: ({ title, sides }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([
      h(
        'div.sides',
        sides.map((side) => renderSide(side, title === null, surroundings)),
      ),
    ]),
  ],
  hooks: ({ title, sides, ...fitted }) => ({
    ...headingHook(title),
    ...lengthHook(sides.map(({ text }) => text)),
    ...fitHooks(fitted),
  }),
  divide: () => null,
}

/** Without a title, the names of the sides are the slide's headings. */
function renderSide({ name, text }: Side, isHeading: boolean, surroundings: Surroundings): Element {
  return h('div.side', [
    h(isHeading ? `h${surroundings.level}` : 'p', { className: ['side-name'] }, phrase(name, surroundings)),
    h('p.side-text', phrase(text, surroundings)),
  ])
}
