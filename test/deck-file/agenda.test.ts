import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'

const ARTICLE = `# The lock

## The upper gate

The oak gate is opened by hand at dawn every day. Two keepers need nine minutes for it in calm weather.

## The lower gate

A gate of steel has held the river back since 1912. Its hinges were cast in the yard of the old mine.

## The basin

Forty barges lie in the basin when the winter is hard. The water there never freezes, for it is always moving.

## The bridge

A bridge of three stone arches carries 400 carts across the river every day. Its piers stand on oak that is 300 years old.
`

let text = ''

beforeAll(async () => {
  text = await deckFileFor(new VFile({ path: 'lock.md', value: ARTICLE }))
})

/** Returns the agenda entries of a deck file, the names of the parts that they link to, and the messages about the file. */
async function agendaOf(value: string) {
  const file = new VFile({ path: 'lock.deck.md', value })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  const entries = deck.slides.flatMap(({ layout, slots }) =>
    layout === 'agenda' && 'entries' in slots ? slots.entries : [],
  )
  return {
    names: entries.map(({ line }) => line.text),
    targets: entries.map(({ part }) => deck.parts[part - 1]?.name),
    messages: file.messages
      .filter(({ ruleId }) => ruleId !== 'unmeasured' && ruleId !== 'article-missing')
      .map(({ ruleId, line }) => [ruleId, line]),
  }
}

/** The slides of a part, from its rule to that of the next part. */
function partIn(name: string): string {
  const [, ...slides] = text.slice(0, text.indexOf('<!-- lectern:base')).split(/(?=\n---\n)/)
  const from = slides.findIndex((slide) => slide.includes(`part: ${name}`) || slide.includes(`# ${name}`))
  const rest = slides.slice(from + 1)
  const next = rest.findIndex((slide) => /part: |^# |closing/m.test(slide))
  return [slides[from] ?? '', ...rest.slice(0, Math.max(0, next))].join('')
}

const NAMES = ['The upper gate', 'The lower gate', 'The basin', 'The bridge']

test('an unedited agenda lists the parts in their new order', async () => {
  expect(await agendaOf(text)).toEqual({ names: NAMES, targets: NAMES, messages: [] })
  const basin = partIn('The basin')
  const upper = partIn('The upper gate')
  const moved = text.replace(basin, '').replace(upper, () => `${basin}${upper}`)
  const order = ['The basin', 'The upper gate', 'The lower gate', 'The bridge']
  expect(await agendaOf(moved)).toEqual({ names: order, targets: order, messages: [] })
})

test('an unedited agenda drops parts that are gone or hidden, and adds those that are new or renamed', async () => {
  const basin = partIn('The basin')
  const hidden = basin.replaceAll(/^(<!-- slide: .*?) -->$/gm, '$1, hidden -->')
  const without = NAMES.filter((name) => name !== 'The basin')
  expect((await agendaOf(text.replace(basin, ''))).names).toEqual(without)
  expect((await agendaOf(text.replace(basin, hidden))).names).toEqual(without)
  const mine = '\n---\n\n# The weir\n\n---\n\n## It is low\n\n- Boats go over it in spring\n'
  const names = ['The upper gate', 'The lower gate', 'The basin', 'The weir', 'The bridge']
  expect((await agendaOf(text.replace(basin, () => `${basin}${mine}`))).names).toEqual(names)
})

test('a part whose name was the title of its first slide is renamed with it, unless the title becomes a statement', async () => {
  expect(text).toMatch(/part: The basin -->\n\n## The basin\n/)
  const { names } = await agendaOf(text.replace('## The basin\n', '## Barges in winter\n'))
  expect(names).toEqual(['The upper gate', 'The lower gate', 'Barges in winter', 'The bridge'])
  const statement = await agendaOf(
    text.replace('## The basin\n', '## Forty barges lie in the basin when the winter is hard and long\n'),
  )
  expect(statement.names).toEqual(NAMES)
})

test('an agenda that the author wrote stays, with a message where its order differs', async () => {
  const own = text.replace('1. The upper gate\n2. The lower gate\n', '1. The lower gate\n2. The upper gate\n')
  const line = own.split('\n').indexOf('2. The upper gate') + 1
  expect(await agendaOf(own)).toEqual({
    names: ['The lower gate', 'The upper gate', 'The basin', 'The bridge'],
    targets: ['The lower gate', 'The upper gate', 'The basin', 'The bridge'],
    messages: [['agenda-order', line]],
  })
})
