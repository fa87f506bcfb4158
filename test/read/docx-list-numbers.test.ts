import { expect, test } from 'vitest'
import type { Section } from '../../src/model/article.ts'
import { paragraph, style } from '../support/word-file.ts'
import { PROSE, readWordFile } from './read-word-file.ts'

/** Lists of two levels: 1 and 2 share a definition, 3 does too but starts at 10, and 4 belongs to a style. */
const NUMBERING = [
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...[0, 1].map(
    (id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1]
        .map(
          (level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${level === 0 ? `<w:pStyle w:val="Step${id}"/>` : ''}</w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  ),
  ...[1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/></w:num>`),
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>',
  '</w:numbering>',
].join('')

const inList = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const item = (text: string, list = 1, level = 0) => paragraph(text, inList(list, level))

/** The items of a document with their numbers, and what is between them. */
async function numbersIn(body: readonly string[]): Promise<readonly string[]> {
  const { article } = await readWordFile({
    body: body.join(''),
    styles: style('Step1', 'Step', '<w:numPr><w:numId w:val="4"/></w:numPr>'),
    parts: [{ name: 'word/numbering.xml', data: NUMBERING }],
  })
  const linesIn = ({ blocks, sections }: Section): string[] => [
    ...blocks.flatMap(({ passages }) =>
      passages.map(({ text, marker, depth }) => (marker === undefined ? '–' : `${marker} ${text} ${depth}`)),
    ),
    ...sections.flatMap(linesIn),
  ]
  return linesIn(article.root)
}

test('a list in a Word file continues its numbers after a paragraph', async () => {
  expect(await numbersIn([item('Open'), item('Wait'), paragraph(PROSE), item('Close')])).toEqual([
    ...['1 Open 1', '2 Wait 1', '–', '3 Close 1'],
  ])
})

test('a list continues the numbers of another that shares its definition, unless it says where it starts', async () => {
  expect(await numbersIn([item('Open'), item('Wait', 2), item('Close', 3), item('Rest', 3)])).toEqual([
    ...['1 Open 1', '2 Wait 1', '10 Close 1', '11 Rest 1'],
  ])
})

test('numbering restarts below each item', async () => {
  const body = [item('Open'), item('Left', 1, 1), item('Right', 1, 1), item('Close'), item('Left', 1, 1)]
  expect(await numbersIn(body)).toEqual(['1 Open 1', '1 Left 2', '2 Right 2', '2 Close 1', '1 Left 2'])
})

test('paragraphs whose style puts them in a list are counted, and those that were once in a list are not', async () => {
  const step = (text: string) => paragraph(text, '<w:pStyle w:val="Step1"/>')
  const former = paragraph(PROSE, `<w:pPrChange w:id="1"><w:pPr>${inList(4)}</w:pPr></w:pPrChange>`)
  expect(await numbersIn([step('Open'), former, item('Wait', 4), paragraph(PROSE), item('Close', 4)])).toEqual([
    ...['1 Open 1', '–', '2 Wait 1', '–', '3 Close 1'],
  ])
})

test('a text box that is stored twice is counted once', async () => {
  const box = `<w:txbxContent>${item('Open')}${item('Wait')}</w:txbxContent>`
  const words = `<w:p><w:pPr></w:pPr><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const numbers = await numbersIn([words, paragraph(PROSE), item('Close')])
  expect(numbers.at(-1)).toBe('3 Close 1')
})
