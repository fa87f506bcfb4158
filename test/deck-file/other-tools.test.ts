import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import { describeSlides } from './describe-slides.ts'

describe('what a deck keeps from its audience', () => {
  test('notes of reveal.js in HTML are notes', async () => {
    const deck =
      '# Tides\n\n---\n\n## High water\n\n- It comes twice\n\n<aside class="notes">\n    Greet the **mayor**.\n</aside>\n\n---\n\n## Low water\n\n- Mud\n\n<aside class=\'notes\'>Say nothing.\n\n---\n\n## Code\n\n```html\n<aside class="notes">shown</aside>\n```\n'
    expect((await describeSlides('tides.md', deck)).slides).toEqual([
      'title: Tides',
      'points: High water | It comes twice · “Greet the mayor.”',
      'points: Low water | Mud · “Say nothing.”',
      'code: Code | <aside class="notes">shown</aside>',
    ])
  })

  test('content that Quarto shows only in other formats is left out, with a message', async () => {
    const hiddenDivs = [
      '::: {.content-visible when-format="pdf"}\n## Not a slide\n\nIn the PDF.\n:::',
      '::: {.content-hidden when-format="revealjs"}\n::: {.box}\nHidden.\n:::\n```\nhidden\n```\n:::',
      '::: {.content-visible unless-format="html"}\nElsewhere.\n:::',
      '::: {.hidden}\nMacros.\n:::',
    ]
    const shownDivs = [
      '::: {.content-visible when-format="revealjs"}\n- Shown\n:::',
      '::: {.content-hidden when-format="pdf"}\n- Also [secret]{.content-hidden when-format="html"}shown\n:::',
    ]
    const deck = `---\nformat: revealjs\n---\n\n## Tides\n\n${[...hiddenDivs, ...shownDivs].join('\n\n')}\n`
    const { slides, rules } = await describeSlides('tides.qmd', deck)
    expect(slides).toEqual(['points: Tides | Shown | Also shown'])
    expect(rules).toContain('not-read-conditional')
  })
})

test('HTML keeps its structure', async () => {
  const slides = [
    '<h1>Tides <em>and</em> boats</h1>\n\nIda Quay<br>Harbour Workshop',
    '## Lists\n\n<ul>\n  <li>North\n    <ol start="3"><li>a **gate**</li>\n      <li>a lock</li></ol>\n  </li>\n  <li class="fragment">South<br>quay</li></ul>',
    '<section>\n<h2>Prose</h2>\n<p>It rises.</p>\n<p>It falls <b>twice</b><br>a day.</p>\n</section>',
    '## Quote\n\n<blockquote>\n  <p>Ships are safe in harbour.</p>\n  <footer>John Shedd</footer>\n</blockquote>',
    '## Costs\n\n<table>\n<caption>In euros</caption>\n<tr><th>Gate</th><th>Lock</th></tr>\n\n<tr><td>1<br>2</td><td>`x|y`</td></tr>\n</table>',
    '## Film\n\n<video controls><source src="film.mp4"></video>',
    '## Code\n\n```html\n<ul><li>shown</li></ul>\n```',
    '## Cells\n\n| Gate | Lock |\n| --- | --- |\n| <ul><li>a</li><li>b</li></ul> | <br>c |',
  ]
  expect((await describeSlides('tides.md', `---\nmarp: true\n---\n\n${slides.join('\n\n---\n\n')}\n`)).slides).toEqual([
    'title: Tides and boats | Ida Quay | Harbour Workshop',
    'points: Lists | North | a gate | a lock | South quay',
    'points: Prose | It rises. | It falls twice a day.',
    'quote: Quote | Ships are safe in harbour. | John Shedd',
    'table: Costs | Gate\tLock | 1 2\tx|y | In euros',
    'image: Film',
    'code: Code | <ul><li>shown</li></ul>',
    'table: Cells | Gate\tLock | a b\tc',
  ])
})

