import { expect, test } from 'vitest'
import { type Segment, segmentsIn, segmentsOf } from '../../src/write/section-segments.ts'
import { outlineOf } from '../support/written.ts'

async function segmentsFor(text: string): Promise<readonly Segment[]> {
  const { opening, parts } = await outlineOf(text)
  return [...segmentsOf(opening, null), ...parts.flatMap(segmentsIn)]
}

const seen = ({ form, sentences, lead, headings }: Segment) => ({
  form,
  says: sentences.map(({ text }) => text),
  lead: lead?.text ?? null,
  headings: headings.map(({ text }) => text),
})

test('consecutive paragraphs are one segment; a list and a listing have their own, with what announces them', async () => {
  const text =
    '# The lock\n\nThe lock is old.\n\nIt leaks.\n\nIt needs:\n\n- Paint\n- Rope\n\nSo it is opened:\n\n```\nopen\nwait\n```\n\nThe bell rings.\n'
  expect((await segmentsFor(text)).map(seen)).toEqual([
    { form: 'prose', says: ['The lock is old.', 'It leaks.'], lead: null, headings: [] },
    { form: 'list', says: ['Paint', 'Rope'], lead: 'It needs:', headings: [] },
    { form: 'code', says: ['open', 'wait'], lead: 'So it is opened:', headings: [] },
    { form: 'prose', says: ['The bell rings.'], lead: null, headings: [] },
  ])
})

test('headings wait for the first segment below them, the nearest last', async () => {
  const text =
    '# The lock\n\n## Work\n\n### Gates\n\nThe gates are old.\n\n### Pumps\n\nThe pumps are new.\n\n## Care\n'
  const segments = (await segmentsFor(text)).map(seen)
  expect(segments.map(({ headings }) => headings)).toEqual([['Work', 'Gates'], ['Pumps'], ['Care']])
  expect(segments.at(-1)?.says).toEqual([])
})

test('one item, and items of many sentences, are prose', async () => {
  const long = 'The keeper walks along the wall and reads the marks. He writes them in the log. '.repeat(3).trim()
  expect((await segmentsFor('# The lock\n\n- Only this\n')).map(({ form }) => form)).toEqual(['prose'])
  expect((await segmentsFor(`# The lock\n\n- ${long}\n- ${long}\n`)).map(({ form }) => form)).toEqual(['prose'])
})

test('the caption of a picture above a table stays with the picture', async () => {
  const text = '# The lock\n\n![The old lock](lock.png)\n\n| a | b |\n| - | - |\n| c | d |\n\nThe end.\n'
  expect((await segmentsFor(text)).map(seen).slice(0, 2)).toEqual([
    { form: 'image', says: ['The old lock'], lead: null, headings: [] },
    { form: 'table', says: expect.anything(), lead: null, headings: [] },
  ])
})

test('every sentence is in one segment, in order', async () => {
  const text =
    '# The lock\n\nIt is old:\n\n1. Oil\n2. Paint\n\n| a | b |\n| - | - |\n| c | d |\n\n## Work\n\n> It holds.\n\n$$\nx = y\n$$\n\nThe end.[^1]\n\n[^1]: Or so.\n'
  const starts = (await segmentsFor(text)).flatMap(({ lead, sentences }) =>
    [...(lead === null ? [] : [lead]), ...sentences].map(({ span }) => span[0]),
  )
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  expect(new Set(starts).size).toBe(starts.length)
  const { opening, parts } = await outlineOf(text)
  const all = [...opening, ...parts.flatMap(({ paragraphs }) => paragraphs)].flatMap(({ sentences }) => sentences)
  expect(starts).toHaveLength(all.length)
})

test('an image without words is a segment, and an empty listing is none', async () => {
  const text = '# The lock\n\nThe lock is old.\n\n![](gate.png)\n\n```\n```\n\nIt leaks.\n'
  expect((await segmentsFor(text)).map(({ form }) => form)).toEqual(['prose', 'image', 'prose'])
})

test('a formula has the sentence that it is part of, as far as it is a sentence of prose', async () => {
  const text =
    '# Cooling\n\nA cup cools. The reason is Newton\u2019s law,\n\n$$\nT = k t,\n$$\n\nwhich says why. It holds everywhere.\n\n$$\nk = 2.\n$$\n\n$k$ is small.\n\n$$\nx = 1\n$$\n\nThe end.\n'
  expect(
    (await segmentsFor(text)).map(({ form, lead, sentences }) => [
      form,
      lead?.text,
      ...sentences.map((each) => each.text),
    ]),
  ).toEqual([
    ['prose', undefined, 'A cup cools.'],
    ['math', 'The reason is Newton\u2019s law,', 'T = k t,', 'which says why.'],
    ['prose', undefined, 'It holds everywhere.'],
    ['math', undefined, 'k = 2.'],
    ['prose', undefined, 'k is small.'],
    ['math', undefined, 'x = 1'],
    ['prose', undefined, 'The end.'],
  ])
})
