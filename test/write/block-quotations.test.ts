import { expect, test } from 'vitest'
import { allSentences } from '../../src/outline/outline.ts'
import { attributionsIn, withSpeakers } from '../../src/write/block-quotations.ts'
import { quotationsIn, versionsOf } from '../../src/write/sentence-versions.ts'
import { outlineOf } from '../support/written.ts'

/** Shows all sentences of an article, except those that name speakers, on one slide. */
async function pointsOf(markdown: string): Promise<readonly string[]> {
  const outline = await outlineOf(markdown)
  const { article } = outline
  const sentences = allSentences(outline)
  const quotations = quotationsIn(sentences)
  const points = sentences
    .filter(({ text, kind }) => !text.startsWith('—') && kind !== 'caption')
    .flatMap((sentence) => versionsOf({ article, parse: null }, sentence, quotations.get(sentence.span[0]))[0] ?? [])
    .map(({ line }) => line)
  const named = withSpeakers(article, points, attributionsIn(sentences))
  for (const { text, spans } of named) {
    const source = spans.map((span) => article.text.slice(...span)).join(' ')
    for (const word of text.match(/[\p{L}@]+/gu) ?? []) expect(source).toContain(word)
  }
  return named.map(({ text }) => text)
}

test('the last sentence of a block quotation on a slide names the speaker', async () => {
  const quotation = '> I had to ask. Nobody had told me.\n>\n> — Ada Marsh, keeper of the lock'
  expect(await pointsOf(`The lock is old.\n\n${quotation}\n\nAsk early.\n`)).toEqual([
    'The lock is old',
    '“I had to ask”',
    '“Nobody had told me” — Ada Marsh',
    'Ask early',
  ])
})

test('also with a picture of the speaker in between', async () => {
  const aside =
    '<aside>\n  <img src="a.png" alt="Ada">\n  I had to ask.\n  <p>\n— @marsh, [A Journey](https://a.b)\n  </p>\n</aside>'
  expect(await pointsOf(`The lock is old.\n\n${aside}\n\nAsk early.\n`)).toEqual([
    'The lock is old',
    '“I had to ask” — @marsh',
    'Ask early',
  ])
})

test('two speakers are told apart', async () => {
  const two = '> I had to ask.\n>\n> — Ada Marsh\n\n> I was told.\n>\n> — Ben Ash\n'
  expect(await pointsOf(two)).toEqual(['“I had to ask” — Ada Marsh', '“I was told” — Ben Ash'])
})

test('a quotation without a speaker stays as it is', async () => {
  expect(await pointsOf('> I had to ask.\n\nAsk early.\n')).toEqual(['I had to ask', 'Ask early'])
})
