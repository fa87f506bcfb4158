import { s } from 'hastscript'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { read } from '../../src/read/read.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { png, svg } from '../illustrate/images.ts'
import { deckOf, line, note, point, slide } from '../render/decks.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')

interface PictureOptions {
  readonly width: number
  readonly height: number
  readonly caption?: string
  readonly title?: string
  readonly kind?: 'photograph' | 'drawing' | 'missing'
}

function picture({ width, height, caption, title, kind = 'photograph' }: PictureOptions): Slide {
  const isDrawing = kind === 'drawing'
  const bytes = isDrawing ? svg(`viewBox="0 0 ${width} ${height}"`) : png(width, height)
  const data = `data:image/${isDrawing ? 'svg+xml' : 'png'};base64,${bytes.toString('base64')}`
  const content = kind === 'missing' ? null : { data, width, height, isDrawing, isPhotograph: !isDrawing }
  return slide('image', {
    title: title === undefined ? null : line(title),
    caption: caption === undefined ? null : line(caption, 'caption'),
    picture: { image: { type: 'image', url: 'gauge.png', alt: 'The gauge' }, content },
  })
}

function diagram({ width, height }: { readonly width: number; readonly height: number }): Slide {
  const drawing = s('svg', { viewBox: `0 0 ${width} ${height}` })
  const picture = { drawing, width, height, label: 'Tide', source: [line('Tide', 'code')] }
  return slide('image', { title: null, caption: null, picture })
}

function points(title: string | null, count = 3): Slide {
  const texts = [
    'The lamp was lit by gas',
    'The stairs have many steps',
    'The gauge stands at its foot',
    'It is dry',
    'It is old',
  ]
  return slide(
    'points',
    {
      title: title === null ? null : line(title),
      lead: null,
      points: texts.slice(0, count).map((text) => point(text)),
    },
    { note: note('The tower was built long ago.') },
  )
}

async function fitSlides(slides: readonly Slide[]): Promise<readonly Slide[]> {
  const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))
  const deck = await browser().withPage((page) =>
    fitDeck(deckOf(slides), { article, layouts, theme, page }, new VFile()),
  )
  return deck.slides
}

const linesOn = (slides: readonly Slide[]) => slides.map((each) => linesOf(layouts, each).map(({ text }) => text))

test('a picture without a heading is shown beside the points before it', async () => {
  const slides = await fitSlides([points('The tower'), picture({ width: 600, height: 900, caption: 'From the mole' })])
  expect(linesOn(slides)).toEqual([
    [
      'The tower',
      'The lamp was lit by gas',
      'The stairs have many steps',
      'The gauge stands at its foot',
      'From the mole',
    ],
  ])
  expect(slides.map(({ layout }) => layout)).toEqual(['image'])
  expect(slides[0]?.note.sentences.map(({ text }) => text)).toEqual(['The tower was built long ago.'])
})

test('points that fit beside the picture after them are not merged with the points before them', async () => {
  const three = [points('The tower', 3), points('The tower', 2), picture({ width: 600, height: 900 })]
  const slides = await fitSlides(three)
  expect(slides.map(({ layout }) => layout)).toEqual(['points', 'image'])
  expect(linesOn(slides).map(({ length }) => length)).toEqual([4, 3])
})

test('consecutive pictures are shown side by side, six at most', async () => {
  const square = (number: number) => picture({ width: 400, height: 400, caption: `Picture ${number}` })
  const two = await fitSlides([square(1), square(2)])
  expect(linesOn(two)).toEqual([['Picture 1', 'Picture 2']])
  const seven = await fitSlides([1, 2, 3, 4, 5, 6, 7].map(square))
  expect(linesOn(seven).map((lines) => lines.length)).toEqual([6, 1])
})

test.each([
  ['a pair of small diagrams shares a slide', { width: 420, height: 300 }, 1],
  ['wide diagrams, whose words would be small, have a slide each', { width: 900, height: 160 }, 2],
  ['tall diagrams, which would be no larger by themselves, share a slide', { width: 400, height: 900 }, 1],
])('%s', async (_, size, count) => {
  expect(await fitSlides([diagram(size), diagram(size)])).toHaveLength(count)
})

test('a picture without a heading does not stand beside points that follow other text', async () => {
  const chart = picture({ width: 3000, height: 900 })
  const slides = await fitSlides([points('The tower'), chart, points('The quay', 2)])
  expect(slides.map(({ layout }) => layout)).toEqual(['points', 'image', 'points'])
})

test.each([
  ['has its own heading', points('The tower'), picture({ width: 600, height: 900, title: 'The quay' })],
  ['is a wide drawing', points('The tower'), picture({ width: 900, height: 500, kind: 'drawing' })],
  ['is a panorama', points('The tower'), picture({ width: 3000, height: 900 })],
  ['cannot be loaded', points('The tower'), picture({ width: 600, height: 900, kind: 'missing' })],
  ['has too many points beside it', points('The tower', 5), picture({ width: 600, height: 900 })],
])('a picture that %s keeps its own slide', async (_, one, other) => {
  expect((await fitSlides([one, other])).map(({ layout }) => layout)).toEqual(['points', 'image'])
})

test('a picture stays beside points that the author of a deck file edited, but not beside those that the author added', async () => {
  const edited = { ...points('The tower'), isAuthored: true } as const
  const written = picture({ width: 600, height: 900 })
  const together = await fitSlides([edited, { ...written, hasOriginalPredecessor: true }])
  const apart = await fitSlides([edited, written])
  expect(together.map(({ layout }) => layout)).toEqual(['image'])
  expect(apart.map(({ layout }) => layout)).toEqual(['points', 'image'])
})
