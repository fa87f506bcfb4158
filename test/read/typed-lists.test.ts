import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

/** The headings and blocks of an article: the type of each block, and its passages. */
async function blocksOf(text: string, path: string) {
  const { root } = await read(new TextEncoder().encode(text), new VFile({ path }))
  const blocksIn = ({ heading, blocks, sections }: typeof root): readonly (readonly string[])[] => [
    ...(heading === undefined ? [] : [['heading', heading.text]]),
    ...blocks.map(({ node, passages }) => [node.type, ...passages.map((passage) => passage.text)]),
    ...sections.flatMap(blocksIn),
  ]
  return blocksIn(root)
}

const inMarkdown = (markdown: string) => blocksOf(`# Gates\n\n${markdown}\n`, 'talk.md')
const inPage = (html: string) => blocksOf(`<title>Gates</title><article><h1>Gates</h1>${html}</article>`, 'talk.html')

describe('a bold line above text', () => {
  test.each([
    ['at the end of a line', '**The upper gate**\nIt closes at noon.\n\n**The lower gate**\nIt leaks.'],
    ['before a line break', '**The upper gate**<br>\nIt closes at noon.\n\n__The lower gate__  \nIt leaks.'],
  ])('is a heading, %s', async (_, markdown) => {
    expect(await inMarkdown(markdown)).toEqual([
      ['heading', 'The upper gate'],
      ['paragraph', 'It closes at noon.'],
      ['heading', 'The lower gate'],
      ['paragraph', 'It leaks.'],
    ])
  })

  test('on a web page is not fused with the text', async () => {
    const [first, second] = await inPage(
      '<p><strong>The upper gate</strong><br>It closes at noon, when the keeper has eaten.</p>',
    )
    expect(first).toEqual(['paragraph', 'The upper gate'])
    expect(second).toEqual(['paragraph', 'It closes at noon, when the keeper has eaten.'])
  })

  test.each([
    ['bold words at the end of a wrapped line', '**The upper gate**\nis closed at noon.'],
    ['a bold sentence', '**The gate leaks.**\nIt was closed at noon.'],
    ['a label', '**Gate:**\nThe upper one.'],
  ])('does not count if it is %s', async (_, markdown) => {
    expect(await inMarkdown(markdown)).toEqual([['paragraph', markdown.replaceAll('**', '').replace('\n', ' ')]])
  })
})

describe('typed bullets and numbers make a list', () => {
  test.each([
    ['with line breaks', 'Skills:<br>- Drawing<br>- *Reading* maps<br>Pay is good.'],
    ['with bullets of a word processor', 'Skills:\n• Drawing\n• *Reading* maps\n<br>Pay is good.'],
    ['that are indented too far', 'Skills:\n    - Drawing\n    - *Reading* maps\n<br>Pay is good.'],
    ['that are numbers', 'Skills:<br>1. Drawing<br>2. *Reading* maps<br>Pay is good.'],
  ])('%s', async (_, markdown) => {
    expect(await inMarkdown(markdown)).toEqual([
      ['paragraph', 'Skills:'],
      ['list', 'Drawing', 'Reading maps'],
      ['paragraph', 'Pay is good.'],
    ])
  })

  test.each([
    ['•', '•'],
    ['1.', '2.'],
    ['3)', '4)'],
  ])('in paragraphs of their own: %s', async (first, second) => {
    const page = await inPage(
      `<p>We look for:</p><p>${first} Drawing</p><p>${second} Reading maps</p><p>Pay is good and on time.</p>`,
    )
    expect(page).toContainEqual(['list', 'Drawing', 'Reading maps'])
  })

  test('but not in separate paragraphs whose numbers are not consecutive', async () => {
    const page = await inPage(
      '<p>We look for:</p><p>1. Drawing</p><p>3. Reading maps</p><p>Pay is good and on time.</p>',
    )
    expect(page).toContainEqual(['paragraph', '1. Drawing'])
  })

  test.each([
    ['one dash', 'The keeper<br>- a tall man<br>sleeps.', 'The keeper - a tall man sleeps.'],
    ['dashes of wrapped lines', 'The keeper\n– a tall man\n– sleeps.', 'The keeper – a tall man – sleeps.'],
    ['numbers out of order', 'It closed in<br>12. It leaks<br>7. It opens', 'It closed in 12. It leaks 7. It opens'],
  ])('but %s stay text', async (_, markdown, words) => {
    expect(await inMarkdown(markdown)).toEqual([['paragraph', words]])
  })
})

test('the words of divided lines keep their places in the file', async () => {
  const { root } = await read(
    new TextEncoder().encode('# Gates\n\nSkills:<br>- Drawing<br>- Maps\n'),
    new VFile({ path: 'talk.md' }),
  )
  const positions = root.blocks.flatMap(({ passages }) => passages.map(({ position }) => position?.start.column))
  expect(positions).toEqual([1, 14, 27])
})

test('the lines of HTML that is never closed are read in linear time', async () => {
  const blocks = await inMarkdown('<div class="mermaid">\nA line of words\n'.repeat(4_000))
  expect(blocks.flat().filter((text) => text.includes('A line of words')).length).toBeGreaterThan(0)
})
