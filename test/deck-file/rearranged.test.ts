import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { DeckText } from '../../src/deck-file/deck-text.ts'
import { deckText } from '../../src/deck-file/make-deck-text.ts'
import { updateDeck } from '../../src/deck-file/merge/update-deck.ts'
import { printDeckText } from '../../src/deck-file/print.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { articleOf, chanceOf, rearrange, revise, seeds, storyOf } from './edit-story.ts'
import { deckOf, parseDeckFile } from './round-trip.ts'

async function outlineOf(article: string): Promise<DeckText> {
  return deckText({ ...(await deckOf(article, 'talk.md')), layouts, settings: {} })
}

/** Updates a deck file to match the deck `theirs`. Returns the new text and the messages. */
async function updateTo(theirs: DeckText, text: string) {
  const file = new VFile({ path: 'talk.deck.md' })
  const merged = (await updateDeck(new TextEncoder().encode(text), async () => theirs, file)) ?? ''
  const lines = merged.split('\n')
  return {
    text: merged,
    shown: merged.slice(0, merged.indexOf('<!-- lectern:base')),
    messages: file.messages.map(({ ruleId, reason, line }) => ({ rule: ruleId, reason, at: lines[(line ?? 0) - 1] })),
  }
}

const notesIn = (text: string) =>
  parseDeckFile(text).deck.slides.flatMap(({ note }) => note.sentences.map((sentence) => sentence.text))

const sentencesIn = (article: string): readonly string[] => article.match(/[A-Z][a-z ]{10,}\./g) ?? []

test('text follows the article wherever the author has moved it', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const [before, after] = [articleOf(story), articleOf(revise(story, chance))]
      const mine = rearrange(printDeckText(await outlineOf(before)), 4, chance)
      const theirs = await outlineOf(after)
      const { text, shown, messages } = await updateTo(theirs, mine)
      const notes = notesIn(text).filter((sentence) => sentence.endsWith('.') && after.includes(sentence))
      expect(notes.toSorted()).toEqual(sentencesIn(after).toSorted())
      expect(parseDeckFile(text).leftOut).toEqual([])
      const isStale = (sentence: string) => !after.includes(sentence) && shown.includes(sentence.slice(0, -1))
      if (!messages.some(({ rule }) => rule === 'merge-kept')) expect(sentencesIn(before).filter(isStale)).toEqual([])
      expect((await updateTo(theirs, text)).text).toBe(text)
    }),
    { numRuns: 30, seed: 5 },
  )
})

interface Sea {
  readonly boats?: string
  readonly wall?: string
  readonly picture?: string
}

const BOATS = 'The fishing fleet has shrunk from ninety boats to eleven since 1980.'
const WALL = 'They raised it by two metres and gave it a curved face.'
const ENGINEERS = 'Engineers rebuilt the wall with stones from the quarry in the north.'

const seaArticle = ({ boats = BOATS, wall = `${ENGINEERS} ${WALL}`, picture = 'a.png' }: Sea) => `# The harbour

## Boats

The ferry carries four hundred people across the strait every morning. ${boats} Every skipper that remains is older than fifty.

## Storms

In the storm of 1953 the harbour wall broke in three places. The water reached the second floor of the customs house.

## Repairs

${wall} The new wall has held for seventy years.

## Views

![The quay](${picture})
`

/** Outlines an article, edits the deck file, and updates it to a changed article. */
async function update(edit: (text: string) => string, changes: Sea) {
  const written = printDeckText(await outlineOf(seaArticle({})))
  const mine = edit(written)
  expect(mine).not.toBe(written)
  return updateTo(await outlineOf(seaArticle(changes)), mine)
}

const OTHER_WALL = { wall: `${ENGINEERS} ${WALL.replace('two', 'three')}` }
const OTHER_BOATS = { boats: BOATS.replace('ninety', 'eighty') }
const RULE_ABOVE_REPAIRS = /\n---\n(?=<!-- slide: repairs)/
const STARTS_OF_FLEET = [/^- The fishing fleet/m, /^- Every skipper/m] as const

