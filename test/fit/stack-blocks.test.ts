import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { png } from '../illustrate/images.ts'

const browser = oneBrowser()

const folder = mkdtempSync(join(tmpdir(), 'lectern-stack-'))
for (const [name, width, height] of [
  ['tall.png', 300, 400],
  ['wide.png', 800, 200],
] as const)
  writeFileSync(join(folder, name), png(width, height))

const deckWith = (slide: string) => `---\nlectern: deck/1\n---\n\n# Deck\n\n---\n\n## Boats\n\n${slide}\n`

/** Builds a deck file with this slide below its title. Returns what each slide shows, and the messages. */
async function build(slide: string) {
  const value = deckWith(slide)
  const file = new VFile({ path: join(folder, 'talk.deck.md'), value })
  const { deck } = await convert(file, { formats: ['json'] }, { browser: browser() })
  return {
    slides: deck.slides.slice(1).map((each) => ({
      layout: each.layout,
      lines: linesOf(layouts, each).map(({ text }) => text),
      ...(each.layout === 'comparison' && {
        columns: each.slots.columns.map(({ blocks }) => blocks.map(({ type }) => type)),
        above: each.slots.above?.map(({ type }) => type),
        below: each.slots.below?.map(({ type }) => type),
      }),
    })),
    messages: file.messages.map(({ ruleId, reason, line }) => ({
      ruleId,
      reason,
      at: value.split('\n')[(line ?? 0) - 1],
    })),
  }
}

const TABLE = '| Boat | Crew |\n|---|---|\n| Sail | four |\n| Oar | eight |'

test.each([
  ['a sentence and a table', `In one harbour:\n\n${TABLE}`, [['text', 'table']]],
  ['a quotation and a remark', '> It sails.\n> — Ada Marsh\n\nShe was right.', [['quote', 'text']]],
  ['a formula in a sentence', 'It follows that\n\n$$\na = b\n$$\n\nin all waters.', [['text', 'formula', 'text']]],
  ['points, a table and a sentence', `- One\n- Two\n\n${TABLE}\n\nThey are old.\n\n- Three`, undefined],
])('%s that an author has put on one slide stay on it', async (_, slide, columns) => {
  const { slides, messages } = await build(slide)
  expect(slides).toHaveLength(1)
  if (columns !== undefined) expect(slides).toMatchObject([{ columns }])
  expect(messages).toEqual([])
})

test('sentences beside a comparison are above and below it', async () => {
  const { slides, messages } = await build(
    'Which is louder?\n\n:::comparison\n\n### Horn\n\nLoud\n\n### Bell\n\nQuiet\n\n:::\n\nThe horn.',
  )
  expect(slides).toEqual([
    {
      layout: 'comparison',
      lines: ['Boats', 'Which is louder?', 'Horn', 'Loud', 'Bell', 'Quiet', 'The horn.'],
      columns: [['text'], ['text']],
      above: ['text'],
      below: ['text'],
    },
  ])
  expect(messages).toEqual([])
})

test.each([
  ['tall.png', [['text', 'code'], ['image']]],
  ['wide.png', [['text', 'code', 'image']]],
])('a picture is beside or below text and code, by its shape: %s', async (picture, columns) => {
  const { slides } = await build(`Read the gauge:\n\n\`\`\`js\nread()\n\`\`\`\n\n![A gauge](${picture})`)
  expect(slides).toMatchObject([{ columns }])
})

test('a picture above points is on their left', async () => {
  const { slides } = await build('![A gauge](tall.png)\n\n- High water\n- Low water')
  expect(slides).toMatchObject([{ columns: [['image'], ['points']] }])
})

const FORMULA = '$$\nh(t) = A \\sin\\left(\\frac{2\\pi t}{T}\\right) + h_0\n$$'
const LOUD = '### Horn\n\nHeard over two miles, day and night\n\n### Bell\n\nHeard over half a mile, and only by day'

test.each([
  ['a formula and the picture beside it', `We measured\n\n${FORMULA}\n\n![A gauge](tall.png)`, '.base', 'img'],
  [
    'columns and the line below them',
    `Louder?\n\n:::comparison\n\n${LOUD}\n\n:::\n\nThe horn, by far.`,
    '.columns p',
    '.across:last-child p',
  ],
])('%s do not overlap', async (_, slide, first, second) => {
  const file = new VFile({ path: join(folder, 'talk.deck.md'), value: deckWith(slide) })
  const { files } = await convert(file, { formats: ['html'] }, { browser: browser() })
  const html = new TextDecoder().decode(files.get('talk.html')).replace(/<script[\s\S]*?<\/script>/g, '')
  const found = await browser().withPage(async (page) => {
    await page.show(html)
    return page.evaluate(
      (selectors) =>
        selectors.map((selector) =>
          [...document.querySelectorAll(selector)].map((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect()
            return { left, right, top, bottom }
          }),
        ),
      [first, second],
    )
  })
  const [ones = [], others = []] = found
  expect(ones).not.toEqual([])
  expect(others).not.toEqual([])
  for (const one of ones)
    for (const other of others) expect(one.right <= other.left || one.bottom <= other.top).toBe(true)
})

test.each(['lectern', 'chalk', 'paper'])(
  'a PDF in the theme %s has the words of mixed slides in their order',
  async (theme) => {
    const slide = '> It sails.\n> — Ada Marsh\n\nShe was right.\n\n```js\nread()\n```\n\nIt is in metres.'
    const file = new VFile({ path: join(folder, 'talk.deck.md'), value: deckWith(slide) })
    const { files } = await convert(file, { formats: ['pdf'], theme }, { browser: browser() })
    expect(file.messages.map(({ reason }) => reason)).toEqual([])
    expect([...files.keys()]).toEqual(['talk.pdf'])
  },
)

test('content that cannot share a slide is on several, and is reported', async () => {
  const columns = ':::columns\n\n### Horn\n\n- Loud\n- Old\n\n### Bell\n\n- Quiet\n\n:::'
  const chart = '```chart\nunit: boats\ndata: |\n  Year, Boats\n  2019, 120\n  2020, 61\n  2021, 80\n```'
  for (const slide of [`${columns}\n\n${columns}`, `They are old.\n\n${chart}`]) {
    const { slides, messages } = await build(slide)
    expect(slides).toHaveLength(2)
    expect(messages).toMatchObject([{ ruleId: 'mixed-slide' }])
  }
})

test('too much content for one slide stays on several, and is reported at the slide', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => `| Boat ${index} | four |`).join('\n')
  const { slides, messages } = await build(`In one harbour:\n\n| Boat | Crew |\n|---|---|\n${rows}`)
  expect(slides.map(({ layout }) => layout)).toEqual(['statement', ...slides.slice(1).map(() => 'table')])
  expect(messages).toEqual([
    { ruleId: 'mixed-slide', reason: expect.stringContaining('"boats" does not fit on one slide'), at: '## Boats' },
  ])
})
