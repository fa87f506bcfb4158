import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Passage, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { PROSE, type ReadPage, readPage } from './read-page.ts'

describe('a page is refused', () => {
  const reasonOf = async (page: string): Promise<string> => {
    const file = new VFile({ path: 'page.html' })
    const error = await read(Buffer.from(page), file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(file.messages.at(-1)).toMatchObject({ fatal: true, line: 1, column: 1 })
    return String(file.messages.at(-1)?.reason)
  }

  test.each([
    ['if it is empty', '', /empty/],
    [
      'if a script fills it',
      '<html><body><div id="root"></div><script src="app.js"></script></body></html>',
      /script adds it/,
    ],
    [
      'if its text is nested too deeply',
      `${'<div>'.repeat(20_000)}<p>${PROSE}`,
      /part of this page that could be read/,
    ],
    ['if it only arranges frames', '<html><frameset><frame src="a.html"></frameset></html>', /frames/],
  ])('%s', async (_, page, reason) => {
    expect(await reasonOf(page)).toMatch(reason)
  })
})

describe('a hostile page', () => {
  test.each([
    ['endless elements', '<div>'.repeat(50_000)],
    ['endless attributes', `<p ${Array.from({ length: 50_000 }, (_, index) => `a${index}=1`).join(' ')}>${PROSE}`],
    [
      'cells that span everything',
      `<table>${`<tr>${'<td colspan=9999 rowspan=9999>c</td>'.repeat(20)}</tr>`.repeat(50)}</table>`,
    ],
    ['nested tables', `${'<table><tr><td>a<td>'.repeat(150)}${PROSE}`],
    [
      'nested captions',
      `${'<table><caption>a'.repeat(60)}${'</caption><tr><td>b</td><td>c</td></tr></table>'.repeat(60)}<p>${PROSE}</p>`,
    ],
    ['forty thousand elements', `<p>${PROSE}</p>`.repeat(40_000)],
    ['character references', '&amp;'.repeat(600_000)],
    ['a single endless word', `<p>${'x'.repeat(3_000_000)}</p>`],
    ['an unclosed attribute value', `<p a="${'<p>x</p>'.repeat(100_000)}`],
    ['nested data', `<script type="application/ld+json">${'{"a":'.repeat(100_000)}</script><p>${PROSE}`],
    ['deeply nested text', `${'<div>'.repeat(190)}${PROSE.repeat(4_000)}`],
  ])('with %s is read or refused in time', async (_, page) => {
    const file = new VFile({ path: 'page.html' })
    const result = await read(Buffer.from(page), file).catch((error: unknown) => error)
    if (!(result instanceof UnreadableError)) expect(result).toHaveProperty('type', 'article')
    expect(file.messages.filter(({ line }) => line === undefined || line < 1)).toEqual([])
  })

  test('causes a message if a single long paragraph is cut off', async () => {
    const { file } = await readPage(`<p>${'x '.repeat(1_100_000)}</p>`)
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-long')
  })

  test('causes a message that says where it is cut off', async () => {
    const { file } = await readPage(`<p>${PROSE}</p>\n`.repeat(60_000))
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-long')
    expect(file.messages.find(({ ruleId }) => ruleId === 'too-long')?.line).toBeGreaterThan(1_000)
  })
})

test('the passages of a random page cover its whole text, one line each', async () => {
  const tags = [
    'p',
    'div',
    'b',
    'a',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'pre',
    'code',
    'h1',
    'h2',
    'figure',
    'figcaption',
    'blockquote',
    'span',
    'sup',
    'ol',
    'dl',
    'dt',
    'dd',
    'article',
    'title',
    'time',
  ]
  const tag = fc.constantFrom(...tags, ...tags.map((name) => `/${name}`)).map((name) => `<${name}>`)
  const oddity = fc.constantFrom(
    '<br><br>',
    '<img src=x alt=y>',
    '&nbsp;',
    '&shy;',
    '\u2028',
    '\r\n',
    '<!--',
    '-->',
    '<![CDATA[',
    '\0',
    '\uD800',
  )
  const source = fc.array(
    fc.oneof(tag, oddity, fc.lorem({ maxCount: 12 }), fc.string({ unit: 'binary', maxLength: 9 })),
    {
      maxLength: 60,
    },
  )
  await fc.assert(
    fc.asyncProperty(source, async (parts) => {
      const result = await readPage(parts.join('')).catch((error: unknown) => error)
      if (result instanceof UnreadableError) return
      if (result instanceof Error) throw result
      const { article } = result as ReadPage
      const allPassages = (section: Section): Passage[] => [
        ...(section.heading ? [section.heading] : []),
        ...section.blocks.flatMap(({ passages }) => passages),
        ...section.sections.flatMap(allPassages),
      ]
      const head = [article.title, article.subtitle, article.byline, article.date].flatMap((passage) => passage ?? [])
      const passages = [...head, ...allPassages(article.root)].toSorted(
        (one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1],
      )
      for (const { text, span } of passages) expect(article.text.slice(...span)).toBe(text)
      expect(passages.map(({ text }) => text).join('\n')).toBe(article.text)
    }),
    { numRuns: 150, seed: 1 },
  )
})