test('a message says that videos and web pages behind slides are not shown', async () => {
  const reveal = '# A\n\n----\n\n<!-- .slide: data-background-video="film.mp4" -->\n\n## B\n'
  expect((await describeSlides('a.md', reveal)).rules).toContain('not-read-backgrounds')
  const quarto = '---\nformat: revealjs\n---\n\n## B {background-iframe="https://a.example"}\n\nWords\n'
  expect((await describeSlides('a.qmd', quarto)).rules).toContain('not-read-backgrounds')
  const slidev = '---\nmdc: true\n---\n\n# A\n\n---\nlayout: iframe-right\nurl: https://a.example\n---\n\n# B\n'
  expect((await describeSlides('a.md', slidev)).rules).toContain('not-read-active')
})

test('marks of Pandoc are read', async () => {
  const slides = [
    '## Notes\n\nIt fell.^[By `2^10^` [metres](a.html).] And 2^10^ more.\n\n- a',
    '## Lists\n\n(@) First\n(@gate) Second\n\nSee (@gate).\n\n(1) Third\n#. Fourth\n\na. North\nb. South',
    '## Poem\n\n| The limerick packs laughs\n|    In space economical.',
    '## Table\n\n| a | b |\n|---|---|\n| 1 | 2',
    '## Figure\n\n![The quay](quay.png){width=40%}\n\nIt is ![not a figure](a.png) here.',
    '## Code\n\n```\n| a ^[b] (@)\n```',
  ]
  const deck = `---\nformat: revealjs\n---\n\n${slides.join('\n\n')}\n`
  expect((await describeSlides('tides.md', deck)).slides).toEqual([
    'points: Notes | It fell. And 2¹⁰ more. | a · “By 2^10^ metres.”',
    'points: Lists | First | Second | See (2). | Third | Fourth | a. North | b. South',
    'points: Poem | The limerick packs laughs | In space economical.',
    'table: Table | a\tb | 1\t2',
    'image: Figure | The quay',
    'statement: Figure | It is here.',
    'image: Figure',
    'code: Code | | a ^[b] (@)',
  ])
})

test('the features that Quarto adds to Pandoc are read, or named in a message', async () => {
  const slides = [
    '## {{< fa anchor >}} Quays [deep]{.red}\n\nSee @fig-quay, [-@tbl-a] and @sec-end. {.center}\n\n- a `{{< b >}}`',
    '## Figure\n\n![The quay](quay.png){#fig-quay}',
    '## Cells\n\n```{r}\n#| echo: false\nplot(1)\n```\n\n```{python}\n#| label: tbl-a\nprint(1)\n```',
    '## Raw\n\n```{=html}\n<ul><li>x</li><li>y</li></ul>\n```\n\n```{=latex}\n\\hidden\n```',
    '## Formula\n\n$$\nc = g\n$$ {#eq-c}\n\nSee @eq-c.',
    '## Callout\n\n::: {.callout-warning title="Careful"}\nThe quay is slippery.\n:::',
    '## The end {#sec-end}\n\n{{< video film.mp4 >}}\n\n{{< video https://a.example/film >}}\n\n{{< include b.qmd >}}',
  ]
  const { slides: read, rules } = await describeSlides(
    'a.qmd',
    `---\nformat: revealjs\n---\n\n${slides.join('\n\n')}\n`,
  )
  expect(read).toEqual([
    'points: Quays deep | See Figure 1, 1 and The end. | a {{< b >}}',
    'image: Figure | The quay',
    'code: Cells | print(1)',
    'points: Raw | x | y',
    'statement: Formula | c = g \\tag{1}',
    'statement: Formula | See Equation (1).',
    'points: Callout | Careful | The quay is slippery.',
    'image: The end',
  ])
  expect(rules.filter((rule) => rule !== 'mixed-slide').toSorted()).toEqual([
    'not-read-cells',
    'not-read-conditional',
    'not-read-imports',
    'not-read-shortcodes',
    'read-as',
  ])
})

