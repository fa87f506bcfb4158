import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Block, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

function readText(text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
}

/** Describes every heading and block of a section in order, each by its kind and its lines. */
function outlineOf(section: Section): readonly string[] {
  const heading = section.heading ? [`# ${section.heading.text}`] : []
  return [...heading, ...section.blocks.map(describeBlock), ...section.sections.flatMap(outlineOf)]
}

function describeBlock({ node, passages }: Block): string {
  return `${node.type}: ${passages.map(({ text }) => text).join(' | ')}`
}

const RIVER =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring.'
const GAUGE =
  'The gauge tells the keeper how high the water stands, so that the gates can be shut long before the quay is flooded.'

/** Returns a page about a gauge as a browser copies it: with a blank line after each paragraph, and nowhere else. */
function pageWith(...lines: readonly string[]): string {
  return [
    'Watching the river',
    RIVER,
    '',
    'Why we watch it',
    GAUGE,
    '',
    ...lines,
    'What comes next',
    RIVER,
    '',
    GAUGE,
  ].join('\n')
}

/** Reads a page with these lines in its middle, and describes what is read from them. */
async function readLines(...lines: readonly string[]): Promise<readonly string[]> {
  const { root } = await readText(pageWith(...lines))
  const all = outlineOf(root)
  expect(all.slice(0, 3)).toEqual([`paragraph: ${RIVER}`, '# Why we watch it', `paragraph: ${GAUGE}`])
  expect(all.slice(-3)).toEqual(['# What comes next', `paragraph: ${RIVER}`, `paragraph: ${GAUGE}`])
  return all.slice(3, -3)
}

