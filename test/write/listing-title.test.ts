import { expect, test } from 'vitest'
import { LOCK } from '../support/harbour.ts'
import { slidesOf, textsOf } from '../support/written.ts'

/** The lines of each slide, its title first, and its note. */
async function saidBy(value: string) {
  return (await slidesOf(value)).map((slide) => ({
    layout: slide.layout,
    lines: textsOf(slide),
    note: slide.note.sentences.map(({ text }) => text).join(' '),
  }))
}

const LISTING = ['lock --open', 'lock --wait', 'lock --close'].join('\n')
const article = (lead: string, listing: string) =>
  `# The lock\n\n## Work\n\n${LOCK}\n\n${lead}\n\n\`\`\`\n${listing}\n\`\`\`\n`
const codeUnder = async (lead: string, listing = LISTING) =>
  (await saidBy(article(lead, listing))).find(({ layout }) => layout === 'code')

test('a sentence that introduces a listing with a colon is its title', async () => {
  const lines = ['The keeper moves the gates with three commands', ...LISTING.split('\n')]
  expect((await codeUnder('The keeper moves the gates with three commands:'))?.lines).toEqual(lines)
})

test('a question or a dependent sentence is not its title; the heading above the listing is', async () => {
  const lines = ['Work (2/2)', ...LISTING.split('\n')]
  expect((await codeUnder('How does the keeper move the gates?'))?.lines).toEqual(lines)
  expect((await codeUnder('It needs three commands.'))?.lines).toEqual(lines)
})

test.each([
  'We can move the last of these gates with three commands:',
  'The rule above moves the gates with three commands:',
  'Another way to move them is with three commands:',
])('a sentence that depends on the text before is not the title of a listing: %s', async (lead) => {
  expect((await codeUnder(lead))?.lines).toEqual(['Work (2/2)', ...LISTING.split('\n')])
})

test('a condition that introduces a short listing stands above it, below the heading', async () => {
  const lead = 'If the keeper calls the gates like this:'
  const slides = await saidBy(article(lead, LISTING))
  expect(slides.map(({ lines }) => lines)).toContainEqual(['Work (2/2)', lead, ...LISTING.split('\n')])
})

test('one line of code without any comment or heading is only in the notes', async () => {
  const text = `# The lock\n\n${LOCK}\n\nHow does the keeper open the gates?\n\n\`\`\`\nlock --open\n\`\`\`\n`
  const slides = await saidBy(text)
  expect(slides.some(({ layout }) => layout === 'code')).toBe(false)
  expect(slides.some(({ note }) => note.includes('lock --open'))).toBe(true)
})

test("one line of code that begins a part is under the part's name", async () => {
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
