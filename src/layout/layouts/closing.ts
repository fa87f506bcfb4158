import type { Layout } from '../../model/layout.ts'
import { renderByline } from '../byline.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { slideBody, slideHead, withoutNulls } from '../markup.ts'

/** The last slide, which stays up during questions. */
export const closing: Layout<'closing'> = {
  name: 'closing',
  showsEventAt: 'closing',
  accepts: ({ title, content }) => (title && content.type === 'closing' ? { title, credits: content.credits } : null),
  lines: ({ title, credits }) => withoutNulls(title, ...credits),
  render: ({ title, credits }, context) => [slideHead(title, context), slideBody(renderByline(credits, context))],
  hooks: (slots) => ({ ...headingHook(slots.title), ...fitHooks(slots) }),
  divide: () => null,
}
