import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { draft } from '../src/draft.ts'
import { loadGrammar } from '../src/grammar/load.ts'
import { type Memo, newMemo } from '../src/model/memo.ts'
import { withinTime } from '../src/model/within-time.ts'
import { read } from '../src/read/read.ts'
import { Unreadable } from '../src/read/unreadable.ts'
import { nothingKnown } from '../src/write/parser.ts'

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
  const writing = draft(
    { article, deckFile: null, otherDeck: null },
    {
      grammar: loadGrammar(),
      known: { ...nothingKnown(), phrases: endlessAt('never stops') },
      name: 'talk',
      minutes: null,
      file,
      runStep: (step) => withinTime(step, 2_000),
    },
  )
  await expect(writing).rejects.toThrow(Unreadable)
  expect(String(file.messages[0])).toMatch(/^talk\.md:7:4: Writing this article was given up after 2 minutes\. Divide/)
})
