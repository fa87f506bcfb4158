import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { withNumber } from '../../src/model/numbered-title.ts'
import { read } from '../../src/read/read.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, note, point, slide } from '../render/decks.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')

const heading = (text: string, index?: number, count = 2) => {
  const title = line(text, 'heading')
  return index === undefined ? title : withNumber(title, index, count)
}

function points(
  title: ReturnType<typeof heading>,
  texts: readonly string[],
  noteText = 'The gauge is read twice.',
): Slide {
  return slide('points', { title, lead: null, points: texts.map((text) => point(text)) }, { note: note(noteText) })
}

function listing(title: ReturnType<typeof heading> | null, lines: readonly string[]): Slide {
  const slots = { title, language: 'js', lines: lines.map((text) => line(text, 'code')), pieces: null }
  return slide('code', slots, { note: note('It sends what it read.') })
}

async function fitSlides(slides: readonly Slide[]) {
  const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))
  const deck = await browser().withPage((page) =>
    fitDeck(deckOf(slides), { article, layouts, theme, page }, new VFile()),
  )
  return deck.slides.map((each) => ({
    layout: each.layout,
    columns: each.layout === 'comparison' ? each.slots.columns.map(({ blocks }) => blocks.map(({ type }) => type)) : [],
    lines: linesOf(layouts, each).map(({ text }) => text),
    note: each.note.sentences.map(({ text }) => text),
    size: each.slots.bodySize ?? 0,
  }))
}

const READ = ['const level = read(1)', 'send(level)']
const STEPS = ['Read the gauge at low water', 'Send the reading on', 'Wait for the answer', 'Note it', 'Close the hut']

test('a short listing stands beside the points that it follows, under their title, and the notes stay in order', async () => {
  const [only, ...others] = await fitSlides([
    points(heading('The hut', 1), STEPS),
    listing(heading('The hut', 2), READ),
  ])
  expect(others).toEqual([])
  expect(only).toMatchObject({
    columns: [['points'], ['code']],
    lines: ['The hut', ...STEPS, ...READ],
    note: ['The gauge is read twice.', 'It sends what it read.'],
  })
  expect(only?.size).toBeGreaterThanOrEqual(30)
})

test('a command, or a listing of wide lines, stands below its text', async () => {
  const wide = ['await office.send({ pier: 1, level: 214, at: new Date() })']
  const text = slide('statement', {
    title: heading('Sending', 1),
    statement: line('The office takes one reading at a time'),
    source: null,
    formula: null,
  })
  const [only, ...others] = await fitSlides([text, listing(heading('Sending', 2), wide)])
  expect(others).toEqual([])
  expect(only?.columns).toEqual([['text', 'code']])
})

test('a wide line of code under points does not make them small', async () => {
  const sentences = ['Let the sensor look down the pipe for thirty days', 'One reading every six minutes is enough']
  const code = ['def height(sensor):', '    """Metres of water: the mean of ten pulses, without the two worst."""']
  const [only, ...others] = await fitSlides([
    points(heading('Measure', 1), sentences),
    listing(heading('Measure', 2), code),
  ])
  expect(others).toEqual([])
  expect(only?.columns).toEqual([['points', 'code']])
  expect(only?.size).toBeGreaterThanOrEqual(38)
})

test('a listing shares its slide with the points that explain it, and comes first', async () => {
  const noteText = 'The office answers at once.'
  const [only, ...others] = await fitSlides([
    listing(heading('The hut', 1), READ),
    points(heading('The hut', 2), STEPS.slice(0, 3), noteText),
  ])
  expect(others).toEqual([])
  expect(only?.columns.flat()).toEqual(['code', 'points'])
  expect(only).toMatchObject({
    lines: ['The hut', ...READ, ...STEPS.slice(0, 3)],
    note: ['It sends what it read.', noteText],
  })
})

test('text between two listings shares a slide with the second', async () => {
  const slides = await fitSlides([
    listing(heading('The hut', 1, 3), READ),
    points(heading('The hut', 2, 3), STEPS),
    listing(heading('The hut', 3, 3), READ),
  ])
  expect(slides.map(({ columns }) => columns.flat())).toEqual([[], ['points', 'code']])
})

test('a listing under the sentence that introduces it joins the points before it', async () => {
  const lead = line('Then send it:')
  const code = { type: 'code', language: 'js', lines: READ.map((text) => line(text, 'code')), pieces: null } as const
  const underLead = slide('comparison', {
    title: heading('The hut', 2),
    columns: [{ name: null, blocks: [{ type: 'text', line: lead }, code] }],
  })
  const [only, ...others] = await fitSlides([points(heading('The hut', 1), STEPS.slice(0, 3)), underLead])
  expect(others).toEqual([])
  expect(only?.lines).toEqual(['The hut', ...STEPS.slice(0, 3), lead.text, ...READ])
})

test('a listing keeps its own slide if it is long, or if text and code would have to be set small', async () => {
  const long = Array.from({ length: 17 }, (_, index) => `step(${index})`)
  const whole =
    'Readings every six minutes show surges that the daily marks on the pier had missed in nine winters of ten'
  const slides = await fitSlides([
    points(heading('Long', 1), STEPS),
    listing(heading('Long', 2), long),
    points(heading('Full', 1), [whole, `${whole}, they say`, `${whole}, we say`, `${whole}, all say`]),
    listing(heading('Full', 2), ['const level = await office.read({ pier: 1, since: yesterday })', ...READ]),
  ])
  expect(slides.map(({ layout }) => layout)).toEqual(['points', 'code', 'points', 'code'])
})

test('the slides under one heading are renumbered', async () => {
  const slides = await fitSlides([
    points(heading('The hut', 1, 4), STEPS.slice(0, 3)),
    listing(heading('The hut', 2, 4), READ),
    listing(
      heading('The hut', 3, 4),
      Array.from({ length: 16 }, (_, index) => `step(${index})`),
    ),
    points(heading('The hut', 4, 4), STEPS),
  ])
  expect(slides.map(({ lines }) => lines[0])).toEqual(['The hut (1/3)', 'The hut (2/3)', 'The hut (3/3)'])
})

test('slides that an author wrote separately stay separate, and what was one slide becomes one again', async () => {
  const own = { ...points(heading('The hut'), STEPS.slice(0, 3)), isAuthored: true } as const
  const apart = await fitSlides([own, { ...listing(heading('The hut'), READ), isAuthored: true }])
  const together = await fitSlides([own, { ...listing(null, READ), isContinuation: true }])
  expect(apart.map(({ layout }) => layout)).toEqual(['points', 'code'])
  expect(together.map(({ columns }) => columns)).toEqual([[['points', 'code']]])
})
