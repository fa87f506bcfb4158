import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { draft } from '../../src/conversion/draft.ts'
import { newMemory } from '../../src/conversion/memory.ts'
import { type Memo, newMemo } from '../../src/model/memo.ts'
import { read } from '../../src/read/read.ts'
import { Unreadable } from '../../src/read/unreadable.ts'
import { settle } from '../../src/settings/settings.ts'
import { nothingKnown, type Phrase } from '../../src/write/parser.ts'

/** A memory whose question about some words has no end. */
function endlessAt<Value>(words: string): Memo<Value> {
  const memo = newMemo<Value>()
  const recall: typeof memo.recall = (key, make) => {
    while (key.includes(words));
    return memo.recall(key, make)
  }
  return { ...memo, recall }
}

test('a section that the writer does not come to an end with is told, at its heading', async () => {
  const file = new VFile({ path: 'talk.md' })
  const text = '# Tides\n\n## Gauges\n\nThe gauge floats in a pipe.\n\n## Gates\n\nThe gate never stops at noon.\n'
  const article = await read(new TextEncoder().encode(text), file)
  const memory = { ...newMemory(), known: { ...nothingKnown(), phrases: endlessAt<readonly Phrase[]>('never stops') } }
  const input = { article, deckFile: null, otherDeck: null }
  const writing = draft(input, { settings: settle({}, {}), file, support: { memory }, limit: 2_000 })
  await expect(writing).rejects.toThrow(Unreadable)
  expect(String(file.messages[0])).toMatch(/^talk\.md:7:4: Writing this article was given up after 2 minutes\. Divide/)
})
