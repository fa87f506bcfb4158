import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../../src/convert.ts'
import { oneBrowser } from '../../browser/one-browser.ts'
import { all, openPackage } from '../../support/pptx-package.ts'

const browser = oneBrowser()
const STEPS = readFileSync('test/fixtures/articles/festival-steps.md')

test.each(['slide', 'notesSlide'])('sub-steps keep their levels and their letters on a %s', async (kind) => {
  const file = new VFile({ path: 'steps.md', value: STEPS })
  const { files } = await convert(file, { formats: ['pptx'] }, { browser: browser() })
  const { parts } = openPackage([...files.values()][0] ?? new Uint8Array())
  const paragraphs = [...parts]
    .filter(([path]) => new RegExp(`^ppt/${kind}s/${kind}\\d+\\.xml$`).test(path))
    .flatMap(([, root]) => all(root, 'a:p'))
    .map((paragraph) => ({
      words: all(paragraph, 'a:t')
        .flatMap(({ children }) => children.map((child) => (child.type === 'text' ? child.value : '')))
        .join(''),
      level: all(paragraph, 'a:pPr')[0]?.attributes.lvl ?? '0',
      numbering: all(paragraph, 'a:buAutoNum')[0]?.attributes.type,
    }))
  const find = (words: string) => paragraphs.find((paragraph) => paragraph.words.replaceAll('\u00A0', ' ') === words)
  expect(find('Collect your vest')).toMatchObject({ level: '0', numbering: 'arabicPeriod' })
  expect(find('Sign the list')).toMatchObject({ level: '1', numbering: 'alphaLcPeriod' })
  expect(find('With the date')).toMatchObject({ level: '2', numbering: 'romanLcPeriod' })
  expect(find('Main stage on the quay')).toMatchObject({ level: '2' })
})
