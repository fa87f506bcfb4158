import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import type { Draft } from '../../src/model/draft.ts'
import { allSentences, outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()

async function written(count: number, sentence: (index: number) => string) {
  const sections = Array.from({ length: count }, (_, index) => `## Section ${index}\n\n${sentence(index)}\n`)
  const bytes = new TextEncoder().encode(`# The town\n\n${sections.join('\n')}`)
  const outlined = outline(await read(bytes, new VFile({ path: 'town.md' })))
  const drafts = write(outlined, { grammar, name: 'town', minutes: null })
  const said = drafts.flatMap((draft) => draft.noteSentences.map(({ span }) => span[0]))
  for (const { span } of allSentences(outlined)) expect(said.filter((start) => start === span[0])).toHaveLength(1)
  return drafts.filter(({ purpose }) => purpose === 'body')
}

function pointsOf({ content }: Draft): readonly string[] {
  return content.type === 'points' ? content.points.map(({ line, depth }) => `${depth} ${line.text}`) : []
}

test('sections that say too little for slides are shown by their headings', async () => {
  const bodies = await written(60, () => 'See below.')
  expect(bodies).toHaveLength(10)
  expect(bodies.flatMap(pointsOf)).toEqual(Array.from({ length: 60 }, (_, index) => `0 Section ${index}`))
})

test('many sections of one line each are shown three to a slide, with their headings', async () => {
  const mill = (index: number) => `The mill number ${index} grinds flour for ${index * 3 + 40} people of the town.`
  const bodies = await written(60, mill)
  expect(bodies).toHaveLength(20)
  expect(bodies.slice(0, 1).flatMap(pointsOf)).toEqual([
    ...['0 Section 0', '1 The mill number 0 grinds flour for 40 people of the town'],
    ...['0 Section 1', '1 The mill number 1 grinds flour for 43 people of the town'],
    ...['0 Section 2', '1 The mill number 2 grinds flour for 46 people of the town'],
  ])
  expect(await written(8, mill)).toHaveLength(8)
})

test('an article of one word shows that word', async () => {
  const outlined = outline(await read(new TextEncoder().encode('Hello\n'), new VFile({ path: 'one.txt' })))
  const bodies = write(outlined, { grammar, name: 'one', minutes: null }).filter(({ purpose }) => purpose === 'body')
  expect(bodies.map(({ content }) => content.type === 'statement' && content.statement.text)).toEqual(['Hello'])
})
