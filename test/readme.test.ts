import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANSWER_LIMIT } from '../src/browser/launch.ts'
import { loadEvent } from '../src/illustrate/event.ts'
import { LIMITS as IMAGES } from '../src/illustrate/limits.ts'
import { LIMITS as READING } from '../src/read/limits.ts'

const readme = readFileSync('README.md', 'utf8')
const count = (value: number) => value.toLocaleString('en-US')
const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`

test.each([
  ['an article', `${count(READING.blocks)} paragraphs and headings, ${count(READING.characters)} characters`],
  ['a text', `${megabytes(READING.bytes)}, ${count(READING.lines)} lines`],
  [
    'a web page',
    `${megabytes(READING.pageBytes)}, ${count(READING.pageElements)} elements, ${count(READING.pageCharacters)} characters`,
  ],
  [
    'a Word file',
    `${megabytes(READING.packageBytes)}; ${megabytes(READING.packageXml)} of XML, ${count(READING.wordElements)} elements`,
  ],
  ['lists and quotations inside each other', `${READING.nesting} levels`],
  ["cells of a page's table that span others", count(READING.spannedCells)],
  ['front matter', `${READING.frontMatter / 1024} KB`],
  ['an image', `${megabytes(IMAGES.bytes)}, ${count(IMAGES.pixels)} pixels`],
  ['all images of a deck', `${megabytes(IMAGES.allBytes)}, ${count(IMAGES.allPixels)} pixels`],
  ['a drawing (SVG)', `${megabytes(IMAGES.drawingBytes)}, ${count(IMAGES.elements)} elements`],
  ['one answer of the browser, when it measures or prints', `${ANSWER_LIMIT / 60_000} minutes`],
])('the limit of %s stands in the README as it is', (what, most) => {
  expect(readme).toContain(`| ${what} | ${most} |`)
})

test('the event of the README is one when it is copied alone', async () => {
  const [, yaml = ''] = /## Your event in five minutes\n[\s\S]*?\n\n((?: {4}.*\n)+)/.exec(readme) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'lectern-readme-'))
  try {
    writeFileSync(join(folder, 'event.yaml'), yaml.replace(/^ {4}/gm, ''))
    const { name, colours, sponsors } = await loadEvent(join(folder, 'event.yaml'))
    expect({ name, colours, sponsors: sponsors.length }).toEqual({
      name: 'Harbour Days',
      colours: ['#d6006c'],
      sponsors: 2,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each(['PUPPETEER_EXECUTABLE_PATH', '~/.cache/lectern'])('the README speaks of %s', (what) => {
  expect(readme).toContain(what)
})
