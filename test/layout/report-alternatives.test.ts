import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckJson } from '../../src/export/deck-json.ts'
import { layOut } from '../../src/layout/choose-layout.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { reportAlternatives } from '../../src/layout/report-alternatives.ts'
import type { Alternative, Draft, Line } from '../../src/model/draft.ts'
import { read } from '../../src/read/read.ts'

const TEXT = 'The sea comes and goes twice a day.'

test('the alternatives of a line are in the JSON and are reported at the place of the line', async () => {
  const article = await read(new TextEncoder().encode(`# Tides\n\n${TEXT}\n`), new VFile({ path: 'talk.md' }))
  const from = article.text.indexOf(TEXT)
  const other: Alternative = { text: 'The sea comes', spans: [[from, from + 13]], added: [], score: 0.5 }
  const line: Line = {
    text: TEXT,
    spans: [[from, from + 34]],
    added: [],
    kind: 'prose',
    weight: 1,
    alternatives: [other],
  }
  const draft: Draft = {
    type: 'draft',
    purpose: 'body',
    part: 0,
    title: null,
    content: { type: 'statement', statement: line, source: null },
    noteSentences: [],
    alternatives: { titles: [{ ...other, text: 'Twice a day', score: 0.25 }], unshown: [] },
  }
  const deck = layOut([draft], { article, parts: [], layouts })
  const file = new VFile({ path: 'talk.md' })
  reportAlternatives({ deck, article }, layouts, file)
  expect(file.messages.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'Slide 1 could be called: "Twice a day" (0.25)'],
    [3, `Instead of "${TEXT}", slide 1 could say: "The sea comes" (0.50)`],
  ])
  const data = JSON.parse(deckJson({ deck, article, sentences: [], layouts, messages: [] }))
  expect(data.slides[0]).toMatchObject({
    lines: [{ text: TEXT, alternatives: [other] }],
    alternatives: { titles: [{ text: 'Twice a day', score: 0.25 }], unshown: [] },
  })
})
