import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'

const TALK = 'The lock lifts forty boats a day, and its keepers are proud of every one of them. Its gates are of steel.'
const EVENT = 'slides/events/harbour-days/event.yaml'

const article = (frontMatter = '') =>
  new VFile({ path: 'talk.md', value: `---\n${frontMatter}\n---\n\n# The lock\n\nBy Ida Quay\n\n${TALK}\n` })

async function layoutsOf(file: VFile, choices = {}): Promise<readonly string[]> {
  const { deck } = await convert(file, { formats: [], ...choices }, { browser: null })
  return deck.slides.map(({ layout }) => layout)
}

test('a closing slide that only says thanks and repeats the title and the author is left out', async () => {
  const shown = await layoutsOf(article())
  expect(shown).toHaveLength(2)
  expect(shown).not.toContain('closing')
})

test.each([
  ['the address of the article', 'url: https://lock.example/talk'],
  ['how to reach the author', 'author: Ida Quay <ida@lock.example>'],
  ['a background of its own', 'background: { closing: "#10352d" }'],
])('a closing slide shows %s', async (_, frontMatter) => {
  expect(await layoutsOf(article(frontMatter))).toContain('closing')
})

test('a closing slide shows the sponsors of the event, in the deck and in its deck file', async () => {
  expect(await layoutsOf(article(), { event: EVENT })).toContain('closing')
  const value = await deckFileFor(article(), { event: EVENT })
  expect(await layoutsOf(new VFile({ path: 'talk.deck.md', value }), { event: EVENT })).toContain('closing')
})

test('a closing slide that the author keeps in the deck file stays', async () => {
  const value = await deckFileFor(article(), { event: EVENT })
  const withoutEvent = value.replace(/^event: .*\n/m, '')
  expect(await layoutsOf(new VFile({ path: 'talk.deck.md', value: withoutEvent }))).toContain('closing')
})
