import { describe, expect, test } from 'vitest'
import type { Content } from '../../src/model/draft.ts'
import { claimsOf } from '../../src/write/claims.ts'
import type { Context } from '../../src/write/context.ts'
import type { ShownSentence } from '../../src/write/forms/form.ts'
import { numberIn } from '../../src/write/forms/number.ts'
import { quotationIn } from '../../src/write/forms/quotation.ts'
import { timelineIn } from '../../src/write/forms/timeline.ts'
import { versionsOf } from '../../src/write/sentence-versions.ts'
import { draftsOf, outlineOf, parse } from '../support/written.ts'

/** Finds the form of sentences; null if they have another. */
type FormFinder = (context: Context, shown: readonly ShownSentence[]) => Content | null

const figure: FormFinder = (context, [first]) => (first === undefined ? null : numberIn(context, first))
const quotation: FormFinder = (context, shown) => {
  const last = shown.at(-1)
  return last === undefined ? null : quotationIn(context, last)
}

/** The form found in a paragraph, its lines in reading order. */
async function linesIn(find: FormFinder, paragraph: string): Promise<readonly string[] | null> {
  const { article, opening } = await outlineOf(`# The harbour\n\n${paragraph}\n`)
  const context = { article, parse }
  const shown = opening
    .flatMap(({ sentences }) => sentences)
    .map(
      (sentence): ShownSentence => ({
        sentence,
        lines: versionsOf(context, sentence).map(({ line }) => line),
        weight: 0.5,
      }),
    )
  const content = find(context, shown)
  if (content?.type === 'number') return [content.value.text, content.label.text]
  if (content?.type === 'quote') return [content.quote.text, content.speaker?.text ?? '']
  if (content?.type === 'timeline') return content.moments.flatMap(({ when, what }) => [when.text, what.text])
  return null
}

describe('a figure', () => {
  test.each([
    [
      'Every member harbour spends at least 2% of its income on gauges.',
      ['2%', 'Every member harbour spends at least 2% of its income on gauges'],
    ],
    ['The new wall cost the town $3.5 billion.', ['$3.5 billion', 'The new wall cost the town $3.5 billion']],
    ['Storms drove 12 million people from the coast.', ['12 million', 'Storms drove 12 million people from the coast']],
    [
      'The archive keeps 16,000 readings of the old gauge.',
      ['16,000', 'The archive keeps 16,000 readings of the old gauge'],
    ],
    ['The new gauge answers 4x faster than the old one.', ['4x', 'The new gauge answers 4x faster than the old one']],
  ])('%s', async (sentence, lines) => expect(await linesIn(figure, sentence)).toEqual(lines))

  test.each([
    ['of several', 'Pumps take 40% of the power and lamps take 25% of it.'],
    ['that is a range', 'Between 15 and 20% of the boats were late.'],
    ['that is all', 'The gauges work 100% of the time.'],
    ['of pocket money', 'A ticket for the ferry costs $4.'],
    ['beside other numbers', 'The town sold 16,000 tickets on 12 ferries.'],
    ['in an order', 'Set the limit to 5% of the range.'],
    ['in a condition', 'If the water falls by 30%, the lock stays shut.'],
    ['that somebody quotes', 'The pilot said, "We lost 30% of our lamps."'],
    ['of years', 'The rock is 300 million years old.'],
    ['that is a bound', 'Two towns run 50% or more of their boats by night.'],
    ['that says where something was', 'The balloon levelled off at 38,000 feet.'],
    ['in a name', 'Ada Marsh and her team began a 10x project in the harbour.'],
  ])('%s: none', async (_, sentence) => expect(await linesIn(figure, sentence)).toBeNull())
})

