import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { pdfFile, type Words } from '../support/pdf-file.ts'

/** Reads a PDF, and lists its headings and passages, a line for each. */
async function outlineOf(
  bytes: Uint8Array,
  path = 'talk.pdf',
): Promise<{ readonly lines: readonly string[]; readonly file: VFile }> {
  const file = new VFile({ path })
  const { title, byline, root } = await read(bytes, file)
  const linesIn = ({ heading, depth, blocks, sections }: Section): string[] => [
    ...(heading === undefined ? [] : [`${'#'.repeat(depth)} ${heading.text}`]),
    ...blocks.flatMap(({ passages }) =>
      passages.map(({ kind, text }) => (kind === 'prose' ? text : `${kind}: ${text}`)),
    ),
    ...sections.flatMap(linesIn),
  ]
  const head = [title && `title: ${title.text}`, byline && `by: ${byline.text}`].filter((line) => line !== undefined)
  return { lines: [...head, ...linesIn(root)], file }
}

async function refusal(bytes: Uint8Array, path = 'talk.pdf'): Promise<string> {
  const file = new VFile({ path })
  const error = await read(bytes, file).then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(UnreadableError)
  expect(file.messages).toMatchObject([{ fatal: true }])
  return error instanceof Error ? error.message : ''
}

/** Places lines one below the other, the first of them at the height `top`. */
function linesFrom(top: number, texts: readonly string[], style: Partial<Words> = {}): Words[] {
  const { size = 11 } = style
  return texts.map((text, index) => ({ ...style, text, y: top - index * size * 1.2 }))
}

const LONG = 'The river rose by two metres in a night, and nobody had seen it so high before that'

const runningHead = (page: number): Words[] => [
  { text: 'The Harbour Review', y: 810, size: 9 },
  { text: `${page} | Tides of the sea`, x: 400, y: 810, size: 9 },
]
const pageNumber = (page: number): Words[] => [{ text: `- ${page} -`, x: 290, y: 30, size: 9 }]

const PAPER = pdfFile([
  [
    ...runningHead(1),
    { text: 'Tides of the Northern', y: 760, size: 24, font: 'B' },
    { text: 'Sea', y: 731, size: 24, font: 'B' },
    { text: 'Ida Quay', y: 700, size: 13 },
    { text: '1 Introduction', y: 660, size: 15, font: 'B' },
    ...linesFrom(636, [
      LONG,
      'one. The keeper of the well-known lock measured it with a long staff, and the meas-',
      'urement stands in the book of the lock. It is a well-',
      'known book.',
    ]),
    ...linesFrom(570, [
      'A second paragraph begins behind a gap, and it goes on over the end of this page to',
      'the next one, with its last words on',
    ]),
    ...linesFrom(70, ['1 Measured at the lock by the keeper.'], { size: 8 }),
    ...pageNumber(1),
  ],
  [
    ...runningHead(2),
    ...linesFrom(770, ['the other page.']),
    { text: '1.1 What you need', y: 730, size: 12.5, font: 'B' },
    ...linesFrom(710, ['\x95 A small computer with one free pin']),
    ...linesFrom(694, ['\x95 A servo for the hand, which turns']),
    ...linesFrom(680.8, ['as the tide does'], { x: 82 }),
    ...linesFrom(640, ['let hand = tide(now)'], { font: 'M', size: 10 }),
    ...linesFrom(628, ['turn(hand)'], { font: 'M', size: 10, x: 84 }),
    ...linesFrom(600, ['Tide & time < men. It ends here.']),
    ...pageNumber(2),
  ],
  [
    ...runningHead(3),
    { text: '2 Results', y: 770, size: 15, font: 'B' },
    ...linesFrom(748, ['The water fell again by the morning.']),
    ...pageNumber(3),
  ],
])

