import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, BlockPassage, Section } from '../../src/model/article.ts'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

function readMarkdown(text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
}

function passagesIn(section: Section): BlockPassage[] {
  return [...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(passagesIn)]
}

async function wordsIn(text: string): Promise<string[]> {
  return passagesIn((await readMarkdown(text)).root).map(({ kind, text }) => `${kind} ${text}`)
}

/** Lists the marked words, each after its style ("strong words"). A link's style is its address. */
async function marksIn(text: string, path = 'talk.md'): Promise<string[]> {
  const article = await read(new TextEncoder().encode(text), new VFile({ path }))
  return article.marks.map(
    ({ style, span }) => `${style.type === 'link' ? style.url : style.type} ${article.text.slice(...span)}`,
  )
}

describe('Markdown', () => {
  test('keeps the styles of its words', async () => {
    expect(
      await marksIn(
        '# The `run` *command*\n\nA **strong\n[link](https://example.org/a "t")**, ~~old~~ $x^2$.\n\n| a | b |\n| - | - |\n| 1 | `two` |\n\n- [one][r]\n\n[r]: mailto:harbour@example.org\n',
      ),
    ).toEqual([
      'inlineCode run',
      'emphasis command',
      'strong strong link',
      'https://example.org/a link',
      'delete old',
      'inlineMath x^2',
      'inlineCode two',
      'mailto:harbour@example.org one',
    ])
    expect(
      await marksIn(
        '<article><h1>T</h1><p>Some <b>bold</b> and <a href="https://example.org/">linked</a> words stand here, enough of them.</p></article>',
        'talk.html',
      ),
    ).toEqual(['strong bold', 'https://example.org/ linked'])
  })

  test('keeps only links to web and mail addresses', async () => {
    const addresses = [
      'other.md',
      '#here',
      '//example.org',
      'file:///etc/passwd',
      'javascript:run()',
      'https://name:word@example.org/',
      'ftp://example.org',
    ]
    expect(await marksIn(`# T\n\n${addresses.map((address) => `[words](${address})`).join(' and ')}\n`)).toEqual([])
  })

  test('is reduced to its words', async () => {
    expect(
      await wordsIn(
        '# T\n\nA *very* **strong** `code` [link](https://example.org "title")  \nover two\nlines.[^1]\n\n[^1]: A *note*.\n',
      ),
    ).toEqual(['prose A very strong code link over two lines.', 'footnote A note.'])
  })

  test.each([
    ['a list', '# T\n\n- one\n- two\n  - three\n\n    more\n', ['item one', 'item two', 'item three', 'item more']],
    ['a table', '# T\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n', ['row a\tb', 'row 1\t2']],
    ['a listing', '# T\n\n```js\na()\n\n  b()\n```\n', ['code a()', 'code ', 'code   b()']],
    ['a quotation', '# T\n\n> We knew.\n', ['quotation We knew.']],
    [
      'a picture with its caption in italics below it',
      '# T\n\n![A quay](quay.png)\n*The quay in May.*\n\n![A lock](lock.png)\n\n_The lock in June._\n\nWords.\n',
      ['caption The quay in May.', 'caption The lock in June.', 'prose Words.'],
    ],
    [
      'pictures whose words only say that they are pictures',
      '# T\n\n![avatar](a.png) ![values](b.png)\n\nWords.\n',
      ['prose Words.'],
    ],
    [
      'a picture with attributes, and a link',
      '# T\n\n![The quay](quay.png){\nwidth=50%\nalt=\'the quay\' .wide\n}\n\nA [link](https://example.org){target="_blank"} and {braces}.\n',
      ['caption The quay', 'prose A link and {braces}.'],
    ],
    ['an alert', '# T\n\n> **Note**\n> Shut the gate.\n', ['prose Note: Shut the gate.']],
    [
      'MDX comments',
      '# T\n\n{/* For the web\nalone. */}\n\n## The quay {/*the-quay*/}\n\nIt is {long}.\n',
      ['prose It is {long}.'],
    ],
    ['a picture', '# T\n\n![The quay at noon](quay.png)\n', ['caption The quay at noon']],
    [
      'raw HTML',
      '# T\n\n<div onclick="x()">Words <b>inside</b></div>\n\n<script>alert(1)</script>\n\n<!-- no -->\n\nEnd.\n',
      ['prose Words inside', 'prose End.'],
    ],
    [
      'prices, which are not formulas',
      '# T\n\nIt cost $5 and later $6 more.\n',
      ['prose It cost $5 and later $6 more.'],
    ],
  ])('may contain %s', async (_, text, words) => {
    expect(await wordsIn(text)).toEqual(words)
  })

  test('has nested sections, even if heading levels are skipped', async () => {
    const { title, root } = await readMarkdown('# The talk\n\n## One\n\na.\n\n#### Deep\n\nb.\n\n## Two\n\nc.\n')
    const outline = (section: Section): unknown[] =>
      section.sections.map((each) => [each.depth, each.heading?.text, outline(each)])
    expect(title?.text).toBe('The talk')
    expect(outline(root)).toEqual([
      [1, 'One', [[2, 'Deep', []]]],
      [1, 'Two', []],
    ])
  })

  test('has bold lines above paragraphs as headings, one level below the heading above', async () => {
    const { root } = await readMarkdown(
      '# Locks\n\n## Work\n\nIt is hard.\n\n**By day**\n\nThe gates open.\n\n**By night**\n\n- The gates close\n\n## Pay\n\nIt is low.\n\n**100**\n\nper day, and **no more.**\n',
    )
    const [work, pay] = root.sections
    expect(work?.sections.map(({ heading, depth }) => [heading?.text, depth])).toEqual([
      ['By day', 2],
      ['By night', 2],
    ])
    expect(pay?.sections).toEqual([])
  })

  test('has bold links above lists as headings', async () => {
    const text =
      '# Locks\n\n## Work\n\n[**Gates**](https://example.org/gates)\n\n- They are made of oak.\n\n[**Pumps**](https://example.org/pumps)\n\n- They run at night.\n'
    const { root } = await readMarkdown(text)
    expect(root.sections.flatMap(({ sections }) => sections.map(({ heading }) => heading?.text))).toEqual([
      'Gates',
      'Pumps',
    ])
  })

  test('does not treat a single bold line as a heading', async () => {
    const { root } = await readMarkdown('# Locks\n\n**Open by day**\n\nThe gates open.\n')
    expect(root.sections).toEqual([])
  })

  test('has the title, authors, date and language in its front matter', async () => {
    const article = await readMarkdown(
      '---\ntitle: The talk\nauthor: [One Workshop, Another]\ndate: 2026-03-14\nlang: de\n---\n\nEs regnet.\n',
    )
    const { title, byline, date, language, text } = article
    expect([title, byline, date].map((passage) => passage?.text)).toEqual([
      'The talk',
      'One Workshop, Another',
      '14. März 2026',
    ])
    expect(language).toBe('de')
    expect(text).toBe('The talk\nOne Workshop, Another\n14. März 2026\nEs regnet.')
  })

  test('has the title, authors and date in a title block of Pandoc', async () => {
    const article = await readMarkdown('% The lock\n% Ann Bell; Bo Hill\n% 3 May 2024\n\n# Gates\n\nThe lock is old.\n')
    expect([article.title, article.byline, article.date].map((part) => part?.text)).toEqual([
      'The lock',
      'Ann Bell, Bo Hill',
      '3 May 2024',
    ])
    expect(article.text).not.toContain('%')
  })

  test.each(['---', '+++'])('may have TOML front matter between %s', async (fence) => {
    const { title, text, frontMatter } = await readMarkdown(
      `${fence}\ntitle = "The talk"\n\n[extra]\nwide = true\n${fence}\n\nIt rains.\n`,
    )
    expect([title?.text, text, frontMatter?.values.extra]).toEqual([
      'The talk',
      'The talk\nIt rains.',
      { wide: 'true' },
    ])
  })

  test('may begin with a paragraph between two rules, which is not front matter', async () => {
    const { text } = await readMarkdown('---\nIt rains = it pours.\n---\n\nMore.\n')
    expect(text).toContain('It rains = it pours.')
  })

  test('keeps the position of each word in the file', async () => {
    const source = '---\ntitle: The talk\n---\n\n## Part *one*\n\nSome words\nand a **second** line.\n'
    const article = await readMarkdown(source)
    for (const word of ['Part', 'one', 'Some', 'second']) {
      const { line, column } = pointAt(article, article.text.indexOf(word))
      expect(source.split('\n')[line - 1]?.slice(column - 1), word).toMatch(new RegExp(`^${word}`))
    }
  })
})

