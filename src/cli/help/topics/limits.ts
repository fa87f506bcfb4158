// Lists the limits on size and time, for `lectern help limits`.

import { FETCH_LIMITS } from '../../../fetch/limits.ts'
import { LIMITS as IMAGES } from '../../../illustrate/limits.ts'
import { LIMITS as READING } from '../../../read/limits.ts'
import { PANDOC_LIMITS } from '../../../read/pandoc/run-pandoc.ts'
import { PDF_LIMITS } from '../../../read/pdf/pdf-text.ts'
import { formatSize } from '../../../util/format-size.ts'

const formatNumber = (value: number) => value.toLocaleString('en-US')

const ROWS: readonly (readonly [subject: string, limit: string])[] = [
  ['an article', `${formatNumber(READING.blocks)} paragraphs, ${formatNumber(READING.characters)} characters`],
  ['a text file', `${formatSize(READING.bytes)}, ${formatNumber(READING.lines)} lines`],
  ['a web page', `${formatSize(READING.pageBytes)}, ${formatNumber(READING.pageElements)} elements`],
  ['a Word file', `${formatSize(READING.packageBytes)}, ${formatSize(READING.packageXml)} of XML`],
  [
    'a PDF',
    `${formatSize(PDF_LIMITS.bytes)}, ${PDF_LIMITS.pages} pages, ${PDF_LIMITS.time / 1000} seconds, 1 GB of memory`,
  ],
  [
    'a file read with Pandoc',
    `${formatSize(PANDOC_LIMITS.bytes)}, ${PANDOC_LIMITS.time / 1000} seconds, 1 GB of memory`,
  ],
  ['a page that is fetched', `${formatSize(FETCH_LIMITS.pageBytes)}, ${FETCH_LIMITS.pageTime / 1000} seconds`],
  ['an image that is fetched', `${formatSize(FETCH_LIMITS.imageBytes)}, ${FETCH_LIMITS.imageTime / 1000} seconds`],
  ['all images that are fetched', `${FETCH_LIMITS.images}, ${FETCH_LIMITS.allImagesTime / 1000} seconds`],
  ['nested lists', `${READING.nesting} levels`],
  ['front matter', formatSize(READING.frontMatter)],
  ['an image', `${formatSize(IMAGES.bytes)}, ${formatNumber(IMAGES.pixels)} pixels`],
  ['all images of a deck', `${formatSize(IMAGES.allBytes)}, ${formatNumber(IMAGES.allPixels)} pixels`],
  ['a drawing (SVG)', `${formatSize(IMAGES.drawingBytes)}, ${formatNumber(IMAGES.elements)} elements`],
  ['a video or sound file', formatSize(IMAGES.bytes)],
  ['a diagram', '500 lines, 20,000 characters, 10 seconds'],
  ['reading, writing, laying out', '2 minutes each'],
  ['one call to the browser', '5 minutes'],
]

/** The text of `lectern help limits`. */
export const LIMITS_TOPIC = `
Size and time limits. What exceeds them is left out or simplified, and a message
says where.

${ROWS.map(([subject, limit]) => `  ${subject.padEnd(30)}${limit}`).join('\n')}
`
