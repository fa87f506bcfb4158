import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Weighed } from '../../src/model/outline.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'

async function weighedIn(text: string): Promise<readonly Weighed[]> {
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
  const { opening, parts } = outline(article)
  return [...opening, ...parts.flatMap(({ paragraphs }) => paragraphs)].flatMap(({ sentences }) => sentences)
}

test('a sentence about what its section is about outweighs one that is beside the point', async () => {
  const [, central, aside] = await weighedIn(
    '# Dams\n\n## The old dam\n\nThe dam was built in 1890. The dam holds back the river above the town. A dog barked. The river fills the dam each spring.\n',
  )
  expect(central?.weight).toBeGreaterThan(aside?.weight ?? 1)
})

test('in news, which has no headings, what comes first weighs most', async () => {
  const same = 'A storm closed the harbour and the airport.'
  const filler = 'Officials spoke about other matters at some length.'
  const weights = (await weighedIn(`${same} ${Array(8).fill(filler).join(' ')} ${same}\n`)).map(({ weight }) => weight)
  expect(weights[0]).toBeGreaterThan(weights.at(-1) ?? 1)
})

test('a figure adds weight, a citation does not', async () => {
  const weightOf = async (sentence: string) =>
    (await weighedIn(`# Fares\n\n## Prices\n\nFares changed. ${sentence} Nobody complained.\n`))[1]?.weight ??
    Number.NaN
  const plain = await weightOf('Fares for adults fell sharply.')
  expect(await weightOf('Fares for adults fell 12%.')).toBeGreaterThan(plain)
  expect(await weightOf('Fares for adults fell (Miller, 1999).')).toBeLessThan(plain)
})

test('every weight is a share, a sentence about the text itself has none, and no script is a surprise', async () => {
  const sentences = await weighedIn(
    "# One\n\n## Two\n\nLet's dive into the details. 2 + 2 = 4. !? これは文です。もう一つの文です。 Ünïcödé wörds. Это предложение.\n",
  )
  expect(sentences[0]?.weight).toBe(0)
  for (const { weight } of sentences) {
    expect(weight).toBeGreaterThanOrEqual(0)
    expect(weight).toBeLessThanOrEqual(1)
  }
})
