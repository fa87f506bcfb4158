import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { fitHooks, headingHook, lengthHook } from '../hooks.ts'
import { lineIn, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** One sentence or formula, set large. If there is no title, a sentence is the slide's heading. */
export const statement: Layout<'statement'> = {
  name: 'statement',
  showsSentences: true,
  accepts: ({ title, content }) =>
    content.type === 'statement'
      ? { title, statement: content.statement, source: content.source, formula: null }
      : null,
  lines: ({ title, statement, source }) => withoutNulls(title, statement, source),
  render: ({ title, statement, source, formula }, context) => [
    slideHead(title, context),
    slideBody([
      formula
        ? h('div.formula', { role: 'img', ariaLabel: statement.text }, [formula])
        : h(title ? 'p' : `h${context.level}`, { className: ['statement'] }, phrase(statement, context)),
      ...lineIn('p.source', source, context),
    ]),
  ],
  hooks: ({ title, statement, formula, ...fitted }) => ({
    ...headingHook(title),
    ...lengthHook([statement]),
    ...(statement.kind === 'math' && { 'data-kind': formula ? 'formula' : 'math' }),
    ...fitHooks(fitted),
  }),
  scalableContent: ({ formula }) => (formula ? 'math' : null),
  divide: () => null,
}
