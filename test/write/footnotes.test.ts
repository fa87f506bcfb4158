import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'
import { LIGHT, LOCK, QUAY } from '../support/harbour.ts'
import { paragraph, run, wordFile } from '../support/word-file.ts'
import { slidesOf } from '../support/written.ts'

/** The slide with these words in its note. */
async function slideThatSays(words: string, article: string, path?: string) {
  const slides = (await slidesOf(article, path)).filter(({ note }) =>
    note.sentences.some(({ text }) => text.includes(words)),
  )
  expect(slides).toHaveLength(1)
  return slides[0]
}

const noteOf = (slide: Awaited<ReturnType<typeof slideThatSays>>) =>
  slide?.note.sentences.map(({ text }) => text).join(' ') ?? ''

test('a footnote is in the note of the slide whose text refers to it, and takes no time', async () => {
  const article = (reference: string, definition: string) =>
    `# The harbour\n\n## The lock\n\n${LOCK}${reference}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n\n${definition}`
  const slide = await slideThatSays('closed for a week', article('[^1]', '[^1]: It closed for a week in 1912, too.\n'))
  expect(noteOf(slide)).toContain('takes six months')
  expect(slide?.reasons?.find(({ text }) => text.includes('closed for a week'))?.rule).toBe('footnote')
  const { note } = (await slideThatSays('takes six months', article('', ''))) ?? {}
  expect(slide?.note.seconds).toBe(note?.seconds)
})

test('a footnote of a long paragraph is with the sentence that refers to it', async () => {
  const long = `${LOCK}[^1] ${QUAY} ${LIGHT} ${LOCK.replaceAll('lock', 'dock').replace('May', 'June')} ${QUAY.replaceAll('quay', 'pier')}`
  const slides = await slidesOf(`# The harbour\n\n${long}\n\n[^1]: It closed for a week in 1912, too.\n`)
  const index = slides.findIndex(({ note }) => note.sentences.some(({ kind }) => kind === 'footnote'))
  expect(slides[index]?.note.sentences.map(({ text }) => text).join(' ')).toContain('takes six months')
  expect(slides.slice(index + 1).some(({ note }) => note.sentences.length > 0)).toBe(true)
})

test('a footnote of a footnote is on the slide of the first', async () => {
  const slide = await slideThatSays(
    'a bad year',
    `# The harbour\n\n## The lock\n\n${LOCK}[^a]\n\n## The quay\n\n${QUAY}\n\n[^a]: It closed in 1912.[^b]\n\n[^b]: That was a bad year.\n`,
  )
  expect(noteOf(slide)).toContain('takes six months')
})

test('footnotes of web pages are on the slide of their reference', async () => {
  const page = `<!doctype html><html lang="en"><head><title>The harbour</title></head><body><article><h1>The harbour</h1>
<h2>The lock</h2><p>${LOCK}<a href="#fn1" id="fnref1"><sup>1</sup></a></p><h2>The quay</h2><p>${QUAY}</p><h2>The light</h2><p>${LIGHT}</p>
<ol><li id="fn1"><p>It closed for a week in 1912, too. <a href="#fnref1">↩</a></p></li></ol></article></body></html>`
  expect(noteOf(await slideThatSays('closed for a week', page, 'talk.html'))).toContain('takes six months')
})

test('footnotes of Word files are on the slide of their reference', async () => {
  const heading = (text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const bytes = wordFile({
    body: `${heading('The lock')}<w:p>${run(LOCK)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${heading('The quay')}${paragraph(QUAY)}${heading('The light')}${paragraph(LIGHT)}`,
    notes: `<w:footnote w:id="2">${paragraph('It closed for a week in 1912, too.')}</w:footnote>`,
  })
  const article = await read(bytes, new VFile({ path: 'talk.docx' }))
  const drafts = write(outline(article), { grammar: null, name: 'talk', minutes: null })
  const [draft] = drafts.filter(({ noteSentences }) => noteSentences.some(({ kind }) => kind === 'footnote'))
  expect(draft?.noteSentences.map(({ text }) => text).join(' ')).toContain('takes six months')
})

test('endnotes with marks such as [1] are on the slides of their references, and take no time', async () => {
  const article = (tail: string) =>
    `# The harbour\n\n## The lock\n\n${LOCK.replace('. The', ' [1]. The')}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n\n${tail}`
  const tail = '[1] It closed for a week in 1912, too.\n'
  const slides = await slidesOf(article(tail))
  expect(noteOf(await slideThatSays('closed for a week', article(tail)))).toContain('takes six months')
  const seconds = (all: readonly (typeof slides)[number][]) => all.reduce((sum, { note }) => sum + note.seconds, 0)
  expect(seconds(slides)).toBe(seconds(await slidesOf(article(''))))
})

test('references keep their numbers and take no time', async () => {
  const references = '1. Bell, A. (1912). The log of the gates.\n2. Marsh, C. (1950). Pumps and sluices of the coast.\n'
  const slide = await slideThatSays(
    'Pumps and sluices',
    `# The harbour\n\n${LOCK}\n\n${QUAY}\n\n## References\n\n${references}`,
  )
  expect(slide?.note.sentences.flatMap(({ kind, item }) => (kind === 'footnote' ? [item?.marker] : []))).toContain(2)
})