test('headings, paragraphs, items, listings and notes are found, and running heads and page numbers left out', async () => {
  const { lines, file } = await outlineOf(PAPER)
  expect(lines).toEqual([
    'title: Tides of the Northern Sea',
    'by: Ida Quay',
    '# 1 Introduction',
    `${LONG} one. The keeper of the well-known lock measured it with a long staff, and the measurement stands in the book of the lock. It is a well-known book.`,
    'A second paragraph begins behind a gap, and it goes on over the end of this page to the next one, with its last words on the other page.',
    '## 1.1 What you need',
    'item: A small computer with one free pin',
    'item: A servo for the hand, which turns as the tide does',
    'code: let hand = tide(now)',
    'code:   turn(hand)',
    'Tide & time < men. It ends here.',
    '# 2 Results',
    'The water fell again by the morning.',
    'footnote: Measured at the lock by the keeper.',
  ])
  expect(file.messages).toMatchObject([
    { ruleId: 'pdf', fatal: false, reason: expect.stringMatching(/inferred from its layout.*may be wrong/) },
  ])
})

test('columns are read one after the other, even if they were drawn line by line', async () => {
  const left = linesFrom(700, [
    'The first column says this much of',
    'the river, and how high it rose in',
    'one night of the spring.',
  ])
  const right = linesFrom(
    700,
    ['The second column says the rest of', 'it, and how the water fell again in', 'the morning after that.'],
    { x: 320 },
  )
  const expected = [
    'The first column says this much of the river, and how high it rose in one night of the spring.',
    'The second column says the rest of it, and how the water fell again in the morning after that.',
  ]
  const mixed = left.flatMap((line, index) => [line, right[index] ?? line])
  for (const page of [[...left, ...right], mixed]) expect((await outlineOf(pdfFile([page]))).lines).toEqual(expected)
})

test('items without a marker are found, and lines that end early are joined', async () => {
  const page = [
    ...linesFrom(700, [`${LONG} one`, 'in the spring of the year. You need', 'these things, which stand below']),
    ...linesFrom(640, ['A small computer with one free pin', 'A servo for the hand', 'Rope'], { x: 112 }),
    ...linesFrom(580, [`${LONG} one`, 'in the autumn of the year.']),
  ]
  expect((await outlineOf(pdfFile([page]))).lines).toEqual([
    `${LONG} one in the spring of the year. You need these things, which stand below`,
    'item: A small computer with one free pin',
    'item: A servo for the hand',
    'item: Rope',
    `${LONG} one in the autumn of the year.`,
  ])
})

test('a table is read as a table, and its caption as a separate paragraph', async () => {
  const rows = [
    ['Place', 'Boats', 'Metres'],
    ['Upper lock', '1,204', '2.1'],
    ['Weir', '60', '10.9'],
    ['Mill', '7', '0.4'],
  ]
  const drawn = rows.flatMap(([place = '', boats = '', metres = ''], index) => {
    const y = 640 - index * 18
    // The second column is right-aligned.
    return [
      { text: place, y },
      { text: boats, x: 300 - boats.length * 6.1, y },
      { text: metres, x: 400, y },
    ]
  })
  const page = [
    ...linesFrom(700, [`${LONG}.`]),
    ...linesFrom(668, ['Boats a day at each place']),
    ...drawn,
    ...linesFrom(540, ['It ends here.']),
  ]
  const { lines, file } = await outlineOf(pdfFile([page]))
  expect(lines).toEqual([
    `${LONG}.`,
    'Boats a day at each place',
    ...rows.map((cells) => `row: ${cells.join('\t')}`),
    'It ends here.',
  ])
  expect(file.messages[0]?.reason).toContain('tables and their order may be wrong')
  expect(file.messages[0]?.reason).toContain('Pictures are left out, and formulas are read as text')
})

