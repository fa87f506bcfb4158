import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { renderByline, renderEventByline } from '../byline.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { heading, lineIn, slideBody, withoutNulls } from '../markup.ts'

/** The first slide: the deck's title, its speaker and the event. */
export const title: Layout<'title'> = {
  name: 'title',
  showsEventAt: 'opening',
  accepts: ({ title, content }) =>
    title && content.type === 'title' ? { title, subtitle: content.subtitle, credits: content.credits } : null,
  lines: ({ title, subtitle, credits }) => withoutNulls(title, subtitle, ...credits),
  render: ({ title, subtitle, credits }, context) => [
    h('header.slide-head', [heading(title, context), ...lineIn('p.subtitle', subtitle, context)]),
    slideBody([...renderByline(credits, context), ...renderEventByline(credits, context)]),
  ],
  hooks: (slots) => ({ ...headingHook(slots.title), ...fitHooks(slots) }),
  divide: () => null,
}