test('listings, formulas, quotations and notes of Slidev are read', async () => {
  const slides = [
    '---\nmdc: true\n---\n\n# Sails\n\n<!-- Say [click] this, [click:3] then that. -->',
    '\n\n# Steps\n\n````md magic-move {lines: true}\n```ts {*|2|*}\nlet a = 1\n```\n\n```ts {*|1-2}\nlet a = 2\n```\n````',
    '\n\n# Formula\n\n$$ {1|3|all}{at:2}\na = b\n$$',
    '\n\n# File\n\nA listing.\n\n<<< @/snippets/external.ts',
    'layout: quote\n---\n\n"Ships are safe in harbour"\n\nJohn Shedd\n\n<!-- He did. -->',
    'layout: quote\n---\n\n# "We row"\nIda Quay',
  ]
  const { slides: read, rules } = await describeSlides('a.md', `${slides.join('\n\n---\n')}\n`)
  expect(read).toEqual([
    'title: Sails · “Say this, then that.”',
    'code: Steps | let a = 1',
    'code: Steps | let a = 2',
    'statement: Formula | a = b',
    'statement: File | A listing.',
    'quote: "Ships are safe in harbour" | John Shedd · “He did.”',
    'quote: "We row" | Ida Quay',
  ])
  expect(rules).toContain('not-read-imports')
})

test('backgrounds of Marp beside the text, or beside each other, are pictures', async () => {
  const slides = [
    '# Deck\n\n![bg left:40%](a.png)',
    '![bg](a.png)',
    '![bg right:33%](a.png)\n\n## Split\n\n- one\n- two\n\n<!-- Say it. -->',
    '![bg](a.png)\n![bg opacity:.4](b.png)',
    '## Space\n\n![width:300px](my picture.png)',
  ]
  const deck = `---\nmarp: true\nbackgroundColor: "#fff"\n---\n\n${slides.join('\n\n---\n\n')}\n`
  expect((await describeSlides('a.md', deck)).slides).toEqual([
    'title: Deck · on a.png',
    'points:  · on a.png',
    'points: Split | one | two · on #fff · “Say it.”',
    'image: Split · on #fff',
    'image:  · on #fff',
    'image:  · on #fff',
    'image: Space · on #fff',
  ])
})

test('a numbered list below another keeps its numbers in the deck file', async () => {
  const value = '---\nmarp: true\n---\n\n# Tides\n\n---\n\n## Steps\n\n* North\n* South\n\n1) Open it\n2) Shut it\n'
  expect(await deckFileFor(new VFile({ path: 'a.md', value }))).toContain(
    '- North\n- South\n\n1. Open it\n2. Shut it\n',
  )
})

test('marks that exist only in some versions of the tools are read', async () => {
  const slidev = [
    '---\nmdc: true\n---\n\n# Sails',
    '\n\n# Marks\n\n::div{class="grid"}\nA [`red`]{.red} sail :v-click[sets]{at=2} :icon{name="sail"} at 10:30\n::\n\n![Sail](a.png){width=9px}',
    'layout: two-cols\n---\n\n<template v-slot:default>\n\n# Left\n\nNorth\n\n</template>\n<template v-slot:right>\n\n# Right\n\nSouth\n\n</template>',
  ]
  expect((await describeSlides('a.md', `${slidev.join('\n\n---\n')}\n`)).slides).toEqual([
    'title: Sails',
    'statement: Marks | A red sail sets at 10:30 · stepped',
    'image: Marks · stepped',
    'comparison: Left | North | Right | South',
  ])
  const slots =
    '---\nlayout: two-cols-header\n---\n\n# Banks\n\n::left::\n\nLeft\n\n::right::\n\nRight\n\n::bottom::\n\nBelow\n'
  expect((await describeSlides('a.md', `---\nmdc: true\n---\n\n# Sails\n\n${slots}`)).slides.slice(1)).toEqual([
    'comparison: Banks | Left | Right',
    'statement: Banks | Below',
  ])
  const reveal = '# Tides\n\n--\n\n## High\n\n`$$ a = b $$`\n\n---\n\n## Low\n\n- Mud\n'
  expect((await describeSlides('a.md', reveal)).slides).toEqual([
    'title: Tides',
    'statement: High | a = b',
    'points: Low | Mud',
  ])
  const stack =
    '# A\n\n--\n\n## Banks\n\n<div class="r-hstack">\n<div>\n\nLeft\n\n</div>\n<div>\n\nRight\n\n</div>\n</div>\n\n---\n\n## B\n'
  expect((await describeSlides('a.md', stack)).slides[1]).toBe('comparison: Banks | Left | Right')
  const marp = '<!-- paginate: true -->\n\n# Tides\n\n---\n\n![bg right vertical](a.png)\n![bg](b.png)\n\n## High\n'
  expect((await describeSlides('a.md', marp)).slides).toEqual(['title: Tides', 'image: High', 'image: High'])
})

