import { expect, test } from 'vitest'
import type { Draft } from '../../../src/model/draft.ts'
import type { Sentence } from '../../../src/model/outline.ts'
import { withHeadingsInOrder } from '../../../src/write/passes/headings-in-order.ts'

const sentence = (at: number, kind: Sentence['kind'] = 'prose'): Sentence => ({
  text: `${kind} ${at}`,
  span: [at, at + 5],
  kind,
  startsBlock: true,
})

const draft = (...noteSentences: readonly Sentence[]): Draft => ({
  type: 'draft',
  purpose: 'body',
  part: 1,
  title: null,
  content: { type: 'points', lead: null, points: [] },
  noteSentences,
})

test('a heading that is on no slide is in the notes before what is under it', () => {
  const drafts = withHeadingsInOrder([draft(sentence(0), sentence(20)), draft(sentence(10, 'heading'), sentence(30))])
  expect(drafts.map(({ noteSentences }) => noteSentences.map(({ text }) => text))).toEqual([
    ['prose 0', 'heading 10', 'prose 20'],
    ['prose 30'],
  ])
})

test('a heading in its place stays there', () => {
  const drafts = [draft(sentence(0)), draft(sentence(10, 'heading'), sentence(20))]
  expect(withHeadingsInOrder(drafts)).toEqual(drafts)
})