describe('a quotation', () => {
  test.each([
    [
      '“No harbour has ever been early in a storm,” said Ada Marsh, the master of the port.',
      ['No harbour has ever been early in a storm', 'Ada Marsh, the master of the port'],
    ],
    [
      'Marsh said: "No harbour has ever been early in a storm."',
      ['No harbour has ever been early in a storm', 'Marsh'],
    ],
    [
      '“No harbour has ever been early in a storm,” said Ada Marsh, “and ours will not be the first.”',
      ['No harbour has ever been early in a storm, and ours will not be the first', 'Ada Marsh'],
    ],
  ])('%s', async (sentence, lines) => expect(await linesIn(quotation, sentence)).toEqual(lines))

  test.each([
    ['by a pronoun', '“No harbour has ever been early in a storm,” she said.'],
    [
      'by one of two',
      'Ada Marsh and Tom Reed left, and Ben Hall stayed. “No harbour has ever been early in a storm,” he said.',
    ],
    ['by an office', 'The Harbour Board met on Monday. “No harbour has ever been early in a storm,” she said.'],
    ['by somebody without a name', '“No harbour has ever been early in a storm,” said the official.'],
    ['that depends on what was said before', '“That is what we told them all last year,” said Ada Marsh.'],
    ['of a few words', 'Marsh called it “a fine mess” in her report.'],
    ['inside a sentence', 'Marsh said “no harbour has ever been early in a storm” and left the room.'],
    ['with more than its speaker', '“No harbour has ever been early in a storm,” Marsh told the council on Monday.'],
  ])('%s: none', async (_, sentence) => expect(await linesIn(quotation, sentence)).toBeNull())
})

describe('events', () => {
  test('in the order of their dates, without the words that only date them', async () => {
    const paragraph =
      'In 1831, the first gauge was set up at the quay. By March 1961, a storm had taken the quay. On 14 May 2019, the town switched to radar.'
    expect(await linesIn(timelineIn, paragraph)).toEqual([
      '1831',
      'The first gauge was set up at the quay',
      'March 1961',
      'A storm had taken the quay',
      '14 May 2019',
      'The town switched to radar',
    ])
  })

  test('with a sentence about one of them in between', async () => {
    const paragraph =
      'In 1831, the first gauge was set up at the quay. It was made of oak. By March 1961, a storm had taken the quay. On 14 May 2019, the town switched to radar.'
    expect(await linesIn(timelineIn, paragraph)).toHaveLength(6)
  })

  test('with abbreviated months', async () => {
    const list =
      '- 3 Feb 1990: The ferry landing opens\n- Mar. 1995: The upper lock is rebuilt\n- Nov 2003: The office moves'
    expect(await linesIn(timelineIn, list)).toEqual([
      '3 Feb 1990',
      'The ferry landing opens',
      'Mar. 1995',
      'The upper lock is rebuilt',
      'Nov 2003',
      'The office moves',
    ])
  })

  test('of one day', async () => {
    const list = '- 14:10 UTC: The lock is shut\n- 14:32 UTC: The pumps are started\n- 16:05 UTC: The lock opens again'
    expect(await linesIn(timelineIn, list)).toEqual([
      '14:10 UTC',
      'The lock is shut',
      '14:32 UTC',
      'The pumps are started',
      '16:05 UTC',
      'The lock opens again',
    ])
  })

  test('of a list', async () => {
    const list = '- 1990: The ferry landing opens\n- 1995: The upper lock is rebuilt\n- 2003: The office moves away'
    expect(await linesIn(timelineIn, list)).toHaveLength(6)
  })

  test.each([
    ['of which there are two', 'In 1831, the first gauge was set up. In 1961, a storm took it away.'],
    ['that go back', 'In 1961, a storm took it away. In 1831, the gauge was set up. In 1990, the landing opened.'],
    ['without dates', 'First, the gauge was set up. Then, a storm took it away. Later, the landing opened.'],
  ])('%s: none', async (_, paragraph) => expect(await linesIn(timelineIn, paragraph)).toBeNull())
})

test('a quotation set apart keeps its marks among other points, and its speaker is not a point', async () => {
  const article =
    '# The lock\n\nThe crews of the coal boats used the lock for years.\n\n> We were having a lot of fun with it, so we kept doing it all summer.\n>\n> — Micah Woods, keeper of the lock\n\nThe council later spent a year on the gates. Today the lock lifts forty boats a day for two towns.\n'
  const shown = (await draftsOf(article)).flatMap(({ purpose, title, content }) =>
    purpose === 'body' ? [title?.text ?? '', ...claimsOf(content).map(({ text }) => text), content.type] : [],
  )
  const quoted = shown.filter((text) => text.includes('lot of fun'))
  expect(quoted.every((text) => text.startsWith('“') || shown.includes('quote'))).toBe(true)
  expect(shown.filter((text) => /^(?:— )?Micah/.test(text))).toEqual([])
})
