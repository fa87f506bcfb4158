import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { readPdf } from '../../src/export/read-pdf.ts'
import { themeNames } from '../../src/theme/load-theme.ts'
import { loadPdfReader } from '../../src/util/pdf-reader.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { withoutHanFonts } from '../support/fonts.ts'

const SENTENCES = ['港の新しい水門は来年の春に開きます。', '費用は四百万ユーロで、町の予算の半分です。']
const ARTICLE = [
  '# 水門\n\n## 港\n',
  ...SENTENCES.map((sentence) => `${sentence}\n`),
  '## 行列\n\n$$\\mathbf{A}=\n\\begin{bmatrix}\na_{11} & a_{12} \\\\\nb_{21} & b_{22}\n\\end{bmatrix}$$\n',
  '係数は $x_1 + y_2$ です。\n',
].join('\n')

const state = {
  file: new VFile({ path: 'talk.md', value: ARTICLE }),
  slides: '',
  handout: '',
  lacking: '' as string | null,
}

const browser = oneBrowser()

beforeAll(async () => {
  state.lacking = await withoutHanFonts(browser())
  const { files } = await convert(state.file, { formats: ['pdf', 'handout'] }, { browser: browser() })
  const reader = await loadPdfReader()
  const textOf = async (name: string) => {
    const { pages } = await readPdf(reader, files.get(name) ?? new Uint8Array())
    return pages.flat().join('').normalize('NFKC').replace(/\s+/g, '')
  }
  state.slides = await textOf('talk.pdf')
  state.handout = await textOf('talk-handout.pdf')
})

test('both PDFs have all the Japanese text', ({ skip }) => {
  if (state.lacking !== null) skip(state.lacking)
  for (const sentence of SENTENCES) {
    expect(state.slides).toContain(sentence.replace(/。$/, ''))
    expect(state.handout).toContain(sentence.replace(/。$/, ''))
  }
})

test('inline and display formulas are in both as typeset, not as TeX', () => {
  expect(state.slides).toMatch(/A=.*a11.*b21.*a12.*b22/u)
  // Raised and lowered text is drawn in an order of its own.
  expect(state.handout).toMatch(/x1?\+1?y2/)
  expect(state.slides).not.toMatch(/mathbf|bmatrix|\$\$/)
})

test('both pass their check', ({ skip }) => {
  if (state.lacking !== null) skip(state.lacking)
  expect(state.file.messages.map(String)).toEqual([])
})

test.each(themeNames())('the theme %s prints curly quotation marks and apostrophes', async (theme) => {
  const value = '# Boats\n\n## Crew\n\nI’ve seen the ‘Needle’ of Hawaiʻi, and “we’ll” all be back.\n'
  const file = new VFile({ path: 'talk.md', value })
  const { files } = await convert(file, { formats: ['pdf', 'handout'], theme }, { browser: browser() })
  expect(file.messages.map(({ reason }) => reason)).toEqual([])
  expect([...files.keys()]).toEqual(['talk.pdf', 'talk-handout.pdf'])
})

test('a handout has the whole of a table cell that is longer than a page', async () => {
  const words = Array.from({ length: 1_000 }, (_, index) => `word${index}`)
  const value = `# Talk\n\n## Rules\n\n| rule | text |\n|---|---|\n| one | ${words.join(' ')} |\n| two | short |\n`
  const file = new VFile({ path: 'talk.md', value })
  const { files } = await convert(file, { formats: ['handout'] }, { browser: browser() })
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['overflow'])
  const { pages } = await readPdf(await loadPdfReader(), files.get('talk-handout.pdf') ?? new Uint8Array())
  expect(pages.flat().join('')).toContain('word999')
})
