import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

const STORY =
  'The lock lifts forty boats a day, and its keepers are proud of every one of them. Its gates are made of steel. '.repeat(
    6,
  )

/** The credits on the last slide. */
async function creditsOf(value: string, path: string): Promise<readonly string[]> {
  const article = await read(new TextEncoder().encode(value), new VFile({ path }))
  const last = write(outline(article), { grammar: null, name: 'talk', minutes: null }).at(-1)
  return last?.content.type === 'closing' ? last.content.credits.map(({ text }) => text) : []
}

const page = (head: string) =>
  `<html lang="en"><head><title>The lock</title>${head}</head><body><article><h1>The lock</h1><p>${STORY}</p><p>${STORY}</p></article></body></html>`

test('credits a saved page by its title, its site and the address that it says is its own', async () => {
  const head =
    '<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://www.harbour.example/2026/lock/?from=mail">'
  expect(await creditsOf(page(head), 'talk.html')).toEqual([
    'The lock',
    'The Harbour Post',
    'harbour.example/2026/lock',
  ])
})

test('credits its host if the address is too long to copy', async () => {
  const head = `<link rel="canonical" href="https://harbour.example/2026/${'a-very-long-name-'.repeat(6)}">`
  expect(await creditsOf(page(head), 'talk.html')).toEqual(['The lock', 'harbour.example'])
})

test.each(['javascript:alert(1)', '/2026/lock', 'file:///home/ida/lock.html', ''])(
  'credits no address such as %j',
  async (address) => {
    expect(await creditsOf(page(`<link rel="canonical" href="${address}">`), 'talk.html')).toEqual(['The lock'])
  },
)

test('an article that names its author, day and address is credited with them', async () => {
  const text = `---\ntitle: The lock\nauthor: Ida Quay\ndate: 2026-03-14\nurl: https://harbour.example/lock/\n---\n\n${STORY}\n`
  expect(await creditsOf(text, 'talk.md')).toEqual(['The lock', 'Ida Quay', '14 March 2026', 'harbour.example/lock'])
})