test.each([
  ['with its comment', (text: string) => text.replace(RULE_ABOVE_REPAIRS, '\n')],
  ['without its comment', (text: string) => text.replace(/\n---\n<!-- slide: repairs.*\n/, '\n')],
])('when two slides have been joined, both follow the article: %s', async (_, join) => {
  const { text, shown, messages } = await update(join, OTHER_WALL)
  expect(shown).toContain('- They raised it by three metres')
  expect(shown).not.toContain('two metres')
  expect(notesIn(text).filter((sentence) => sentence.includes('three metres'))).toHaveLength(1)
  expect(shown.indexOf('## Repairs')).toBeLessThan(shown.indexOf('three metres and gave it a curved face.'))
  expect(messages.filter(({ rule }) => !/^(?:slide-options|merge-followed)$/.test(rule ?? ''))).toEqual([])
})

test('a comment of another slide inside a slide does not count, and is reported', async () => {
  const { shown, messages } = await update((text) => text.replace(RULE_ABOVE_REPAIRS, '\n'), {})
  expect(shown).toContain('<!-- slide: storms, part: Storms -->\n\n## Storms')
  expect(messages).toMatchObject([{ rule: 'slide-options', reason: expect.stringContaining('"repairs"') }])
})

test.each(STARTS_OF_FLEET)('both halves of a slide follow the article: divided at %s', async (start) => {
  const { text, shown, messages } = await update(
    (written) => written.replace(start, '\n---\n\n## The fleet\n\n$&'),
    OTHER_BOATS,
  )
  expect(shown).toContain('- The fishing fleet has shrunk from eighty boats')
  expect(shown).not.toContain('ninety')
  expect(notesIn(text).filter((sentence) => sentence.includes('eighty'))).toHaveLength(1)
  expect(messages.map(({ rule }) => rule)).not.toContain('merge-conflict')
})

test('a slide that has no name is called by its title in messages', async () => {
  const { messages } = await update((text) => text.replace(STARTS_OF_FLEET[1], '\n---\n\n## The fleet\n\n$&'), {
    boats: `${BOATS} Two of them carry ice.`,
  })
  expect(messages.filter(({ reason }) => reason.includes('""'))).toEqual([])
})

test('a line on a slide of the author follows the article', async () => {
  const { shown } = await update(
    (text) => text.replace('\n<!-- lectern:base', `\n---\n\n## In short\n\n- ${BOATS.slice(0, -1)}\n$&`),
    OTHER_BOATS,
  )
  expect(shown.slice(shown.indexOf('## In short'))).toContain('- The fishing fleet has shrunk from eighty boats')
})

test('slides without comments are recognised by their words, and get them again', async () => {
  const { text, shown, messages } = await update((text) => text.replace(/<!-- slide:.*\n/g, ''), OTHER_BOATS)
  const { text: untouched } = await updateTo(
    await outlineOf(seaArticle(OTHER_BOATS)),
    printDeckText(await outlineOf(seaArticle({}))),
  )
  expect(text).toBe(untouched)
  expect(shown).toContain('eighty boats')
  expect(messages[0]).toMatchObject({ rule: 'merge-recognised', reason: expect.stringContaining('"boats", "storms"') })
})

test('a deck file that has lost all comments is updated from the article that it names', async () => {
  const theirs = await outlineOf(seaArticle({}))
  const { text, messages } = await updateTo(theirs, printDeckText(theirs).replace(/<!--[\s\S]*?-->\n?/g, ''))
  expect(text).toBe(printDeckText(theirs))
  expect(messages.map(({ rule }) => rule)).toEqual(['deck-base', 'merge-recognised'])
})

test('text that the author has moved stays if it is gone from the article, and is reported there', async () => {
  const line = `- ${WALL.slice(0, -1)}\n`
  const { shown, messages } = await update((text) => text.replace(line, '').replace(/^- In the storm/m, `${line}$&`), {
    wall: ENGINEERS,
  })
  expect(shown).toContain(line)
  expect(messages).toContainEqual({
    rule: 'merge-kept',
    reason: expect.stringMatching(/moved to the slide "storms": "They raised it/),
    at: expect.stringContaining('slide: storms'),
  })
})

test.each([
  ['replaced', '![Mine](mine.png)\n'],
  ['removed', ''],
])(
  'a picture that the author has %s stays so where the article has a new one, and a message names it',
  async (_, mine) => {
    const { shown, messages } = await update((text) => text.replace(/!\[.*\n/, mine), { picture: 'b.png' })
    expect(shown).not.toContain('b.png')
    if (mine !== '') expect(shown).toContain(mine)
    expect(messages).toMatchObject([{ rule: 'merge-picture', reason: expect.stringContaining('"b.png"') }])
  },
)
