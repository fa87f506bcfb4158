import { h } from 'hastscript'
import type { Layout } from '../../model/layout.ts'
import { fitHooks, headingHook, lengthHook } from '../hooks.ts'
import { lineIn, phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'

/**
 * A single figure, as large as possible, with a label next to it. If there is no title, the label is the slide's
 * heading.
 */
export const number: Layout<'number'> = {
  name: 'number',
  showsSentences: true,
  accepts: ({ title, content }) =>
    content.type === 'number' ? { title, value: content.value, label: content.label, context: content.context } : null,
  lines: ({ title, value, label, context }) => withoutNulls(title, value, label, context),
  render: ({ title, value, label, context: contextLine }, context) => [
    slideHead(title, context),
    slideBody([
      h('p.number', partsOf(value.text)),
      h('div.number-words', [
        h(title ? 'p' : `h${context.level}`, { className: ['number-label'] }, phrase(label, context)),
        ...lineIn('p.number-context', contextLine, context),
      ]),
    ]),
  ],
  hooks: ({ title, value, label, ...fitted }) => ({
    ...headingHook(title),
    ...lengthHook([label]),
    'data-glyphs': LENGTH_CLASSES.find(([, limit]) => value.text.length <= limit)?.[0] ?? '',
    ...fitHooks(fitted),
  }),
  divide: () => null,
}

/** Classes of figures by their length in characters, including the unit. */
const LENGTH_CLASSES = [
  ['few', 3],
  ['some', 5],
  ['many', 8],
  ['most', Number.POSITIVE_INFINITY],
] as const

/**
 * Renders the digits of a figure and, in smaller type, the text before and after them: "2" and "%"; "$", "3.5" and
 * " billion".
 */
function partsOf(text: string) {
  const [, before = '', digits = '', after = ''] = /^([^\d]*)(\d(?:[\d.,:/\u2009\u00A0]*\d)?)(.*)$/s.exec(text) ?? [
    '',
    '',
    text,
  ]
  return [
    ...(before === '' ? [] : [h('span.number-unit', before)]),
    h('span.number-value', digits),
    ...(after === '' ? [] : [h('span.number-unit', after)]),
  ]
}