test('columns a space apart are a table if the lines end in figures, and list markers are not a column', async () => {
  const rows = [
    ['Place', 'Boats', 'Metres'],
    ['Weir', '1204', '12.1'],
    ['Mill', '1460', '10.9'],
    ['Lock', '1377', '10.4'],
  ]
  const page = [
    ...linesFrom(700, [`${LONG}.`]),
    ...rows.flatMap((cells, index) =>
      cells.map((text, column) => ({ text, x: 56 + column * 34, y: 660 - index * 14 })),
    ),
    ...linesFrom(600, ['It rose in 2019 and 2020', 'and it fell in 2021 again.']),
    ...['The north gate is shut', 'The south gate is open', 'The weir is dry'].flatMap((text, index) => [
      { text: '-', x: 72, y: 560 - index * 18 },
      { text, x: 92, y: 560 - index * 18 },
    ]),
    ...linesFrom(480, ['It ends here.']),
  ]
  expect((await outlineOf(pdfFile([page]))).lines).toEqual([
    `${LONG}.`,
    ...rows.map((cells) => `row: ${cells.join('\t')}`),
    'It rose in 2019 and 2020 and it fell in 2021 again.',
    ...['item: The north gate is shut', 'item: The south gate is open', 'item: The weir is dry'],
    'It ends here.',
  ])
})

test('headings of the same size as the text are found if the file’s outline lists them', async () => {
  const page = [
    ...linesFrom(730, ['What was seen'], { font: 'B' }),
    ...linesFrom(710, [`${LONG}.`]),
    ...linesFrom(670, ['What comes next'], { font: 'B' }),
    ...linesFrom(650, ['The water fell again by the morning.']),
  ]
  expect((await outlineOf(pdfFile([page], ['What was seen', 'What comes next']))).lines).toContain('# What comes next')
  expect((await outlineOf(pdfFile([page]))).lines).not.toContain('# What comes next')
})

const SEASONS = ['', 'spring', 'autumn', 'winter']

test('chapter headings at the top of pages are not running heads', async () => {
  const pages = [1, 2, 3].map((chapter) => [
    { text: `Chapter ${chapter}`, y: 780, size: 20 },
    ...linesFrom(740, [`${LONG} ${SEASONS[chapter]}.`]),
  ])
  expect((await outlineOf(pdfFile(pages))).lines.filter((line) => line.includes('Chapter'))).toHaveLength(3)
})

test('figures at the edge of a page and lines that end in dots are kept', async () => {
  const pages = [1, 2].map((page) => [
    ...linesFrom(780, [`${LONG} in the ${SEASONS[page]}.`]),
    { text: 'Boats', y: 60 },
    { text: page === 1 ? '120' : '84', x: 300, y: 60 },
    { text: page === 1 ? '1,204' : '1,890', y: 40 },
    { text: `${page}`, x: 290, y: 20, size: 9 },
  ])
  const last = [...linesFrom(700, ['Then the keeper waited for the tide .....']), { text: '7', y: 20 }]
  const { lines } = await outlineOf(pdfFile([...pages, last]))
  const text = lines.join('\n')
  for (const words of ['120', '84', '1,204', '1,890', 'waited for the tide', '7']) expect(text).toContain(words)
  expect(text).not.toMatch(/(?:^|\s)[12](?:$|\s)/m)
})

test('a PDF is recognised by its bytes, and pages without text are reported', async () => {
  const bytes = pdfFile([linesFrom(700, [`${LONG}.`]), [], []])
  for (const path of ['talk.txt', 'talk', '-']) {
    const { lines, file } = await outlineOf(bytes, path)
    expect(lines).toEqual([`${LONG}.`])
    expect(file.messages[1]?.reason).toMatch(/2 pages, the first of them page 2, have no text/)
  }
})

describe('a PDF is refused', () => {
  test('if it is encrypted', async () => {
    expect(await refusal(readFileSync('test/fixtures/read/encrypted.pdf'))).toMatch(/protected with a password/)
  })

  test('if it has no text', async () => {
    expect(await refusal(pdfFile([[], []]))).toMatch(/no text; it may be scanned.*ocrmypdf/)
  })

  test('if it is damaged', async () => {
    for (const bytes of [PAPER.subarray(0, 400), Buffer.from('%PDF-1.7\nnothing of it'), Buffer.from('%PDF-')])
      expect(await refusal(bytes)).toMatch(/damaged|no text/)
  })
})