describe('a page copied from a browser', () => {
  test('may have a list directly above a heading', async () => {
    expect(
      await readLines(
        'Three people keep it running:',
        '',
        'the keeper of the gates',
        'the clerk who reads the gauge',
        'the painter of the boards',
      ),
    ).toEqual([
      'paragraph: Three people keep it running:',
      'list: the keeper of the gates | the clerk who reads the gauge | the painter of the boards',
    ])
  })

  test('may have a list directly below a heading', async () => {
    const items = [
      'A float of cork that rises and falls with the water in the well.',
      'A wire that runs over two wheels up to the keeper’s room.',
      'A pen that draws the height of the water on a drum.',
    ]
    expect(await readLines('The parts of a gauge', ...items)).toEqual([
      '# The parts of a gauge',
      `list: ${items.join(' | ')}`,
    ])
  })

  test('may have commands without prompts, even single ones after an introduction', async () => {
    expect(
      await readLines('Install it with:', '', 'gauge setup', 'Then start it:', '', 'gauge run --quay north'),
    ).toEqual([
      'paragraph: Install it with:',
      'code: gauge setup',
      'paragraph: Then start it:',
      'code: gauge run --quay north',
    ])
  })

  test('may have code in which no single line is clearly code', async () => {
    expect(
      await readLines(
        'A query joins the two tables:',
        '',
        'select quay.name',
        'from quay left join',
        '    level on quay.id = level.quay',
        'where level.metres > 2',
      ),
    ).toEqual([
      'paragraph: A query joins the two tables:',
      'code: select quay.name | from quay left join |     level on quay.id = level.quay | where level.metres > 2',
    ])
  })

  test('may have settings with blank lines, whose dashes are not list markers', async () => {
    expect(
      await readLines(
        'Its settings name the quays:',
        '',
        '- quay: north',
        '  every: 5m',
        '',
        '- quay: south',
        '  every: 9m',
      ),
    ).toEqual([
      'paragraph: Its settings name the quays:',
      'code: - quay: north |   every: 5m |  | - quay: south |   every: 9m',
    ])
  })

  test('may have program output below a command', async () => {
    expect(
      await readLines('Ask it for the level:', '', '$ gauge level', 'Reading gauge north', 'level 2.04 m, rising'),
    ).toEqual(['paragraph: Ask it for the level:', 'code: $ gauge level | Reading gauge north | level 2.04 m, rising'])
  })

  test('may have comments in scripts, which are not Markdown headings', async () => {
    expect(
      await readLines(
        'Set it up and start it:',
        '',
        '# fetch the parts',
        'gauge fetch --all',
        '',
        '# start with the north quay',
        'gauge run --quay north',
      ),
    ).toEqual([
      'paragraph: Set it up and start it:',
      'code: # fetch the parts | gauge fetch --all |  | # start with the north quay | gauge run --quay north',
    ])
  })

  test('may have here documents, whatever is in them', async () => {
    expect(
      await readLines('Write the settings:', '', 'cat > quay.txt <<END', 'The north quay', 'The south quay', 'END'),
    ).toEqual(['paragraph: Write the settings:', 'code: cat > quay.txt <<END | The north quay | The south quay | END'])
  })

  test('may have a hard-wrapped paragraph', async () => {
    const broken = [
      'The gauge is read in the morning and in the evening by the',
      'keeper, who writes down what it shows. If the water is over',
      'the mark, the clerk of the harbour is told before the tide',
      'turns and the gates are shut by hand.',
    ]
    expect(await readLines('How it is read:', '', ...broken, '')).toEqual([
      'paragraph: How it is read:',
      `paragraph: ${broken.join(' ')}`,
    ])
  })

  test('may have a table with tabs between its cells', async () => {
    expect(await readLines('The quays compared', 'Quay\tMetres', 'North\t2.04', 'South\t1.87')).toEqual([
      '# The quays compared',
      'table: Quay\tMetres | North\t2.04 | South\t1.87',
    ])
  })

  test.each([
    ['aligned by spaces', 'Station      2019    2020\nNorth          12     140\nSouth quay    133      98'],
    [
      'drawn with bars',
      '| Station    | 2019 | 2020 |\n|------------|------|------|\n| North      | 12   | 140  |\n| South quay | 133  | 98   |',
    ],
  ])('may have a table %s below a heading and above a short line', async (_, table) => {
    expect(
      await readLines('17/04 STATIONS', ...table.split('\n'), '', 'Next reading: 25 May, 10:00, room 3', ''),
    ).toEqual([
      '# 17/04 STATIONS',
      'table: Station\t2019\t2020 | North\t12\t140 | South quay\t133\t98',
      'paragraph: Next reading: 25 May, 10:00, room 3',
    ])
  })

  test('loses markup that its site did not interpret', async () => {
    expect(
      await readLines(
        '(parts)=',
        '',
        'The parts of a gauge {#parts-of-a-gauge}',
        RIVER,
        '',
        'The drum is turned by a {py:class}Clock, which {ref}the handbook of the gauge <gauge-handbook> tells how to wind up in the morning.',
        '',
        ':::{note} Read the drum in the morning, before the tide turns and the pen runs back over the line of the day.',
        ':class: wide',
        ':::',
        '',
        '{:.wide}',
        '',
        GAUGE,
        '',
      ),
    ).toEqual([
      '# The parts of a gauge',
      `paragraph: ${RIVER}`,
      'paragraph: The drum is turned by a Clock, which the handbook of the gauge tells how to wind up in the morning.',
      'paragraph: Read the drum in the morning, before the tide turns and the pen runs back over the line of the day.',
      `paragraph: ${GAUGE}`,
    ])
  })

  test('is not assumed if there are blank lines below headings too', async () => {
    const { root } = await readText(
      `Watching the river\n\n${RIVER}\n\nWhy we watch it\n\n${RIVER}\n\n${GAUGE}\n\nWho watches it\n\n${GAUGE}\n\n${RIVER}\n`,
    )
    expect(outlineOf(root).filter((line) => line.startsWith('#'))).toEqual(['# Why we watch it', '# Who watches it'])
  })
})
