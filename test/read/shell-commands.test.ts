import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

async function blocksOf(markdown: string) {
  const { root } = await read(new TextEncoder().encode(`# T\n\n${markdown}\n`), new VFile({ path: 'talk.md' }))
  return root.blocks.map(({ node, passages }) => [node.type, ...passages.map(({ text }) => text)])
}

test.each([
  ['a quotation', '> npm install lock\n> npm run gates --all'],
  ['a paragraph', 'npm install lock\nnpm run gates --all'],
  ['lines of code spans', '`npm install lock`  \n`npm run gates --all`'],
])('%s of nothing but commands becomes a listing, with a line for each', async (_, markdown) => {
  expect(await blocksOf(markdown)).toEqual([['code', 'npm install lock', 'npm run gates --all']])
})

test('a single command with an address becomes a listing', async () => {
  expect(await blocksOf('http -v POST https://a.example/gates')).toEqual([
    ['code', 'http -v POST https://a.example/gates'],
  ])
})

test('a sentence about commands stays a quotation, and list items stay a list', async () => {
  expect(await blocksOf('> npm install lock\n> opens it for all.')).toEqual([
    ['blockquote', 'npm install lock opens it for all.'],
  ])
  expect(await blocksOf('- npm install lock\n- npm run gates')).toEqual([['list', 'npm install lock', 'npm run gates']])
})