describe('Markdown with images and active content', () => {
  async function messagesOf(text: string): Promise<string[]> {
    const file = new VFile({ path: 'talk.md' })
    await read(new TextEncoder().encode(text), file)
    return file.messages.map(
      ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason.split(':')[0]}`,
    )
  }

  test.each([
    ['a script', '# T\n\nWords <script>run()</script> more.\n', '3:7 left-out A script was left out here'],
    [
      'an event handler',
      '# T\n\n<p>Words</p>\n<p onclick="run()">more</p>\n',
      '4:1 left-out A script was left out here',
    ],
    [
      'a frame',
      '# T\n\nWords.\n\n<iframe src="https://example.org"></iframe>\n',
      '5:1 left-out Embedded content was left out here',
    ],
    [
      'a link that runs a script',
      '# T\n\n[Words](java&Tab;script&colon;run()).\n',
      '3:1 left-out The address of a link was left out here',
    ],
    [
      'styles, twice',
      '# T\n\n<style>p{}</style>\n\nWords.\n\n<style>a{}</style>\n',
      '3:1 left-out Styles were left out here (2 times in this article)',
    ],
    [
      'an image beside words in a heading',
      '# T\n\n## Part ![icon](a.png)\n\nWords.\n',
      '3:9 image-not-shown An image in a heading is not shown. To show an image, put it on a separate line.',
    ],
  ])('causes a message about %s', async (_, text, message) => {
    expect(await messagesOf(text)).toEqual([message])
  })

  test('has its paragraphs divided at an image on a separate line', async () => {
    const { root } = await readMarkdown('# T\n\nThe box is open.\n![The box](box.png)\nTwo keys lie in it.\n')
    expect(root.blocks.map(({ passages }) => passages.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      ['prose The box is open.'],
      ['caption The box'],
      ['prose Two keys lie in it.'],
    ])
    const inline = 'The box ![box](box.png) is open.\n'
    expect((await readMarkdown(`# T\n\n${inline}`)).root.blocks).toHaveLength(1)
    const badge = 'The box is open.\n![passing](https://badges.example/passing.svg)\n'
    expect((await readMarkdown(`# T\n\n${badge}`)).root.blocks).toHaveLength(1)
  })

  test('has the caption of a table in HTML above the table', async () => {
    const table =
      '<table>\n<caption>Depths in <em>the harbour</em></caption>\n<tr><th>Place</th><th>Depth</th></tr>\n<tr><td>Quay</td><td>4 m</td></tr>\n</table>\n'
    const markdown = `# T\n\nTwo tides a day.\n\n${table}\nShips wait.\n`
    const article = await readMarkdown(markdown)
    expect(article.root.blocks.map(({ passages }) => passages.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      ['prose Two tides a day.'],
      ['caption Depths in the harbour'],
      ['row Place\tDepth', 'row Quay\t4 m'],
      ['prose Ships wait.'],
    ])
    const { line, column } = pointAt(article, article.text.indexOf('Depths'))
    expect([line, column]).toEqual([6, 10])
  })

  test('loses indentation with non-breaking spaces', async () => {
    expect((await readMarkdown('# T\n\nThe box.\n\n### &nbsp;&nbsp;Keys\n\nTwo.\n')).text).toContain('\nKeys\n')
  })

  test('keeps an image without alternative text, and one that is alone in a heading', async () => {
    const { root } = await readMarkdown('# T\n\n![](a.png)\n\n## ![](b.png)\n\nWords.\n')
    const urls =
      root.sections.length > 0 ? [] : root.blocks.map(({ node }) => JSON.stringify(node).match(/[ab]\.png/)?.[0])
    expect(urls).toEqual(['a.png', 'b.png', undefined])
  })
})

