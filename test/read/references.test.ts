import type { Definition, Root, RootContent, TableRow } from 'mdast'
import { expect, test } from 'vitest'
import { definitionsOf } from '../../src/read/markdown/references.ts'

test('definitions are found among any number of blocks and at any depth', () => {
  const definition: Definition = { type: 'definition', identifier: 'a', url: 'http://a.example' }
  const wide: RootContent[] = Array.from({ length: 300_000 }, () => ({ type: 'text', value: 'a' }))
  let deep: RootContent = { type: 'blockquote', children: [definition] }
  for (let depth = 0; depth < 20_000; depth++) deep = { type: 'blockquote', children: [deep] }
  const root: Root = { type: 'root', children: [...wide, deep] }
  expect([...definitionsOf(root).keys()]).toEqual(['a'])
})

test('a table may have more cells than a call can have arguments', () => {
  const row: TableRow = {
    type: 'tableRow',
    children: Array.from({ length: 140_000 }, () => ({ type: 'tableCell', children: [] })),
  }
  const root: Root = { type: 'root', children: [{ type: 'table', children: [row] }] }
  expect(definitionsOf(root).size).toBe(0)
})
