import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import type { Choices } from '../../src/settings/settings.ts'

const ARTICLE = 'slides/tide-clock/tide-clock.md'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-deck-'))
  cpSync(ARTICLE, join(folder, 'talk.md'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a file in the folder. If its text is given, it is saved first. */
const at = (path: string, value: string | Uint8Array = readFileSync(join(folder, path))) => {
  if (typeof value === 'string') writeFileSync(join(folder, path), value)
  return new VFile({ cwd: folder, path, value })
}

async function build(file: VFile, choices: Choices = {}) {
  const { files } = await convert(file, { formats: ['json', 'html'], ...choices }, { browser: null })
  const text = (name: string) => new TextDecoder().decode(files.get(name))
  const { messages: _, ...data } = JSON.parse(text('talk.json'), (key, value) =>
    // The alternatives of an article are not in its deck file.
    key === 'alternatives' || key === 'reasons' ? undefined : value,
  )
  return { data, html: text('talk.html'), messages: file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured') }
}

test('a deck file gives the same page and data as its article', async () => {
  const text = await deckFileFor(at('talk.md'), { theme: 'stage', minutes: 3 })
  const fromArticle = await build(at('talk.md'), { theme: 'stage', minutes: 3 })
  const fromDeckFile = await build(at('talk.deck.md', text))
  expect(fromDeckFile.html).toBe(fromArticle.html)
  const { coverage, ...data } = fromDeckFile.data
  const { coverage: articleCoverage, ...articleData } = fromArticle.data
  expect(data).toEqual(articleData)
  expect(coverage).toEqual({ ...articleCoverage, byAuthor: 0 })
  expect(fromDeckFile.messages).toEqual([])
})

test('a deck file whose article has changed or is gone is built from the file alone, with a message', async () => {
  const text = await deckFileFor(at('talk.md'))
  const before = await build(at('talk.deck.md', text))
  at('talk.md', `${readFileSync(ARTICLE, 'utf8')}\n\nOne more sentence at the end of it.\n`)
  const changed = await build(at('talk.deck.md'))
  rmSync(join(folder, 'talk.md'))
  const alone = await build(at('talk.deck.md'))
  for (const { data, html } of [changed, alone]) {
    expect(html).toBe(before.html)
    expect(data).toEqual(before.data)
  }
  expect(changed.messages.map(String)).toEqual([
    expect.stringMatching(
      /talk\.deck\.md.*The article "talk\.md" has changed .* run "lectern outline talk\.md --update talk\.deck\.md"/,
    ),
  ])
  expect(alone.messages.map(String)).toEqual([expect.stringMatching(/The article "talk\.md" is not in this folder/)])
})

test('the article is looked for only in the folder of the deck file', async () => {
  const text = await deckFileFor(at('talk.md'))
  for (const name of ['../talk.md', '/etc/passwd', 'sub/talk.md'])
    expect((await build(at('talk.deck.md', text.replace('article: talk.md', `article: ${name}`)))).messages).toEqual([])
})
