import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { write } from '../../src/write/write.ts'
import { newWriterMemory, type WriterMemory } from '../../src/write/writer-memory.ts'
import { outlineOf } from '../support/written.ts'

const grammar = loadGrammar()

const LOCK =
  'The old lock closed in March after engineers found cracks in both of its gates. They had measured the gates for two years. ' +
  'Boats use the weir until the autumn, and their owners pay nothing.'
const BRIDGE =
  'The council paid nine million pounds for the new bridge. It reportedly cost twice as much as the engineers had expected. ' +
  'Trains cross the bridge every ten minutes.'
const TIDES =
  'Tides of more than five metres reach the harbour in spring. The gauge in the harbour floats in a pipe of iron. ' +
  'A clerk reads the gauge every morning and writes the height into a book. ' +
  'The gauge was built in 1911 by a clockmaker from the town.'

const sectioned = (...sections: readonly (readonly [string, string])[]) =>
  `# The harbour\n\n${sections.map(([heading, text]) => `## ${heading}\n\n${text}`).join('\n\n')}\n`

async function draftsOf(text: string, memory?: WriterMemory) {
  return write(await outlineOf(text), { grammar, memory, name: 'talk', minutes: null })
}

/** Writes one article after another with one memory, and expects the same as without it. */
async function expectSame(texts: readonly string[]) {
  const known = newWriterMemory()
  for (const text of texts) expect(await draftsOf(text, known)).toEqual(await draftsOf(text))
}

test('slides are the same wherever their section has moved', async () => {
  await expectSame([
    sectioned(['Gates', LOCK], ['Bridge', BRIDGE], ['Tides', TIDES]),
    sectioned(['Gates', LOCK.replace('old', 'old and leaking')], ['Bridge', BRIDGE], ['Tides', TIDES]),
    sectioned(['Tides', TIDES], ['Bridge', BRIDGE], ['Gates', LOCK]),
  ])
})

test('a title is free again when no earlier slide has it any more', async () => {
  const title = 'Tides of more than five metres reach the harbour in spring'
  const under = (heading: string) =>
    sectioned([heading, 'The weir is of oak.'], ['News', `${LOCK}\n\n${BRIDGE}\n\n${TIDES}`])
  const titles = async (text: string) => (await draftsOf(text)).map((draft) => draft.title?.text)
  expect((await titles(under('Bridge'))).lastIndexOf(title)).toBe(4)
  expect((await titles(under(title))).lastIndexOf(title)).toBe(1)
  await expectSame([under(title), under('Bridge'), under(title)])
})

test('words that become code, a link or another heading change the slides', async () => {
  await expectSame(
    ['in both of its gates', '`in both of its gates`', '[in both of its gates](#a)'].flatMap((words) => [
      sectioned(['Gates', LOCK.replace('in both of its gates', words)], ['Bridge', BRIDGE]),
      sectioned(['Boats', LOCK.replace('in both of its gates', words)], ['Bridge', BRIDGE]),
    ]),
  )
})
