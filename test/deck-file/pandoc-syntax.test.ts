import { expect, test } from 'vitest'
import { rewritePandoc } from '../../src/deck-file/other-tools/pandoc.ts'
import { describeSlides } from './describe-slides.ts'

const quarto = async (...slides: readonly string[]) =>
  describeSlides('a.qmd', `---\ntitle: Tides\nformat: revealjs\n---\n\n${slides.join('\n\n')}\n`)

test('in Quarto, headings of the second level begin slides, even if words follow a heading of the first', async () => {
  const { slides } = await quarto(
    '# Water\n\n- It rises\n\n## High\n\nTwice a day.\n\n# Your turn\n\n- Row\n\n# The end',
  )
  expect(slides).toEqual([
    'title: Tides',
    'points: Water | It rises',
    'statement: High | Twice a day.',
    'points: Your turn | Row',
    'part: The end | 2',
  ])
})

test('a deck may ask that only rules begin slides', async () => {
  const deck = '---\nslide-level: 0\n---\n\n# Water\n\n- It rises\n\n## High\n\n---\n\n# Low\n\nMud.\n'
  expect((await describeSlides('a.md', deck)).slides).toEqual([
    'points: Water | It rises | High',
    'statement: Low | Mud.',
  ])
})

test('listings marked by their indent are shown as they are written', async () => {
  const listing = '    ::: {.fragment}\n    A <b>boat</b> and [a gate]{.red}\n\n    :::'
  const lists = '- Item\n\n    of two paragraphs\n\n[^1]: Note\n\n    goes on'
  const { slides } = await quarto(`## Divs\n\n${listing}`, `## List\n\n${lists}`)
  expect(slides.slice(1)).toEqual([
    'code: Divs | ::: {.fragment} | A <b>boat</b> and [a gate]{.red} |  | :::',
    'points: List | Item | of two paragraphs · “Note goes on”',
  ])
})

test.each([
  ['  - Item one\n\n    - nested\n\n  - Item two', 'points: List | Item one | nested | Item two'],
  [' 1. Item\n\n    Explains it.', 'points: List | Item | Explains it.'],
  ['- Item\n\n  More.\n\n    Still more.', 'points: List | Item | More. | Still more.'],
])('text below an indented item continues it: %j', async (list, slide) => {
  const { slides } = await quarto(`## List\n\n${list}`)
  expect(slides.slice(1)).toEqual([slide])
})

test('attributes after spans, links and code are removed, also inside other spans', async () => {
  const { slides } = await quarto(
    '## Marks\n\n[Ida · [site](https://a.example){target="x"} · `a [b]{.c}`{.r}]{style="font-size: 1em"}',
    '## Raw\n\nA `<em>loud</em>`{=html} bell`\\\\ding`{=latex}.',
    '## Long\n\n[A span on\ntwo lines]{.red} ends, and [a reference][ref]{.red} stays.\n\n[ref]: https://a.example',
  )
  expect(slides.slice(1)).toEqual([
    'statement: Marks | Ida · site · a [b]{.c}',
    'statement: Raw | A loud bell.',
    'statement: Long | A span on two lines ends, and a reference stays.',
  ])
})

test('annotated lines have the numbers of the list below the listing', async () => {
  const { slides } = await quarto(
    '## Code\n\n```r\na <- 1 # <1>\nb <- "#" # <2>\nif (a < 2) c() // <1,2>\n```\n\n1. Sets a\n2. Sets b',
  )
  expect(slides.slice(1)).toEqual([
    'code: Code | a <- 1 # (1) | b <- "#" # (2) | if (a < 2) c() // (1,2)',
    'points: Code | Sets a | Sets b',
  ])
})

test('shortcodes that stand for words are read, and examples of shortcodes stay', async () => {
  const { slides, rules } = await quarto(
    '## Keys\n\nPress {{< kbd Ctrl-S >}} or {{< kbd mac=Cmd-O win=Ctrl-O >}} in {{< meta title >}} with {{{< fa x >}}}.',
  )
  expect(slides[1]).toBe('statement: Keys | Press Ctrl-S or Cmd-O in Tides with {{< fa x >}}.')
  expect(rules).not.toContain('not-read-shortcodes')
})

