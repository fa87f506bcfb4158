import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Passage } from '../../src/model/article.ts'
import { headingsIn, headOf, PROSE, passagesIn, readPage } from './read-page.ts'

const STORY = readFileSync(new URL('../fixtures/read/lock-keepers.html', import.meta.url))

const RIVER =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring. ' +
  'The bridge held, although the water reached its deck, and the town slept through all of it without a single alarm.'

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>When the river rose | The Harbour News</title>
<meta name="author" content="The Harbour Workshop"><script>document.write('no')</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<main><article><h1>When the river rose</h1>
<p>${RIVER}</p>
<h2>What was lost</h2>
<p>${RIVER}</p>
<ul><li>Two boats</li><li>A crane</li></ul>
<figure><img src="quay.png" alt="The quay"><figcaption>The quay at noon</figcaption></figure>
<pre><code class="language-js">rise(2)
hold()</code></pre>
<table><tr><th>Night</th><th>Rise</th></tr><tr><td>First</td><td>2 m</td></tr></table>
<p onclick="steal()">${RIVER} <a href="javascript:steal()">More</a></p>
</article></main>
<footer>© The Harbour News. Follow us everywhere.</footer>
</body></html>`

const TEXT = '<p>The river rose by two metres in a night. Nobody had seen it so high, and the bridge held.</p>'.repeat(
  4,
)

/** Returns the rest of the line at which a passage begins in the file. */
function wordsAt(file: string, passage: Passage): string {
  const line = file.split(/\r\n?|\n/)[(passage.position?.start.line ?? 0) - 1] ?? ''
  return line.slice((passage.position?.start.column ?? 0) - 1)
}

describe('a saved page', () => {
  test('yields its article in reading order, each passage with its kind', async () => {
    const { article } = await readPage(STORY)
    expect(headOf(article)).toEqual([
      'The last lock keepers',
      'Seventeen people still live beside the gates that they wind',
      'Canal Quarterly Staff',
      '3 May 2023',
    ])
    expect(article.language).toBe('en-GB')
    expect(headingsIn(article.root)).toEqual(['What they do', 'How the level is reckoned'])
    expect(passagesIn(article.root).map(({ kind, depth, text }) => `${kind}${depth} ${text.slice(0, 40)}`)).toEqual([
      'prose0 Before dawn, when the mist lies on the c',
      'caption0 Lock 14 at first light. Photograph: Arch',
      'prose0 Of the two hundred houses that the compa',
      'prose0 The work follows the water, not the cloc',
      'item1 winding the paddles',
      'item2 slowly at first',
      'item1 greasing the racks',
      'prose0 On a warm Sunday in August a keeper may ',
      'caption0 Boats worked through',
      'row0 Month\tBoats',
      'row0 May\t412',
      'row0 June\t630',
      'prose0 The reckoning is simple enough for a lin',
      'code0 def level(rise, fall):',
      'code0     return rise < fall',
      'code0 ',
      'code0 level(2, 3)',
      'prose0 When the last of them leaves, the gates ',
    ])
  })

  test('loses furniture, links to other articles and footnote references', async () => {
    const { article } = await readPage(STORY)
    const furniture = ['Boats for sale', 'privacy', 'Share', 'Email', 'Never miss', 'uncle', 'Ice on', '©', 'Who makes']
    for (const words of furniture) expect(article.text).not.toContain(words)
    expect(article.text).toContain('into a book. Nobody')
  })

  test('keeps the position of each passage in the file', async () => {
    const { article } = await readPage(STORY)
    const prose = passagesIn(article.root).filter(({ text }) => text !== '')
    for (const passage of prose) {
      const [word = ''] = /^[\p{L}\d]+/u.exec(passage.text.trim()) ?? []
      expect(wordsAt(STORY.toString(), passage)).toContain(word)
    }
    const code = passagesIn(article.root).filter(({ kind }) => kind === 'code')
    expect(code.map(({ position }) => position?.start.line)).toEqual([48, 49, undefined, 51])
  })

  test('keeps the addresses of its pictures and the languages of its listings', async () => {
    const { article } = await readPage(STORY)
    const nodes = [article.root, ...article.root.sections].flatMap(({ blocks }) => blocks.map(({ node }) => node))
    const pictures = nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : []))
    expect(pictures).toContainEqual(expect.objectContaining({ type: 'image', url: 'pictures/lock.jpg' }))
    expect(nodes).toContainEqual(expect.objectContaining({ type: 'code', lang: 'python' }))
  })

  test('does not run its scripts', async () => {
    await readPage(STORY)
    expect('lecternScriptRan' in globalThis).toBe(false)
  })

  test.each([
    ['<h2 id="related-work">Related work</h2>', 'Related work'],
    ['<h2 class="header"><span id="Community">Community</span></h2>', 'Community'],
    ['<section id="extra-options"><h2>Extra options</h2>', 'Extra options'],
    ['<div class="section" id="example-1-shared-menus"><h2>Example 1: Shared menus</h2>', 'Example 1: Shared menus'],
  ])('keeps sections whose ids or headings look like those of page furniture: %s', async (opening, heading) => {
    const closing = /^<(section|div)/.exec(opening)?.[1]
    const { article } = await readPage(
      `<body><article><h1>The river</h1><p>${RIVER}</p>${opening}<p>${RIVER}</p>${closing ? `</${closing}>` : ''}</article></body>`,
    )
    const { sections } = article.root
    const [section] = sections.flatMap((each) => each.sections).concat(sections)
    expect(section?.heading?.text).toBe(heading)
    expect(section === undefined ? [] : passagesIn(section).map(({ text }) => text)).toEqual([RIVER])
  })

  test('loses the furniture around its article', async () => {
    const { title, language, root, text } = (await readPage(PAGE)).article
    expect(title?.text).toBe('When the river rose')
    expect(language).toBe('en')
    expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['What was lost'])
    for (const furniture of ['Home', 'cookies', 'Follow us', 'document.write', 'steal'])
      expect(text).not.toContain(furniture)
  })

  test.each([
    ['schema.org', '<div itemprop="description articleBody">'],
    ['microformats', '<div class="post entry-content">'],
  ])('is where %s marks it, even if another part of the page is longer', async (_, start) => {
    const hidden =
      '<div style="display: none"><p>Nobody has seen the paddles, so nobody can say who left them open.</p></div>'
    const body = `${start}<noscript><h2>What held</h2><p>${RIVER}</p></noscript><button>Print</button>${hidden}</div>`
    const about = `<div class=content>${`<p>The harbour workshop has repaired boats, gates and cranes since it was founded, and it still does, with nine people.</p>`.repeat(9)}</div>`
    const { article } = await readPage(
      `<html><title>When the river rose</title><body><div><h1>When the river rose</h1>${body}</div>${about}</body></html>`,
    )
    expect(headingsIn(article.root)).toEqual(['What held'])
    expect(passagesIn(article.root).map(({ text }) => text)).toEqual([RIVER])
  })

  test('does not contain the comments of readers', async () => {
    const comment = (id: number) => `<li id=comment-${id}><article class=comment-body><p>${PROSE}</p></article></li>`
    const comments = Array.from({ length: 9 }, (_, index) => comment(index)).join('')
    const { article } = await readPage(
      `<html><title>The river</title><body><h1>The river</h1><div class=entry-content><p>${RIVER}</p><ol>${comments}</ol></div></body></html>`,
    )
    expect(passagesIn(article.root).map(({ text }) => text)).toEqual([RIVER])
  })

  test('keeps the lists, listings, tables and captions of its article', async () => {
    const words = passagesIn((await readPage(PAGE)).article.root).map(({ kind, text }) => `${kind} ${text}`)
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
})

describe('text in the head of a page, which browsers take for the body, is read', () => {
  test.each([
    [
      'a div with all of the text, without a body',
      `<html><head><title>The river</title><div>${TEXT}</div></head></html>`,
    ],
    ['an unclosed head', `<!doctype html><head><title>The river</title><h1>The river</h1>${TEXT}`],
    [
      'a div, before an empty body',
      `<html><head><title>The river</title><div>${TEXT}</div><style>a{}</style></head><body></body></html>`,
    ],
    [
      'a div, before a body with the rest',
      `<html><head><div>By the harbour</div></head><body><h1>The river</h1>${TEXT}</body></html>`,
    ],
    ['prose, before the body', `<html><head>${TEXT}</head><body><p>${PROSE}</p></body></html>`],
  ])('from %s', async (_, html) => {
    const { article, file } = await readPage(html)
    expect(article.text).toContain('The river rose by two metres')
    expect(article.text).not.toContain('a{}')
    expect(file.messages).toEqual([])
  })
})
