import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, BlockPassage, Passage, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'
import { Unreadable } from '../../src/read/unreadable.ts'

const STORY = readFileSync(new URL('../fixtures/read/lock-keepers.html', import.meta.url))

const PROSE =
  'The keeper winds the paddles slowly, and waits, as the water falls, for the boat to settle against the wall of the chamber. '

interface Reading {
  readonly article: Article
  readonly file: VFile
}

async function reading(page: string | Uint8Array, path = 'page.html'): Promise<Reading> {
  const file = new VFile({ path })
  return { article: await read(typeof page === 'string' ? Buffer.from(page) : page, file), file }
}

function blocksIn(section: Section): BlockPassage[] {
  return [...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(blocksIn)]
}

function headingsIn(section: Section): string[] {
  return section.sections.flatMap((each) => [each.heading?.text ?? '', ...headingsIn(each)])
}

function headOf({ title, subtitle, byline, date }: Article): readonly (string | undefined)[] {
  return [title, subtitle, byline, date].map((passage) => passage?.text)
}

function wordsAt(file: string, passage: Passage): string {
  const line = file.split(/\r\n?|\n/)[(passage.position?.start.line ?? 0) - 1] ?? ''
  return line.slice((passage.position?.start.column ?? 0) - 1)
}

describe('a saved page', () => {
  test('gives its article in reading order, each passage with its kind', async () => {
    const { article } = await reading(STORY)
    expect(headOf(article)).toEqual([
      'The last lock keepers',
      'Seventeen people still live beside the gates that they wind',
      'Canal Quarterly Staff',
      '3 May 2023',
    ])
    expect(article.language).toBe('en-GB')
    expect(headingsIn(article.root)).toEqual(['What they do', 'How the level is reckoned'])
    expect(blocksIn(article.root).map(({ kind, depth, text }) => `${kind}${depth} ${text.slice(0, 40)}`)).toEqual([
      'prose0 Before dawn, when the mist lies on the c',
      'caption0 Lock 14 at first light. Photograph: Arch',
      'prose0 Of the two hundred houses that the compa',
      'prose0 The work follows the water, not the cloc',
      'item1 winding the paddles',
      'item2 slowly at first',
      'item1 greasing the racks',
      'prose0 On a warm Sunday in August a keeper may ',
      'prose0 Boats worked through',
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

  test('leaves out what is around the article or points away from it', async () => {
    const { article } = await reading(STORY)
    const furniture = ['Boats for sale', 'privacy', 'Share', 'Email', 'Never miss', 'uncle', 'Ice on', '©', 'Who makes']
    for (const words of furniture) expect(article.text).not.toContain(words)
    expect(article.text).toContain('into a book. Nobody')
  })

  test('knows where in the file each passage is', async () => {
    const { article } = await reading(STORY)
    const prose = blocksIn(article.root).filter(({ text }) => text !== '')
    for (const passage of prose) {
      const [word = ''] = /^[\p{L}\d]+/u.exec(passage.text.trim()) ?? []
      expect(wordsAt(STORY.toString(), passage)).toContain(word)
    }
    const code = blocksIn(article.root).filter(({ kind }) => kind === 'code')
    expect(code.map(({ position }) => position?.start.line)).toEqual([48, 49, undefined, 51])
  })

  test('has its pictures with their addresses, and its listings with their languages', async () => {
    const { article } = await reading(STORY)
    const nodes = [article.root, ...article.root.sections].flatMap(({ blocks }) => blocks.map(({ node }) => node))
    const pictures = nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : []))
    expect(pictures).toContainEqual(expect.objectContaining({ type: 'image', url: 'pictures/lock.jpg' }))
    expect(nodes).toContainEqual(expect.objectContaining({ type: 'code', lang: 'python' }))
  })

  test('runs nothing while it is read', async () => {
    await reading(STORY)
    expect('lecternScriptRan' in globalThis).toBe(false)
  })
})

describe('unusual uses of elements', () => {
  const page = (body: string): string => `<html><body><article><p>${PROSE.repeat(3)}</p>${body}</article></body></html>`
  const passages = async (body: string): Promise<string[]> => {
    const { article } = await reading(page(body))
    return blocksIn(article.root)
      .map(({ kind, text }) => `${kind} ${text}`)
      .slice(1)
  }

  test('line breaks used as paragraph breaks make paragraphs', async () => {
    expect(
      await passages(`<div>First of the two, here.<br><br>\n<b>Second</b> of them, there.<br>Still it.</div>`),
    ).toEqual(['prose First of the two, here.', 'prose Second of them, there. Still it.'])
  })

  test('a layout table is not read as a table', async () => {
    const arranged = `<table><tr><td><h2>Left</h2><p>${PROSE}</p></td><td><p>${PROSE}</p></td></tr></table>`
    expect(await passages(arranged)).toEqual([`prose ${PROSE.trim()}`, `prose ${PROSE.trim()}`])
  })

  test('footnotes are read as such, without the signs that refer to them', async () => {
    const noted = `<p>${PROSE}As it was said.<a href="#fn1" id="fnref1"><sup>1</sup></a></p>
      <ol><li id="fn1"><p>By nobody in particular, as far as anyone knows. <a href="#fnref1">↩</a></p></li></ol>`
    expect(await passages(noted)).toEqual([
      `prose ${PROSE}As it was said.`,
      'footnote By nobody in particular, as far as anyone knows.',
    ])
  })

  test('bold lines over paragraphs are headings if there are no others', async () => {
    const { article } = await reading(
      page(`<p><b>On water</b></p><p>${PROSE}</p><p><strong>On gates</strong></p><p>${PROSE}</p>`),
    )
    expect(headingsIn(article.root)).toEqual(['On water', 'On gates'])
  })

  test('a heading with author and date is not a heading', async () => {
    const credits = '<h3 class="byline">By Ada Keeper</h3><h3 class="dateline">Published 3 May 2023, 4:07 PM</h3>'
    const { article } = await reading(
      `<html><head><title>Ice on the cut</title></head><body><article><h1>Ice on the cut</h1>${credits}${`<p>${PROSE}</p>`.repeat(4)}</article></body></html>`,
    )
    expect(headingsIn(article.root)).toEqual([])
    expect(article.date?.text).toContain('3 May 2023')
  })

  test('a formula is its TeX', async () => {
    const formula = `<p>${PROSE}Here <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math> is.</p>`
    expect(await passages(formula)).toEqual([`prose ${PROSE}Here x^2 is.`])
  })

  test('small and decorative pictures are not shown', async () => {
    const { article } = await reading(
      page(
        '<p><img src="a.png" alt=""></p><p><img src="b.png" width="1" height="1"></p><p><img src="c.png" alt="Gate"></p>',
      ),
    )
    expect(JSON.stringify(article.root.blocks.map(({ node }) => node))).not.toMatch(/[ab]\.png/)
    expect(JSON.stringify(article.root.blocks.map(({ node }) => node))).toContain('c.png')
  })

  test('a placeholder gives way to its picture, and is not a picture by itself', async () => {
    const { article } = await reading(
      page(
        '<p><img src="/img/ajax-loader.gif" data-src="quay.jpg"></p><p><img src="/img/loading.png"></p>' +
          '<figure><img src="placeholder.svg" data-src="lock.jpg"><figcaption>The lock</figcaption></figure>',
      ),
    )
    const shown = JSON.stringify(article.root.blocks.map(({ node }) => node))
    expect(shown.match(/"url":"[^"]*"/g)).toEqual(['"url":"quay.jpg"', '"url":"lock.jpg"'])
  })
})

describe('what a page says about itself', () => {
  test('has one date: others near its top are lines of the page', async () => {
    const { article } = await reading(
      '<h1>The lock</h1><p>3 May 2023</p><p>4 May 2023</p><p>The lock lifts forty boats a day.</p>',
    )
    expect([article.date?.text, article.text]).toEqual([
      '3 May 2023',
      'The lock\n3 May 2023\nThe lock lifts forty boats a day.',
    ])
  })

  test('has an Arabic date, with both names of the month and what stands around it', async () => {
    const { article } = await reading(
      '<h1>الميناء القديم</h1><p>الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)</p><p>بني الميناء القديم في عام 1850.</p>',
    )
    expect(article.date?.text).toBe('الأحد، 04 آب/اغسطس 2013')
  })

  const titled = (title: string, heading: string): string =>
    `<html><head><title>${title}</title></head><body><h1>${heading}</h1><article><p>${PROSE.repeat(4)}</p></article></body></html>`

  test.each([
    ['Ice on the cut | The Canal', 'Ice on the cut', 'Ice on the cut'],
    ['The Canal: Ice on the whole cut', 'Ice on the whole cut', 'Ice on the whole cut'],
    ['運河の氷：運河新聞', '運河の氷', '運河の氷'],
    ['Ice: a history', 'The Canal', 'Ice: a history'],
  ])('the title %j over the heading %j', async (title, heading, expected) => {
    expect((await reading(titled(title, heading))).article.title?.text).toBe(expected)
  })

  test.each([
    [
      'Keeper Convicted : NPR',
      '<meta property="og:title" content="Keeper Found Guilty">',
      'Keeper Found Guilty',
      'Keeper Found Guilty',
    ],
    ['Ice on the cut : news of today', '', '<span>Ice on the whole cut</span>', 'Ice on the cut : news of today'],
    [
      'Ice on the whole cut : The Two-Way : NPR',
      '<meta property="og:site_name" content="NPR.org">',
      'Menu',
      'Ice on the whole cut',
    ],
    [
      'Ice on the cut — www.canal.example',
      '<link rel="canonical" href="https://www.canal.example/a">',
      'Menu',
      'Ice on the cut',
    ],
    [
      'canal.example: Ice on the cut',
      '<link rel="canonical" href="https://canal.example/a">',
      'Menu',
      'Ice on the cut',
    ],
  ])('the title %j with %j over the heading %j', async (title, head, heading, expected) => {
    expect((await reading(titled(`${title}</title>${head}<title>`, heading))).article.title?.text).toBe(expected)
  })

  test('language and direction', async () => {
    const arabic = 'يمشي الحارس قبل الفجر على القناة، ويكتب ارتفاع الماء في دفتر قديم لا يقرؤه أحد. '.repeat(8)
    const { article } = await reading(
      `<html lang="ar" dir="rtl"><body><article><p>${arabic}</p></article></body></html>`,
    )
    expect([article.language, article.direction]).toEqual(['ar', 'rtl'])
  })

  test('is ignored if the words are in another language', async () => {
    const german =
      'Vor dem Morgengrauen geht der Wärter über die Schleuse und schreibt den Stand des Wassers in ein Buch, das niemand mehr liest. '
    const { article } = await reading(
      `<html lang="en-US"><body><article><p>${german.repeat(9)}</p></article></body></html>`,
    )
    expect(article.language).toBe('de')
  })
})

describe('the encoding of a page', () => {
  test('have no control characters in its attributes either', async () => {
    const head =
      '<meta property="og:site_name" content="Canal&#14; Quarterly"><meta property="og:url" content="https://a.example/\x0e">'
    const { article } = await reading(
      `<head>${head}</head><p>The river rose by two metres in one night.</p><img src="a.png" alt="The&#7; bridge">`,
    )
    expect(article.source).toEqual({ site: 'Canal Quarterly', address: 'https://a.example/' })
    expect(JSON.stringify(article)).not.toMatch(/\\u00/)
  })

  const inBody = (text: string, head = ''): string =>
    `<html><head>${head}</head><body><article><p>${text.repeat(30)}</p></article></body></html>`

  test('is the one that it names', async () => {
    const japanese = Buffer.from([0x89, 0x5e, 0x89, 0xcd]) // 運河 in Shift_JIS
    const [before = '', after = ''] = inBody(
      '@',
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
    ).split('@'.repeat(30))
    const bytes = Buffer.concat([Buffer.from(before), ...Array<Buffer>(200).fill(japanese), Buffer.from(after)])
    expect((await reading(bytes)).article.text).toBe('運河'.repeat(200))
  })

  test('is that of its byte order mark, or UTF-8 if its bytes are that, whatever it names', async () => {
    const sixteen = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(inBody('Wärter, über Wasser. '), 'utf16le')])
    expect((await reading(sixteen)).article.text).toContain('Wärter, über Wasser.')
    const wrong = inBody('Wärter, über Wasser. ', '<meta charset="windows-1251">')
    expect((await reading(wrong)).article.text).toContain('Wärter, über Wasser.')
  })

  test('is that of a web archive', async () => {
    const archive = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html";',
      '\tboundary="----Part"',
      '',
      '------Part',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `<html><body><article><p>${'W=C3=A4rter, =\r\nhier. '.repeat(30)}</p></article></body></html>`,
      '------Part',
      'Content-Type: image/png',
      '',
      'x',
      '------Part--',
    ].join('\r\n')
    expect((await reading(archive, 'page.mhtml')).article.text).toContain('Wärter, hier. Wärter')
  })
})