test('references of pandoc-crossref have the numbers of figures, tables and listings', async () => {
  const figures = '![The quay](quay.png){#fig:quay}\n\n![The lock](lock.png){#fig:lock}'
  const table = '| a | b |\n|---|---|\n| 1 | 2 |\n\n: Levels {#tbl:levels}'
  const words = '@Fig:quay is older than [@fig:lock], as [-@tbl:levels] and @tbl:levels say, not @fig:none.'
  const deck = `---\nslide-level: 2\n---\n\n## See\n\n${words}\n\n## Figures\n\n${figures}\n\n## Table\n\n${table}\n`
  const { slides } = await describeSlides('a.md', deck)
  expect(slides).toContain('statement: See | Figure 1 is older than Figure 2, as 1 and Table 1 say, not @fig:none.')
})

test('a title has no cells, which would have to be run', async () => {
  const { slides, rules } = await quarto('## `r fa("laptop")` Your turn {.inverse}\n\nRow.', '## `r title`\n\nRow.')
  expect(slides.slice(1)).toEqual(['statement: Your turn | Row.', 'statement: r title | Row.'])
  expect(rules).toContain('not-read-cells')
})

test.each([
  ['r-hstack', '::: {.r-hstack}\n::: {.box}\nLeft\n:::\n\n::: box\nRight\n:::\n:::'],
  ['layout-ncol', ':::: {layout-ncol=2}\n::: {}\nLeft\n:::\n\n::: {}\nRight\n:::\n::::'],
  ['other names', '::: {.columns-2}\n:::: column\nLeft\n::::\n:::: {.fragment .column}\nRight\n::::\n:::'],
])('divs that are side by side are columns: %s', async (_, divs) => {
  expect((await quarto(`## Banks\n\n${divs}`)).slides[1]).toBe('comparison: Banks | Left | Right')
})

test('divs that are stacked or stretched are reduced to their words', async () => {
  const { slides } = await quarto(
    '## Stack\n\n::: {.r-vstack}\n::: {.fragment}\nFirst\n:::\n\n::: {.r-fit-text}\nSecond\n:::\n:::\n\n- Third',
  )
  expect(slides[1]).toBe('points: Stack | First | Second | Third')
})

test('tables aligned by columns are read even if a cell has marks that become shorter', async () => {
  const grid = '+--------+-------+\n| Area   | Share |\n+========+=======+\n| 9 m^2^ | 1     |\n+--------+-------+'
  const { slides } = await quarto(`## Area\n\n${grid}`)
  expect(slides[1]).toBe('table: Area | Area\tShare | 9 m²\t1')
})

test('brackets and braces in a formula are no span', async () => {
  const { slides } = await quarto(
    '## Roots\n\nIt is $\\sqrt[3]{x}$ in [the interval $[0, 1)$]{.red}, for $5 or [a]{.b}$6.',
    '## Block\n\n$$\n\\sqrt[3]{x}\n$$ {.red}',
  )
  expect(slides.slice(1)).toEqual([
    'statement: Roots | It is \\sqrt[3]{x} in the interval [0, 1), for $5 or a$6.',
    'statement: Block | \\sqrt[3]{x}',
  ])
})

test('a shortcode for keys may be in quotation marks, with spaces', async () => {
  const { slides } = await quarto(
    `## Keys\n\nPress {{< kbd "Ctrl + C" >}} or {{<kbd mac='Cmd + C' win="Ctrl + C">}} or {{<  kbd  A  >}}.`,
  )
  expect(slides[1]).toBe('statement: Keys | Press Ctrl + C or Cmd + C or A.')
})

test('a shortcode that never ends is words', async () => {
  const { slides } = await quarto(`## Keys\n\nA${'{{<'.padEnd(100_000)}B`)
  expect(slides[1]).toBe('statement: Keys | A{{< B')
})

test('decks with very many headings and attributes are rewritten', () => {
  const text = '# Part\n\n## Slide\n\n[Text]{.red}\n\n'.repeat(80_000)
  const edits = rewritePandoc({ text, values: {}, frontMatterText: '', start: 0, report: () => undefined })
  expect(edits.filter(({ replacement }) => replacement.endsWith('# Part'))).toHaveLength(80_000)
})