describe('the byline of Markdown', () => {
  test.each([
    ['under the title', '# The lock\n\nAuthor: Ann Bell\n\n3 May 2024\n\nThe lock is old.\n', 'Ann Bell'],
    [
      'with a date',
      '# The lock\n\nPosted by Ann Bell on 3 May 2024\n\nThe lock is old.\n',
      'Posted by Ann Bell on 3 May 2024',
    ],
    ['above the title', 'Written by @ann\n\n# The lock\n\nThe lock is old.\n', '@ann'],
    ['below front matter with the title', '---\ntitle: The lock\n---\n\nBy Ann Bell\n\nThe lock is old.\n', 'Ann Bell'],
  ])('is found %s', async (_, markdown, byline) => {
    const article = await readMarkdown(markdown)
    expect([article.title?.text, article.byline?.text]).toEqual(['The lock', byline])
    expect(passagesIn(article.root).map(({ text }) => text)).toEqual(['The lock is old.'])
  })

  test('is not mistaken for the title, and a line that only begins like one is not a byline', async () => {
    expect((await readMarkdown('Posted by Ann Bell\n\nThe lock is old.\n')).title).toBeUndefined()
    expect((await readMarkdown('# The lock\n\nBy default the lock is shut\n\nIt is old.\n')).byline).toBeUndefined()
  })
})

