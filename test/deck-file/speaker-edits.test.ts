import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { deckFileFor, outlineDeck } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import { updateDeck } from '../../src/deck-file/merge/update-deck.ts'
import type { Choices } from '../../src/settings/settings.ts'

const TIPS = ['Safety', 'Tools', 'Weather', 'Rope', 'Lights', 'Radio', 'Charts', 'Food']
const ARTICLE = `# Sailing

## Rules

${TIPS.map((tip) => `**${tip}.** Never forget that the ${tip.toLowerCase()} of a boat decides how far it can sail in one day. Each crew checks it twice before the gates of the harbour are opened.`).join('\n\n')}

## Ports

Five ports were open in 2019, and three of them had a lock of their own. They are closed in winter.
`

interface Data {
  readonly slides: readonly {
    readonly title: string | null
    readonly note: { readonly text: string; readonly author?: readonly string[] }
  }[]
  readonly coverage: Readonly<Record<string, number>>
}

async function read(value: string): Promise<Data> {
  const { files } = await convert(
    new VFile({ path: 'sailing.deck.md', value }),
    { formats: ['json'] },
    { browser: null },
  )
  const data: Data = JSON.parse(new TextDecoder().decode(files.get('sailing.json')))
  return data
}

test('a note that is moved to another slide keeps its bold label and its place in the article', async () => {
  const value = await deckFileFor(new VFile({ path: 'sailing.md', value: ARTICLE }))
  const moved = /\*\*Safety\.\*\* .*\n\n/.exec(value)?.[0] ?? ''
  const edited = value.replace(moved, '').replace(/(## Ports[\s\S]*?:::notes\n\n)/, `$1${moved}`)
  expect(moved).not.toBe('')
  const { slides, coverage } = await read(edited)
  const ports = slides.find((slide) => slide.title === 'Ports')
  expect(ports?.note.text).toContain('Safety. Never forget')
  expect(ports?.note.author).toBeUndefined()
  expect(coverage).toEqual((await read(value)).coverage)
})

describe('slides that continue each other', () => {
  const path = 'slides/tide-clock/tide-clock.md'
  let value = ''
  let title = ''

  beforeAll(async () => {
    value = await deckFileFor(new VFile({ path, value: readFileSync(path) }))
    title = /^## (.*) \(1\/3\)$/m.exec(value)?.[1] ?? ''
  })

  /** The slides of the file, each with the rule above it. The last one includes the end of the file. */
  const slides = () => value.split(/(?<=\n)(?=---\n<!-- slide: )/)
  const numberOfSlide = (number: number) => slides().findIndex((slide) => slide.includes(`## ${title} (${number}/3)`))
  const numbersIn = async (edited: readonly string[]) =>
    (await read(edited.join(''))).slides.flatMap(({ title: shown }) =>
      shown?.startsWith(title) ? [shown.slice(title.length)] : [],
    )

  test('are numbered in the order of the file', async () => {
    expect(title).not.toBe('')
    expect(await numbersIn(slides())).toEqual([' (1/3)', ' (2/3)', ' (3/3)'])
    const second = numberOfSlide(2)
    const others = slides().toSpliced(second, 1)
    expect(await numbersIn(others)).toEqual([' (1/2)', ' (2/2)'])
    const moved = others.toSpliced(numberOfSlide(1), 0, slides()[second] ?? '')
    expect(await numbersIn(moved)).toEqual([' (1/3)', ' (2/3)', ' (3/3)'])
    const hidden = slides().map((slide) =>
      slide.replace(/^(---\n<!-- slide: [\w-]+)(.*\n\n## .* \(2\/3\)\n)/, '$1, hidden$2'),
    )
    expect(await numbersIn(hidden)).toEqual([' (1/2)', ' (2/2)'])
  })

  test('lose their number if only one is left, but not one that the author typed', async () => {
    const retitled = slides().map((slide) => slide.replace(`## ${title} (1/3)`, `## ${title} (7/9)`))
    const second = numberOfSlide(2)
    expect(await numbersIn(retitled.toSpliced(second, 1))).toEqual([' (7/9)', ''])
  })
})

test('a title that the author has replaced is no conflict if the article only numbers it', async () => {
  const path = 'slides/night-trains/night-trains.txt'
  const before = readFileSync(path, 'utf8')
  const written = await deckFileFor(new VFile({ path, value: before }))
  const mine = written.replace('## What Brought Them Back\n', '## Why They Returned\n')
  expect(mine).not.toBe(written)
  const after = before.replace('was the quietest. When', 'was the quietest of all. When')
  const file = new VFile({ path: 'talk.deck.md' })
  const outline = (choices: Choices) => outlineDeck(new VFile({ path, value: after }), choices, {})
  const updated = await updateDeck(new TextEncoder().encode(mine), outline, file)
  expect(updated).toContain('## Why They Returned\n')
  expect(updated).not.toContain('What Brought Them Back (1/2)')
  expect(file.messages.map(({ ruleId }) => ruleId)).not.toContain('merge-conflict')
})

describe('an update and the minutes of a talk', () => {
  const path = 'slides/tide-clock/tide-clock.md'
  const article = () => new VFile({ path, value: readFileSync(path) })
  const update = async (text: string, flags: Choices = {}) => {
    const file = new VFile({ path: 'talk.deck.md' })
    const outline = (choices: Choices) => outlineDeck(article(), { ...choices, ...flags }, {})
    const updated = await updateDeck(new TextEncoder().encode(text), outline, file)
    return { slides: updated?.match(/^<!-- slide: [\w-]+/gm), messages: file.messages, updated: updated ?? '' }
  }

  test('no slide goes because the author typed minutes in the deck file; a note says how to shorten it', async () => {
    const text = await deckFileFor(article())
    const { slides, messages, updated } = await update(text.replace('lang: en\n', 'lang: en\nminutes: 3\n'))
    expect(slides).toEqual(text.match(/^<!-- slide: [\w-]+/gm))
    expect(updated).toContain('minutes: 3\n')
    expect(messages).toMatchObject([
      { ruleId: 'deck-minutes', line: expect.any(Number), reason: expect.stringMatching(/--minutes 3\./) },
    ])
  })

  test('minutes that are asked for remove slides, again at the next update', async () => {
    const text = await deckFileFor(article())
    const first = await update(text, { minutes: 3 })
    expect(first.slides?.length).toBeLessThan(text.match(/^<!-- slide: /gm)?.length ?? 0)
    const reasons = first.messages.map(({ reason }) => reason).filter((reason) => /^These slides are gone/.test(reason))
    expect(reasons).toEqual([expect.stringMatching(/a new deck of 3 minutes/)])
    expect(reasons[0]).not.toContain('no longer in the article')
    expect(await update(first.updated)).toMatchObject({ slides: first.slides, messages: [] })
  })

  test('without the minutes that were asked for, all slides are back', async () => {
    const text = await deckFileFor(article())
    const first = await update(text, { minutes: 3 })
    const { slides, messages, updated } = await update(first.updated.replace(/^minutes: .*\n/m, ''))
    expect(slides).toEqual(text.match(/^<!-- slide: [\w-]+/gm))
    expect(updated).not.toMatch(/^minutes:/m)
    expect(messages.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^These slides are new/))
  })

  test('for more minutes than the slides were chosen for, a note says how to choose them again', async () => {
    const first = await update(await deckFileFor(article()), { minutes: 3 })
    const { slides, messages } = await update(first.updated.replace(/^minutes: .*/m, 'minutes: 30'))
    expect(slides).toEqual(first.slides)
    expect(messages.map(({ reason }) => reason)).toEqual([
      'The slides were not chosen for a talk of 30 minutes. To choose slides for 30 minutes, update the deck with --minutes 30.',
    ])
  })
})
