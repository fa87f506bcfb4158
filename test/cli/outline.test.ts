import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

const ARTICLE =
  'A short talk\n\nThe river rose by two metres in a night. Nobody had seen it so high. The bridge held.\n'

beforeEach(() => writeFileSync(at('talk.txt'), ARTICLE))

test('the deck file stands beside the article, and one that is there is left as it is', async () => {
  const first = await lectern(['outline', 'talk.txt'])
  expect(first).toEqual({ code: 0, out: '', error: 'talk.deck.md: edit it, then "lectern talk.deck.md"\n' })
  const text = readFileSync(at('talk.deck.md'), 'utf8')
  expect(text).toMatch(/^---\nlectern: deck\/1\narticle: talk\.txt\nlang: en\n---\n\n# A short talk\n/)
  writeFileSync(at('talk.deck.md'), 'mine')
  const again = await lectern(['outline', 'talk.txt'])
  expect(again).toMatchObject({ code: 2, out: '', error: expect.stringMatching(/--update talk\.deck\.md.*--force/) })
  expect(readFileSync(at('talk.deck.md'), 'utf8')).toBe('mine')
  expect(await lectern(['outline', 'talk.txt', '--force'])).toMatchObject({ code: 0 })
  expect(readFileSync(at('talk.deck.md'), 'utf8')).toBe(text)
})

test('it is printed where that is asked for, and for an article from standard input', async () => {
  const printed = await lectern(['outline', 'talk.txt', '-'])
  const piped = await lectern(['outline', '-'], { input: ARTICLE })
  expect(printed).toMatchObject({ code: 0, error: '' })
  expect(piped).toMatchObject({ code: 0, error: '' })
  expect(piped.out).toBe(printed.out.replace('article: talk.txt\n', ''))
  expect(existsSync(at('talk.deck.md'))).toBe(false)
})

test('a build makes it into the folder of its files, over no edits', async () => {
  const build = () => lectern(['talk.txt', '--to', 'deck,json'])
  expect(await build()).toMatchObject({ code: 0 })
  expect(await build()).toMatchObject({ code: 0, error: expect.not.stringContaining('deck-kept') })
  writeFileSync(at('out', 'talk.deck.md'), 'mine')
  expect(await build()).toMatchObject({ code: 0, error: expect.stringContaining('(deck-kept)') })
  expect(readFileSync(at('out', 'talk.deck.md'), 'utf8')).toBe('mine')
})

test('it opens wherever an article does', async () => {
  await lectern(['outline', 'talk.txt'])
  expect(await lectern(['talk.deck.md', '--to', 'html,json'])).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(at('out', 'talk.json'), 'utf8'))).toMatchObject({
    article: { path: 'talk.txt' },
    coverage: { sentences: 3, inNotes: 3, nowhere: 0, byAuthor: 0 },
  })
  expect(await lectern(['check', 'talk.deck.md'])).toMatchObject({ code: 0 })
})
