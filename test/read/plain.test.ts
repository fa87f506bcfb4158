import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

function readText(text: string, path = 'talk.txt'): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path }))
}

/** Lists the headings of a section, each with its depth, and the kinds of the blocks below it. */
function shapeOf(section: Section): string[] {
  const own = section.heading === undefined ? [] : [`${'#'.repeat(section.depth)} ${section.heading.text}`]
  return [...own, ...section.blocks.map(({ node }) => node.type), ...section.sections.flatMap(shapeOf)]
}

const PROSE =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring.'

describe('text without markup', () => {
  test('has a title, and short lines above prose as headings, even without blank lines', async () => {
    const article = await readText(readFileSync('slides/nato-rutte/nato-rutte.txt', 'utf8'))
    expect(article.title?.text).toBe('Trump Meets NATO Chief Rutte: Key Discussions')
    expect(article.root.sections.map(({ heading, blocks }) => [heading?.text, blocks.length])).toEqual([
      ["Strengthening Transatlantic Ties: Trump and Rutte's Meeting", 5],
      ['Key Takeaways from the Trump-Rutte Discussion', 5],
      ['Implications for the Future of NATO', 5],
      ['Expert Opinions and Analysis', 4 + 1],
    ])
  })

  test('may have a labelled title, separated by a blank line from the lines with the author and the date', async () => {
    const memo = `MEMO: The archive moves to the depot\n\nFrom: Ada Marsh\nTo: The board\nDate: 9 March 2026\n\nSummary\n\n${PROSE}\n`
    const { title, byline, root } = await readText(memo)
    expect([title?.text, byline?.text]).toEqual(['MEMO: The archive moves to the depot', 'Ada Marsh'])
    expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['Summary'])
    const letter = await readText(
      `To: The board\nFrom: Ada Marsh\nDate: 9 March 2026\n\nThe archive moves\n\n${PROSE}\n`,
    )
    expect(letter.title?.text).toBe('The archive moves')
  })

  test.each([
    [
      'with a label',
      'MEMORANDUM\n\nTo: The board\nFrom: Ada Marsh\nCc: Works Council\nDate: 9 March 2026\nSubject: The depot\n',
      ['The depot', 'Ada Marsh', '9 March 2026'],
      '"MEMORANDUM", "To: The board", "Cc: Works Council"',
    ],
    [
      'in columns',
      'To:       The board\nFrom:     Ada Marsh\nDate:     9 March 2026\nSubject:  The depot\n',
      ['The depot', 'Ada Marsh', '9 March 2026'],
      '"To: The board"',
    ],
    [
      'of a reply',
      'From: Ada Marsh\nSent: Monday, 9 March 2026\nTo: The board\nSubject: RE: The depot\n',
      ['The depot', 'Ada Marsh', 'Monday, 9 March 2026'],
      '"To: The board"',
    ],
    [
      'in German',
      'An: Vorstand\nVon: Ada Marsh\nDatum: 9. März 2026\nBetreff: Das Lager\n',
      ['Das Lager', 'Ada Marsh', '9. März 2026'],
      '"An: Vorstand"',
    ],
    [
      'with a title above it',
      'The archive moves\n\nFrom: Ada Marsh\nTo: The board\nDate: 9 March 2026\nSubject: The depot\n',
      ['The archive moves', 'Ada Marsh', '9 March 2026'],
      '"To: The board", "Subject: The depot"',
    ],
    [
      'with a title below it',
      'To: The board\nFrom: Ada Marsh\n\nThe archive moves\n',
      ['The archive moves', 'Ada Marsh', undefined],
      '"To: The board"',
    ],
  ])('may have the header of a memo %s', async (_, header, parts, others) => {
    const file = new VFile({ path: 'talk.txt' })
    const text = `${header}\n${PROSE}\n\nWhat we ask\n\n${PROSE}\n\n${PROSE}\n`
    const { title, byline, date, root } = await read(new TextEncoder().encode(text), file)
    expect([title, byline, date].map((passage) => passage?.text)).toEqual(parts)
    expect(shapeOf(root)).toEqual(['paragraph', '# What we ask', 'paragraph', 'paragraph'])
    expect(file.messages.map(({ reason, ruleId }) => [ruleId, reason])).toEqual([
      ['left-out', expect.stringContaining(`left out of the deck: ${others}.`)],
    ])
  })

  test.each([
    ['a complimentary close', 'Best wishes\nAda\n\nAda Marsh\nHead of the archive\nT +44 1632 960 111'],
    ['a signature', '-- \nAda Marsh\nHead of the archive\n\nThis mail is confidential.'],
    [
      'an earlier mail',
      '-----Ursprüngliche Nachricht-----\nVon: Bo Vane\nAn: Ada Marsh\nBetreff: Das Lager\n\nWo ist es?',
    ],
    ['an earlier mail without a separator', 'From: Bo Vane\nTo: Ada Marsh\nSubject: The depot\n\nWhere is it?'],
    ['a quoted mail', 'On 8 March, Bo Vane wrote:\n\n> Where is it?\n> Bo'],
  ])('may be an e-mail that ends in %s, which is left out with a note', async (_, end) => {
    const file = new VFile({ path: 'talk.txt' })
    const text = `From: Ada Marsh <ada@marl.example>\nDate: Mon, 9 Mar 2026 18:42:11 +0100\nSubject: The depot\n\n${PROSE}\n\nBo Vane <bo@marl.example> wrote this, with best wishes.\n\n${PROSE}\n\n${end}\n`
    const { byline, date, text: words } = await read(new TextEncoder().encode(text), file)
    expect([byline?.text, date?.text]).toEqual(['Ada Marsh', 'Mon, 9 Mar 2026'])
    expect(words.split('\n').slice(-3)).toEqual([PROSE, 'Bo Vane wrote this, with best wishes.', PROSE])
    expect(file.messages.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(`left out of the deck, from "${end.split('\n')[0]?.trim()}"`),
    ])
  })

  test('loses the mail that is quoted below it, but not one that it answers', async () => {
    const head = `From: Ada Marsh\nSubject: The depot\n\n${PROSE}`
    const quoted = 'Bo wrote:\n> Where is it?'
    expect((await readText(`${head}\n\n${quoted}\n`)).text).not.toMatch(/Where|wrote/)
    expect((await readText(`${head}\n\n${quoted}\n\nIt is at the quay.\n`)).text).toMatch(
      /Where is it\?[\s\S]*at the quay/,
    )
  })

  test('keeps its last lines if it is not an e-mail', async () => {
    const { text } = await readText(`The depot\n\n${PROSE}\n\n${PROSE}\n\nBest wishes\nAda\n`)
    expect(text).toContain('Best wishes')
  })

  test('may begin with a sentence that looks like a line of such a header', async () => {
    const { root } = await readText(`To: be or not to be is the question.\n\n${PROSE}\n\n${PROSE}\n`)
    expect(JSON.stringify(root)).toContain('be or not to be')
  })

  test('is joined again if it was hard-wrapped', async () => {
    const wrapped = PROSE.replace(/(.{40,60}) /g, '$1\n')
    const { root, text } = await readText(`A talk about rivers\n\n${wrapped}\n\n${wrapped}\n\n${wrapped}\n`)
    expect(root.blocks.map(({ passages }) => passages.map((passage) => passage.text))).toEqual([
      [PROSE],
      [PROSE],
      [PROSE],
    ])
    expect(text).toBe(['A talk about rivers', PROSE, PROSE, PROSE].join('\n'))
  })

  test.each([
    [
      'have numbers',
      `The talk\n\n1. Causes\n\n${PROSE}\n\n${PROSE}\n\n2. What it cost\n\n${PROSE}\n`,
      ['# 1. Causes', 'paragraph', 'paragraph', '# 2. What it cost', 'paragraph'],
    ],
    [
      'are underlined',
      `The talk\n========\n\nCauses\n------\n\n${PROSE}\n\nCosts\n-----\n\n${PROSE}\n`,
      ['# Causes', 'paragraph', '# Costs', 'paragraph'],
    ],
    [
      'are in capitals',
      `The talk\n\nTHE CAUSES\n\n${PROSE}\n\nTHE COSTS\n\n${PROSE}\n`,
      ['# THE CAUSES', 'paragraph', '# THE COSTS', 'paragraph'],
    ],
  ])('may have headings that %s', async (_, text, shape) => {
    const { title, root } = await readText(text)
    expect(title?.text).toBe('The talk')
    expect(shapeOf(root)).toEqual(shape)
  })

  test('may have lists without bullets, as in a copied page with blank lines after its paragraphs', async () => {
    const LONG = `${PROSE} ${PROSE}`
    const ITEMS = [
      'Close the lower gate before noon',
      'Warn the houses on the quay',
      'count the boats, for some will be loose by then',
    ]
    const { root } = await readText(
      `A talk about rivers\n\n${LONG}\n\nOn such a night:\n\n${ITEMS.join('\n')}\n${LONG}\n\n${LONG}\n\nWhat else\n${LONG}\n`,
    )
    expect(shapeOf(root)).toEqual([
      'paragraph',
      'paragraph',
      'list',
      'paragraph',
      'paragraph',
      '# What else',
      'paragraph',
    ])
    expect(root.blocks[2]?.passages.map(({ text }) => text)).toEqual(ITEMS)
  })

  test('has no such lists if there are no blank lines between its paragraphs', async () => {
    const { root } = await readText(`A talk about rivers\n\n${Array(6).fill(PROSE).join('\n')}\n\n${PROSE}\n`)
    expect(new Set(shapeOf(root))).toEqual(new Set(['paragraph']))
  })

  test('may have lists, quotations and tables', async () => {
    const { root } = await readText(
      `The talk\n\n${PROSE}\n\nThree things helped:\n\n- sand\n- pumps\n  - one from the town\n- luck\n\n> We knew.\n> We always knew.\n\nGauge\tRise\nOne\t2 m\nTwo\t3 m\n\n${PROSE}\n`,
    )
    expect(shapeOf(root)).toEqual(['paragraph', 'paragraph', 'list', 'blockquote', 'table', 'paragraph'])
    const [, , list, , table] = root.blocks
    expect(list?.passages.map(({ text, depth }) => `${depth} ${text}`)).toEqual([
      '1 sand',
      '1 pumps',
      '2 one from the town',
      '1 luck',
    ])
    expect(table?.passages.map(({ text }) => text)).toEqual(['Gauge\tRise', 'One\t2 m', 'Two\t3 m'])
  })

  test('may have a byline and a date below its title', async () => {
    const { title, byline, date, root } = await readText(`The talk\nBy the Harbour Workshop\n3 May 2024\n\n${PROSE}\n`)
    expect([title, byline, date].map((passage) => passage?.text)).toEqual([
      'The talk',
      'By the Harbour Workshop',
      '3 May 2024',
    ])
    expect(shapeOf(root)).toEqual(['paragraph'])
  })

  test('may have no title', async () => {
    const { title, root } = await readText(`${PROSE}\n\n${PROSE}\n`)
    expect(title).toBeUndefined()
    expect(shapeOf(root)).toEqual(['paragraph', 'paragraph'])
  })
})

