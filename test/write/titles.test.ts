import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Sentence } from '../../src/model/outline.ts'
import type { Unit } from '../../src/write/judge/units.ts'
import { MAX_TITLE_WIDTH, titlesOf } from '../../src/write/titles.ts'
import { draftsOf, outlineOf, parse, sentenceOf } from '../support/written.ts'

async function titlesIn(text: string): Promise<readonly (readonly [form: string, text: string])[]> {
  const { context, sentence } = await sentenceOf(text)
  return titlesOf(context, unitOf(sentence)).map(({ form, line }) => [form, line.text])
}

function unitOf(sentence: Sentence): Unit {
  const place = {
    index: 0,
    words: 3,
    paragraph: 0,
    section: 0,
    indexInSection: 0,
    before: 'start',
    after: 'end',
    linkedFraction: 0,
  }
  return { ...place, sentence, keywords: new Set(), repeated: new Set(), heading: null }
}

test('a short sentence is a title, without its connective', async () => {
  expect(await titlesIn('However, the council rejected the plan.')).toContainEqual([
    'cut',
    'The council rejected the plan',
  ])
  expect(await titlesIn('The gate is old.')).toEqual([['whole', 'The gate is old']])
})

test('what a sentence announces is a title', async () => {
  const sentence = 'One of the central themes of the report is the decline of the railways.'
  expect(await titlesIn(sentence)).toContainEqual(['topic', 'The decline of the railways'])
})

test.each([
  ['what announces a list', 'The lock has these gates:'],
  ['a sentence that depends on another', 'They closed it at noon.'],
])('%s offers no title', async (_, sentence) => {
  expect(await titlesIn(sentence)).toEqual([])
})

test('a question is a title unchanged', async () => {
  expect(await titlesIn('Is the lock shut, or does it only look so?')).toEqual([
    ['question', 'Is the lock shut, or does it only look so?'],
  ])
})

test('none is longer than two lines, and each is within its spans', async () => {
  const before = 'The bell rang. '
  const long =
    'The keepers of the old lock wait for the tide of the evening in the tower beside the bridge, and the pilots of the islands wait in the roads.'
  const { article } = await outlineOf(`${before}${long}`, 'talk.txt')
  const span = [before.length, before.length + long.length] as const
  const titles = titlesOf({ article, parse }, unitOf({ text: long, span, kind: 'prose', startsBlock: false }))
  expect(titles.length).toBeGreaterThan(1)
  for (const { line } of titles) {
    expect(line.text.length).toBeLessThanOrEqual(MAX_TITLE_WIDTH)
    const source = line.spans.map((each) => article.text.slice(...each)).join(' ')
    expect(source.toLowerCase()).toContain(line.text.toLowerCase())
  }
})

test('a language without a parser gives whole sentences', async () => {
  const { article } = await outlineOf('Der alte Hafen ist seit heute geschlossen.', 'talk.txt')
  const sentence: Sentence = { text: article.text, span: [0, article.text.length], kind: 'prose', startsBlock: true }
  const titles = titlesOf({ article, parse: null }, unitOf(sentence))
  expect(titles.map(({ form, line }) => [form, line.text])).toEqual([
    ['whole', 'Der alte Hafen ist seit heute geschlossen'],
  ])
})

test('the first slide has the first sentence as its title instead of the title of the article again', async () => {
  const file = new URL('../fixtures/articles/one-long-section.txt', import.meta.url)
  const drafts = await draftsOf(await readFile(file, 'utf8'), 'talk.txt')
  const [first] = drafts.filter(({ purpose }) => purpose === 'body')
  expect(first?.title?.text).toBe('The ferry to the island crosses in eleven minutes')
})