test('pictures that Marp shows on the left are above the text, all others below it', async () => {
  const slide = (pictures: string) => `---\nmarp: true\n---\n\n# Tides\n\n---\n\n${pictures}\n\n## High\n\n- Mud\n`
  const layoutsOf = async (pictures: string) =>
    (await describeSlides('a.md', slide(pictures))).slides.slice(1).map((shown) => shown.split(':')[0])
  expect(await layoutsOf('![bg left:40%](a.png)')).toEqual(['image', 'points'])
  expect(await layoutsOf('![bg vertical](a.png)\n![bg left](b.png)')).toEqual(['image', 'image', 'points'])
  expect(await layoutsOf('![bg right](a.png)')).toEqual(['points', 'image'])
})

test('asides and footers of Quarto are in the notes, and a message says so', async () => {
  const slides = [
    '## Port\n\nIt earns [a lot]{.aside} nine million.\n\n::: aside\nSource: the *annual* report\n:::',
    '## Code\n\n- `r nrow(boats)` boats\n\n::: {.footer}\nLearn more\n:::',
  ]
  const { slides: read, rules } = await describeSlides(
    'a.qmd',
    `---\nformat: revealjs\n---\n\n${slides.join('\n\n')}\n`,
  )
  expect(read).toEqual([
    'statement: Port | It earns nine million. · “a lot Source: the annual report”',
    'points: Code | r nrow(boats) boats · “Learn more”',
  ])
  expect(rules).toEqual(['read-as', 'not-read-cells', 'not-read-asides'])
})

test.each([
  ['---\nmarp: true\ntransition: fade\nfooter: Ida\n---\n\n# A\n', 'transition, footer'],
  ['---\nrevealOptions:\n  margin: 0.2\n---\n\n# A\n', 'margin'],
  ['---\nformat:\n  revealjs:\n    transition: slide\n    logo: a.png\n---\n\n## A\n', 'transition, logo'],
])('settings without effect are named: %j', async (value, names) => {
  const file = new VFile({ path: 'a.md', value })
  await deckFileFor(file)
  const found = file.messages.filter(({ ruleId }) => ruleId === 'not-read-settings')
  expect(found).toMatchObject([{ reason: expect.stringContaining(`: ${names}. `), line: expect.any(Number) }])
})

test('a slide of another tool with several forms is one slide in the deck file, too', async () => {
  const value =
    '---\nmarp: true\n---\n\n# Tides\n\n---\n\n## Sum\n\nIt follows that\n\n$$\na = b\n$$\n\nin all waters.\n'
  const text = await deckFileFor(new VFile({ path: 'a.md', value }))
  expect(text).toContain('## Sum\n\nIt follows that\n\n$$\na = b\n$$\n\nin all waters.\n')
  const layoutsIn = async (file: VFile) => {
    const { deck } = await convert(file, { formats: ['json'] }, { browser: null })
    return deck.slides.map((slide) => [slide.layout, slide.id, slide.isContinuation ?? false])
  }
  expect(await layoutsIn(new VFile({ path: 'a.deck.md', value: text }))).toEqual(
    await layoutsIn(new VFile({ path: 'a.md', value })),
  )
})