describe('a page that cannot be read', () => {
  const reasonOf = async (page: string): Promise<string> => {
    const file = new VFile({ path: 'page.html' })
    const error = await read(Buffer.from(page), file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Unreadable)
    expect(file.messages.at(-1)).toMatchObject({ fatal: true, line: 1, column: 1 })
    return String(file.messages.at(-1)?.reason)
  }

  test.each([
    ['is empty', '', /empty/],
    [
      'is filled by a script',
      '<html><body><div id="root"></div><script src="app.js"></script></body></html>',
      /script fills/,
    ],
    ['arranges frames', '<html><frameset><frame src="a.html"></frameset></html>', /frames/],
  ])('%s', async (_, page, reason) => {
    expect(await reasonOf(page)).toMatch(reason)
  })
})

describe('a hostile page', () => {
  test.each([
    ['elements without end', '<div>'.repeat(50_000)],
    ['attributes without end', `<p ${Array.from({ length: 50_000 }, (_, index) => `a${index}=1`).join(' ')}>${PROSE}`],
    [
      'cells that are stretched over everything',
      `<table>${`<tr>${'<td colspan=9999 rowspan=9999>c</td>'.repeat(20)}</tr>`.repeat(50)}</table>`,
    ],
    ['tables in tables', `${'<table><tr><td>a<td>'.repeat(150)}${PROSE}`],
    [
      'captions in captions',
      `${'<table><caption>a'.repeat(60)}${'</caption><tr><td>b</td><td>c</td></tr></table>'.repeat(60)}<p>${PROSE}</p>`,
    ],
    ['forty thousand elements', `<p>${PROSE}</p>`.repeat(40_000)],
    ['references', '&amp;'.repeat(600_000)],
    ['one text without end', `<p>${'x'.repeat(3_000_000)}</p>`],
    ['quotes without end', `<p a="${'<p>x</p>'.repeat(100_000)}`],
    ['data that nest', `<script type="application/ld+json">${'{"a":'.repeat(100_000)}</script><p>${PROSE}`],
    ['text at the bottom of a well', `${'<div>'.repeat(190)}${PROSE.repeat(8_000)}`],
  ])('of %s is read in time', async (_, page) => {
    const file = new VFile({ path: 'page.html' })
    const result = await read(Buffer.from(page), file).catch((error: unknown) => error)
    if (!(result instanceof Unreadable)) expect(result).toHaveProperty('type', 'article')
    expect(file.messages.filter(({ line }) => line === undefined || line < 1)).toEqual([])
  })

  test('reports that one long text was cut', async () => {
    const { file } = await reading(`<p>${'x '.repeat(1_100_000)}</p>`)
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-long')
  })

  test('reports where it was cut', async () => {
    const { file } = await reading(`<p>${PROSE}</p>\n`.repeat(60_000))
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-long')
    expect(file.messages.find(({ ruleId }) => ruleId === 'too-long')?.line).toBeGreaterThan(1_000)
  })
})

