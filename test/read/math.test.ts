import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

/** The kinds of the passages of an article in Markdown, and the places where they begin. */
async function passagesOf(value: string) {
  const article = await read(new TextEncoder().encode(value), new VFile({ path: 'talk.md' }))
  const sections = [article.root, ...article.root.sections]
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ passages }) => passages.map(({ kind, text, position }) => [kind, text, position?.start.line])),
  )
}

test.each([
  ['the lines of dollars by themselves', '$$\na = b\n$$'],
  ['the formula begins behind the first dollars', '$$a\n= b\n$$'],
  ['the formula ends before the last dollars', '$$\na\n= b$$'],
  ['both', '$$a\n= b$$'],
  ['all on one line', '$$a = b$$'],
])('recognised as a display: %s', async (_, display) => {
  const found = await passagesOf(`The tide rises.\n\n${display}\n\nThe gate opens at noon.\n`)
  expect(found.map(([kind, text]) => [kind, String(text).replace(/\s+/g, ' ')])).toEqual([
    ['prose', 'The tide rises.'],
    ['math', 'a = b'],
    ['prose', 'The gate opens at noon.'],
  ])
  expect(found.at(1)?.[2]).toBe(3)
})

test('a formula on its own line in a paragraph is a display, and one within a line is not', async () => {
  const found = await passagesOf('The tide rises so:\n$$a = b$$\nand falls by $$c = d$$ a day.\n')
  expect(found.map(([kind, text]) => [kind, text])).toEqual([
    ['prose', 'The tide rises so:'],
    ['math', 'a = b'],
    ['prose', 'and falls by c = d a day.'],
  ])
})

test('unclosed dollars swallow nothing', async () => {
  const found = await passagesOf('It costs\n\n$$\n\nand more.\n')
  expect(found.map(([kind]) => kind)).not.toContain('math')
})
