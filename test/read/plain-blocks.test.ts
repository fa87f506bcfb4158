import type { Paragraph } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Block, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

function readText(text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
}

function blocksIn({ blocks, sections }: Section): readonly Block[] {
  return [...blocks, ...sections.flatMap(blocksIn)]
}

function headingsIn({ heading, sections }: Section): readonly string[] {
  return [...(heading ? [heading.text] : []), ...sections.flatMap(headingsIn)]
}

/** Describes each block by its type and its lines. */
function outlineOf({ root }: Article): readonly string[] {
  return blocksIn(root).map(({ node, passages }) => `${node.type}: ${passages.map(({ text }) => text).join(' | ')}`)
}

/** Splits a paragraph at its line breaks. */
function versesIn({ children }: Paragraph): readonly string[] {
  const lines = ['']
  for (const child of children) {
    if (child.type === 'break') lines.push('')
    else if (child.type === 'text') lines.push(`${lines.pop() ?? ''}${child.value}`)
  }
  return lines
}

const PROSE =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring.'

function wrap(text: string, indent = '', width = 66): string {
  const lines = text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()
  return lines
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}

const LONG = wrap(`${PROSE} ${PROSE} ${PROSE}`)

describe('code in plain text', () => {
  test('is kept with its own indentation and blank lines if it is indented', async () => {
    const article = await readText(
      `How to build it\n\n${LONG}\n\nFirst fetch it:\n\n    git clone https://example.org/tool.git\n    cd tool\n\n${LONG}\n\nThen edit this:\n\n    if (ready) {\n      start();\n\n      wait();\n    }\n\n${LONG}\n`,
    )
    expect(outlineOf(article).filter((line) => line.startsWith('code'))).toEqual([
      'code: git clone https://example.org/tool.git | cd tool',
      'code: if (ready) { |   start(); |  |   wait(); | }',
    ])
  })

  test('may be a single line below an introduction', async () => {
    const article = await readText(
      `Gauges\n\n${PROSE}\n\nRead one:\n\nconst gauge = new Gauge((it) => it.level);\n\n${PROSE}\n\nIt tells:\n\n["quay", 3]\n\n${PROSE}\n\nOr ask for it:\n\ngauge --level quay\n\n${PROSE}\n`,
    )
    expect(outlineOf(article).filter((line) => line.startsWith('code'))).toEqual([
      'code: const gauge = new Gauge((it) => it.level);',
      'code: ["quay", 3]',
      'code: gauge --level quay',
    ])
  })

  test('may be a stack trace', async () => {
    const trace = 'GateError: the gate is shut\n   at Lock.open (lock.js:52:2)\n   at Keeper.work (keeper.js:7:11)'
    const article = await readText(`Gates\n\n${PROSE}\n\n${trace}\n\n${PROSE}\n\n${PROSE}\n`)
    expect(outlineOf(article)[1]).toBe(
      'code: GateError: the gate is shut |    at Lock.open (lock.js:52:2) |    at Keeper.work (keeper.js:7:11)',
    )
  })

  test('may be settings, but not a list below a single key', async () => {
    const article = await readText(
      `Watching the river\n\n${PROSE}\n\ngauges:\n  quay:\n    every: 5 minutes\n    tells:\n      - harbour\n${PROSE}\n\n${PROSE}\n\nboats:\n  - Anna\n  - Bertha\n\n${PROSE}\n`,
    )
    expect(outlineOf(article).filter((line) => line.startsWith('code'))).toEqual([
      'code: gauges: |   quay: |     every: 5 minutes |     tells: |       - harbour',
    ])
  })

  test('is found without indentation, together with the output of commands, and is not a heading', async () => {
    const article = await readText(
      `Decimals\n\n${PROSE}\n\n>>> from decimal import Decimal\n>>> Decimal('1.1') + 1\nDecimal('2.1')\n\n${PROSE}\n\n$ ls -l\ntotal 3\n\n${PROSE}\n\ndef rise(metres):\n    total = 0\n    for metre in range(metres):\n        total += metre\n\n    return total\n\n${PROSE}\n`,
    )
    expect(headingsIn(article.root)).toEqual([])
    expect(outlineOf(article).filter((line) => line.startsWith('code'))).toEqual([
      "code: >>> from decimal import Decimal | >>> Decimal('1.1') + 1 | Decimal('2.1')",
      'code: $ ls -l | total 3',
      'code: def rise(metres): |     total = 0 |     for metre in range(metres): |         total += metre |  |     return total',
    ])
  })

  test('may be between fences, but does not follow an unclosed fence', async () => {
    const { root } = await readText(
      `Talk\n\n${PROSE}\n\n\`\`\`js\nconst a = 1\n\`\`\`\n\n${PROSE}\n\n~~~\n\n${PROSE}\n`,
    )
    const code = blocksIn(root).filter(({ node }) => node.type === 'code')
    expect(code.map(({ node }) => node.type === 'code' && [node.lang, node.value])).toEqual([['js', 'const a = 1']])
  })

  test('is not found in prose that names functions or ends in semicolons', async () => {
    const article = await readText(
      `Names\n\n${PROSE}\n\nThe function read() opens a file and the function write() saves it again;\nthe constant MAX_SIZE is how much of it they take, and std::io is where they live.\n\nBread, butter and jam;\nmilk for the children;\n\n${PROSE}\n`,
    )
    expect(outlineOf(article).filter((line) => line.startsWith('code'))).toEqual([])
  })
})

