import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { paragraph, picture, relationship, wordFile } from '../support/word-file.ts'
import { zip } from '../support/zip.ts'
import { contentOf, PROSE, passagesIn, readWordFile } from './read-word-file.ts'

describe('a Word file is refused if it is', () => {
  const intact = wordFile({ body: paragraph(PROSE) })
  const officeFile = (name: string): Buffer =>
    zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name, data: '<x/>' },
    ])
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000)])
  const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
  const bomb = Buffer.alloc(LIMITS.partBytes + 1, 0x20)
  const entities =
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
  const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(300)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(300)}`

  test.each<[string, Buffer, RegExp]>([
    ['empty', Buffer.alloc(0), /empty/],
    ['without words', wordFile({ body: '<w:p/>' }), /no text/],
    ['a text file', Buffer.from('# A text'), /not a Word file/],
    ['in the format of an old version of Word', compound, /old version of Word.*save it as \.docx/],
    ['encrypted', encrypted, /protected with a password/],
    [
      'encrypted as a zip file',
      zip([{ name: 'word/document.xml', data: 'x', isEncrypted: true }]),
      /protected with a password/,
    ],
    ['cut off', intact.subarray(0, intact.length - 400), /damaged/],
    ['overwritten in the middle', Buffer.from(intact).fill(0x55, 300, 700), /damaged/],
    ['invalid XML', wordFile({ body: '<w:p><w:r>' }), /damaged/],
    ['without its text', zip([{ name: 'word/styles.xml', data: '<x/>' }]), /damaged/],
    ['an Excel file', officeFile('xl/workbook.xml'), /an Excel file/],
    ['a PowerPoint file', officeFile('ppt/presentation.xml'), /a PowerPoint file/],
    ['an EPUB book', officeFile('META-INF/container.xml'), /an EPUB book/],
    ['another archive', zip([{ name: 'a.txt', data: 'x' }]), /a zip archive/],
    ['with XML entities', wordFile({ body: '', parts: [{ name: 'word/document.xml', data: entities }] }), /entities/],
    ['a zip bomb', wordFile({ body: '', parts: [{ name: 'word/document.xml', data: bomb }] }), /more than/],
    [
      'a zip bomb that claims to be small',
      wordFile({ body: '', parts: [{ name: 'word/document.xml', data: bomb, claimed: 10 }] }),
      /more than/,
    ],
    ['deeply nested', wordFile({ body: deep }), /nested more than/],
  ])('%s', async (_, bytes, reason) => {
    const file = new VFile({ path: 'talk.docx' })
    await expect(read(bytes, file)).rejects.toThrow(UnreadableError)
    expect(file.messages.at(-1)).toMatchObject({ fatal: true, line: 1, column: 1 })
    expect(String(file.messages.at(-1)?.reason)).toMatch(reason)
  })
})

describe('a hostile Word file', () => {
  test.each([
    ['from the web', 'http://169.254.169.254/secret.png'],
    ['from the disk', 'file:///etc/passwd'],
  ])('loads no picture %s', async (_, target) => {
    const { article, file } = await readWordFile({
      body: `${paragraph(PROSE)}<w:p>${picture('r:link="image"', 'Secret')}</w:p>`,
      relationships: relationship('image', 'image', target, 'External'),
    })
    expect(contentOf(article)).not.toContain('"image"')
    expect(contentOf(article)).not.toContain(target)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['picture'])
  })

  test('reaches nothing outside the file through the address of a picture', async () => {
    const { article, file } = await readWordFile({
      body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', 'Secret')}</w:p>`,
      relationships: relationship('image', 'image', '../../../../etc/passwd'),
    })
    expect(contentOf(article)).not.toContain('"image"')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['picture'])
  })

  test('repeats one picture only as often as the limits allow', async () => {
    const largePicture = Buffer.alloc(LIMITS.pictureBytes / 4)
    const { article, file } = await readWordFile({
      body: `${paragraph(PROSE)}${`<w:p>${picture('r:embed="image"', '')}</w:p>`.repeat(9)}`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: largePicture }],
    })
    expect(article.root.blocks.filter(({ node }) => JSON.stringify(node).includes('"image"'))).toHaveLength(4)
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^5 pictures/)])
  })

  test('cannot replace the style map of the conversion with its own', async () => {
    const { article } = await readWordFile({
      body: paragraph(PROSE),
      parts: [{ name: 'mammoth/style-map', data: 'p => script:fresh' }],
    })
    expect(passagesIn(article)).toEqual([`prose0 ${PROSE}`])
  })

  test('is read at once if a paragraph claims thousands of places in lists, or holds the mark of a number', async () => {
    const place = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const filler = '<w:proofErr w:type="x"/>'.repeat(10)
    const { article } = await readWordFile(
      `<w:p>${`${place}${filler}`.repeat(25_000)}</w:p>${paragraph(`\ue0037\ue003${PROSE}`)}`,
    )
    expect(passagesIn(article)).toEqual([`prose0 7${PROSE}`])
  })

  test('keeps HTML in its text as text', async () => {
    const { article } = await readWordFile(
      paragraph('Use &lt;script&gt;alert(1)&lt;/script&gt; in the page, she said.'),
    )
    expect(article.text).toBe('Use <script>alert(1)</script> in the page, she said.')
  })

  test('is read up to the limit if it is too long, and a message says so', async () => {
    const filler = '<w:bookmarkEnd/>'.repeat(LIMITS.wordElements)
    const { article, file } = await readWordFile(`${paragraph(PROSE)}${filler}${paragraph('After the limit.')}`)
    expect(passagesIn(article)).toEqual([`prose0 ${PROSE}`])
    expect(file.messages).toMatchObject([
      { ruleId: 'too-long', reason: expect.stringMatching(/more than 150000 elements/) },
    ])
  })
})
