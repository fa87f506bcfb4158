import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

function readText(text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
}

function headingsOf({ heading, sections }: Section): readonly string[] {
  return [...(heading ? [heading.text] : []), ...sections.flatMap(headingsOf)]
}

const LOCK =
  'The old lock at Marl was built in 1874, and its gates have leaked ever since the winter of 1962. Engineers found that they lose nine cubic metres of water with every boat that passes.'
const FISH =
  'Salmon have come back to the upper river for the first time in sixty years. Counters at the weir saw 412 of them between May and July, most of them young fish that follow cold water.'
const FERRY =
  'The ferry to the island has carried fewer passengers every year since the bridge opened. Its owner wants to sell it, but without passengers there is no buyer in the whole county.'

const BLOCKS = [
  'The river today',
  LOCK,
  'What the salmon follow',
  FISH,
  FISH,
  'A ferry without passengers',
  FERRY,
  LOCK,
]
const HEADINGS = ['What the salmon follow', 'A ferry without passengers']

function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()
}

describe('headings without markup are found', () => {
  test.each([
    ['with a blank line between all blocks', BLOCKS.join('\n\n')],
    ['without blank lines', BLOCKS.join('\n')],
    ['with two blank lines above headings', BLOCKS.join('\n\n').replaceAll(/\n\n(?=What|A ferry)/g, '\n\n\n')],
    ['directly above their paragraphs', BLOCKS.map((block) => (block.length > 60 ? `${block}\n` : block)).join('\n')],
    ['in text wrapped at 60 columns', BLOCKS.map((block) => wrap(block, 60)).join('\n\n')],
    ['in text wrapped at 72 columns', BLOCKS.map((block) => wrap(block, 72)).join('\n\n')],
    ['in text wrapped at 100 columns', BLOCKS.map((block) => wrap(block, 100)).join('\n\n')],
    ['in wrapped and indented text', BLOCKS.map((block) => wrap(block, 70).replace(/^/gm, '  ')).join('\n\n')],
  ])('%s', async (_, text) => {
    const { title, root } = await readText(text)
    expect([title?.text, ...headingsOf(root)]).toEqual(['The river today', ...HEADINGS])
  })

  test('but not directions such as "[applause]"', async () => {
    const { root } = await readText([...BLOCKS.slice(0, 4), '[applause]', ...BLOCKS.slice(4)].join('\n\n'))
    expect(headingsOf(root)).toEqual(HEADINGS)
  })

  test('in Chinese, where each line is a paragraph and lines are not joined', async () => {
    const prose =
      '新的水闸建于一八七四年，自从那个冬天以后一直漏水，工程师们发现每过一条船就要损失九立方米的水，更换闸门需要四百万。'
    const { title, root } = await readText(`河水上涨\n水闸漏水\n${prose}\n${prose}\n三文鱼回来\n${prose}\n${prose}\n`)
    expect([title?.text, ...headingsOf(root)]).toEqual(['河水上涨', '水闸漏水', '三文鱼回来'])
    expect(root.sections.map(({ blocks }) => blocks.length)).toEqual([2, 2])
  })
})

describe('no heading is found in', () => {
  test.each([
    ['the lines of a wrapped paragraph', wrap(`${LOCK} ${FISH} ${FERRY}`, 64)],
    ['a speaker’s name above a quotation', `maya\n\n“${LOCK}”\n\nbo\n\n“${FISH}”`],
    ['an attribution below a quotation', `“${LOCK}”\n\n— The keeper of the lock\n\n${FISH}`],
    ['an introduction above a list', `${LOCK}\n\nThe crew needs:\n\n- ropes\n- oil\n\n${FISH}`],
  ])('%s', async (_, body) => {
    const { root } = await readText(`The river today\n\n${FERRY}\n\n${body}\n\n${FERRY}\n`)
    expect(headingsOf(root)).toEqual([])
  })
})

test('a wrapped line of Chinese is joined without a space', async () => {
  const prose = '新的水闸建于一八七四年，自从那个冬天以后一直漏水，工程师们发现每过一条船就要损失九立方米的水。'.repeat(
    3,
  )
  const { root } = await readText(
    `河水上涨\n\n${prose.replace(/.{36}/g, '$&\n')}\n\n${prose.replace(/.{36}/g, '$&\n')}\n`,
  )
  expect(root.blocks.map(({ passages }) => passages[0]?.text)).toEqual([prose, prose])
})

test('numbered headings with blank lines below them, under a block of short lines', async () => {
  const credits = ['Lock Association', 'Place: Club house', 'Present: J. Novak, R. Ellis', 'Apologies: D. Costa']
  const list = ['- drain the pipes', '- repair the fence', '    - posts: four are needed', '- clear the ditch']
  const numbered = ['1. The lock', LOCK, '2. The salmon', FISH, '3. Winter work', FERRY, list.join('\n'), FISH]
  const { root } = await readText(`Minutes of the meeting\n${credits.join('\n')}\n\n${numbered.join('\n\n')}\n`)
  expect(headingsOf(root)).toEqual(['1. The lock', '2. The salmon', '3. Winter work'])
  expect(root.sections[2]?.blocks.map(({ node }) => node.type)).toEqual(['paragraph', 'list', 'paragraph'])
})

test('the caption of a table below a heading is not a heading', async () => {
  const table = 'Boat      Tons   Crew\nMarl        412      9\nSalmon       87      4\nFerry        61      3'
  const body = ['1. The lock', LOCK, '2. Boats', 'Table 1. Boats of the harbour', table, FISH, '3. The ferry', FERRY]
  const { root } = await readText(`The river today\n\n${FERRY}\n\n${body.join('\n\n')}\n`)
  expect(headingsOf(root)).toEqual(['1. The lock', '2. Boats', '3. The ferry'])
})

describe('headings marked with equals signs', () => {
  test.each([
    ['RDoc', ['= The river', '== Gates', '=== Upper', '== Salmon'], ['Gates', 'Upper', 'Salmon']],
    ['a wiki', ['== The river ==', '== Gates ==', '=== Upper ===', '== Salmon =='], ['Gates', 'Upper', 'Salmon']],
  ])('are those of %s', async (_, [title = '', ...headings], words) => {
    const { title: read, root } = await readText([title, ...headings.flatMap((each) => [each, LOCK])].join('\n\n'))
    expect(read?.text).toBe('The river')
    expect(headingsOf(root)).toEqual(words)
    expect(root.sections.map(({ sections }) => sections.length)).toEqual([1, 0])
  })

  test.each([
    ['one line', '= what it loses'],
    ['lines of a sum', 'Cost per boat\n= 300 / 12\n= 25 pounds a day'],
    ['results of a sum', '= 300 pounds a boat\n\n= 25 pounds a day'],
    ['lines of a log', '=== RUN   TestTide\n\n=== RUN   TestGate'],
  ])('are not %s with such a sign', async (_, lines) => {
    const { text } = await readText(`${LOCK}\n\n${lines}\n\n${FISH}`)
    expect(text.match(/=/g)).toEqual(lines.match(/=/g))
  })
})
