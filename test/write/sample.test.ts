import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layouts.ts'
import { linesOf } from '../../src/model/layout.ts'
import { slidesOf } from '../support/written.ts'

/** What each slide says, and its note. */
async function saidBy(value: string) {
  return (await slidesOf(value)).map((slide) => ({
    lines: linesOf(layouts, slide),
    note: slide.note.sentences.map(({ text }) => text),
  }))
}

const KEEPERS = Array.from({ length: 40 }, (_, index) => `Ann Bell ${index + 1}`)
const listed = (items: readonly string[]) => items.map((item) => `- ${item}\n`).join('')

test('a list of forty names is its first four and how many more there are, and all of it in the notes', async () => {
  const slides = await saidBy(`# The lock\n\n## Keepers\n\n${listed(KEEPERS)}\n## Gates\n\nThe gates are old.\n`)
  const [slide, ...others] = slides.filter(({ lines }) => lines.some(({ text }) => text.startsWith('Ann Bell')))
  expect(slide?.lines.map(({ text }) => text)).toEqual(['Keepers', ...KEEPERS.slice(0, 4), 'and 36 more'])
  expect(slide?.lines.at(-1)?.added).toEqual(['and', '36', 'more'])
  expect(slide?.note).toEqual(KEEPERS)
  expect(others).toEqual([])
})

test('where nothing says what the names are of they are only said', async () => {
  const slides = await saidBy(
    `# The lock\n\n## Keepers\n\nThe lock has had many keepers since the canal was dug.\n\n${listed(KEEPERS)}\n## Gates\n\nThe gates are old.\n`,
  )
  expect(slides.some(({ lines }) => lines.some(({ text }) => text.startsWith('Ann Bell')))).toBe(false)
  expect(slides.flatMap(({ note }) => note)).toEqual(expect.arrayContaining(KEEPERS))
})

test('names under names are counted as one list', async () => {
  const crews = ['Upper gate', 'Lower gate', 'Weir'].map(
    (crew) =>
      `- ${crew}\n${KEEPERS.slice(0, 20)
        .map((name) => `    - ${name}\n`)
        .join('')}`,
  )
  const slides = await saidBy(`# The lock\n\n## Keepers\n\n${crews.join('')}\n## Gates\n\nThe gates are old.\n`)
  const shown = slides.filter(({ lines }) => lines.some(({ text }) => text.startsWith('Ann Bell')))
  expect(shown.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
    ['Keepers', 'Upper gate', ...KEEPERS.slice(0, 3), 'and 59 more'],
  ])
})

test.each([
  ['eight names', KEEPERS.slice(0, 8)],
  [
    'a list that says something with each item',
    Array.from({ length: 14 }, (_, index) => `The keeper of gate ${index + 1} opens it at noon`),
  ],
])('but %s are all shown', async (_, items) => {
  const slides = await saidBy(`# The lock\n\n## Keepers\n\n${listed(items)}\n## Gates\n\nThe gates are old.\n`)
  const shown = slides.flatMap(({ lines }) => lines.map(({ text }) => text))
  expect(shown).toEqual(expect.arrayContaining([...items]))
})

test('a list of very many slides is shown by what its items explain, and explained in the notes', async () => {
  const tasks = ['Dawn', 'Noon', 'Dusk'].flatMap((when) =>
    ['gate', 'weir', 'pump'].map((what) => `${when} ${what} round`),
  )
  const explained = tasks.map(
    (task) => `${task}: the keeper walks along the wall, reads the marks, and writes in the log what has come and gone`,
  )
  const slides = await saidBy(`# The lock\n\n## Rounds\n\n${listed(explained)}\n## Gates\n\nThe gates are old.\n`)
  const shown = slides.flatMap(({ lines }) => lines.map(({ text }) => text))
  expect(shown.filter((text) => /round$/.test(text))).toEqual(tasks)
  expect(shown.filter((text) => /^Rounds/.test(text)).length).toBeLessThan(5)
  expect(slides.flatMap(({ note }) => note)).toEqual(expect.arrayContaining(explained))
})

test('an item is shown without the address that ends it, and a list of labels under nothing only said', async () => {
  const lines = async (text: string) => (await saidBy(text)).flatMap((slide) => slide.lines.map((line) => line.text))
  const address = 'https://harbour.example/gates/12'
  const shown = await lines(
    `# The lock\n\n## Work\n\n- The old gates were painted: ${address}\n- The list is at ${address}\n- Fork ${address}\n`,
  )
  expect(shown).toContain('The old gates were painted')
  expect(shown).toContain(`The list is at ${address}`)
  expect(shown).toContain(`Fork ${address}`)
  const bare = await lines(
    `# The lock\n\nThe lock was built in 1912 by the town.\n\n- Upper gate\n- Lower gate\n- Pump\n- Weir\n\n## Work\n\nThe gates are old.\n`,
  )
  expect(bare).not.toContain('Upper gate')
})
