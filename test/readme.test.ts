import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ANSWER_LIMIT } from '../src/browser/launch.ts'
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
