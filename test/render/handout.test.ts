import { describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { LogoImage } from '../../src/model/event.ts'
import { joinHtml } from '../../src/model/html.ts'
import { HANDOUTS, type HandoutLayout, type Paper } from '../../src/model/settings.ts'
import { renderHandout } from '../../src/render/handout.ts'
import type { NoteHeights } from '../../src/render/handout-pieces.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { slide } from './decks.ts'
import { documentOf, elementsOf, textOf, withClass, withTag } from './document.ts'
import { sample } from './sample.ts'
import { event } from './sample-event.ts'

const theme = loadTheme('lectern')

/** Heights as if every sentence took a line. */
function heightsOf({ slides }: Deck): readonly NoteHeights[] {
  return slides.map(({ note }) => {
    const extents = note.sentences.map((_, index) => ({ top: index * 20, bottom: index * 20 + 18 }))
    return { heading: 40, beside: extents, rest: extents }
  })
}

function handout(deck: Deck = sample, layout: HandoutLayout = '3', paper: Paper = 'a4'): string {
  return joinHtml(renderHandout({ deck, layouts, theme, layout, paper }, heightsOf(deck)).html)
}

const page = documentOf(handout())

const sentence = sample.slides.flatMap(({ note }) => note.sentences).slice(0, 1)

/** The rows of slides, without those in which a note continues. */
const rows = withClass(page, 'row').filter(({ properties }) => properties.id !== undefined)

test('a row for each slide, with its id', () => {
  expect(rows.map(({ properties }) => properties.id)).toEqual(sample.slides.map(({ id }) => id))
  const ids = elementsOf(page).flatMap(({ properties }) => properties.id ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

describe('the slide in a row', () => {
  const figures = withTag(page, 'figure')

  test('is a picture whose label has all its lines', () => {
    const alternatives = withClass(page, 'thumb').map(({ properties }) => properties.ariaLabel)
    expect(alternatives).toHaveLength(sample.slides.length)
    expect(alternatives[4]).toBe(
      '5. What sets the height · The distance of the moon · The depth of the sea · The shape of the coast',
    )
  })

  test('has no heading and no link, so that none is there twice', () => {
    expect(figures.flatMap((figure) => withTag(figure, 'h1', 'h2', 'h3', 'a'))).toEqual([])
    expect(withTag(page, 'h2', 'h3')).toHaveLength(sample.slides.length)
    expect(withTag(page, 'h1').map(textOf)).toEqual(['How Tides Keep Time'])
  })
})

test('a slide without a note has lines to write on', () => {
  const rowsWithoutNote = rows.filter((_, index) => sample.slides[index]?.note.sentences.length === 0)
  expect(rowsWithoutNote.length).toBeGreaterThan(2)
  for (const row of rowsWithoutNote) expect(withClass(row, 'ruled').length).toBeGreaterThan(2)
})

test('passages that are not prose keep their form', () => {
  const [row] = rows.filter(({ properties }) => properties.id === 's-8')
  const within = (tag: string) => (row ? withTag(row, tag).map(textOf) : [])
  expect(within('blockquote')).toEqual(['No harbour has ever been early, and every harbour is late by its own amount.'])
  expect(within('li')).toHaveLength(2)
  expect(within('tr')).toEqual(['Outer bar0 km0 min', 'Old lighthouse14 km22 min'])
  expect(within('pre')).toEqual(['risen = sum(TWELFTHS[:hour])\n\nprint(risen)'])
})

test('a paragraph stays a paragraph, with a space between its sentences', () => {
  const paragraphs = rows[3] ? withTag(rows[3], 'p').map(textOf) : []
  expect(paragraphs.slice(-2).map((text) => text.slice(0, 41))).toEqual([
    'Most people learn that the moon pulls the',
    'That difference stretches the ocean along',
  ])
  expect(paragraphs.at(-2)).toContain('water up. That is true')
})

test('the paper has the size asked for, and the title in its header', () => {
  const styles = (paper: 'a4' | 'letter') =>
    withTag(documentOf(handout(sample, '3', paper)), 'style')
      .map(textOf)
      .join('')
  expect(styles('a4')).toContain('@page{size:a4;')
  expect(styles('letter')).toContain('@page{size:letter;')
  expect(styles('a4')).toContain('content:"How Tides Keep Time"')
})

test('a long title has smaller type in the running head, so that it stays on one line', () => {
  const sizeOf = (title: string) =>
    /@top-left\{.*?font:([\d.]+)pt/.exec(
      withTag(documentOf(handout({ ...sample, title })), 'style')
        .map(textOf)
        .join(''),
    )?.[1]
  expect(sizeOf('How Tides Keep Time')).toBe('13')
  expect(sizeOf('Scaling a streaming service to hundreds of thousands of concurrent viewers at Veeps')).toBe('10.5')
})

test('a title full of quotation marks and markup stays a string in the stylesheet', () => {
  const title = `"; } </style><script>alert(1)</script> \\ { \n`
  const page = documentOf(handout({ ...sample, title }))
  expect(withTag(page, 'script')).toEqual([])
  const [, content = ''] = /@top-left\{content:"([^"]*)"/.exec(withTag(page, 'style').map(textOf).join('')) ?? []
  const read = content.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  expect(read).toBe(title)
})

describe('each layout', () => {
  const long: Deck = {
    ...sample,
    slides: sample.slides.map((slide) => ({
      ...slide,
      note: { ...slide.note, sentences: Array(90).fill(sentence).flat() },
    })),
  }

  test('with one slide a page does not tear short notes apart into columns', () => {
    const shortNotesOf = (deck: Deck) =>
      withClass(documentOf(handout(deck, '1')), 'row-note').filter(
        ({ properties }) => properties.dataLength === 'short',
      )
    expect(shortNotesOf(sample).length).toBeGreaterThan(5)
    expect(shortNotesOf(long).length).toBe(0)
  })

  test.each(HANDOUTS.filter((layout) => layout !== 'lines'))(
    'has every sentence of long notes once, in order: %s',
    (layout) => {
      for (const deck of [sample, long]) {
        const { pieces } = renderHandout({ deck, layouts, theme, layout, paper: 'letter' }, heightsOf(deck))
        for (const [index, { note }] of deck.slides.entries()) {
          const own = pieces
            .filter(({ slide }) => slide === index)
            .flatMap(({ element }) => withClass(element, 'row-note'))
          const said = note.sentences.map(({ text }) => text).join('')
          expect(own.map(textOf).join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''))
        }
      }
    },
  )

  test.each([
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4', 4],
    ['6', 6],
    ['lines', 3],
  ] as const)('%s has at most %i slides per page, each of them once', (layout, most) => {
    for (const deck of [sample, long]) {
      const sheets = withClass(documentOf(handout(deck, layout)), 'sheet').map(
        (sheet) => withClass(sheet, 'thumb').length,
      )
      expect(Math.max(...sheets)).toBeLessThanOrEqual(most)
      expect(deck === long || Math.max(...sheets) === most).toBe(true)
      expect(sheets.reduce((sum, count) => sum + count, 0)).toBe(deck.slides.length)
    }
  })

  test('`6` begins no page of notes for every six slides, but fills each', () => {
    const short = sample.slides
      .slice(0, 10)
      .map((slide) => ({ ...slide, note: { ...slide.note, sentences: sentence } }))
    const sheets = withClass(documentOf(handout({ ...sample, slides: short }, '6')), 'sheet')
    expect(sheets.map(({ properties }) => properties.dataKind)).toEqual(['slides', 'slides', 'rest'])
  })

  test('a note that continues repeats its heading, and says so', () => {
    const continued = rowsOf(handout(long)).filter(({ properties }) => properties.dataPart === 'continued')
    const titles = continued.flatMap((row) => withClass(row, 'row-title').map(textOf))
    expect(titles).toContain('1 How Tides Keep Time continued')
    const german = rowsOf(handout({ ...long, language: 'de' })).map(textOf)
    expect(german.some((text) => text.includes('How Tides Keep Time Fortsetzung'))).toBe(true)
  })

  test('a slide without text is called by its picture, and an empty one by its number alone', () => {
    const image = { url: 'quay.png', alt: 'The quay in autumn', type: 'image' } as const
    const picture = slide('image', { title: null, picture: { image, content: null }, caption: null })
    const empty = slide('points', { title: null, lead: null, points: [] })
    const titles = rowsOf(handout({ ...sample, slides: [picture, empty] })).flatMap((row) =>
      withClass(row, 'row-title').map(textOf),
    )
    expect(titles).toEqual(['1 The quay in autumn', '2'])
  })

  test('`notes` says when each slide begins', () => {
    const times = withClass(documentOf(handout(sample, 'notes')), 'row-time').map(textOf)
    expect(times).toHaveLength(sample.slides.length)
    expect(times[0]).toBe('0:00')
    expect(times.some((time) => /^\d:\d\d – \d+:\d\d$/.test(time))).toBe(true)
    // A slide without notes takes no time.
    for (const [index, time] of times.slice(1).entries())
      expect(time.split(' – ')[0]).toBe(times[index]?.split(' – ').at(-1))
    for (const [index, { note }] of sample.slides.entries()) expect(times[index]?.includes('–')).toBe(note.seconds > 0)
  })

  test('`lines` has lines to write on beside every slide, and no note', () => {
    const lined = rowsOf(handout(sample, 'lines'))
    for (const row of lined) expect(withClass(row, 'ruled').length).toBeGreaterThan(3)
    expect(lined.map(textOf).join('')).not.toContain('Most people learn that the moon')
  })
})

describe('the cover', () => {
  test('has title, subtitle and credits, and the parts with the pages on which they begin', () => {
    const [cover] = withClass(page, 'cover')
    const text = cover ? textOf(cover) : ''
    expect(text).toContain('How Tides Keep Time')
    for (const { name, number } of sample.parts.filter(({ number }) =>
      sample.slides.some(({ part }) => part === number),
    ))
      expect(text).toContain(`${number} ${name}`)
    const pages = cover ? withClass(cover, 'cover-page').map(textOf).map(Number) : []
    expect(pages).toEqual(pages.toSorted((one, other) => one - other))
    expect(pages[0]).toBeGreaterThan(1)
  })

  test('has the event, its speaker, and its address as a QR code, where there is one', () => {
    const [cover] = withClass(documentOf(handout({ ...sample, event })), 'cover')
    const text = cover ? textOf(cover) : ''
    for (const fact of ['Harbour Days', '14 to 16 May', 'Upper Lock', '#HD26', 'Jo Example', 'harbour.example'])
      expect(text).toContain(fact)
    expect(cover ? withTag(cover, 'svg') : []).toHaveLength(1)
    const styles = withTag(documentOf(handout({ ...sample, event })), 'style')
      .map(textOf)
      .join('')
    expect(styles).toContain('content:"Upper Lock · #HD26"')
    expect(styles).toContain('content:"Harbour Days · 14 to 16 May"')
  })

  test('has the role of a speaker below the name, before the credits of the article', () => {
    const [cover] = withClass(documentOf(handout({ ...sample, event })), 'cover')
    const classes = (cover ? withTag(cover, 'p') : []).flatMap(({ properties }) => properties.className)
    const role = classes.indexOf('cover-role')
    expect(classes.slice(role - 1, role + 2)).toEqual(['cover-credit', 'cover-role', 'cover-credit'])
  })

  test('names a speaker only once if article and event both name them', () => {
    const speaker = { name: 'Harbour office', role: null, contact: null }
    const [cover] = withClass(
      documentOf(handout({ ...sample, author: 'Harbour Office', event: { ...event, speaker } })),
      'cover',
    )
    expect(cover ? textOf(cover).match(/harbour office/gi) : []).toHaveLength(1)
  })
})

function rowsOf(html: string) {
  return withClass(documentOf(html), 'row')
}

test('logos on printed slides are those for light backgrounds, because the slides are white', () => {
  const logoIn = (colour: string): LogoImage => ({
    picture: { data: 'data:image/svg+xml;base64,PHN2Zy8+', width: 3, height: 1, isDrawing: true, isPhotograph: false },
    colours: [colour],
  })
  const logo = { light: logoIn('#003060'), dark: logoIn('#ffffff'), isWordmark: false }
  const [first, ...others] = sample.slides
  if (first === undefined) throw new Error('The sample has no slides.')
  const onBlue = { ...first, background: { type: 'colour', value: '#002040' } } as const
  for (const slides of [sample.slides, [onBlue, ...others]]) {
    const logos = withClass(documentOf(handout({ ...sample, slides, event: { ...event, logo } })), 'event-logo')
    const versions = logos.map(({ properties }) => `${properties.dataVersion} ${properties.dataChip}`)
    expect(versions.length).toBeGreaterThan(2)
    expect(new Set(versions)).toEqual(new Set(['light undefined']))
  }
})

test('the words of an event keep their own direction in a deck that runs from right to left', () => {
  const [rtl, ltr] = (['rtl', 'ltr'] as const).map((direction) => handout({ ...sample, direction, event }))
  const foots = withClass(documentOf(rtl ?? ''), 'foot-hashtag').map(textOf)
  expect(foots.length).toBeGreaterThan(2)
  expect(new Set(foots)).toEqual(new Set(['\u2068#HD26\u2069']))
  expect(rtl).toContain('\u2068Harbour Days\u2069 · \u206814 to 16 May\u2069')
  expect(withClass(documentOf(rtl ?? ''), 'cover-credit').map(textOf)).toContain('\u2068Jo Example\u2069')
  expect(withClass(documentOf(rtl ?? ''), 'cover-role').map(textOf)).toEqual(['\u2068Keeper of the gauges\u2069'])
  expect(ltr).not.toMatch(/[\u2068\u2069]/)
})
