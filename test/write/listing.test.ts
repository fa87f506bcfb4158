import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

/** What each slide says, its title first, and its note. */
async function saidBy(value: string) {
  return (await slidesOf(value)).map((slide) => ({
    layout: slide.layout,
    lines: textsOf(slide),
    note: slide.note.sentences.map(({ text }) => text).join(' '),
  }))
}

const INTRODUCTION = 'The lock was built of granite in 1912 by the town. Its two gates are opened by hand every day.'
const LISTING = ['lock --open', 'lock --wait', 'lock --close'].join('\n')
const article = (lead: string, listing: string) =>
  `# The lock\n\n## Work\n\n${INTRODUCTION}\n\n${lead}\n\n\`\`\`\n${listing}\n\`\`\`\n`
const codeUnder = async (lead: string, listing = LISTING) =>
  (await saidBy(article(lead, listing))).find(({ layout }) => layout === 'code')

test('a short sentence right before a listing is its title, with or without a colon', async () => {
  const lines = ['The keeper moves the gates with three commands', ...LISTING.split('\n')]
  expect((await codeUnder('The keeper moves the gates with three commands.'))?.lines).toEqual(lines)
  expect((await codeUnder('The keeper moves the gates with three commands:'))?.lines).toEqual(lines)
})

test('a question or a sentence that leans on another is not, but the heading that the listing goes on under', async () => {
  const lines = ['Work (2/2)', ...LISTING.split('\n')]
  expect((await codeUnder('How does the keeper move the gates?'))?.lines).toEqual(lines)
  expect((await codeUnder('It needs three commands.'))?.lines).toEqual(lines)
})

test.each([
  'If the keeper calls the gates like this:',
  'We can move the last of these gates with three commands:',
  'The rule above moves the gates with three commands:',
  'Another way to move them is with three commands:',
])('what leans on the text before is no title of a listing: %s', async (lead) => {
  expect((await codeUnder(lead))?.lines).toEqual(['Work (2/2)', ...LISTING.split('\n')])
})

test.each([
  'So, for example, the keeper moves the gates with this script:',
  'To move the gates of the lock, the keeper keeps this order:',
])('what the listing itself is may be pointed at: %s', async (lead) => {
  expect((await codeUnder(lead))?.lines[0]).not.toMatch(/^Work/)
})

test('a listing of few lines has room for a longer title', async () => {
  const lead = 'When the water has risen as high as the mark on the wall the keeper of the lock moves both of its gates'
  expect((await codeUnder(`${lead}:`))?.lines[0]).toBe(lead)
  expect((await codeUnder(`${lead}:`, `${LISTING}\n`.repeat(5)))?.lines[0]).toMatch(/^Work/)
})

test('one line of code of which nothing is said, not even a heading, stands in the notes', async () => {
  const text = `# The lock\n\n${INTRODUCTION}\n\nHow does the keeper open the gates?\n\n\`\`\`\nlock --open\n\`\`\`\n`
  const slides = await saidBy(text)
  expect(slides.some(({ layout }) => layout === 'code')).toBe(false)
  expect(slides.some(({ note }) => note.includes('lock --open'))).toBe(true)
})

test('one line of code that a part begins with stands under its name', async () => {
  const sections = ['Install', 'Use', 'Care'].map(
    (name) => `## ${name}\n\n\`\`\`\n${name.toLowerCase()} lock\n\`\`\`\n`,
  )
  const slides = await saidBy(`# The lock\n\n${sections.join('\n')}`)
  expect(slides.flatMap(({ layout, lines }) => (layout === 'code' ? [lines.at(-1)] : []))).toEqual([
    'install lock',
    'use lock',
    'care lock',
  ])
})