describe('verse in plain text', () => {
  test('keeps the lines of its stanzas, below its title and the name of its poet', async () => {
    const { title, byline, root } = await readText(
      'The Tyger\nWilliam Blake\n\nTyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?\n\nAnd what shoulder, & what art,\nCould twist the sinews of thy heart?\nAnd when thy heart began to beat,\nWhat dread hand? & what dread feet?\n',
    )
    expect([title?.text, byline?.text]).toEqual(['The Tyger', 'William Blake'])
    const stanzas = root.blocks.map(({ node }) => (node.type === 'paragraph' ? versesIn(node) : []))
    expect(stanzas.map((lines) => [lines.length, lines[0]])).toEqual([
      [4, 'Tyger Tyger, burning bright,'],
      [4, 'And what shoulder, & what art,'],
    ])
    expect(root.sections).toEqual([])
  })

  const CLOUD =
    "I wandered lonely as a cloud\nThat floats on high o'er vales and hills,\nWhen all at once I saw a crowd,\nA host, of golden daffodils;"

  test('is distinguished from the prose around it, whether it is indented or not', async () => {
    const atMargin = await readText(`A walk\n\n${PROSE} ${PROSE}\n\nThe poet said:\n\n${CLOUD}\n\n${PROSE} ${PROSE}\n`)
    const [, , verse] = atMargin.root.blocks
    expect(verse?.node.type === 'paragraph' && versesIn(verse.node)).toEqual(CLOUD.split('\n'))
    expect(verse?.passages.map(({ text }) => text)).toEqual([CLOUD.replaceAll('\n', ' ')])
    const indented = await readText(
      `A walk\n\n${LONG}\n\nThe poet said:\n\n${CLOUD.replace(/^/gm, '    ')}\n\n${LONG}\n`,
    )
    const quote = indented.root.blocks[2]?.node
    const [stanza] = quote?.type === 'blockquote' ? quote.children : []
    expect(stanza?.type === 'paragraph' && versesIn(stanza)).toEqual(CLOUD.split('\n'))
  })

  test.each([
    ['names', 'Ada Lovelace\nCharles Babbage\nGrace Hopper Murray\nAlan Mathison Turing'],
    ['short sentences', 'The river rose.\nThe quay was wet.\nNobody came home.\nThe bells rang out.'],
    ['hard-wrapped paragraphs', LONG],
    [
      'clauses on separate lines',
      'when there are two of them,\nand both of them are open,\nonly one is seen\nby those who look for it.',
    ],
  ])('is not found in %s', async (_, lines) => {
    const { root } = await readText(`A talk\n\n${PROSE} ${PROSE}\n\n${lines}\n\n${PROSE} ${PROSE}\n`)
    expect(JSON.stringify(blocksIn(root).map(({ node }) => node))).not.toContain('"break"')
  })
})

