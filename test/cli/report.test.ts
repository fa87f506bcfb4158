import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { formatReport } from '../../src/cli/report.ts'
import { summarise } from '../../src/cli/saver.ts'
import type { Conversion } from '../../src/convert.ts'

function fileWith(path: string, add: (file: VFile) => void): VFile {
  const file = new VFile({ path })
  add(file)
  return file
}

test('a note on the event that several articles share is printed once', () => {
  const files = ['a.md', 'b.md', 'c.md'].map((path) =>
    fileWith(path, (file) => {
      file.info('The colour was made darker.', { ruleId: 'brand-contrast', source: 'lectern' })
    }),
  )
  expect(formatReport(files)).toBe(
    'a.md: note: The colour was made darker. The same applies to 2 other articles. (brand-contrast)\n',
  )
})

test('what has a place, and what stops an article, is printed for each article', () => {
  const files = ['a.md', 'b.md'].map((path) =>
    fileWith(path, (file) => {
      file.message('Too long.', { place: { line: 3, column: 1 }, source: 'lectern', ruleId: 'overflow' })
      file.message('Cannot be read.', { source: 'lectern', ruleId: 'unreadable' }).fatal = true
    }),
  )
  expect(formatReport(files).match(/^[ab]\.md/gm)).toEqual(['a.md', 'a.md', 'b.md', 'b.md'])
})

test('a run that saved no file says so', () => {
  const conversion = { article: { path: 'talk.md' }, deck: { slides: [] }, files: new Map(), settings: { out: 'out' } }
  expect(summarise(conversion as unknown as Conversion)).toBe('talk.md: no file was saved\n')
})
