import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { renderListing } from '../../src/layout/layouts/code.ts'
import { heading, phrase, phrasesOf } from '../../src/layout/markup.ts'
import type { RenderContext } from '../../src/model/layout.ts'
import { line, unmarked } from '../render/decks.ts'

const CONTEXT: RenderContext = { pageOf: () => null, idOf: () => null, level: 2, article: unmarked, event: null }

function rendered(text: string, direction: 'ltr' | 'rtl'): string {
  return toHtml(phrase(line(text), { ...CONTEXT, direction }))
}

test.each([
  ['@kim, "Fault lines"', 'rtl', '<span dir="ltr">@kim, "Fault lines"</span>'],
  ['שלום!', 'ltr', '<span dir="rtl">שלום!</span>'],
  ['@kim, "Fault lines"', 'ltr', '@kim, "Fault lines"'],
  ['שלום!', 'rtl', 'שלום!'],
  ['CNN תל אביב', 'rtl', 'CNN תל אביב'],
  ['1976', 'rtl', '1976'],
] as const)(
  '%j in a deck that is %s has its own direction only if all of it runs the other way',
  (text, deck, html) => {
    expect(rendered(text, deck)).toBe(html)
  },
)

test('the number of a title runs with its words', () => {
  const title = { ...line('Locks (1/2)'), added: ['(1/2)'] }
  expect(toHtml(heading(title, { ...CONTEXT, direction: 'rtl' }))).toBe(
    '<h2 class="title"><span dir="ltr">Locks <span class="title-number">(1/2)</span></span></h2>',
  )
})

test('a cell that runs the other way has its own direction', () => {
  const cells = ['שער', 'deep (max)']
  const phrases = phrasesOf({ line: line(cells.join('\t'), 'row'), cells }, { ...CONTEXT, direction: 'rtl' })
  expect(phrases.map((words) => toHtml(words))).toEqual(['שער', '<span dir="ltr">deep (max)</span>'])
})

test('emoji in code are set in the emoji font', () => {
  const lines = [line('go() // fast 🚀', 'code')]
  const pieces = [
    [
      { text: 'go() ', role: null },
      { text: '// fast 🚀', role: 'comment' as const },
    ],
  ]
  expect(toHtml(renderListing({ language: 'js', lines, pieces }))).toContain(
    '<span class="code-line">go() <span class="code-comment">// fast <span class="emoji">🚀</span></span>\n</span>',
  )
})
