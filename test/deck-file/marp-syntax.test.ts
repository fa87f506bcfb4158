import { expect, test } from 'vitest'
import { htmlListings } from '../../src/deck-file/other-tools/html-listings.ts'
import { describeSlides } from './describe-slides.ts'

const marp = async (...slides: readonly string[]) =>
  describeSlides('slides.md', `---\nmarp: true\n---\n\n# Tides\n\n---\n\n${slides.join('\n\n---\n\n')}\n`)

test('headers and footers that one slide has are in its notes, and a message says so', async () => {
  const { slides, rules } = await marp(
    '<!-- _class: lead\n_color: red\n_footer: Photo by [Ida Quay](https://a.example)\n-->\n\n## High\n\n- Mud\n\n<!-- Greet the mayor. -->',
    '<!-- _footer: "" -->\n\n## Low\n\n- Sand',
  )
  expect(slides.slice(1)).toEqual(['points: High | Mud · “Photo by Ida Quay Greet the mayor.”', 'points: Low | Sand'])
  expect(rules).toEqual(['read-as', 'not-read-asides', 'not-read-styles'])
})

test('a comment in a code span is shown', async () => {
  const { slides } = await marp('## Classes\n\nUse `<!-- _class: lead -->` here.\n\n<!-- Say `why` or why not. -->')
  expect(slides[1]).toBe('statement: Classes | Use <!-- _class: lead --> here. · “Say why or why not.”')
})

test('listings and diagrams in HTML are listings and diagrams', async () => {
  const { slides } = await marp(
    '## Code\n\n<pre><code class="language-js" data-trim>\n  if (a &lt; b) {\n    <mark>go</mark>()\n\n    ---\n  }\n</code></pre>',
    '## Flow\n\n<div class="mermaid">\nflowchart LR\n  A --> B\n</div>',
    '## Plain\n\n<pre class="mermaid">graph LR\n  B --> C</pre>\n\n- <pre>a</pre>',
  )
  expect(slides.slice(1)).toEqual([
    'code: Code | if (a < b) { |   go() |  |   --- | }',
    'code: Flow | flowchart LR |   A --> B',
    'code: Plain | graph LR |   B --> C',
    'points: Plain | a',
  ])
})

test('pictures beside the text are read with any size, filter or position', async () => {
  const { slides } = await marp(
    '![bg left:40% 80% blur:3px](a.png)\n\n## High\n\n- Mud',
    '![bg right:33.3% fit](<my quay.png>)\n\n## Low\n\n- Sand',
  )
  expect(slides.slice(1)).toEqual(['image: High', 'points: High | Mud', 'points: Low | Sand', 'image: Low'])
})

test.each([
  ['backticks', `<pre>${'` '.repeat(150_000)}</pre>`],
  ['spaces', `<pre>a${' '.repeat(400_000)}x</pre>`],
  ['lines', `<pre>${'a\n'.repeat(150_000)}</pre>`],
  ['elements', `<pre>${'<b>'.repeat(8000)}a</pre>`],
  ['classes', `<div ${'class="mermaid" '.repeat(80_000)}`],
])('a listing with very many %s is read', async (_, listing) => {
  const { slides } = await marp(`## Code\n\n${listing}`)
  expect(slides[1]).toMatch(/^\w+: Code/)
})

test('listings that share their line with words are found in linear time', () => {
  expect(htmlListings('a '.concat('<pre>a</pre> '.repeat(300_000)))).toEqual([])
})

test.each([
  ['opening tags', '<div class="mermaid" '.repeat(100_000)],
  ['videos', '<video src="a.mp4">'.repeat(100_000)],
  ['comments', '<!-- a '.repeat(100_000)],
  ['spaces in notes', `<aside class="notes">a${' '.repeat(800_000)}`],
])('very many unclosed %s are read in linear time', async (_, html) => {
  const { slides } = await marp(`## Code\n\nTides rise.\n\n${html}`)
  expect(slides[1]).toMatch(/^\w+: Code \| Tides rise/)
})
