import { expect, test } from 'vitest'
import { editText } from '../../src/read/edit-source.ts'
import { hyphenationEdits, joinWrapped, pageBreakEdits } from '../../src/read/plain/printed-pages.ts'
import { outlineOf } from '../support/written.ts'

function withoutPageBreaks(text: string): string {
  return editText(text, pageBreakEdits(text))
}

test.each(['lit the lamp and', 'lit the lamp in 1871', 'lit the lamp, after eight,', 'lit the lamp -'])(
  'a page number that divides a sentence is removed: %s',
  (words) => {
    expect(withoutPageBreaks(`The keeper ${words}\n\n- 12 -\n\nrang the bell.`)).toBe(
      `The keeper ${words}\nrang the bell.`,
    )
  },
)

test('running heads with page numbers that count up are removed', () => {
  const page = (head: string) => `\n\n${head}\n\nThe lamp was lit at eight.`
  const text = `The harbour${page('Journal of Lamps 4 (2024)          112')}${page('113          A. Keeper')}`
  const kept = withoutPageBreaks(text)
  expect(kept).not.toMatch(/Journal|Keeper|11[23]/)
  expect(kept.match(/The lamp was lit/g)).toHaveLength(2)
})

test.each([
  ['chapters', '1\n\nThe lamp was lit.\n\n2\n\nThe bell rang.\n\n3\n\nThe boats came.'],
  ['numbered headings', '1. The lamp\n\nIt was lit.\n\n2. The bell\n\nIt rang.\n\n3. The boats\n\nThey came.'],
  ['Chinese chapters', '灯塔\n\n1\n\n灯在八点亮了。\n\n2\n\n钟响了。\n\n3\n\n船来了。'],
  ['years', 'The lamp\n\n1871\n\nIt was lit.\n\n1899\n\nIt went out.'],
])('the numbers of %s are kept', (_, text) => {
  expect(withoutPageBreaks(text)).toBe(text)
})

test('words divided at the ends of lines become whole, but compounds keep their hyphen', () => {
  const text = 'A break-\nwater of rock and a two-year plan for a two-\nyear lamp, pro-\nposed in May.'
  expect(joinWrapped(editText(text, hyphenationEdits(text)).split('\n'))).toBe(
    'A breakwater of rock and a two-year plan for a two-year lamp, proposed in May.',
  )
})

test('the pages of a copied PDF become one text, although a running head is wider than the lines', async () => {
  const body =
    'The old breakwater of rock is a break-\nwater that costs the town more each\nyear than all of its lamps and bells\ntogether, and the council has now pro-\nposed to plant a meadow of seagrass.'
  const head = (number: number) => `A. Keeper and B. Pilot / Journal of Lamps and Bells 41 (2024)        ${number}`
  const text = `Seagrass\n\n${body}\n\n${head(7)}\n\n${body.replaceAll('old', 'new')}\n\n${head(8)}\n\n${body.replaceAll('old', 'last')}`
  const { article } = await outlineOf(text, 'a.txt')
  expect(article.text).toContain('breakwater that costs the town more each year than all of its lamps')
  expect(article.text).not.toContain('Journal')
})
