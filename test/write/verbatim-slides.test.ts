import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { blockLines } from '../../src/layout/layouts/columns.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

/** The title of each slide that shows verbatim content, and its notes. */
async function titlesOf(markdown: string): Promise<(readonly [string | undefined, ...string[]])[]> {
  const article = await read(Buffer.from(`# A talk\n\n${markdown}`), new VFile({ path: 'talk.md' }))
  const drafts = write(outline(article), { grammar: null, name: 'talk', minutes: null })
  return drafts
    .filter(({ content }) => ['code', 'table'].includes(content.type) || JSON.stringify(content).includes('"math"'))
    .map(({ title, noteSentences }) => [title?.text, ...noteSentences.map(({ text }) => text)])
}

test('a sentence that announces a listing is its title if there is no heading', async () => {
  const listing = 'The gauge floats. Then read it:\n\n```js\nread()\nread()\nread()\n```\n'
  expect(await titlesOf(listing)).toEqual([['Then read it', 'Then read it:']])
  expect(await titlesOf(`## Reading\n\n${listing}`)).toEqual([
    ['Then read it', 'Reading', 'The gauge floats.', 'Then read it:'],
  ])
  expect(await titlesOf(listing.replace('The gauge floats. ', '## Reading\n\n'))).toEqual([
    ['Reading', 'Then read it:'],
  ])
})

/** The lines of each slide with columns, and its notes. */
async function columnsOf(markdown: string) {
  const article = await read(Buffer.from(`# A talk\n\n${markdown}`), new VFile({ path: 'talk.md' }))
  const drafts = write(outline(article), { grammar: await loadGrammar(), name: 'talk', minutes: null })
  return drafts.flatMap(({ title, content, noteSentences }) =>
    content.type === 'columns'
      ? [
          {
            title: title?.text,
            lines: content.columns
              .flatMap(({ blocks }) => blocks)
              .flatMap(blockLines)
              .map(({ text }) => text),
            notes: noteSentences.map(({ text }) => text),
          },
        ]
      : [],
  )
}

test('the sentence that introduces a short listing under a heading stands above it', async () => {
  const commands =
    'Start the gauge in the old harbour:\n\n```sh\ngauge start\n```\n\nCheck that it answers:\n\n```sh\ngauge ping\n```\n'
  expect(await columnsOf(`## The gauge\n\n${commands}`)).toEqual([
    {
      title: 'The gauge (1/2)',
      lines: ['Start the gauge in the old harbour:', 'gauge start'],
      notes: ['Start the gauge in the old harbour:'],
    },
    { title: 'The gauge (2/2)', lines: ['Check that it answers:', 'gauge ping'], notes: ['Check that it answers:'] },
  ])
})

test.each([
  ['refers to a sentence that no slide may show', 'Is the gauge deep? Check that it answers again:', 'gauge ping'],
  ['is only a word or two', 'For example:', 'gauge ping'],
  ['introduces a long listing', 'Start the gauge in the old harbour:', 'gauge start\n'.repeat(12).trim()],
  ['introduces a diagram', 'This is the gauge in the old harbour:', 'graph LR\nA --> B', 'mermaid'],
])('a sentence that %s does not', async (_, lead, listing, language = 'sh') => {
  expect(await columnsOf(`## The gauge\n\n${lead}\n\n\`\`\`${language}\n${listing}\n\`\`\`\n`)).toEqual([])
})

test('a sentence that is too long for a title is in the notes only', async () => {
  const long = `We read the gauge in the harbour ${'and then in the next one '.repeat(5)}like this:`
  expect(await titlesOf(`${long}\n\n\`\`\`\nread()\nread()\nread()\n\`\`\`\n`)).toEqual([[undefined, long]])
})

test.each([
  [
    'above it',
    'Table 1. Costs of the gauge\n\n| Year | Cost |\n| --- | --- |\n| 2021 | 300 |\n',
    'Table 1. Costs of the gauge',
  ],
  ['below it', '| Year | Cost |\n| --- | --- |\n| 2021 | 300 |\n\nTable: Costs of the gauge.\n', 'Costs of the gauge'],
])('the caption of a table is no text; it is the title if there is no heading: %s', async (_, table, caption) => {
  const prose = 'The gauge floats in its pipe. It is read at noon, and its pen draws a line.'
  const tables = async (markdown: string) => {
    const article = await read(Buffer.from(`# A talk\n\n${markdown}`), new VFile({ path: 'talk.md' }))
    const drafts = write(outline(article), { grammar: null, name: 'talk', minutes: null })
    const otherLines = JSON.stringify(
      drafts.filter(({ content }) => content.type !== 'table').map((each) => [each.title, each.content]),
    )
    expect(otherLines).not.toContain('Costs')
    return drafts.flatMap(({ title, content }) =>
      content.type === 'table' ? [[title?.text, content.caption?.text.replace(/\.$/, '')]] : [],
    )
  }
  expect(await tables(`${prose}\n\n${table}\n${prose}\n`)).toEqual([[caption, undefined]])
  expect(await tables(`## Money\n\n${table}\n## Use\n\n${prose}\n`)).toEqual([['Money', caption]])
})