test('neither the label of a picture nor a single date is a heading', async () => {
  const text = `A talk about rivers\n\nImage\n\n${PROSE}\nSept. 25, 2018\n${PROSE}\n\nThe next day\n${PROSE}\n`
  const { root } = await readText(text)
  expect(root.sections.map(({ heading }) => heading?.text)).toEqual(['The next day'])
})

test('the dates of a chronicle are headings', async () => {
  const text = `A talk about rivers\n\n2019-03-01\n${PROSE}\n\n2019-03-02\n${PROSE}\n\n2019-03-03\n${PROSE}\n`
  const { root } = await readText(text)
  expect(root.sections.map(({ heading }) => heading?.text)).toContain('2019-03-02')
})

describe('the head of plain text', () => {
  test.each([
    ['with keys', 'Title: The flood\nSubtitle: What we learned\nAuthor: Ada Lovelace\nDate: 3 May 2024\n'],
    ['without keys', 'The flood\nWhat we learned\nBy Ada Lovelace\n3 May 2024\n'],
  ])('may be %s', async (_, head) => {
    const { title, subtitle, byline, date, root } = await readText(`${head}\n${PROSE}\n\n${PROSE}\n`)
    expect([title, subtitle, byline, date].map((part) => part?.text.replace('By ', ''))).toEqual([
      'The flood',
      'What we learned',
      'Ada Lovelace',
      '3 May 2024',
    ])
    expect(root.blocks.map(({ node }) => node.type)).toEqual(['paragraph', 'paragraph'])
  })

  test('may have a standfirst of several sentences above the byline', async () => {
    const standfirst = 'Two years after it was built, the gate has moved twice. The boats are waiting.'
    const { subtitle, byline, root } = await readText(
      `The flood\n\n${standfirst}\n\nBy Ada Lovelace\n\n${PROSE}\n\n${PROSE}\n`,
    )
    expect([subtitle?.text, byline?.text]).toEqual([standfirst, 'Ada Lovelace'])
    expect(root.blocks).toHaveLength(2)
  })

  test('keeps lines with unknown keys, and is not assumed from a single key', async () => {
    const keyed = await readText(`Title: The flood\nStatus: draft\n\n${PROSE}\n`)
    expect(keyed.text).toBe(`The flood\nStatus: draft\n${PROSE}`)
    const { title } = await readText(`Author: the last of the river pilots\n\n${PROSE}\n\n${PROSE}\n`)
    expect(title?.text).toBe('Author: the last of the river pilots')
  })
})
