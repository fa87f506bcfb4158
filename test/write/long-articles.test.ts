import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { countWords } from '../../src/grammar/count-words.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { read } from '../../src/read/read.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'

const PLACES = [
  'lock',
  'quay',
  'light',
  'school',
  'market',
  'dredger',
  'ferry',
  'yard',
  'bridge',
  'mill',
  'archive',
  'dyke',
]
const PEOPLE = ['keepers', 'pilots', 'captains', 'cooks', 'masters', 'clerks', 'carpenters', 'divers']
const DEEDS = [
  'paint the gates',
  'count the boats',
  'mend the ropes',
  'read the gauge',
  'ring the bell',
  'sweep the stairs',
]
const TIMES = ['before dawn', 'at noon', 'in spring', 'after the flood', 'on market days', 'when the fog comes down']

/** A paragraph with words that no other paragraph of the article has. */
function paragraph(seed: number): string {
  const at = <T>(things: readonly T[], step: number) => things[(seed * step + step) % things.length]
  return [
    `The ${at(PLACES, 5)} keeps ${seed + 3} boats, and its ${at(PEOPLE, 3)} ${at(DEEDS, 5)} ${at(TIMES, 1)}.`,
    `Most ${at(PEOPLE, 5)} of the town believe that the ${at(PLACES, 7)} costs less than it earns.`,
    `In the year ${1700 + seed} the council asked the ${at(PEOPLE, 1)} to ${at(DEEDS, 1)}, which they did for ${seed + 11} weeks.`,
    `Nobody who has seen the ${at(PLACES, 11)} ${at(TIMES, 5)} would call it small, though it has only ${seed + 2} rooms.`,
    `Its oldest door was made of oak from the ${at(PLACES, 1)}, and the hinges were made by ${at(PEOPLE, 7)}.`,
  ].join(' ')
}

const PARAGRAPHS_A_PART = 12

function articleOf(words: number): string {
  const lines = ['# The harbour and its year']
  let count = 0
  for (let seed = 0; count < words; seed++) {
    if (seed % PARAGRAPHS_A_PART === 0)
      lines.push(
        `## Chapter ${seed / PARAGRAPHS_A_PART + 1} of the ${PLACES[(seed / PARAGRAPHS_A_PART) % PLACES.length]}`,
      )
    lines.push(paragraph(seed))
    count += countWords(lines.at(-1) ?? '', 'en')
  }
  return `${lines.join('\n\n')}\n`
}

async function deckOf(value: string, minutes: number | null = null): Promise<Deck> {
  return (await convert(new VFile({ path: 'talk.md', value }), { formats: [], minutes }, { browser: null })).deck
}

const secondsOf = ({ slides }: Deck) => slides.reduce((sum, { note }) => sum + note.seconds, 0)
const wordsOn = (deck: Deck) =>
  deck.slides.map((slide) => linesOf(layouts, slide).reduce((sum, { text }) => sum + countWords(text, 'en'), 0))

describe('an article of twenty thousand words', async () => {
  const text = articleOf(20_000)
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
  const deck = await deckOf(text)

  test('becomes a deck that says every word once, in order', () => {
    expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
    expect(inventedLines(deck, article, layouts)).toEqual([])
  })

  test('has no slide that is empty or has more than an audience can read', () => {
    expect(wordsOn(deck).filter((words) => words === 0 || words > 90)).toEqual([])
  })

  test('takes as long to say as its words do', () => {
    expect(secondsOf(deck) / 60).toBeGreaterThan(20_000 / 130 / 1.1)
    expect(secondsOf(deck) / 60).toBeLessThan((20_000 / 130) * 1.1)
  })
})

describe('an article of ten thousand words', async () => {
  const text = articleOf(10_000)
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))

  test.each([5, 15, 40])('can be given in %i minutes', async (minutes) => {
    const deck = await deckOf(text, minutes)
    expect(Math.abs(secondsOf(deck) / 60 - minutes) / minutes).toBeLessThan(0.15)
    expect(deck.slides.length).toBeGreaterThan(minutes * 0.7)
    expect(deck.slides.length).toBeLessThan(minutes * 3.5)
    expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
  })
})

test('a short talk on a long listing shows a share of it, and the notes have the rest', async () => {
  const steps = Array.from(
    { length: 40 },
    (_, seed) =>
      `${paragraph(seed)}\n\n\`\`\`sh\nopen gate-${seed}\n\nclose gate-${seed}\n\`\`\`\n\n| gate | boats |\n| --- | --- |\n| ${seed} | ${seed + 7} |`,
  )
  const text = `# The lock in forty commands\n\n${steps.join('\n\n')}\n`
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
  const [long, short] = [await deckOf(text), await deckOf(text, 5)]
  const shown = ({ slides }: Deck) => slides.filter(({ layout }) => layout === 'code' || layout === 'table').length
  expect(shown(long)).toBe(80)
  expect(shown(short)).toBeGreaterThan(0)
  expect(shown(short)).toBeLessThan(30)
  expect(coverageOf(short, article, layouts)).toEqual({ lost: '', isOrdered: true })
  expect(Math.abs(secondsOf(short) / 60 - 5)).toBeLessThan(0.75)
})
