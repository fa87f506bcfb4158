import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckFileFor, outlineDeck } from '../src/conversion/make-deck-file.ts'
import { convert } from '../src/convert.ts'
import { updateDeck } from '../src/deck-file/merge/update-deck.ts'
import { oneBrowser } from './browser/one-browser.ts'

const pandoc = (left: string, right: string) =>
  `:::: {.columns}\n::: {.column width="40%"}\n${left}\n:::\n::: {.column}\n${right}\n:::\n::::`
const myst = (left: string, right: string) =>
  `::::{grid} 2\n:::{grid-item}\n${left}\n:::\n:::{grid-item}\n${right}\n:::\n::::`
const html = (left: string, right: string) =>
  `<div class="columns">\n<div>\n\n${left}\n\n</div>\n<div class="column">\n\n${right}\n\n</div>\n</div>`
const RAW =
  '<div class="columns">\n<div><h3>Before</h3><p>The left bank floods.</p></div>\n<div><ul><li>The right bank holds.</li></ul></div>\n</div>'

interface DeckJson {
  readonly article: { readonly text: string }
  readonly slides: readonly {
    readonly layout: string
    readonly lines: readonly { readonly text: string }[]
    readonly note: object
  }[]
  readonly coverage: { readonly nowhere: number }
  readonly messages: readonly { readonly rule: string; readonly line: number }[]
}

async function deckOf(value: string, path = 'river.md'): Promise<DeckJson> {
  const { files } = await convert(new VFile({ path, value }), { formats: ['json'] }, { browser: null })
  return JSON.parse(new TextDecoder().decode(files.values().next().value))
}

function shownIn({ slides }: DeckJson): readonly string[] {
  return slides
    .filter(({ layout }) => layout !== 'title' && layout !== 'closing')
    .map(({ layout, lines }) => [layout, ...lines.map(({ text }) => text)].join(' | '))
}

const browser = oneBrowser()

const inArticle = (columns: string) => `# River\n\n## Banks\n\n${columns}\n\nThe ferry runs at noon.\n`

test.each([
  [
    'prose',
    pandoc('The left bank floods.', 'The right bank holds. It is of rock.'),
    'The left bank floods | The right bank holds. It is of rock.',
  ],
  [
    'names and lists',
    myst('### Left\n\n- It floods.\n- It dries.', '### Right\n\nIt holds.'),
    'Left | It floods | It dries | Right | It holds',
  ],
  ['a listing beside text', html('```js\nflood()\n\ndry()\n```', 'It holds.'), 'flood() |  | dry() | It holds'],
  [
    'a picture beside text',
    pandoc('![The left bank in May](left.png)', 'It floods.'),
    'The left bank in May | It floods',
  ],
  ['raw HTML', RAW, 'Before | The left bank floods | The right bank holds'],
])('columns of %s are side by side', async (_, columns, lines) => {
  const deck = await deckOf(inArticle(columns))
  expect(shownIn(deck)[0]).toBe(`comparison | Banks | ${lines}`)
  expect(deck.coverage.nowhere).toBe(0)
})

test('lists and captions in columns show no citation marks, and commands keep their first letter', async () => {
  const left = '![left](left.png)\n\nThe left bank in May.[4]'
  const right = '- It floods.[3]\n- `git pull` shows when.'
  expect(shownIn(await deckOf(inArticle(pandoc(left, right))))[0]).toBe(
    'comparison | Banks | The left bank in May | It floods | git pull shows when',
  )
})

test('columns of a web page are side by side', async () => {
  const page = `<!doctype html><html lang="en"><title>River</title><body><article><h1>River</h1><p>${'The river has two banks, and both were mapped in the spring of 1874. '.repeat(4)}</p><h2>Banks</h2>${RAW}</article></body></html>`
  expect(shownIn(await deckOf(page, 'river.html'))).toContain(
    'comparison | Banks | Before | The left bank floods | The right bank holds',
  )
})

test('a table beside text is shown after it, and a note says so', async () => {
  const deck = await deckOf(
    inArticle(pandoc('| Year | Floods |\n| --- | --- |\n| 2019 | 2 |\n| 2020 | 3 |', 'It floods.')),
  )
  expect(deck.slides.map(({ layout }) => layout)).toContain('table')
  expect(deck.messages.map(({ rule, line }) => [rule, line])).toContainEqual(['columns', 5])
})

test('a listing in columns does not open one in the rest of the article', async () => {
  const deck = await deckOf(inArticle(pandoc('```js\nflood()\n```', 'It holds.')))
  expect(deck.article.text).toContain('The ferry runs at noon.')
  expect(deck.article.text).not.toContain('```')
})

test('a deck file holds columns, and building it gives the same slides', async () => {
  const value = inArticle(pandoc('### Left\n\n```js\nflood()\n```', '- It holds.\n- It is of rock.'))
  const text = await deckFileFor(new VFile({ path: 'river.md', value }))
  expect(text).toContain(':::column\n\n### Left')
  const [article, deck] = [await deckOf(value), await deckOf(text, 'river.deck.md')]
  expect(deck.slides.map(({ layout, lines, note }) => ({ layout, lines, note }))).toEqual(
    article.slides.map(({ layout, lines, note }) => ({ layout, lines, note })),
  )
})

test('an updated deck file keeps what its author changed in one column and takes what the article changed in another', async () => {
  const value = inArticle(pandoc('### Left\n\n- It floods.', '### Right\n\n- It holds.'))
  const text = await deckFileFor(new VFile({ path: 'river.md', value }))
  const corrected = new VFile({ path: 'river.md', value: value.replace('It holds', 'It gives') })
  const edited = new TextEncoder().encode(text.replace('- It floods', '- It floods each May'))
  const updated = await updateDeck(edited, () => outlineDeck(corrected, {}, {}), new VFile({ path: 'river.deck.md' }))
  expect(shownIn(await deckOf(updated ?? '', 'river.deck.md'))[0]).toBe(
    'comparison | Banks | Left | It floods each May | Right | It gives',
  )
})

test('columns that do not fit side by side get a slide each, and a note says so', async () => {
  const items = (bank: string) => Array.from({ length: 9 }, (_, at) => `- The ${bank} bank was flooded in 19${10 + at}`)
  const value = inArticle(pandoc(items('left').join('\n'), items('right').join('\n')))
  const { files, deck } = await convert(
    new VFile({ path: 'river.md', value }),
    { formats: ['json'] },
    { browser: browser() },
  )
  const json: DeckJson = JSON.parse(new TextDecoder().decode(files.get('river.json')))
  expect(deck.slides.length).toBeGreaterThan(3)
  expect(shownIn(json).join()).toContain('The right bank was flooded in 1918')
  expect(json.messages.map(({ rule }) => rule)).toContain('columns')
  expect(json.messages.map(({ rule }) => rule)).not.toContain('overflow')
})
