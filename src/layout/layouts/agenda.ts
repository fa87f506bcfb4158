import type { Element } from 'hast'
import { h } from 'hastscript'
import type { AgendaEntry } from '../../model/draft.ts'
import type { Layout, RenderContext } from '../../model/layout.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook, listHooks } from '../hooks.ts'
import { linkedPhrase, list, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** The agenda. Each entry links to its part. The numbers of parts and pages are hidden from screen readers. */
export const agenda: Layout<'agenda'> = {
  name: 'agenda',
  accepts: ({ title, content }) => (title && content.type === 'agenda' ? { title, entries: content.entries } : null),
  lines: ({ title, entries }) => withoutNulls(title, ...entries.map(({ line }) => line)),
  render: ({ title, entries }, context) => [
    slideHead(title, context),
    slideBody([
      list(
        'ol',
        'agenda',
        entries.map((entry) => renderEntry(entry, context)),
      ),
    ]),
  ],
  hooks: ({ title, entries, ...fitted }) => ({
    ...headingHook(title),
    ...listHooks(entries.map(({ line }) => line)),
    ...fitHooks(fitted),
  }),
  divide: (slots, count = 2, maxFraction = 1) => {
    const breakPoints = findBreakPoints(
      { weights: slots.entries.map(({ line }) => widthOf(line.text) + ENTRY_WEIGHT) },
      { count, maxFraction },
    )
    if (breakPoints === null) return null
    const [first, second, ...rest] = splitAtBreakPoints(slots.entries, breakPoints)
    const piece = (entries: readonly AgendaEntry[]) => ({ ...slots, entries })
    return [piece(first), piece(second), ...rest.map(piece)]
  },
}

/** Added to the weight of an entry's text, because even a short entry takes up a line. */
const ENTRY_WEIGHT = 30

function renderEntry({ line, part }: AgendaEntry, context: RenderContext): Element {
  const id = context.idOf(part)
  const page = context.pageOf(part)
  const words = linkedPhrase(line, context)
  return h('li.agenda-item', { 'data-part': String(part) }, [
    h('span.agenda-number', { ariaHidden: 'true' }, String(part)),
    h('span.agenda-text', id === null ? words : [h('a', { href: `#${encodeURIComponent(id)}` }, words)]),
    h('span.agenda-page', { ariaHidden: 'true' }, page === null ? '' : String(page)),
  ])
}
