import { expect, test } from 'vitest'
import type { Line } from '../../src/model/draft.ts'
import { allSentences } from '../../src/outline/outline.ts'
import { turnsIn, withTurnLabels } from '../../src/write/dialogue.ts'
import { lineOf } from '../../src/write/line.ts'
import { draftsOf, outlineOf } from '../support/written.ts'

const PANEL = `# Who owns the level?

Ida Quay: Welcome to the last panel of the day. We begin with the port.

Ben Ash: Nobody owns it. The port owns the gauge. We pay for it every year.

Tom Wrona: I disagree. My company buys the readings. We would not have invested 4 million otherwise.

Ben Ash: The readings were free until 2021.
`

/** Shows some sentences of an article on one slide, under a title. */
async function pointsOf(article: string, [title, ...points]: readonly string[]): Promise<readonly string[]> {
  const outline = await outlineOf(article)
  const sentences = allSentences(outline)
  const lineFor = (words: string | undefined): Line | null => {
    const sentence = sentences.find(({ text }) => words !== undefined && text.includes(words))
    return sentence === undefined
      ? null
      : lineOf({ text: outline.article.text, spans: [sentence.span], kind: 'prose', weight: 0.5 })
  }
  const lines = points.flatMap((words) => lineFor(words) ?? [])
  const named = withTurnLabels(outline.article, { title: lineFor(title), points: lines }, turnsIn(sentences))
  for (const { text, spans } of named)
    expect(spans.map((span) => outline.article.text.slice(...span)).join(' ')).toContain(text.slice(0, 12))
  return named.map(({ text }) => text)
}

test('a point names its speaker unless the line before it is by the same one', async () => {
  expect(
    await pointsOf(PANEL, ['Nobody owns it', 'owns the gauge', '4 million', 'buys the readings', 'free until']),
  ).toEqual([
    'The port owns the gauge',
    'Tom Wrona: We would not have invested 4 million otherwise',
    'My company buys the readings',
    'Ben Ash: The readings were free until 2021',
  ])
})

test('the first point is named under a title by someone else', async () => {
  expect(await pointsOf(PANEL, ['Welcome', 'owns the gauge'])).toEqual(['Ben Ash: The port owns the gauge'])
})

test('labelled paragraphs are no transcript if no label comes again, or most paragraphs have none', async () => {
  const costs = 'Cost: It is cheap. We pay little.\n\nSpeed: It is fast. It takes a day.\n\nRisk: None is left.\n'
  expect(turnsIn(allSentences(await outlineOf(costs)))).toEqual([])
  const plain = 'It rained. We stayed.\n\n'.repeat(9)
  expect(turnsIn(allSentences(await outlineOf(`${plain}${PANEL}`)))).toEqual([])
})

test('the slides of a transcript name whoever speaks in the middle of a slide', async () => {
  const invested =
    'If the data were free, my company would not have invested 4 million crowns in the model of the port.'
  const panel = PANEL.replace('My company buys the readings. We would not have invested 4 million otherwise.', invested)
  const bodies = (await draftsOf(panel)).filter(({ purpose }) => purpose === 'body')
  const lines = bodies.flatMap(({ content }) => (content.type === 'points' ? content.points : []))
  const point = lines.find(({ line }) => line.text.includes('4 million'))
  expect(point?.line.text).toMatch(/^Tom Wrona: If the data/)
})
