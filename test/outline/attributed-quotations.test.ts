import { expect, test } from 'vitest'
import { allSentences } from '../../src/outline/outline.ts'
import { outlineOf } from '../support/written.ts'

async function quotedIn(markdown: string): Promise<readonly string[]> {
  return allSentences(await outlineOf(markdown)).flatMap(({ kind, text }) => (kind === 'quotation' ? [text] : []))
}

test('a paragraph above a line that names its speaker is a quotation', async () => {
  expect(await quotedIn('The gates need oil. They get it.\n\n— Ada Marsh, keeper\n\nThe town pays for it.\n')).toEqual([
    'The gates need oil.',
    'They get it.',
    '— Ada Marsh, keeper',
  ])
})

test('also in HTML, with a picture of the speaker between them', async () => {
  const aside =
    '<aside>\n  <img src="a.png" alt="Ada">\n  I had to ask.\n  <p>\n— @marsh, [A Journey](https://example.com)\n  </p>\n</aside>'
  expect(await quotedIn(`The lock is old.\n\n${aside}\n\nAsk early.\n`)).toContain('I had to ask.')
})

test.each([
  ['a dialogue', '— Is it shut?\n\n— It is shut.\n\n— Then come.\n\nThey went.\n'],
  ['the signature of a letter', 'Thank you for your patience.\n\n— The keepers of the lock\n'],
  ['an option of a command', 'Shows the gates.\n\n-V KEY, --value=KEY\n\nSets a key.\n'],
])('but not above %s', async (_, markdown) => {
  expect(await quotedIn(markdown)).toEqual([])
})
