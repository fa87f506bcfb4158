import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, BlockPassage, Section } from '../../src/model/article.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import { Unreadable } from '../../src/read/unreadable.ts'
import {
  item,
  paragraph,
  picture,
  relationship,
  run,
  styled,
  table,
  type WordFile,
  wordFile,
} from '../support/word-file.ts'
import { zip } from '../support/zip.ts'

const PROSE =
  'The keeper winds the paddles slowly, and waits, as the water falls, for the boat to settle against the wall.'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==',
  'base64',
)

interface Reading {
  readonly article: Article
  readonly file: VFile
}

async function reading(content: WordFile | string): Promise<Reading> {
  const file = new VFile({ path: 'talk.docx' })
  const article = await read(wordFile(typeof content === 'string' ? { body: content } : content), file)
  return { article, file }
}

function blocksIn(section: Section): BlockPassage[] {
  return [...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(blocksIn)]
}

function wordsIn({ root }: Article): string[] {
  return blocksIn(root).map(({ kind, depth, text }) => `${kind}${depth} ${text}`)
}

function headingsIn(section: Section): string[] {
  return section.sections.flatMap((each) => [`${each.depth} ${each.heading?.text}`, ...headingsIn(each)])
}

/** All content on slides, as data. */
function nodesOf({ root }: Article): string {
  return JSON.stringify(root)
}

function rulesOf(file: VFile): readonly (string | undefined)[] {
  return file.messages.map(({ ruleId }) => ruleId)
}

