import type { Text } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Block, Section } from '../../src/model/article.ts'
import { withInlineNotes } from '../../src/read/markdown/inline-notes.ts'
import { read } from '../../src/read/read.ts'
import { picture, relationship, run, styled, wordFile } from '../support/word-file.ts'
import { PROSE } from './read-page.ts'

/** Lists the footnotes of an article, each with the words before the reference to it. */
async function footnotesOf(path: string, bytes: string | Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const article = await read(Buffer.from(bytes), new VFile({ path }))
  const blocksIn = (section: Section): readonly Block[] => [...section.blocks, ...section.sections.flatMap(blocksIn)]
  return blocksIn(article.root).flatMap(({ node, passages, referredAt = -1 }) =>
    node.type === 'footnoteDefinition'
      ? [
          [
            article.text
              .slice(0, referredAt)
              .split(/[\n.] ?/)
              .at(-2) ?? '',
            passages[0]?.text ?? '',
          ] as const,
        ]
      : [],
  )
}

const BODY = [
  'The gate is heavy, and nobody lifts it alone, because it is made of oak and of iron.',
  PROSE,
  PROSE.repeat(2),
]

type Form = readonly [mark: string, note: string]

/** The forms in which pages and Markdown refer to a footnote, and have it. */
const FORMS: readonly Form[] = [
  ['<a href="#fn1">1</a>', '<ol><li id="fn1">From the log.</li></ol>'],
  ['<a href="#fn1">[1]</a>', '<p id="fn1">From the log.</p>'],
  ['<sup><a href="#fn1">1</a></sup>', '<p id="fn1">From the log.</p>'],
  ['<a href="#fn1"><sup>1</sup></a>', '<p><a name="fn1"></a>From the log.</p>'],
  ['<sup id="cite1"><a href="#f1">1</a></sup>', '<ol><li id="f1">From the log. <a href="#cite1">↩</a></li></ol>'],
  ['<sup><a href="#ref1">1</a></sup>', '<ol><li id="ref1">From the log.</li></ol>'],
  ['<sup><a href="#fn:1">1</a></sup>', '<div class="footnotes"><ol><li id="fn:1"><p>From the log.</p></li></ol></div>'],
  ['<sup><a href="#n1">1</a></sup>', '<section><ol><li><p id="n1">From the log.</p></li></ol></section>'],
]

describe('a footnote is that of the sentence with the link to it', () => {
  test.each<Form>([
    ...FORMS,
    ['<a href="#_ftn1">[1]</a>', '<p><a href="#_ftnref1">[1]</a> From the log.</p>'],
    ['<sup>[<a href="#ref1">1</a>]</sup>', '<ol><li id="ref1">From the log.</li></ol>'],
    ['<a href="#note" title="note">*</a>', '<p id="note">From the log.</p>'],
    [
      '<a href="#f+1" class="footnote"><sup>[1]</sup></a><span class="footnote_tooltip">From the log.</span>',
      '<table><caption>Notes</caption><tr><th><a href="#r+1"><span id="f+1"></span>↑1</a></th><td>From the log.</td></tr></table>',
    ],
    [
      '<sup><a href="#cite_note-a-1">[1]</a></sup>',
      '<ol><li id="cite_note-a-1"><span class="mw-cite-backlink">^ <sup><a href="#r">a</a> <a href="#s">b</a></sup></span> From the log.</li></ol>',
    ],
  ])('in a web page: %s', async (mark, note) => {
    const page = `<html><body><article><h1>T</h1><p>${PROSE}It is shut.${mark} And more. ${PROSE}</p>${BODY.map((words) => `<p>${words}</p>`).join('')}${note}</article></body></html>`
    expect(await footnotesOf('page.html', page)).toEqual([['It is shut', 'From the log.']])
  })

  test.each<Form>([
    ...FORMS,
    ['[<sup>1</sup>](#f1)', '<a name="f1"></a> From the log.'],
    ['<sup>[1](#f1)</sup>', '1. <a id="f1"></a> From the log. [↩](#r1)'],
    ['[\\[1\\]](#fn1)', '<span id="fn1"></span>From the log.'],
  ])('in Markdown: %s', async (mark, note) => {
    const markdown = `# T\n\n${PROSE} It is shut.${mark} And more.\n\n${BODY.join('\n\n')}\n\n${note}\n`
    expect(await footnotesOf('talk.md', markdown)).toEqual([['It is shut', 'From the log.']])
  })

  test.each([
    ['a link to a section', '<a href="#s1">1</a>', '<h2 id="s1">Gates</h2>'],
    ['a link to a paragraph', '<a href="#p1">below</a>', '<p id="p1">From the log.</p>'],
    ['a heading that leads back to the contents', '', '<h2><a class="toc-backref" href="#c">Gates</a></h2>'],
  ])('but %s is not a footnote', async (_, link, target) => {
    const page = `<html><body><article><h1>T</h1><p>${PROSE}It is ${link}. ${PROSE}</p>${BODY.map((words) => `<p>${words}</p>`).join('')}${target}<p>${PROSE}</p></article></body></html>`
    expect(await footnotesOf('page.html', page)).toEqual([])
    expect((await read(Buffer.from(page), new VFile({ path: 'page.html' }))).text).toMatch(/Gates|From the log/)
  })
})

