import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, BlockPassage, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

const PROSE =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring. ' +
  'The bridge held, although the water reached its deck, and the town slept through all of it without a single alarm.'

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>When the river rose | The Harbour News</title>
<meta name="author" content="The Harbour Workshop"><script>document.write('no')</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<main><article><h1>When the river rose</h1>
<p>${PROSE}</p>
<h2>What was lost</h2>
<p>${PROSE}</p>
<ul><li>Two boats</li><li>A crane</li></ul>
<figure><img src="quay.png" alt="The quay"><figcaption>The quay at noon</figcaption></figure>
<pre><code class="language-js">rise(2)
hold()</code></pre>
<table><tr><th>Night</th><th>Rise</th></tr><tr><td>First</td><td>2 m</td></tr></table>
<p onclick="steal()">${PROSE} <a href="javascript:steal()">More</a></p>
</article></main>
<footer>© The Harbour News. Follow us everywhere.</footer>
</body></html>`

function readPage(html: string | Uint8Array): Promise<Article> {
  return read(typeof html === 'string' ? new TextEncoder().encode(html) : html, new VFile({ path: 'page.html' }))
}

function passagesIn(section: Section): BlockPassage[] {
  return [...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(passagesIn)]
}

describe('a saved web page', () => {
  test.each([
    ['<h2 id="related-work">Related work</h2>', 'Related work'],
    ['<h2 class="header"><span id="Community">Community</span></h2>', 'Community'],
    ['<section id="extra-options"><h2>Extra options</h2>', 'Extra options'],
    ['<div class="section" id="example-1-shared-menus"><h2>Example 1: Shared menus</h2>', 'Example 1: Shared menus'],
  ])('keeps its headings and what is under them, whatever they are called: %s', async (opening, heading) => {
    const closing = /^<(section|div)/.exec(opening)?.[1]
    const { root } = await readPage(
      `<body><article><h1>The river</h1><p>${PROSE}</p>${opening}<p>${PROSE}</p>${closing ? `</${closing}>` : ''}</article></body>`,
    )
    const [section] = root.sections.flatMap(({ sections }) => sections).concat(root.sections)
    expect(section?.heading?.text).toBe(heading)
    expect(section === undefined ? [] : passagesIn(section).map(({ text }) => text)).toEqual([PROSE])
  })

  test('is read without what is around its article', async () => {
    const { title, language, root, text } = await readPage(PAGE)
    expect(title?.text).toBe('When the river rose')
    expect(language).toBe('en')
    expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['What was lost'])
    for (const furniture of ['Home', 'cookies', 'Follow us', 'document.write', 'steal'])
      expect(text).not.toContain(furniture)
  })

  test('keeps its lists, listings, tables and captions', async () => {
    const words = passagesIn((await readPage(PAGE)).root).map(({ kind, text }) => `${kind} ${text}`)
    expect(words).toEqual(
      expect.arrayContaining([
        'item Two boats',
        'item A crane',
        'code rise(2)',
        'code hold()',
        'row Night\tRise',
        'row First\t2 m',
      ]),
    )
    expect(words.join('\n')).toContain('The quay at noon')
  })

  test('is read in the encoding that it names', async () => {
    const page = `<html><head><meta charset="windows-1251"><title>x</title></head><body><article><h1>ABC</h1><p>${'A'.repeat(200)}</p></article></body></html>`
    const bytes = Buffer.from(page, 'latin1').map((byte) => (byte === 65 ? 0xc0 : byte))
    expect((await readPage(bytes)).text).toContain('А'.repeat(200))
  })

  test('may be nested to any depth', async () => {
    const deep = `${'<div>'.repeat(20_000)}<p>${PROSE}</p>${'</div>'.repeat(20_000)}`
    const read = await readPage(`<html><body>${deep}</body></html>`).catch((error: Error) => error.name)
    expect(read === 'Unreadable' || (typeof read === 'object' && read.text.includes('The river rose'))).toBe(true)
  })
})
