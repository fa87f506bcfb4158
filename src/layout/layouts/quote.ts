import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { fitHooks, headingHook, lengthHook } from '../hooks.ts'
import { lineIn, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** A quotation and its speaker. If there is no title, the quotation is the slide's heading. */
export const quote: Layout<'quote'> = {
  name: 'quote',
  showsSentences: true,
  accepts: ({ title, content }) =>
    content.type === 'quote' ? { title, quote: content.quote, speaker: content.speaker } : null,
  lines: ({ title, quote, speaker }) => withoutNulls(title, quote, speaker),
  render: ({ title, quote, speaker }, context) => [
    slideHead(title, context),
    slideBody([
      h('blockquote.quote', [
        h(title ? 'p' : `h${context.level}`, { className: ['quote-text'] }, phrase(quote, context)),
      ]),
      ...lineIn('p.source', speaker, context),
    ]),
  ],
  hooks: ({ title, quote, ...fitted }) => ({ ...headingHook(title), ...lengthHook([quote]), ...fitHooks(fitted) }),
  divide: () => null,
}
