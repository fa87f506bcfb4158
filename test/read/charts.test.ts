import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

async function articleOf(block: string) {
  const file = new VFile({ path: 'talk.md' })
  const article = await read(new TextEncoder().encode(`# Boats\n\nWords.\n\n${block}\n`), file)
  return { article, messages: file.messages, block: article.root.blocks.at(-1) }
}

test.each([
  ['commas', '```chart\nYear,Boats\n2019,12\n2020,14\n```', {}],
  ['semicolons', '```chart\nYear; Boats\n2019; 12\n2020; 14\n```', {}],
  ['quotation marks', '```chart\n"Year","Boats"\n"2019","12"\n"2020","14"\n```', {}],
  [
    'rows in a block',
    '```chart\ntype: line\nunit: boats a day\ndata: |\n  Year,Boats\n  2019,12\n  2020,14\n```',
    { kind: 'line', unit: 'boats a day' },
  ],
  [
    'rows as lists',
    '```chart\ntype: bar\ndata:\n  - [Year, Boats]\n  - [2019, 12]\n  - [2020, 14]\n```',
    { kind: 'bars' },
  ],
])('a chart block with %s becomes a table to be drawn', async (_, markdown, request) => {
  const { article, block, messages } = await articleOf(markdown)
  expect(messages).toEqual([])
  const header = 'unit' in request ? `Year\tBoats (${request.unit})` : 'Year\tBoats'
  expect(block?.passages.map(({ text }) => text)).toEqual([header, '2019\t12', '2020\t14'])
  expect(block?.node).toMatchObject({ type: 'table', data: { chart: request } })
  const last = block?.passages.at(-1)
  const lines = markdown.split('\n')
  const line = lines.findIndex((each) => each.includes('2020'))
  expect(pointAt(article, last?.span[0] ?? 0)).toEqual({
    line: 5 + line,
    column: (lines[line]?.indexOf('2020') ?? 0) + 1,
  })
})

test.each([
  [
    'type: pie\ndata: |\n  a,b\n  c,1\n  d,2',
    /^The chart cannot be read, so its source is shown: Its type is not line, bar or share/,
  ],
  ['type: bar\nlooks: nice\ndata: x', /"looks" is not a key of a chart/],
  ['type: [', /It is not valid YAML/],
  ['type: bar', /It has no data|data cannot be read/],
  ['a,b\nc,1', /It needs a header and two rows/],
  ['a,b\nc,1\nd,2,3', /Row 2 has 3 values, but the header has 2/],
  [`a,b\n${'c,1\n'.repeat(9000)}`, /more than 20000 characters/],
  ['data: &a [*a, *a]', /cannot be read|not valid/],
])('an invalid chart block stays a listing, and a message says why: %j', async (source, reason) => {
  const { block, messages } = await articleOf(`\`\`\`chart\n${source}\n\`\`\``)
  expect(block?.node.type).toBe('code')
  expect(messages.map(({ reason, line, ruleId }) => [reason, line, ruleId])).toEqual([
    [expect.stringMatching(reason), 5, 'chart'],
  ])
})
