import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import type { Line } from '../../src/model/draft.ts'
import { newMemo } from '../../src/model/memo.ts'
import { read } from '../../src/read/read.ts'
import { halvesOf } from '../../src/write/halves.ts'
import { parserOf } from '../../src/write/parser.ts'
import { nothingShown } from '../../src/write/shown.ts'

const parse = parserOf(loadGrammar())

async function halves(text: string): Promise<readonly string[] | null> {
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
  const line: Line = { text, spans: [[0, article.text.length]], added: [], kind: 'prose', weight: 1 }
  const ledger = { article, parse, counts: newMemo<number>(), shown: nothingShown() }
  return halvesOf({ ...ledger, titles: new Set(), headings: new Set() }, line)?.map((half) => half.text) ?? null
}

test.each([
  [
    'The keepers sell the boats for forty euros, and later owners will pay twice as much.',
    ['The keepers sell the boats for forty euros', 'Later owners will pay twice as much'],
  ],
  [
    'The old pump is in another house, so the noise is not a problem for anyone.',
    ['The old pump is in another house', 'The noise is not a problem for anyone'],
  ],
])('"%s" is two sentences in one', async (text, expected) => {
  expect(await halves(text)).toEqual(expected)
})

test('what turns against the first half keeps its "but"', async () => {
  const found = await halves('The pump was built for small boats, but larger boats in the new harbour use it too.')
  expect(found?.[1]).toBe('But larger boats in the new harbour use it too')
})

test.each([
  'If the tide is low, the boats wait outside, and the keepers ring the bell.',
  'The keepers said that the tide was low, and the boats waited outside.',
  'The keepers clean the pump, oil the gates, and ring the bell at noon.',
  'The harbour has two gates and a bell.',
])('"%s" stays one', async (text) => {
  expect(await halves(text)).toBeNull()
})
