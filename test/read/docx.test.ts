import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'
import { item, paragraph, picture, relationship, run, style, styled, table, wordFile } from '../support/word-file.ts'
import { contentOf, PROSE, passagesIn, type ReadWordFile, readWordFile } from './read-word-file.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==',
  'base64',
)

/** Lists the headings of a section, each after its depth. */
function headingsIn(section: Section): string[] {
  return section.sections.flatMap((each) => [`${each.depth} ${each.heading?.text}`, ...headingsIn(each)])
}

describe('a Word file', () => {
  test('keeps its title, its subtitle and its sections', async () => {
    const { article, file } = await readWordFile(
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
    expect(passagesIn(article)).toEqual([`prose0 ${PROSE}`, `prose0 ${PROSE}`, `prose0 ${PROSE}`])
    expect(file.messages).toEqual([])
  })

  test.each([
    ['Ida Quay, Harbour Workshop', 'Ida Quay, Harbour Workshop', undefined],
    ['By Ida Quay', 'Ida Quay', undefined],
    ['Ms Ida Quay & Year 8, Harbour School', 'Ms Ida Quay & Year 8, Harbour School', undefined],
    ['3 May 2024', undefined, '3 May 2024'],
    ['Board meeting, 3 May 2024', undefined, 'Board meeting, 3 May 2024'],
  ])('has its author or date under the title: %s', async (line, author, date) => {
    const { article } = await readWordFile(
      styled('Title', 'The last lock keepers') + paragraph(line) + styled('Heading1', 'By night') + paragraph(PROSE),
    )
    expect([article.byline?.text, article.date?.text]).toEqual([author, date])
    expect(passagesIn(article)).toEqual([`prose0 ${PROSE}`])
  })

  test('has a bold line above its author as the title, and the line between them as the subtitle', async () => {
    const bold = (text: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const { article } = await readWordFile(
      [
        bold('The last lock keepers'),
        paragraph('A talk for the harbour school'),
        paragraph('Ida Quay, plot 41'),
        ...[bold('By night'), paragraph(PROSE), bold('By day'), paragraph(PROSE)],
      ].join(''),
    )
    const { title, subtitle, byline } = article
    expect([title?.text, subtitle?.text, byline?.text]).toEqual([
      ...['The last lock keepers', 'A talk for the harbour school', 'Ida Quay, plot 41'],
    ])
    expect(headingsIn(article.root)).toEqual(['1 By night', '1 By day'])
  })

  test('keeps the tasks with boxes of a form, and typed numbers, as lists', async () => {
    const space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    const task = (box: string, words: string) =>
      `<w:p><w:sdt><w:sdtPr><w14:checkbox ${space}><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(box)}</w:sdtContent></w:sdt>${run(` ${words}`)}</w:p>`
    const { article } = await readWordFile(
      `${paragraph(PROSE)}${task('☒', 'Drain the chamber')}${task('☐', 'Mend the wall')}${paragraph(PROSE)}${paragraph('1. Read it')}${paragraph('2. Write it')}`,
    )
    expect(passagesIn(article)).toEqual([
      `prose0 ${PROSE}`,
      'item1 Drain the chamber',
      'item1 Mend the wall',
      `prose0 ${PROSE}`,
      'item1 Read it',
      'item1 Write it',
    ])
    expect(article.marks.map(({ style }) => style)).toMatchObject([{ isDone: true }, { isDone: false }])
  })

  test('has the title in its properties if there is none in its text', async () => {
    const body = `${styled('Heading1', 'First')}${paragraph(PROSE)}${styled('Heading1', 'Second')}${paragraph(PROSE)}`
    const properties = '<dc:title>Locks &amp; keepers</dc:title>'
    expect((await readWordFile({ body, properties })).article.title?.text).toBe('Locks & keepers')
    expect(headingsIn((await readWordFile({ body, properties })).article.root)).toEqual(['1 First', '1 Second'])
  })

  test.each([['Microsoft Word - draft2.doc'], ['Untitled'], ['report.docx']])(
    'does not have a title that a program generated: %s',
    async (generated) => {
      const properties = `<dc:title>${generated}</dc:title>`
      const { article } = await readWordFile({ body: paragraph(PROSE), properties })
      expect(article.title).toBeUndefined()
    },
  )

  test('keeps the lists whose items have styles, with each item at its depth', async () => {
    // Word gives each of these styles a list of its own, with one level.
    const kinds = ['Bullet', 'Bullet 2', 'Bullet 3', 'Number', 'Number 2']
    const lists = kinds.map((name, index) => {
      const format = name.startsWith('Bullet') ? 'bullet' : 'decimal'
      const level = `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:pStyle w:val="List${name.replace(' ', '')}"/></w:lvl>`
      return `<w:abstractNum w:abstractNumId="${index}">${level}</w:abstractNum><w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`
    })
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${lists.join('')}</w:numbering>`
    const styles = kinds.map((name, index) =>
      style(`List${name.replace(' ', '')}`, `List ${name}`, `<w:numPr><w:numId w:val="${index + 1}"/></w:numPr>`),
    )
    const { article } = await readWordFile({
      styles: `${styles.join('')}${style('ListContinue', 'List Continue')}${style('Steps', 'My steps').replace('<w:pPr>', '<w:basedOn w:val="ListNumber"/><w:pPr>')}`,
      parts: [{ name: 'word/numbering.xml', data: numbering }],
      body: [
        styled('ListNumber', 'Open the gate.'),
        styled('ListNumber2', 'Wind the paddles.'),
        styled('ListBullet3', 'Slowly.'),
        styled('ListNumber', 'Close the gate.'),
        styled('ListContinue', 'Wait for the boat.'),
        paragraph(PROSE),
        styled('ListBullet', 'A rope.'),
        styled('ListBullet2', 'A dry one.'),
        paragraph(PROSE),
        styled('Steps', 'Go home.'),
        styled('Steps', 'Sleep.'),
      ].join(''),
    })
    expect(passagesIn(article)).toEqual([
      'item1 Open the gate.',
      'item2 Wind the paddles.',
      'item3 Slowly.',
      'item1 Close the gate.',
      'item1 Wait for the boat.',
      `prose0 ${PROSE}`,
      'item1 A rope.',
      'item2 A dry one.',
      `prose0 ${PROSE}`,
      'item1 Go home.',
      'item1 Sleep.',
    ])
    const markers = article.root.blocks.map(({ passages }) => passages.map(({ marker }) => marker ?? '-'))
    expect(markers).toEqual([[1, 1, 'bullet', 2, '-'], ['-'], ['bullet', 'bullet'], ['-'], [3, 4]])
  })

  test('keeps its lists, with each item at its depth', async () => {
    const { article } = await readWordFile(
      paragraph(PROSE) + item(0, 'winding the paddles') + item(1, 'slowly at first') + item(0, 'greasing the racks'),
    )
    expect(passagesIn(article).slice(1)).toEqual([
      'item1 winding the paddles',
      'item2 slowly at first',
      'item1 greasing the racks',
    ])
  })

  test('keeps its tables, row by row', async () => {
    const { article } = await readWordFile(
      paragraph(PROSE) +
        table([
          ['Month', 'Boats'],
          ['May', '412'],
        ]),
    )
    expect(passagesIn(article).slice(1)).toEqual(['row0 Month\tBoats', 'row0 May\t412'])
    expect(article.root.blocks.map(({ node }) => node.type)).toEqual(['paragraph', 'table'])
  })

  test('keeps its pictures and their captions', async () => {
    const { article } = await readWordFile({
      body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', 'Picture1.png')}</w:p>${styled('Caption', 'Lock 14 at first light')}`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: PIXEL }],
    })
    expect(passagesIn(article).slice(1)).toEqual(['caption0 Lock 14 at first light'])
    expect(contentOf(article)).toContain(`data:image/png;base64,${PIXEL.toString('base64')}`)
  })

  test('keeps floating pictures, below the paragraph that they are anchored in', async () => {
    const floating = picture('r:embed="image"', '').replace(/wp:inline/g, 'wp:anchor')
    const { article } = await readWordFile({
      body: `<w:p>${floating}${run(PROSE)}</w:p><w:p>${run('Here is ')}${picture('r:embed="image"', '')}${run(' a key.')}</w:p>`,
      relationships: relationship('image', 'image', 'media/image1.png'),
      parts: [{ name: 'word/media/image1.png', data: PIXEL }],
    })
    const kinds = article.root.blocks.map(({ node, passages: [passage] }) => [
      JSON.stringify(node).match(/"image"|"text"/g),
      passage?.text,
    ])
    expect(kinds).toEqual([
      [['"text"'], PROSE],
      [['"image"'], undefined],
      [['"text"', '"image"', '"text"'], 'Here is a key.'],
    ])
  })

  test('has alternative text as captions, unless Word generated it', async () => {
    const readWithAlt = (alt: string): Promise<ReadWordFile> =>
      readWordFile({
        body: `${paragraph(PROSE)}<w:p>${picture('r:embed="image"', alt)}</w:p>`,
        relationships: relationship('image', 'image', 'media/image1.png'),
        parts: [{ name: 'word/media/image1.png', data: PIXEL }],
      })
    expect(passagesIn((await readWithAlt('A lock in fog')).article).slice(1)).toEqual(['caption0 A lock in fog'])
    for (const alt of ['IMG 0042.jpg', 'A tower in a field&#10;&#10;Description automatically generated']) {
      const { article } = await readWithAlt(alt)
      expect(passagesIn(article).slice(1)).toEqual([])
      expect(contentOf(article)).toContain('data:image/png')
    }
  })

  test('causes a message about pictures without content, such as the objects that LibreOffice saves', async () => {
    const { file } = await readWordFile(`${paragraph(PROSE)}<w:p>${picture('', 'Object1')}</w:p>`)
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('picture')
  })

  test('keeps its footnotes, without their reference marks', async () => {
    const { article } = await readWordFile({
      body: `<w:p>${run('Nobody reads the book any more')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('. It is written on.')}</w:p>`,
      notes: `<w:footnote w:id="2">${paragraph('As the office says.')}</w:footnote>`,
    })
    expect(passagesIn(article)).toEqual([
      'prose0 Nobody reads the book any more. It is written on.',
      'footnote0 As the office says.',
    ])
  })

  test('keeps headings in styles that the author defined', async () => {
    const ownStyle =
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter (own)"/><w:basedOn w:val="Heading1"/></w:style>'
    const body = `${styled('Own', 'First')}${paragraph(PROSE)}${styled('Own', 'Second')}${paragraph(PROSE)}`
    const { article } = await readWordFile({ body, styles: ownStyle, properties: '<dc:title>Locks</dc:title>' })
    expect(headingsIn(article.root)).toEqual(['1 First', '1 Second'])
  })

  test('has bold lines above paragraphs as headings if it has no others', async () => {
    const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const body = `${styled('Title', 'Locks')}${bold('On water')}${paragraph(PROSE)}${bold('On gates')}${paragraph(PROSE)}`
    expect(headingsIn((await readWordFile(body)).article.root)).toEqual(['1 On water', '1 On gates'])
  })

  test('loses deleted text and tables of contents', async () => {
    const changed =
      '<w:p><w:r><w:t xml:space="preserve">They are </w:t></w:r><w:del><w:r><w:delText>seven</w:delText></w:r></w:del><w:ins><w:r><w:t>seventeen.</w:t></w:r></w:ins></w:p>'
    const { article } = await readWordFile(styled('TOC1', 'What they do 3') + changed)
    expect(passagesIn(article)).toEqual(['prose0 They are seventeen.'])
  })

  test('loses text that its author hid, directly or with a style', async () => {
    const hidden = (text: string, on = '<w:vanish/>') => `<w:r><w:rPr><w:b/>${on}</w:rPr><w:t>${text}</w:t></w:r>`
    const styles =
      '<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Draft"><w:name w:val="Draft"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const aside = hidden('call Bea', '<w:rStyle w:val="Aside"/>')
    const { article } = await readWordFile({
      body: `<w:p>${run(PROSE)}${hidden(' ask Bo')}${hidden(' It is bold.', '<w:vanish w:val="0"/>')}${aside}</w:p>${styled('Draft', 'rewrite this')}`,
      styles,
    })
    expect(article.text).toBe(`${PROSE} It is bold.`)
  })

  test('is in the language that its properties or styles declare, unless its words are clearly in another', async () => {
    const german =
      'Vor dem Morgengrauen geht der Wärter über die Schleuse und schreibt den Stand des Wassers in ein Buch, das niemand mehr liest. '
    const inProperties = '<dc:language>de-AT</dc:language>'
    const inStyles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    const body = paragraph(german.repeat(9))
    expect((await readWordFile({ body, properties: inProperties })).article.language).toBe('de-AT')
    expect((await readWordFile({ body, styles: inStyles })).article.language).toBe('de')
    expect((await readWordFile({ body: paragraph(PROSE), styles: inStyles })).article.language).toBe('en-US')
  })

  test('has its formulas as TeX: in the text, or displayed between the words around them', async () => {
    const formula =
      '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'
    const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const { article, file } = await readWordFile(
      `${paragraph(PROSE)}<w:p>${words('Here ')}${formula}${words(' is small, and')}<m:oMathPara>${formula}</m:oMathPara>${words('is large.')}</w:p>`,
    )
    expect(passagesIn(article).slice(1)).toEqual(['prose0 Here x^{2} is small, and', 'math0 x^{2}', 'prose0 is large.'])
    expect(article.marks.map(({ style }) => style.type)).toEqual(['inlineMath'])
    expect(file.messages).toEqual([])
  })

  test('loses the formulas of older programs, and a message says so', async () => {
    const formula = '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object></w:r>'
    const { file } = await readWordFile(`${paragraph(PROSE)}<w:p>${formula}${formula}</w:p>`)
    expect(file.messages.map(({ ruleId, reason, line }) => ({ ruleId, reason, line }))).toEqual([
      { ruleId: 'formula', reason: expect.stringMatching(/^2 formulas/), line: 1 },
    ])
  })

  test('is recognised by its first bytes, whatever its name', async () => {
    const article = await read(wordFile({ body: paragraph(PROSE) }), new VFile({ path: 'talk' }))
    expect(article.text).toBe(PROSE)
  })
})