test('a table with nothing but a header is not shown', async () => {
  const html =
    '<table>\n<thead><tr><th>Input</th><th>Output</th></tr></thead>\n<tbody><tr><td></td><td></td></tr></tbody>\n</table>'
  expect(await titlesOf(`The gauge floats in its pipe. It is read at noon.\n\n${html}\n`)).toEqual([])
})

test.each([
  ['// Open the lower gate', 'Open the lower gate'],
  ['<!-- The keepers of the lock -->', 'The keepers of the lock'],
])('otherwise the comment that begins a listing is its title: %s', async (comment, title) => {
  const listing = `\`\`\`\n${comment}\nread()\nread()\nread()\n\`\`\`\n`
  expect((await titlesOf(`## Reading\n\nThe gauge floats. Is it deep?\n\n${listing}`))[0]?.[0]).toBe(title)
})

test.each(['# read()', '// TODO: read it', '# The first line\n# of two', '#!/bin/sh', '# …', '// @ts-nocheck of it'])(
  'a comment that means nothing by itself is not: %s',
  async (comment) => {
    const listing = `\`\`\`\n${comment}\nread()\nread()\nread()\n\`\`\`\n`
    expect((await titlesOf(`## Reading\n\nThe gauge floats. Is it deep?\n\n${listing}`))[0]?.[0]).toMatch(/^Reading/)
  },
)

test('listings on many slides under one heading keep it, numbered', async () => {
  const step =
    'The keepers of the lock read the gauge in the old harbour again. Is it deep?\n\n```\nread()\nread()\nread()\n```\n'
  const titles = (
    await titlesOf(`## Reading\n\n${step.repeat(6).replaceAll(/read\(\)\n```/g, (_, at) => `read(${at})\n\`\`\``)}`)
  ).map(([title]) => title)
  expect(titles.length).toBe(6)
  for (const title of titles) expect(title).toMatch(/^Reading \(\d\/\d\)$/)
})

test('what is before the first heading does not repeat the title of the article', async () => {
  const listing = '```\nread()\nread()\nread()\n```'
  const [first] = await titlesOf(
    `${listing}\n\n## One\n\nThe harbour authority will close the old lock in May after engineers found cracks in both of its gates. The repair costs four million pounds and takes six months.\n`,
  )
  expect(first?.[0]).toBeUndefined()
})

test('what a section says before what it shows is said there, not on the slide before', async () => {
  const table = (name: string) => `| ${name} | Boats |\n| --- | --- |\n| Upper | 3 |\n| Lower | 4 |\n`
  const first = `## Locks\n\n${table('Lock')}\n## Weirs\n\nIs it deep?\n\n`
  expect(await titlesOf(`${first}${table('Weir')}`)).toEqual([['Locks'], ['Weirs', 'Is it deep?']])
  expect(await titlesOf(`${first}### Upstream\n\n${table('Weir')}`)).toEqual([
    ['Locks'],
    ['Upstream', 'Weirs', 'Is it deep?'],
  ])
  expect(await titlesOf(`${first}## Bridges\n\n${table('Bridge')}`)).toEqual([
    ['Locks', 'Weirs', 'Is it deep?'],
    ['Bridges'],
  ])
})

test('the note of a formula has its whole sentence, with the formula, but half a sentence is no title', async () => {
  const around = 'If we solve it, we get\n\n$$\nT = k t,\n$$\n\nwhere $k$ is small. It cools slowly.\n'
  expect(await titlesOf(`## Cooling\n\n${around}`)).toEqual([
    ['Cooling', 'If we solve it, we get', 'T = k t,', 'where k is small.', 'It cools slowly.'],
  ])
  expect(await titlesOf('## Cooling\n\nA cup cools.\n\n$$\nT = k t\n$$\n')).toEqual([['Cooling', 'A cup cools.']])
})
