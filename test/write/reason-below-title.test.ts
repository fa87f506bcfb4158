import { expect, test } from 'vitest'
import type { Line } from '../../src/model/draft.ts'
import { lineOf } from '../../src/write/line.ts'
import { withReason } from '../../src/write/reason-below-title.ts'
import { outlineOf, parse } from '../support/written.ts'

const NEXT = 'The town has kept forty hives on the roof of the old school since the spring.'

/** Returns the points below a title that is the beginning of an article's first sentence. */
async function pointsBelow(title: string, rest: string): Promise<readonly string[]> {
  const { article, opening } = await outlineOf(`${title}${rest}. ${NEXT}`, 'talk.txt')
  const sentences = opening.flatMap((paragraph) => paragraph.sentences)
  const lineAt = (span: readonly [number, number]): Line =>
    lineOf({ text: article.text, spans: [span], kind: 'prose', weight: 1 })
  const points = sentences.slice(1).map(({ span }) => lineAt(span))
  const context = { article, parse, titleSentence: null }
  return withReason({ context, sentences }, { title: lineAt([0, title.length]), points }).map(({ text }) => text)
}

test.each([
  ['Bees are no trouble', ', because they fly below ten metres', 'Because they fly below ten metres'],
  [
    'We plan to end support for the old lock',
    ' primarily because it is a considerable risk to the boats',
    'Primarily because it is a considerable risk to the boats',
  ],
  [
    'The water tank holds enough for one load',
    ', so it is best to connect the hose',
    'So it is best to connect the hose',
  ],
])('the reason cut off "%s" is its first point', async (title, rest, reason) => {
  expect(await pointsBelow(title, rest)).toEqual([reason, NEXT.slice(0, -1)])
})

test.each([
  ['The gate was painted in the spring', ', when the boats were out of the water'],
  ['The tank keeps the image with the readings', ', so that anyone can check a ring'],
  ['The old boats stay in the harbour', ', because of the rising wind from the north'],
])('nothing else that is cut off "%s" is a point', async (title, rest) => {
  expect(await pointsBelow(title, rest)).toEqual([NEXT.slice(0, -1)])
})