describe('a Word file', () => {
  test('has its title, its subtitle and its sections', async () => {
    const { article, file } = await reading(
      [
        styled('Title', 'The last lock keepers'),
        styled('Subtitle', 'Seventeen people beside the gates'),
        styled('Heading1', 'What they do'),
        paragraph(PROSE),
        styled('Heading2', 'By night'),
        paragraph(PROSE),
        styled('Heading1', 'What is left'),
        paragraph(PROSE),
      ].join(''),
    )
    expect(article.title?.text).toBe('The last lock keepers')
    expect(article.subtitle?.text).toBe('Seventeen people beside the gates')
    expect(headingsIn(article.root)).toEqual(['1 What they do', '2 By night', '1 What is left'])
    expect(wordsIn(article)).toEqual([`prose0 ${PROSE}`, `prose0 ${PROSE}`, `prose0 ${PROSE}`])
    expect(file.messages).toEqual([])
  })

  test('without a title on its page has that of its properties', async () => {
    const body = `${styled('Heading1', 'First')}${paragraph(PROSE)}${styled('Heading1', 'Second')}${paragraph(PROSE)}`
    const properties = '<dc:title>Locks &amp; keepers</dc:title>'
    expect((await reading({ body, properties })).article.title?.text).toBe('Locks & keepers')
    expect(headingsIn((await reading({ body, properties })).article.root)).toEqual(['1 First', '1 Second'])
  })

  test.each([['Microsoft Word - draft2.doc'], ['Untitled'], ['report.docx']])(
    'ignores a title that a program made up: %s',
    async (made) => {
      const properties = `<dc:title>${made}</dc:title>`
      const { article } = await reading({ body: paragraph(PROSE), properties })
      expect(article.title).toBeUndefined()
    },
  )

  test('has its lists, each item at its depth', async () => {
    const { article } = await reading(
      paragraph(PROSE) + item(0, 'winding the paddles') + item(1, 'slowly at first') + item(0, 'greasing the racks'),
    )
    expect(wordsIn(article).slice(1)).toEqual([
      'item1 winding the paddles',
      'item2 slowly at first',
      'item1 greasing the racks',
    ])
  })

  test('has its tables, row by row', async () => {
    const { article } = await reading(
      paragraph(PROSE) +
        table([
          ['Month', 'Boats'],
          ['May', '412'],
        ]),
    )
    expect(wordsIn(article).slice(1)).toEqual(['row0 Month\tBoats', 'row0 May\t412'])
    expect(article.root.blocks.map(({ node }) => node.type)).toEqual(['paragraph', 'table'])
  })

  test('has its pictures with their captions', async () => {
    const { article } = await reading({
      body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', 'Picture1.png')}</w:p>${styled('Caption', 'Lock 14 at first light')}`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: PIXEL }],
    })
    expect(wordsIn(article).slice(1)).toEqual(['caption0 Lock 14 at first light'])
    expect(nodesOf(article)).toContain(`data:image/png;base64,${PIXEL.toString('base64')}`)
  })

  test('takes as a caption what the author wrote, not what Word generated', async () => {
    const shown = (alt: string): Promise<Reading> =>
      reading({
        body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', alt)}</w:p>`,
        relationships: relationship('image', 'image', 'media/image1.png'),
        parts: [{ name: 'word/media/image1.png', data: PIXEL }],
      })
    expect(wordsIn((await shown('A lock in fog')).article).slice(1)).toEqual(['caption0 A lock in fog'])
    for (const alt of ['IMG 0042.jpg', 'A tower in a field&#10;&#10;Description automatically generated']) {
      const { article } = await shown(alt)
      expect(wordsIn(article).slice(1)).toEqual([])
      expect(nodesOf(article)).toContain('data:image/png')
    }
  })

  test('has its footnotes, without the numbers that refer to them', async () => {
    const { article } = await reading({
      body: `<w:p>${run('Nobody reads the book any more')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('. It is written on.')}</w:p>`,
      notes: `<w:footnote w:id="2">${paragraph('As the office says.')}</w:footnote>`,
    })
    expect(wordsIn(article)).toEqual([
      'prose0 Nobody reads the book any more. It is written on.',
      'footnote0 As the office says.',
    ])
  })

  test('has headings in the author’s own styles', async () => {
    const made =
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter (own)"/><w:basedOn w:val="Heading1"/></w:style>'
    const body = `${styled('Own', 'First')}${paragraph(PROSE)}${styled('Own', 'Second')}${paragraph(PROSE)}`
    const { article } = await reading({ body, styles: made, properties: '<dc:title>Locks</dc:title>' })
    expect(headingsIn(article.root)).toEqual(['1 First', '1 Second'])
  })

  test('takes bold lines over paragraphs as headings if it has no others', async () => {
    const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const body = `${styled('Title', 'Locks')}${bold('On water')}${paragraph(PROSE)}${bold('On gates')}${paragraph(PROSE)}`
    expect(headingsIn((await reading(body)).article.root)).toEqual(['1 On water', '1 On gates'])
  })

  test('leaves out deletions, comments and tables of contents', async () => {
    const changed =
      '<w:p><w:r><w:t xml:space="preserve">They are </w:t></w:r><w:del><w:r><w:delText>seven</w:delText></w:r></w:del><w:ins><w:r><w:t>seventeen.</w:t></w:r></w:ins></w:p>'
    const { article } = await reading(styled('TOC1', 'What they do 3') + changed)
    expect(wordsIn(article)).toEqual(['prose0 They are seventeen.'])
  })

  test('is in the language of its properties or styles if its words confirm it', async () => {
    const german =
      'Vor dem Morgengrauen geht der Wärter über die Schleuse und schreibt den Stand des Wassers in ein Buch, das niemand mehr liest. '
    const named = '<dc:language>de-AT</dc:language>'
    const inStyles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    const body = paragraph(german.repeat(9))
    expect((await reading({ body, properties: named })).article.language).toBe('de-AT')
    expect((await reading({ body, styles: inStyles })).article.language).toBe('de')
    expect((await reading({ body: paragraph(PROSE), styles: inStyles })).article.language).toBe('en-US')
  })

  test('reports the formulas that it leaves out', async () => {
    const formula = '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>'
    const { file } = await reading(`${paragraph(PROSE)}<w:p>${formula}${formula}</w:p>`)
    expect(file.messages.map(({ ruleId, reason, line }) => ({ ruleId, reason, line }))).toEqual([
      { ruleId: 'formula', reason: expect.stringMatching(/^2 formulas/), line: 1 },
    ])
  })

  test('is known by its first bytes, whatever its name', async () => {
    const article = await read(wordFile({ body: paragraph(PROSE) }), new VFile({ path: 'talk' }))
    expect(article.text).toBe(PROSE)
  })
})

