import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { referencesElsewhere } from '../../src/write/display-references.ts'
import { segmentsIn } from '../../src/write/section-segments.ts'
import { outlineOf } from '../support/written.ts'

const TABLE = '| Cup | Minutes |\n| --- | --- |\n| Paper | 8 |\n| Steel | 210 |\n'

const ARTICLE = `# Cups

## Method

As Table 1 shows, the steel flask was by far the best. The room had no draught and no sun.

The lids were closed during the whole time.

## Results

The cups differ much more than we had thought. Table 1 shows the minutes until they are cold.

Table 1: Minutes of the cups

${TABLE}
Table 1 has no cup of glass.

## Use

Table 2 lists no price.

![Figure 1: A steel flask](flask.png)

As figure 1 shows, it has a lid, and Figure 9 of the manual explains it.
`

test('a sentence that refers to a table far from it is found, one beside it or without a table here is not', async () => {
  const found = [...referencesElsewhere(await outlineOf(ARTICLE))].map(({ text }) => text)
  expect(found).toEqual(['As Table 1 shows, the steel flask was by far the best.'])
})

test('tables without numbers are counted', async () => {
  const article = `# Cups\n\nTable 2 is short.\n\n${TABLE}\nWe say more.\n\nAnd more.\n\n${TABLE}\nThe end.\n`
  expect([...referencesElsewhere(await outlineOf(article))].map(({ text }) => text)).toEqual(['Table 2 is short.'])
})

test('the sentence before a table that refers to it belongs to the table, with the caption', async () => {
  const { parts } = await outlineOf(ARTICLE)
  const [table] = parts.flatMap(segmentsIn).filter(({ form }) => form === 'table')
  expect(table?.lead?.text).toBe('Table 1 shows the minutes until they are cold.')
  expect(table?.sentences[0]?.text).toBe('Table 1: Minutes of the cups')
})

test('the deck shows a sentence about a table only beside the table', async () => {
  const file = new VFile({ path: 'talk.md', value: ARTICLE.replace(/!\[.*/s, '') })
  const { deck } = await convert(file, { formats: ['html'] }, { browser: null })
  const slides = deck.slides.map(({ slots }) => JSON.stringify(slots))
  const table = slides.findIndex((slide) => slide.includes('Minutes of the cups'))
  expect(slides[table]).toContain('Table 1 shows the minutes until they are cold')
  expect(slides.filter((slide) => slide.includes('As Table 1 shows'))).toEqual([])
})