describe('a quotation in plain text', () => {
  test('may be an indented paragraph', async () => {
    const article = await readText(`The flood\n\n${LONG}\n\nThe mayor said:\n\n${wrap(PROSE, '    ')}\n\n${LONG}\n`)
    expect(outlineOf(article)).toContain(`blockquote: ${PROSE}`)
  })

  test('may be quoted email, whose paragraphs stay separate at every depth', async () => {
    const article = await readText(
      `From: Ada\nSubject: The plan\n\n${LONG}\n\nOn Sunday Charles wrote:\n> I think it should have a mill and a store, and\n> the cards should be punched.\n>\n> What do you say?\n>> The mill is slow.\n\n${LONG}\n`,
    )
    expect([article.title?.text, article.byline?.text]).toEqual(['The plan', 'Ada'])
    expect(headingsIn(article.root)).toEqual([])
    expect(outlineOf(article)).toContain(
      'blockquote: I think it should have a mill and a store, and the cards should be punched. | What do you say? | The mill is slow.',
    )
  })

  test('is not a paragraph with an indented first line', async () => {
    const paragraph = `    ${LONG}`
    const article = await readText(
      `The flood\n\n${`${paragraph}\n`.repeat(4)}\n    “Yes,” he said.\n    “No,” she said.\n\n${paragraph}\n`,
    )
    const prose = `paragraph: ${PROSE} ${PROSE} ${PROSE}`
    const said = ['paragraph: “Yes,” he said.', 'paragraph: “No,” she said.']
    expect(outlineOf(article)).toEqual([prose, prose, prose, prose, ...said, prose])
  })

  test('is not a paragraph that begins with an ideographic space', async () => {
    const prose = '那天夜里河水上涨了两米，码头上没有人见过它这么高。人们站在岸边看着，谁也没有说话。'
    const article = await readText(`河水上涨\n\n${`\u3000\u3000${prose}\n`.repeat(5)}\n第二天\n\n${prose}\n${prose}\n`)
    expect(outlineOf(article).slice(0, 5)).toEqual(Array.from({ length: 5 }, () => `paragraph: ${prose}`))
    expect(outlineOf(article).filter((line) => line.startsWith('blockquote'))).toEqual([])
  })
})

describe('the list items of plain text', () => {
  test('have consecutive markers, so a date or an initial at the start of a line is not one', async () => {
    const article = await readText(
      `Notes\n\n${PROSE}\n\nJ. Smith was there that night, he says, and saw it all with his own eyes.\n\n3. Oktober 1990 war ein Feiertag, an dem alle Geschäfte geschlossen blieben.\n\n${PROSE}\n`,
    )
    expect(article.text).toContain('\nJ. Smith was there')
    expect(article.text).toContain('\n3. Oktober 1990')
    expect(outlineOf(article).filter((line) => line.startsWith('list'))).toEqual([])
  })

  test('are not headings if there are no blank lines between them, and form a list for each kind of marker', async () => {
    const article = await readText(
      `Steps\n\n${PROSE}\n\n1. Open the page.\n2. Press the button.\n   It is the green one.\n3. Wait.\n\na) sand\nb) pumps\n\n${PROSE}\n`,
    )
    expect(headingsIn(article.root)).toEqual([])
    expect(outlineOf(article).filter((line) => line.startsWith('list'))).toEqual([
      'list: Open the page. | Press the button. It is the green one. | Wait.',
      'list: sand | pumps',
    ])
  })
})
