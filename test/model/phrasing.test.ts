import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import type { Style } from '../../src/model/mark.ts'
import { phrasing, phrasingOfCells } from '../../src/model/phrasing.ts'

const text = 'Read the well-known manual of `x`\tx'
const formula = h('span.katex', 'set')

function marked(...styles: readonly (readonly [string, Style])[]) {
  const marks = styles.map(([word, style]) => {
    const start = text.indexOf(word)
    return { style, span: [start, start + word.length] as const }
  })
  return { text, marks }
}

test('a link opens a window without a reference to the deck, whatever is marked inside', () => {
  const article = marked(
    ['the well-known manual', { type: 'link', url: 'https://example.org/' }],
    ['manual', { type: 'strong' }],
  )
  expect(toHtml(phrasing({ text: 'Read the well-known manual', spans: [[0, 26]] }, article))).toBe(
    'Read <a href="https://example.org/" target="_blank" rel="noopener noreferrer">the <span class="whole">well-known</span> <strong>manual</strong></a>',
  )
})

test.each([
  ['of $, then', 'of <b>$,</b> then'],
  ['the $-th is ($).', 'the <b>$-th</b> is <b>($).</b>'],
  ['all $s and $ – or -more', 'all <b>$s</b> and $ – or -more'],
  ['($) ($)', '<b>($)</b> <b>($)</b>'],
])('a formula keeps what belongs to it: %s', (words, expected) => {
  const marks = [...words.matchAll(/\$/g)].map(({ index }) => ({
    style: { type: 'inlineMath', formula } as const,
    span: [index, index + 1] as const,
  }))
  const html = toHtml(phrasing({ text: words, spans: [[0, words.length]] }, { text: words, marks }))
  const short = html
    .replace(/<span class="inline-formula".*?<\/span><\/span>/g, '$$')
    .replace(/<span class="whole">(.*?)<\/span>/g, '<b>$1</b>')
  expect(short).toBe(expected)
})

test('a formula is typeset if possible, with its TeX as label; else its TeX is shown', () => {
  const line = { text: 'manual of `x`', spans: [[20, 33] as const] }
  const set = toHtml(phrasing(line, marked(['`x`', { type: 'inlineMath', formula }])))
  expect(set).toMatch(/^manual of <span class="inline-formula" role="img" aria-label="[^"]*x[^"]*" dir="ltr">/)
  expect(set).toContain('<span class="katex">set</span>')
  const unset = toHtml(phrasing(line, marked(['`x`', { type: 'inlineMath', formula: null }])))
  expect(unset).toBe('manual of <code class="term">`x`</code>')
})

test('each cell of a row is marked by itself', () => {
  const cells = phrasingOfCells({ text, spans: [[0, text.length]] }, marked(['`x`', { type: 'inlineCode' }]))
  expect(cells.map((cell) => toHtml(cell))).toEqual([
    'Read the <span class="whole">well-known</span> manual of <code class="term">`x`</code>',
    'x',
  ])
})

test.each([
  ['The bell 🔔 rings', 'The bell <span class="emoji">🔔</span> rings'],
  ['👍🏽 and 👩‍🚀', '<span class="emoji">👍🏽</span> and <span class="emoji">👩‍🚀</span>'],
  ['❤️', '<span class="emoji">❤️</span>'],
  ['1️⃣ of 10', '<span class="emoji">1️⃣</span> of 10'],
  ['12 # → © ™', '12 # → © ™'],
])('emoji in %s have their own elements', (text, html) => {
  expect(toHtml({ type: 'root', children: phrasing({ text, spans: [] }, { text: '', marks: [] }) })).toBe(html)
})

test.each([
  ['at hedgerow-lab.example/talks today', 'at hedgerow-<wbr>lab.<wbr>example/<wbr>talks today'],
  ['ida.quay@harbour-days.example', 'ida.<wbr>quay@<wbr>harbour-<wbr>days.<wbr>example'],
  ['the readHarbourGaugeEveryHour call', 'the read<wbr>Harbour<wbr>Gauge<wbr>Every<wbr>Hour call'],
  ['a well-known-manual and lab.example', 'a well-known-manual and lab.example'],
])('the long words of %s break where it makes sense', (text, html) => {
  const made = toHtml({ type: 'root', children: phrasing({ text, spans: [] }, { text: '', marks: [] }) })
  expect(made.replace(/<\/?span[^>]*>/g, '')).toBe(html)
})

test.each([
  ['la hausse de 38 % en un an', 'la hausse de <span class="whole">38 %</span> en un an'],
  ['coûte 4,5 € ici', 'coûte <span class="whole">4,5 €</span> ici'],
  [
    'at 80 °C or 12 m², 7 km/h',
    'at <span class="whole">80 °C</span> or <span class="whole">12 m²</span>, <span class="whole">7 km/h</span>',
  ],
  ['the 12 men, 5 apples and Section 4 only', 'the 12 men, 5 apples and Section 4 only'],
  ['soit 1 250 000 voyageurs', 'soit <span class="whole">1 250 000</span> voyageurs'],
  ['Pourquoi attendre ?', 'Pourquoi <span class="whole">attendre ?</span>'],
  [
    'neufs : « Le prix », dit-il',
    '<span class="whole">neufs :</span> <span class="whole">« Le</span> <span class="whole">prix »</span>, <span class="whole">dit-il</span>',
  ],
  // Other languages use these marks the other way round.
  ['sagte »Nein« und ging', 'sagte »Nein« und ging'],
  ['In 2026 100 boats sailed', 'In 2026 100 boats sailed'],
])('%s: marks stay with their words', (text, html) => {
  expect(toHtml(phrasing({ text, spans: [[0, text.length]] }, { text, marks: [] }))).toBe(html)
})
