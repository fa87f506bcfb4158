import { expect, test } from 'vitest'
import type { Draft, Line } from '../../../src/model/draft.ts'
import { numberTitles } from '../../../src/write/passes/number-titles.ts'

const lineOf = (text: string): Line => ({ text, spans: [[0, text.length]], added: [], kind: 'heading', weight: 1 })

const draftOf = (title: string | null, purpose: Draft['purpose'] = 'body'): Draft => ({
  type: 'draft',
  purpose,
  part: 1,
  title: title === null ? null : lineOf(title),
  content: { type: 'statement', statement: lineOf('It is old'), source: null },
  noteSentences: [],
})

test('slides with the same title are numbered, and the numbers are added words', () => {
  const drafts = numberTitles([draftOf('Upkeep'), draftOf('Cost'), draftOf(null), draftOf('Upkeep')])
  expect(drafts.map(({ title }) => title?.text)).toEqual(['Upkeep (1/2)', 'Cost', undefined, 'Upkeep (2/2)'])
  expect(drafts[0]?.title?.added.join('')).toContain('1/2')
  expect(drafts[1]?.title?.added).toEqual([])
})

test('renumbering after slides are gone counts those that are left', () => {
  const [first, , third] = numberTitles([draftOf('Upkeep'), draftOf('Upkeep'), draftOf('Upkeep')])
  const left = [first, third].flatMap((draft) => draft ?? [])
  expect(numberTitles(left).map(({ title }) => title?.text)).toEqual(['Upkeep (1/2)', 'Upkeep (2/2)'])
  expect(numberTitles(left.slice(1)).map(({ title }) => title?.text)).toEqual(['Upkeep'])
})

test('the slide that opens a part is not numbered', () => {
  const drafts = numberTitles([draftOf('Upkeep', 'part'), draftOf('Upkeep')])
  expect(drafts.map(({ title }) => title?.text)).toEqual(['Upkeep', 'Upkeep'])
})
