import type { Definition, Root, RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { definitionsOf } from '../../src/read/markdown/references.ts'

test('definitions are found in a block of any width and at any depth', () => {
  const definition: Definition = { type: 'definition', identifier: 'a', url: 'http://a.example' }
  const wide: RootContent[] = Array.from({ length: 300_000 }, () => ({ type: 'text', value: 'a' }))
  let deep: RootContent = { type: 'blockquote', children: [definition] }
  for (let depth = 0; depth < 20_000; depth++) deep = { type: 'blockquote', children: [deep] }
  const root: Root = { type: 'root', children: [...wide, deep] }
  expect([...definitionsOf(root).keys()]).toEqual(['a'])
})
