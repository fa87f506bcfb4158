import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHighlighter } from '../../src/illustrate/highlight.ts'

const highlight = createHighlighter()

test('a listing keeps its text and lines, and its words are classified', async () => {
  const lines = ['const gauge = "quay" // by the lock', '', '/* two', 'lines */ return 5']
  const pieces = await highlight(lines, 'js')
  expect(pieces?.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines)
  const roleOf = (word: string) => pieces?.flat().find(({ text }) => text.includes(word))?.role
  expect(roleOf('const')).toBe('keyword')
  expect(roleOf('"quay"')).toBe('string')
  expect(roleOf('by the lock')).toBe('comment')
  expect(roleOf('lines */')).toBe('comment')
  expect(roleOf('gauge')).toBeNull()
})

test.each(['rust,ignore', 'js {1,3}', 'Python'])('%s is a known language', async (language) => {
  expect(await highlight(['return 1'], language)).not.toBeNull()
})

test.each([null, 'no-such-language', ''])('%s is left plain', async (language) => {
  expect(await highlight(['return 1'], language)).toBeNull()
})

test('no listing loses a character in any language', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' '))
  const language = fc.constantFrom('js', 'html', 'css', 'python', 'bash', 'yaml', 'diff', 'markdown', 'c++', 'rust')
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), language, async (lines, name) => {
      const pieces = await highlight(lines, name)
      if (pieces !== null) expect(pieces.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines)
    }),
    { numRuns: 60, seed: 1 },
  )
})
