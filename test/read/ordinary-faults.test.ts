import type { Root, TableRow } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { definitionsOf } from '../../src/read/markdown/references.ts'
import { read } from '../../src/read/read.ts'

const PROSE = '<p>The river rose by two metres in a night. Nobody had seen it so high, and the bridge held.</p>'.repeat(
  4,
)

describe('text in the head of a page, which browsers take for the body', () => {
  test.each([
    ['a div with all of it, and no body', `<html><head><title>The river</title><div>${PROSE}</div></head></html>`],
    ['a head that is never ended', `<!doctype html><head><title>The river</title><h1>The river</h1>${PROSE}`],
    [
      'an empty body',
      `<html><head><title>The river</title><div>${PROSE}</div><style>a{}</style></head><body></body></html>`,
    ],
    [
      'a body with the rest',
      `<html><head><div>By the harbour</div></head><body><h1>The river</h1>${PROSE}</body></html>`,
    ],
  ])('%s', async (_, html) => {
    const file = new VFile({ path: 'page.html' })
    const { text } = await read(new TextEncoder().encode(html), file)
    expect(text).toContain('The river rose by two metres')
    expect(text).not.toContain('a{}')
    expect(file.messages).toEqual([])
  })
})

test('a table of more cells than a call can have arguments', () => {
  const row: TableRow = {
    type: 'tableRow',
    children: Array.from({ length: 140_000 }, () => ({ type: 'tableCell', children: [] })),
  }
  const root: Root = { type: 'root', children: [{ type: 'table', children: [row] }] }
  expect(definitionsOf(root).size).toBe(0)
})