describe('a Word file that cannot be read', () => {
  const whole = wordFile({ body: paragraph(PROSE) })
  const office = (name: string): Buffer =>
    zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name, data: '<x/>' },
    ])
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000)])
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
  const bomb = Buffer.alloc(LIMITS.partBytes + 1, 0x20)
  const entities =
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
  const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(300)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(300)}`

  test.each<[string, Buffer, RegExp]>([
    ['empty', Buffer.alloc(0), /empty/],
    ['of words only', wordFile({ body: '<w:p/>' }), /no text/],
    ['a text', Buffer.from('# A text'), /not a Word file/],
    ['of an old Word', compound, /old version of Word.*save it as \.docx/],
    ['locked', locked, /locked with a password/],
    ['locked as a zip file', zip([{ name: 'word/document.xml', data: 'x', isLocked: true }]), /locked with a password/],
    ['cut off', whole.subarray(0, whole.length - 400), /damaged/],
    ['overwritten in the middle', Buffer.from(whole).fill(0x55, 300, 700), /damaged/],
    ['of broken XML', wordFile({ body: '<w:p><w:r>' }), /damaged/],
    ['without its text', zip([{ name: 'word/styles.xml', data: '<x/>' }]), /damaged/],
    ['a table of Excel', office('xl/workbook.xml'), /an Excel file/],
    ['slides of PowerPoint', office('ppt/presentation.xml'), /a PowerPoint file/],
    ['a book', office('META-INF/container.xml'), /an EPUB book/],
    ['another archive', zip([{ name: 'a.txt', data: 'x' }]), /a zip archive/],
    ['of entities', wordFile({ body: '', parts: [{ name: 'word/document.xml', data: entities }] }), /entities/],
    ['a bomb', wordFile({ body: '', parts: [{ name: 'word/document.xml', data: bomb }] }), /more than/],
    [
      'a bomb that says it is small',
      wordFile({ body: '', parts: [{ name: 'word/document.xml', data: bomb, claimed: 10 }] }),
      /more than/,
    ],
    ['of tables in tables', wordFile({ body: deep }), /nested more than/],
  ])('%s', async (_, bytes, reason) => {
    const file = new VFile({ path: 'talk.docx' })
    await expect(read(bytes, file)).rejects.toThrow(Unreadable)
    expect(file.messages.at(-1)).toMatchObject({ fatal: true, line: 1, column: 1 })
    expect(String(file.messages.at(-1)?.reason)).toMatch(reason)
  })
})

describe('a hostile Word file', () => {
  test.each([
    ['of the web', 'http://169.254.169.254/secret.png'],
    ['of the disk', 'file:///etc/passwd'],
  ])('loads no picture %s', async (_, target) => {
    const { article, file } = await reading({
      body: `${paragraph(PROSE)}<w:p>${picture('r:link="image"', 'Secret')}</w:p>`,
      relationships: relationship('image', 'image', target, 'External'),
    })
    expect(nodesOf(article)).not.toContain('"image"')
    expect(nodesOf(article)).not.toContain(target)
    expect(rulesOf(file)).toEqual(['picture'])
  })

  test('reaches no other part of the file, and nothing outside it, by the address of a picture', async () => {
    const { article, file } = await reading({
      body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', 'Secret')}</w:p>`,
      relationships: relationship('image', 'image', '../../../../etc/passwd'),
    })
    expect(nodesOf(article)).not.toContain('"image"')
    expect(rulesOf(file)).toEqual(['picture'])
  })

  test('shows one picture no more often than the limits allow', async () => {
    const large = Buffer.alloc(LIMITS.pictureBytes / 4)
    const { article, file } = await reading({
      body: `${paragraph(PROSE)}${`<w:p>${picture('r:embed="image"', '')}</w:p>`.repeat(9)}`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: large }],
    })
    expect(article.root.blocks.filter(({ node }) => JSON.stringify(node).includes('"image"'))).toHaveLength(4)
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^5 pictures/)])
  })

  test('may not bring its own styles for HTML', async () => {
    const { article } = await reading({
      body: paragraph(PROSE),
      parts: [{ name: 'mammoth/style-map', data: 'p => script:fresh' }],
    })
    expect(wordsIn(article)).toEqual([`prose0 ${PROSE}`])
  })

  test('keeps markup in its text as text', async () => {
    const { article } = await reading(paragraph('Use &lt;script&gt;alert(1)&lt;/script&gt; in the page, she said.'))
    expect(article.text).toBe('Use <script>alert(1)</script> in the page, she said.')
  })

  test('that is too long is read up to the limit, and a message says so', async () => {
    const filler = '<w:bookmarkEnd/>'.repeat(LIMITS.wordElements)
    const { article, file } = await reading(`${paragraph(PROSE)}${filler}${paragraph('After the limit.')}`)
    expect(wordsIn(article)).toEqual([`prose0 ${PROSE}`])
    expect(file.messages).toMatchObject([
      { ruleId: 'too-long', reason: expect.stringMatching(/more than 150000 elements/) },
    ])
  })
})
