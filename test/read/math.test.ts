import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

/** Lists the passages of a Markdown article: the kind, the text and the first line of each. */
async function passagesOf(value: string) {
  const article = await read(new TextEncoder().encode(value), new VFile({ path: 'talk.md' }))
  const sections = [article.root, ...article.root.sections]
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ passages }) => passages.map(({ kind, text, position }) => [kind, text, position?.start.line])),
  )
}

test.each([
  ['the dollars on separate lines', '$$\na = b\n$$'],
  ['the formula beginning after the first dollars', '$$a\n= b\n$$'],
  ['the formula ending before the last dollars', '$$\na\n= b$$'],
  ['the formula beginning and ending beside dollars', '$$a\n= b$$'],
  ['everything on one line', '$$a = b$$'],
])('a display formula is recognised with %s', async (_, display) => {
  const found = await passagesOf(`The tide rises.\n\n${display}\n\nThe gate opens at noon.\n`)
  expect(found.map(([kind, text]) => [kind, String(text).replace(/\s+/g, ' ')])).toEqual([
    ['prose', 'The tide rises.'],
    ['math', 'a = b'],
    ['prose', 'The gate opens at noon.'],
  ])
  expect(found.at(1)?.[2]).toBe(3)
})

test('in a paragraph, only a formula on a separate line is a display formula', async () => {
  const found = await passagesOf('The tide rises so:\n$$a = b$$\nand falls by $$c = d$$ a day.\n')
  expect(found.map(([kind, text]) => [kind, text])).toEqual([
    ['prose', 'The tide rises so:'],
    ['math', 'a = b'],
    ['prose', 'and falls by c = d a day.'],
  ])
})

test('unclosed dollars do not open a formula', async () => {
  const found = await passagesOf('It costs\n\n$$\n\nand more.\n')
  expect(found.map(([kind]) => kind)).not.toContain('math')
})

test.each([
  ['E = mc^2.', 'E = mc^2', 'E = mc^2. It rises.'],
  ['a_1 = \\frac{d}{h}\\,,', 'a_1 = \\frac{d}{h}', 'a_1 = \\frac{d}{h}, It rises.'],
  ['n!', 'n', 'n! It rises.'],
  ['a\\,', 'a\\,', 'a\\, It rises.'],
  ['\\left( x \\right.', '\\left( x \\right.', '\\left( x \\right. It rises.'],
])('the punctuation of the sentence is not part of the formula %j', async (tex, formula, words) => {
  const article = await read(
    new TextEncoder().encode(`# T\n\nIt is $${tex}$ It rises.\n`),
    new VFile({ path: 'talk.md' }),
  )
  expect(article.text).toBe(`T\nIt is ${words}`)
  expect(article.marks.map(({ span }) => article.text.slice(...span))).toEqual([formula])
})
