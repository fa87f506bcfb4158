import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Block, Section } from '../../src/model/article.ts'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

const PROSE =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring.'
const WRAPPED =
  'The river rose by two metres in one night, and nobody on the quay\nhad ever seen it stand so high before that spring, when the town was\nas dry as the summer that the keeper of the lock still talks about.'

function readText(lines: string, prose = PROSE): Promise<Article> {
  const text = `The river\n\n${prose}\n\nWhat was measured\n\n${prose}\n\n${lines}\n\n${prose}\n\n${prose}\n`
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
}

function blocksIn({ blocks, sections }: Section): readonly Block[] {
  return [...blocks, ...sections.flatMap(blocksIn)]
}

/** Returns the rows of the only table, with their cells joined by bars; none if there is no table. */
function rowsIn({ root }: Article): readonly string[] {
  const tables = blocksIn(root).filter(({ node }) => node.type === 'table')
  expect(tables.length).toBeLessThan(2)
  return tables.flatMap(({ passages }) => passages.map(({ text }) => text.replaceAll('\t', '|')))
}

const STATIONS =
  'Station      2019    2020    2021\nNorth          12     140       9\nSouth quay    133      98      77\nMill            7      61     104'

describe('a table in plain text', () => {
  test.each([
    [
      'right-aligned figures',
      STATIONS,
      ['Station|2019|2020|2021', 'North|12|140|9', 'South quay|133|98|77', 'Mill|7|61|104'],
    ],
    [
      'left-aligned words',
      'Name        Role          Since\nIda Quay    Engineer      2011\nBo Vane     Lock keeper   1998\nCleo Marl   Diver         2020',
      ['Name|Role|Since', 'Ida Quay|Engineer|2011', 'Bo Vane|Lock keeper|1998', 'Cleo Marl|Diver|2020'],
    ],
    [
      'a rule below its header and above its total',
      'Month        Boats\n------------------\nApril          312\nMay            498\n------------------\nBoth           810',
      ['Month|Boats', 'April|312', 'May|498', 'Both|810'],
    ],
    [
      'a rule for each column, and single spaces between them',
      '====== ==== ========\nRiver  Lock Opened\n====== ==== ========\nMarl   3    1874\nUpper  12   1962\n====== ==== ========',
      ['River|Lock|Opened', 'Marl|3|1874', 'Upper|12|1962'],
    ],
    [
      'a header of two lines',
      '             Cost per   Time to\nOption           year   fetch\n---------------------------------\nStay           54,700   40 minutes\nDepot          23,500   25 minutes',
      ['Option|Cost per year|Time to fetch', 'Stay|54,700|40 minutes', 'Depot|23,500|25 minutes'],
    ],
    [
      'a cell of two lines',
      'Option     Cost     Remarks\nStay       62,000   repairs the basement and pays a\n                    higher premium\nOutside    22,000   a van delivers the files\nDepot      49,200   half empty',
      [
        'Option|Cost|Remarks',
        'Stay|62,000|repairs the basement and pays a higher premium',
        'Outside|22,000|a van delivers the files',
        'Depot|49,200|half empty',
      ],
    ],
    [
      'empty cells',
      '            2019     2020\nFirst       120\nSecond      98       104\nThird                88\nFourth      101      97',
      ['|2019|2020', 'First|120|', 'Second|98|104', 'Third||88', 'Fourth|101|97'],
    ],
    [
      'aligned decimal points, indented',
      '    Lock     Rise    Fall\n    Marl     2.0     1.4\n    Upper   13.15    2.2\n    Lower    0.9    10.85',
      ['Lock|Rise|Fall', 'Marl|2.0|1.4', 'Upper|13.15|2.2', 'Lower|0.9|10.85'],
    ],
    [
      'wide characters',
      '地点        2019    2020\n北码头       120      98\n南码头        77     104',
      ['地点|2019|2020', '北码头|120|98', '南码头|77|104'],
    ],
    ['bars between its cells', 'Month | Boats\nApril | 312\nMay | 498', ['Month|Boats', 'April|312', 'May|498']],
    [
      'bars and a rule below its header',
      'Month | Boats\n------|------\nApril | 312\nMay   | 498',
      ['Month|Boats', 'April|312', 'May|498'],
    ],
    [
      'bars around it and an empty cell',
      '| Month | Boats |\n|:------|------:|\n| April | 312 |\n| May | |',
      ['Month|Boats', 'April|312', 'May|'],
    ],
    [
      'a frame drawn with characters',
      '+-------+-------+\n| Month | Boats |\n+-------+-------+\n| April |   312 |\n| May   |   498 |\n+-------+-------+',
      ['Month|Boats', 'April|312', 'May|498'],
    ],
  ])('may have %s', async (_, lines, rows) => {
    expect(rowsIn(await readText(lines))).toEqual(rows)
    expect(rowsIn(await readText(lines, WRAPPED))).toEqual(rows)
  })

  test('may have lines of text directly above and below it', async () => {
    const { root } = await readText(`Three stations were compared:\n${STATIONS}\nThe mill has grown most.`)
    const types = blocksIn(root).map(({ node, passages }) => [node.type, passages.length, passages[0]?.text])
    expect(types.slice(2, 5)).toEqual([
      ['paragraph', 1, 'Three stations were compared:'],
      ['table', 4, 'Station\t2019\t2020\t2021'],
      ['paragraph', 1, 'The mill has grown most.'],
    ])
  })

  test('keeps the position of each cell in the file', async () => {
    const article = await readText(STATIONS)
    const row = blocksIn(article.root).find(({ node }) => node.type === 'table')?.passages[2]
    expect(row && pointAt(article, row.span[0] + row.text.indexOf('98'))).toMatchObject({ line: 11, column: 24 })
  })

  test('is found where headings are directly above their text', async () => {
    const text = `The river\n${PROSE}\n\nWhat was measured\n${PROSE}\n\n${STATIONS}\n\n${PROSE}\n\nWhat comes next\n${PROSE}\n`
    const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
    expect(rowsIn(article)).toHaveLength(4)
  })

  test.each([
    [
      'verse with a pause in each line',
      'The sea was calm,      the moon was high,\nWe sailed along        the quiet shore,\nAnd heard the gulls    above us cry\nFor what had been      and is no more.',
    ],
    ['code', 'let a    = 1;\nlet bcd  = 22;\nlet ef   = 333;\nlet ghij = 4;'],
    ['machine instructions', '    LOAD    R1, 5\n    ADD     R1, 1\n    STORE   R1, total\n    JMP     start'],
    [
      'program options',
      '  -o, --out <folder>    where files go\n  --to <list>           the formats\n  --theme <name>        the look',
    ],
    ['file names', 'src\n  read      the readers\n  plain     plain text\n  write     the writer\n  fit       sizes'],
    ['commands', 'cat access.log | sort | uniq\ncat error.log | sort | uniq\ncat other.log | sort | uniq'],
    ['a drawing', '   /\\      /\\\n  /  \\    /  \\\n / /\\ \\  / /\\ \\\n/_/  \\_\\/_/  \\_\\'],
    ['a tree', 'Errors\n  |    +-- Shut\n  |         +-- Leaking\n  |         +-- Rusted\n  |         +-- Stuck'],
    ['tablature', 'e|---0---2---3---|\nB|---1---3---0---|\nG|---0---2---0---|'],
    ['a grammar', "  'name' | 'version' |\n  'machine' | 'python' |\n  'system' | 'platform'"],
    ['numbered items', '1.  Open the gate\n2.  Fill the chamber\n3.  Let the boat in\n4.  Close the gate'],
    ['fields', 'Length:   120 m\nWidth:    14 m\nDepth:    4 m\nRise:     2 m'],
    [
      'a dialogue',
      'ANNA    Where is the key to the lock?\nBO      I gave it to the keeper.\nANNA    He says that he never had it.\nBO      Then it is in the river.',
    ],
    [
      'two spaces after each sentence',
      'The gate is old.  The keeper is tired.  Nobody knows.\nThe gate is new.  The keeper is awake.  Nobody knows.\nThe gate is shut.  The keeper is gone.  Nobody knows.',
    ],
    [
      'columns of running text',
      'The river rose by two metres in         Since then the council has asked\none night, and nobody on the quay       for a new gauge, and the money for\nhad ever seen it stand so high          it was found in the budget of the\nbefore that spring came to town         harbour which is small this year',
    ],
    [
      'two addresses',
      'Mara Lindqvist          Harbour Workshop\nBrenner Street 4        Rope Hall\n1010 Vienna             Nordhavn',
    ],
    ['rows that are not aligned', 'Station   Boats\nNorth      twelve\nSouth quay     many\nMill  none'],
  ])('is not found in %s', async (_, lines) => {
    expect(rowsIn(await readText(lines))).toEqual([])
  })
})
