import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import { readOtherDeck } from '../../src/deck-file/other-tools/read-other-deck.ts'
import { png } from '../illustrate/images.ts'
import { describeSlides } from './describe-slides.ts'

const FOLDER = 'test/fixtures/decks'

describe('slides, titles, notes and backgrounds of decks of other tools', () => {
  for (const name of readdirSync(FOLDER)) {
    test(name, async () => {
      const { slides, rules } = await describeSlides(join(FOLDER, name), readFileSync(join(FOLDER, name)))
      expect([...slides, `messages: ${rules.join(', ')}`].join('\n')).toMatchSnapshot()
      expect(slides.join('\n')).not.toMatch(/<!--(?! no note)|:::|\{[.#]|!\[|<\/?[a-z]|::right::|^\s*Note:|bg\b/m)
    })
  }
})

test('nothing in a deck of another tool runs or loads', async () => {
  for (const name of readdirSync(FOLDER).filter((each) => each.includes('hostile'))) {
    const file = new VFile({ path: join(FOLDER, name), value: readFileSync(join(FOLDER, name)) })
    const { files } = await convert(file, { formats: ['html'] }, { browser: null })
    const [page = new Uint8Array()] = files.values()
    const html = new TextDecoder().decode(page)
    const start = html.indexOf('class="slides"')
    expect(html.slice(start, html.indexOf('<script', start)), name).not.toMatch(
      /alert\(|javascript:|evil\.example|<iframe|\son\w+=/,
    )
  }
})

test('the kind of deck can be given, and an article with rules is not a deck', async () => {
  const text = '# A talk\n\nSome words.\n\n---\n\nNote: the rule above ends the first part.\n'
  const file = () => new VFile({ path: 'talk.md' })
  const bytes = new TextEncoder().encode(text)
  expect(await readOtherDeck(bytes, file())).toBeNull()
  expect((await readOtherDeck(bytes, file(), { as: 'reveal-md' }))?.drafts).toHaveLength(2)
  const marp = readFileSync(join(FOLDER, 'marp-divider.md'))
  expect(await readOtherDeck(marp, file(), { as: 'article' })).toBeNull()
})

test('a deck of another tool becomes a deck file that gives the same slides', async () => {
  const path = join(FOLDER, 'pandoc-habits.md')
  const at = (name: string, value: string | Uint8Array) => new VFile({ path: join(FOLDER, name), value })
  const build = async (file: VFile) => {
    const { files } = await convert(file, { formats: ['json'] }, { browser: null })
    const {
      messages: _,
      coverage: __,
      article: ___,
      ...data
    } = JSON.parse(new TextDecoder().decode([...files.values()][0]))
    return { data, rules: file.messages.map(({ ruleId }) => ruleId) }
  }
  const text = await deckFileFor(at('pandoc-habits.md', readFileSync(path)))
  const [fromDeckFile, fromPandoc] = [
    await build(at('pandoc-habits.deck.md', text)),
    await build(at('pandoc-habits.md', readFileSync(path))),
  ]
  expect(fromDeckFile.data).toEqual(fromPandoc.data)
  expect(text).toContain('background: "#10352d", steps: true')
  expect(fromDeckFile.rules).toEqual(['unmeasured'])
})

test('pictures at the root of a Slidev site are found in the folder public beside the deck, and only there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-slidev-'))
  const picture = png(40, 30)
  mkdirSync(join(folder, 'deck', 'public', 'img'), { recursive: true })
  for (const path of ['deck/public/sail.png', 'deck/public/img/sea.png', 'secret.png'])
    writeFileSync(join(folder, path), picture)
  const deck = [
    '---\ntheme: seriph\nbackground: /img/sea.png\n---\n\n# Sails',
    '## Hemp\n\n![Hemp](/sail.png)',
    '## Cotton\n\n<img src="/img/sea.png" alt="Cotton">',
    'layout: image-right\nimage: /sail.png\n---\n\n## Cloth\n\n- Hemp\n- Cotton',
    '## Rope\n\n![Rope][rope]',
    '## Outside\n\n![Outside](/../../secret.png)\n\n[rope]: /sail.png',
  ].join('\n\n---\n')
  const file = new VFile({ path: join(folder, 'deck', 'slides.md'), value: deck })
  const { deck: made } = await convert(file, { formats: ['json'] }, { browser: null, as: 'slidev' })
  const reasons = file.messages.map(({ reason }) => reason)
  expect(made.slides[0]?.background).toMatchObject({ type: 'picture' })
  expect(JSON.stringify(made.slides).split(picture.toString('base64')).length - 1).toBe(5)
  expect(reasons.filter((reason) => /image|picture/i.test(reason))).toEqual([
    expect.stringMatching(/"public\/\.\.\/\.\.\/secret\.png" is outside/),
  ])
})

test('a listing with fences of containers stays in its column in the deck file', async () => {
  const column = '::: {.column}\n```md\n::: {.box}\nShown\n:::\n```\n\n- Point\n:::'
  const value = `---\nformat: revealjs\n---\n\n## Boxes\n\n:::: {.columns}\n${column}\n\n${column}\n::::\n`
  const text = await deckFileFor(new VFile({ path: 'a.qmd', value }))
  expect(text).toContain(':::::columns\n\n::::column\n')
  const linesOf = async (file: VFile) => {
    const { files } = await convert(file, { formats: ['json'] }, { browser: null })
    return JSON.parse(new TextDecoder().decode([...files.values()][0])).slides.map(
      ({ lines }: { readonly lines: readonly { readonly text: string }[] }) => lines.map((line) => line.text),
    )
  }
  const fromDeckFile = await linesOf(new VFile({ path: 'a.deck.md', value: text }))
  expect(fromDeckFile).toEqual(await linesOf(new VFile({ path: 'a.qmd', value })))
})
