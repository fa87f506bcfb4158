import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import type { Tree } from '../../src/grammar/tree.ts'
import { type Memo, newMemo } from '../../src/util/memo.ts'
import { write } from '../../src/write/write.ts'
import { newWriterMemory } from '../../src/write/writer-memory.ts'
import { outlineOf } from '../support/written.ts'

const grammar = loadGrammar()

/** The number of characters that the writer has parsed to make slides of a sentence. */
async function parsedOf(sentence: string): Promise<number> {
  const memo = newMemo<Tree>()
  const counted = { characters: 0 }
  const trees: Memo<Tree> = {
    ...memo,
    recall(key, make) {
      return memo.recall(key, () => {
        counted.characters += key.length
        return make()
      })
    },
  }
  const outlined = await outlineOf(`# Growth\n\n${sentence}.\n`)
  write(outlined, { grammar, memory: { ...newWriterMemory(), trees }, name: 'talk', minutes: null })
  return counted.characters
}

test.each([
  ['words', (n: number) => 'the council found that a bridge costs nearly four million euros '.repeat(n / 4)],
  ['parentheses', (n: number) => `They said ${'it (all of it) '.repeat(n)}`],
  ['sources', (n: number) => `They said ${'so, as Smith (1901) found, '.repeat(n)}`],
  ['commas', (n: number) => `They saw ${'boats, '.repeat(n)} and birds`],
  ['conjunctions', (n: number) => `They came ${'and the boats left '.repeat(n)}`],
  ['quotation marks', (n: number) => `They said ${'“no” and '.repeat(n)}yes`],
  ['nested brackets', (n: number) => `They said ${'(so '.repeat(n)}${')'.repeat(n)}`],
])('a sentence of twice as many %s takes twice the work', async (_, sentence) => {
  const [once, twice] = [await parsedOf(sentence(200)), await parsedOf(sentence(400))]
  expect(once).toBeGreaterThan(0)
  expect(twice).toBeLessThan(2.2 * once)
})