test('the passages of any page cover its text, one line each', async () => {
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
  const odd = fc.constantFrom(
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
  const source = fc.array(fc.oneof(tag, odd, fc.lorem({ maxCount: 12 }), fc.string({ unit: 'binary', maxLength: 9 })), {
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(source, async (parts) => {
      const result = await reading(parts.join('')).catch((error: unknown) => error)
      if (result instanceof Unreadable) return
      if (result instanceof Error) throw result
      const { article } = result as Reading
      const all = (section: Section): Passage[] => [
        ...(section.heading ? [section.heading] : []),
        ...section.blocks.flatMap(({ passages }) => passages),
        ...section.sections.flatMap(all),
      ]
      const head = [article.title, article.subtitle, article.byline, article.date].flatMap((passage) => passage ?? [])
      const passages = [...head, ...all(article.root)].toSorted(
        (one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1],
      )
      for (const { text, span } of passages) expect(article.text.slice(...span)).toBe(text)
      expect(passages.map(({ text }) => text).join('\n')).toBe(article.text)
    }),
    { numRuns: 150, seed: 1 },
  )
})

test.each([
  ['a division inside the head', `<head><title>Locks</title><div>${PROSE}</div></head>`],
  ['a head that is never closed', `<head><div>${PROSE}`],
  ['a head with prose before the body', `<html><head>${PROSE.repeat(3)}</head><body><p>${PROSE}</p></body></html>`],
])('the words of %s are read', async (_, page) => {
  const { article } = await reading(page)
  expect(article.text).toContain('The keeper winds the paddles slowly')
})
