import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { pointAt } from '../../src/model/source-position.ts'
import { DIALECTS } from '../../src/read/markdown/dialects/dialects.ts'
import { read } from '../../src/read/read.ts'

async function articleOf(markdown: string) {
  return read(new TextEncoder().encode(`# T\n\n${markdown}`), new VFile({ path: 'talk.md' }))
}

const wordsOf = async (markdown: string) => (await articleOf(markdown)).text.replace(/^T\n/, '')

describe('the syntax that a dialect adds to Markdown is not read as words', () => {
  test.each([
    ['a note', '!!! note "The key"\n\n    The key hangs in the house.\n', 'The key\nThe key hangs in the house.'],
    ['a collapsible note', '??? tip\n    Oil the hinge.\n\nThe gauge rose.\n', 'Tip: Oil the hinge.\nThe gauge rose.'],
    ['a note in a note', '!!! a\n    One.\n\n    !!! b\n        Two.\n\nThree.\n', 'One.\nTwo.\nThree.'],
    [
      'tabs',
      '=== "Boats"\n\n    Boats pay.\n\n=== "Rafts"\n\n    Rafts wait.\n',
      'Boats\nBoats pay.\nRafts\nRafts wait.',
    ],
    ['a note inside an item', '1. Read it.\n\n    !!! tip\n        Twice.\n', 'Read it.\nTip: Twice.'],
    ['a directive', '```{note}\nThe gate is old.\n```\n\nIt closes.\n', 'Note: The gate is old.\nIt closes.'],
    ['a directive with a title and options', ':::{card} Gates\n:width: 3\nThey close.\n:::\n', 'Gates\nThey close.'],
    ['nested directives', '````{grid}\n```{card}\nOne.\n```\n```{card}\nTwo.\n```\n````\n', 'One.\nTwo.'],
    ['a callout', '> [!WARNING]\n> Stand clear.\n', 'Warning: Stand clear.'],
    ['a callout with a title', '> [!tip] Oil the hinge\n> It is dry.\n', 'Oil the hinge: It is dry.'],
    ['a warning container', ':::warning\nIt is slippery.\n:::\n', 'Warning: It is slippery.'],
    [
      'a callout with a heading',
      '::: {.callout-caution}\n## The rope\nIt snaps.\n:::\n',
      'Caution: The rope\nIt snaps.',
    ],
    ['a definition list', 'Lock\n: A chamber.\n\nWeir\n: A dam.\n', 'Lock: A chamber.\nWeir: A dam.'],
    [
      'a definition list in HTML',
      '<dl><dt>Lock</dt><dd>A chamber.</dd><div><dt>Weir</dt><dd>A <b>dam</b>.</dd></div></dl>\n',
      'Lock: A chamber.\nWeir: A dam.',
    ],
    [
      'a directive that only builds pages',
      '```{toctree}\n:maxdepth: 2\n\ngates\nlocks\n```\n\nThe gauge rose.\n',
      'The gauge rose.',
    ],
    [
      'imports and exports',
      "import X from './x'\nimport {\n  Y\n} from 'y'\n\nexport const z = {\n  a: 1\n}\n\nThe gauge rose.\n",
      'The gauge rose.',
    ],
    ['an expression', '{props.children}\n\nThe gauge rose.\n', 'The gauge rose.'],
    ['hints', '?> Read the gauge.\n\n!> Close the gate.\n', 'Read the gauge.\nClose the gate.'],
    [
      'wiki links',
      'The [[lock keeper|keeper]] reads [[Gates#Lower]] and [[the log]].\n',
      'The keeper reads Gates and the log.',
    ],
    ['placeholders for the table of contents', '[TOC]\n\n[[_TOC_]]\n\nThe gauge rose.\n', 'The gauge rose.'],
    ['highlights and comments', '==The gauge== rose. %% really? %%\n', 'The gauge rose.'],
    ['dashes', 'The gauge --- a pipe --- rose.\n', 'The gauge — a pipe — rose.'],
    ['roles', 'See {ref}`the gates <gates>`, {term}`Weir` and {cite:p}`bell1912`.\n', 'See the gates, Weir and .'],
    ['emoji names', ':tada: The gauge rose :+1:\n', '🎉 The gauge rose 👍'],
  ])('%s', async (_, markdown, words) => {
    expect(await wordsOf(markdown)).toBe(words)
  })

  test.each([
    ['in a listing', '```\n!!! note\n    a\n[[The log]] :tada: ==x==\n```\n'],
    ['in a code span', '`[[The log]]`, `:tada:` and `==x==`\n'],
    ['that means something else', 'The mark [[nodiscard]] of 12:30:45 in a:b:c.\n'],
    ['that opens nothing', '!!! note is how a note begins.\n'],
    ['in a sentence', 'We import gates from the valley: export what you can.\n'],
  ])('syntax %s stays', async (_, markdown) => {
    const bare = markdown.replace(/^```\n|```\n$|`|\n$/g, '').trimEnd()
    expect(await wordsOf(markdown)).toBe(bare)
  })
})

test('the underline of a heading opens no tab, and an unclosed export is read as words', async () => {
  const { root } = await articleOf('Words.\n\nThe gauge\n===\n\n    read()\n')
  expect(root.sections.at(-1)?.blocks.map(({ node }) => node.type)).toEqual(['code'])
  expect(await wordsOf('export const gate = {\n\nThe gate is open.\n')).toContain('The gate is open.')
})

describe('a grid table of Pandoc', () => {
  const ROWS = '| Quay  | 4 m   |\n+-------+-------+\n| Bar   | 2 m   |\n+-------+-------+\n'

  test.each([
    ['above', `Table: Depths\n\n+-------+-------+\n| Place | Depth |\n+=======+=======+\n${ROWS}`],
    ['below', `+-------+-------+\n| Place | Depth |\n+=======+=======+\n${ROWS}\n: Depths\n`],
    ['directly below', `+-------+-------+\n| Place | Depth |\n+=======+=======+\n${ROWS}: Depths\n`],
  ])('has the caption %s it', async (_, markdown) => {
    const { root } = await articleOf(`Words.\n\n${markdown}\nMore words.\n`)
    const kinds = root.blocks.flatMap(({ passages }) => passages.map(({ kind, text }) => `${kind} ${text}`))
    expect(kinds.toSorted()).toEqual([
      'caption Depths',
      'prose More words.',
      'prose Words.',
      'row Bar\t2 m',
      'row Place\tDepth',
      'row Quay\t4 m',
    ])
  })

  test('needs no header', async () => {
    const { root } = await articleOf(`Words.\n\n+-------+-------+\n${ROWS}`)
    expect(root.blocks.at(-1)?.passages.map(({ text }) => text)).toEqual(['Quay\t4 m', 'Bar\t2 m'])
  })

  test('whose cells span columns stays as it is', async () => {
    const spanning = '+-------+-------+\n| Depths        |\n+-------+-------+\n| Quay  | 4 m   |\n+-------+-------+\n'
    expect(await wordsOf(spanning)).toContain('+-------+-------+')
  })
})

test('a definition list becomes a list whose items begin with the terms', async () => {
  const { root } = await articleOf('Gauge\n: A pipe with a float.\n\nWeir\n: A wall.\n: A fish trap.\n')
  const [list] = root.blocks.map(({ node }) => node)
  expect(list?.type).toBe('list')
  expect(await wordsOf('Gauge\n: A pipe with a float.\n\nWeir\n: A wall.\n: A fish trap.\n')).toBe(
    'Gauge: A pipe with a float.\nWeir: A wall.\nA fish trap.',
  )
})

test.each([
  ['```{image} ./gate.png\n:width: 300\n:alt: The gate at noon\n```\n', './gate.png', 'The gate at noon'],
  [':::{figure} img/the gate.png\n:::\n', 'img/the%20gate.png', ''],
  ['![[gate.png]]\n', 'gate.png', ''],
])('a picture becomes an image: %s', async (markdown, url, alt) => {
  const { root } = await articleOf(`Words.\n\n${markdown}`)
  const images = root.blocks.flatMap(({ node }) => ('children' in node ? node.children : []))
  expect(images.filter(({ type }) => type === 'image')).toMatchObject([{ url: decodeURI(url), alt }])
})

test('a listing has the language that its directive names', async () => {
  const { root } = await articleOf('Words.\n\n```{code-block} python\n:linenos:\nread()\n```\n')
  expect(root.blocks.at(-1)?.node).toMatchObject({ type: 'code', lang: 'python', value: 'read()' })
})

test('the words after a dialect’s syntax keep their position in the file', async () => {
  const article = await articleOf('!!! note "Key"\n\n    It hangs here.\n\nThe [[Lock keeper|keeper]] reads.\n')
  const at = pointAt(article, article.text.indexOf('reads'))
  expect([at.line, at.column]).toEqual([7, 28])
})

test.each(['```mermaid\nX\n```', '```{mermaid}\n:alt: a\nX\n```', ':::{mermaid}\nX\n:::', '::: mermaid\nX\n:::'])(
  '%j becomes a listing in the language of the diagram',
  async (markdown) => {
    const { root } = await articleOf(`Words.\n\n${markdown}\n\nMore words.\n`)
    expect(root.blocks.map(({ node }) => node)).toContainEqual(
      expect.objectContaining({ type: 'code', lang: 'mermaid', value: expect.stringMatching(/^X\n*$/) }),
    )
  },
)

test('a task item has a mark that says whether its box is ticked', async () => {
  const { text, marks } = await articleOf('- [x] *Drain* it\n- [ ] Mend it\n- Paint it\n')
  const boxes = marks.flatMap(({ style, span: [start] }) =>
    style.type === 'task' ? [[text.slice(start).split('\n')[0], style.isDone]] : [],
  )
  expect(boxes).toEqual([
    ['Drain it', true],
    ['Mend it', false],
  ])
})

/** In characters; edits of marks inside lines skip lines that are longer. */
const LONG_LINE = 19_000
/** In characters. What takes quadratic time needs minutes for it. */
const LONG_TEXT = 400_000
/** In milliseconds. */
const TOO_SLOW = 60_000

describe('the examples of each dialect', () => {
  test.each(DIALECTS.flatMap(({ name, examples }) => examples.map((example) => [name, ...example] as const)))(
    'give the expected words: %s: %s',
    async (_, markdown, words) => {
      expect(await wordsOf(`${markdown}\n`)).toBe(words)
    },
  )

  test('contain the dialect and something similar that stays; plain Markdown contains no dialect', () => {
    for (const { name, applies, edits, examples } of DIALECTS) {
      const edited = examples.filter(([markdown]) => applies(markdown) && edits(markdown).length > 0)
      expect(edited, name).not.toEqual([])
      expect(edited.length, `${name} has an example that stays as it is`).toBeLessThan(examples.length)
      expect(applies('# Gates\n\nThe gate: it is old [1], and `shut`.\n\n- One\n- Two\n')).toBe(false)
    }
  })

  test('stay as they are in a code span', () => {
    const spans = DIALECTS.flatMap((dialect) =>
      dialect.examples.flatMap(([markdown]) => (/[\n`]/.test(markdown) ? [] : [[dialect, markdown] as const])),
    )
    expect(spans.length).toBeGreaterThan(10)
    for (const [{ edits }, markdown] of spans) expect(edits(`Write \`${markdown}\` here.`), markdown).toEqual([])
  })

  test.each(DIALECTS)(
    'take linear time if their first characters are repeated: $name',
    ({ applies, edits, examples }) => {
      const lines = examples.flatMap(([markdown]) => markdown.split('\n'))
      for (const opening of new Set(lines.map((line) => line.slice(0, 5))))
        for (const unit of [`${fill(opening, LONG_LINE)}\n\n`, `${opening} x\n\n`]) {
          const text = fill(unit, LONG_TEXT)
          expect(applies(text) ? edits(text).length : 0).toBeLessThan(LONG_TEXT)
        }
    },
    TOO_SLOW,
  )
})

function fill(unit: string, length: number): string {
  return unit.repeat(length / Math.max(1, unit.length))
}