describe('an inline note of Pandoc', () => {
  test.each([
    ['words with markup', 'From the *log* [of May], see [it](https://example.org).', 'From the log [of May], see it.'],
    ['words over two lines', 'From the\nlog.', 'From the log.'],
  ])('is a footnote: %s', async (_, note, words) => {
    const text = `# T\n\nIt rose.^[${note}] It fell.\n\n- The gate is old.^[Of oak.]\n`
    expect(await footnotesOf('talk.md', text)).toEqual([
      ['It rose', words],
      ['The gate is old', 'Of oak.'],
    ])
  })

  test.each([
    '`^[code]`',
    'the pattern [^[ab]]',
    'an open ^[bracket',
    'x^[2]',
    'x^[n]',
    'the pattern ^[a-z]+$ that matches',
    'the pattern ^[A-Z _]+',
    'the pattern ^[abc]',
  ])('is not %s', async (words) => {
    expect(await footnotesOf('talk.md', `# T\n\nRead ${words} here. It fell.\n`)).toEqual([])
    const { text } = await read(Buffer.from(`Read ${words} here.\n`), new VFile({ path: 'talk.md' }))
    expect(text).toBe(`Read ${words.replace(/`/g, '')} here.`)
  })

  test('may be in a heading, in emphasis, or behind a pattern', async () => {
    const text = `# T\n\n## Gates^[Of oak.]\n\n*It rose.^[From the log.]* Read ^[a-z]+ here.^[Or elsewhere.]\n`
    const notes = await footnotesOf('talk.md', text)
    expect(notes.map(([, words]) => words)).toEqual(['Of oak.', 'From the log.', 'Or elsewhere.'])
  })

  test('may follow another', async () => {
    const notes = await footnotesOf('talk.md', '# T\n\nIt rose.^[From the *log*.]^[Or elsewhere.] It fell.\n')
    expect(notes.map(([, words]) => words)).toEqual(['From the log.', 'Or elsewhere.'])
  })

  test('is found in linear time in a paragraph with very many', () => {
    const value = 'It rose.^[From the log.] '.repeat(20_000)
    const source = { text: value, anchors: [{ offset: 0, point: { line: 1, column: 1 } }], shifted: false }
    const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: value.length } }
    const text: Text = { type: 'text', value, position }
    const { children } = withInlineNotes({ type: 'root', children: [{ type: 'paragraph', children: [text] }] }, source)
    expect(children.filter(({ type }) => type === 'footnoteDefinition')).toHaveLength(20_000)
  })
})

describe('a footnote of a caption is that of its picture or table', () => {
  test('in Markdown', async () => {
    const markdown = `# T\n\n${PROSE}\n\n![](a.png)\n*Figure 1: The gate[^1]*\n\n${PROSE}\n\n[^1]: From the log.\n`
    expect(await footnotesOf('talk.md', markdown)).toEqual([[expect.anything(), 'From the log.']])
    const article = await read(Buffer.from(markdown), new VFile({ path: 'talk.md' }))
    const note = article.root.blocks.find(({ node }) => node.type === 'footnoteDefinition')
    expect(article.text.slice(0, note?.referredAt)).toMatch(/Figure 1: The gate$/)
  })

  test.each([
    '<figure><img src="a.png" width="600"><figcaption>Figure 1: The gate<sup><a href="#fn1">1</a></sup></figcaption></figure>',
    '<table><caption>Figure 1: The gate<sup><a href="#fn1">1</a></sup></caption><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
  ])('in a web page: %s', async (figure) => {
    const page = `<html><body><article><h1>T</h1><p>${PROSE}</p>${figure}<p>${PROSE.repeat(3)}</p><ol><li id="fn1">From the log.</li></ol></article></body></html>`
    const article = await read(Buffer.from(page), new VFile({ path: 'page.html' }))
    const note = article.root.blocks.find(({ node }) => node.type === 'footnoteDefinition')
    expect(article.text.slice(0, note?.referredAt)).toMatch(/Figure 1: The gate$/)
  })

  test('in a Word file', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const bytes = wordFile({
      body: `${styled('Title', 'T')}<w:p>${run(PROSE)}</w:p><w:p>${picture('r:embed="image"', 'A gate')}</w:p><w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>${run('Figure 1: The gate')}${reference}</w:p><w:p>${run(PROSE)}</w:p>`,
      notes: `<w:footnote w:id="2"><w:p>${run('From the log.')}</w:p></w:footnote>`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: PIXEL }],
    })
    const article = await read(bytes, new VFile({ path: 'talk.docx' }))
    const note = article.root.blocks.find(({ node }) => node.type === 'footnoteDefinition')
    expect(article.text.slice(0, note?.referredAt)).toMatch(/Figure 1: The gate$/)
  })
})

describe('the label above the footnotes is not read', () => {
  test.each(['## Notes', '**Footnotes**', 'Fußnoten:', '---\n\n### Notes'])('%s', async (label) => {
    const markdown = `# T\n\n${PROSE}[^1]\n\n${label}\n\n[^1]: From the log.\n`
    const { text } = await read(Buffer.from(markdown), new VFile({ path: 'talk.md' }))
    expect(text).toBe(`T\n${PROSE.trim()}\nFrom the log.`)
  })

  test('unless there is more under it', async () => {
    const markdown = `# T\n\n${PROSE}[^1]\n\n## Notes\n\nThe keeper wrote them.\n\n[^1]: From the log.\n`
    expect((await read(Buffer.from(markdown), new VFile({ path: 'talk.md' }))).text).toContain('\nNotes\n')
  })
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==',
  'base64',
)