describe('HTML that a parser takes for code', () => {
  test.each([
    ['in a raw HTML block', '```{=html}\n<p>The <b>gauge</b> floats.</p>\n```'],
    ['in a raw HTML block of another tool', '``` =html\n<p>The <b>gauge</b> floats.</p>\n```'],
    ['indented in an element', '<div class="quay">\n\n    <p>The <b>gauge</b> floats.</p>\n\n</div>'],
  ])('is read for its words: %s', async (_, markdown) => {
    expect(await wordsIn(`# T\n\n${markdown}\n`)).toEqual(['prose The gauge floats.'])
  })

  test('stays code elsewhere', async () => {
    const code = '<p>The gauge floats.</p>'
    expect(await wordsIn(`# T\n\nWrite this:\n\n    ${code}\n`)).toEqual(['prose Write this:', `code ${code}`])
    expect(await wordsIn(`# T\n\n\`\`\`html\n${code}\n\`\`\`\n`)).toEqual([`code ${code}`])
  })
})

test('a heading loses its id, with or without spaces', async () => {
  const { root } = await readMarkdown(
    '# T\n\nWords.\n\n## The gates { #gates }\n\nMore.\n\n## The quay {#quay}\n\nMore.\n',
  )
  expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['The gates', 'The quay'])
})

describe('HTML that blank lines divide', () => {
  test.each([
    [
      'a list',
      '<div>\n<p>They define:</p>\n\n<ul>\n<li>Gates</li>\n\n\n<li>Weirs\n\n    <ul>\n\n    <li>Low ones</li>\n\n    </ul></li>\n</ul>\n</div>',
      ['prose They define:', 'item Gates', 'item Weirs', 'item Low ones'],
    ],
    [
      'a table',
      '<table>\n\n<tr><th>Gate</th><th>Depth</th></tr>\n\n<tr><td>Upper</td><td>4 m</td></tr>\n\n</table>',
      ['row Gate\tDepth', 'row Upper\t4 m'],
    ],
    [
      'a list that is never closed',
      '<ul>\n<li>Gates</li>\n\n<p>The weir is low.</p>',
      ['item Gates', 'prose The weir is low.'],
    ],
    [
      'a table below a list that is never closed',
      '<ul>\n<li>Gates</li>\n\n<table>\n\n<tr><td>Upper</td><td>4 m</td></tr>\n\n</table>',
      ['item Gates', 'row Upper\t4 m'],
    ],
    ['a list with Markdown in it', '<ul>\n\nThe weir is *low*.\n\n</ul>', ['prose The weir is low.']],
  ])('is still %s', async (_, html, words) => {
    expect(await wordsIn(`# T\n\n${html}\n\nBoats pass.\n`)).toEqual([...words, 'prose Boats pass.'])
  })
})

test('a heading loses a final colon, a no-break space and an edit link', async () => {
  const { root } = await readMarkdown('# T\n\n## The *lock:*\u00a0\n\n### Pumps[[edit](/w?edit=1)]\n\nOne.\n')
  expect(root.sections.map(({ heading, sections }) => [heading?.text, sections[0]?.heading?.text])).toEqual([
    ['The lock', 'Pumps'],
  ])
})

test.each([
  ['a sentence in italics', '_First printed in [the Post](https://post.example) by Ida Quay._', 'Costs'],
  ['a name in italics', '_The gates_', 'The gates'],
  ['a plain sentence', 'The gates were late.', 'The gates were late.'],
])(
  'of the headings directly under the title, only a sentence in italics is no section: %s',
  async (_, heading, first) => {
    const markdown = `# The lock\n\n## ${heading}\n\nIt opened in May.\n\n### Costs\n\nIt was dear.\n`
    const { title, root } = await readMarkdown(markdown)
    expect(title?.text).toBe('The lock')
    expect(root.sections.map((section) => section.heading?.text)).toEqual([first])
    const prose = passagesIn(root).map(({ text }) => text)
    expect(prose.includes('First printed in the Post by Ida Quay.')).toBe(first === 'Costs')
  },
)
