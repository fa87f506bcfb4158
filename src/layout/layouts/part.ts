import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { heading, lineIn, phrase, slideBody, withoutNulls } from '../markup.ts'

/** The slide that opens a part. The number appears next to the title but comes after it in the markup. */
export const part: Layout<'part'> = {
  name: 'part',
  accepts: ({ title, content }) =>
    title && content.type === 'part' ? { title, number: content.number, lede: content.lede } : null,
  lines: ({ title, number, lede }) => withoutNulls(title, number, lede),
  render: ({ title, number, lede }, context) => [
    h('header.slide-head', [heading(title, context), h('p.part-number', phrase(number, context))]),
    slideBody(lineIn('p.lede', lede, context)),
  ],
  hooks: ({ title, number, ...fitted }) => ({
    ...headingHook(title),
    'data-digits': String(number.text.length),
    ...fitHooks(fitted),
  }),
  divide: () => null,
}
