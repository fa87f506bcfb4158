import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'

const browser = oneBrowser()

test.each([
  'test/fixtures/articles/stadtbaum.md',
  'test/fixtures/articles/tide-gauge.md',
  'slides/nato-rutte/nato-rutte.txt',
])('%s fits, with its words and notes', async (path) => {
  const file = new VFile({ path, value: readFileSync(path) })
  const { deck, article } = await convert(file, { formats: [] }, { browser: browser() })
  expect(file.messages.filter(({ ruleId }) => ruleId === 'overflow')).toEqual([])
  expect(inventedLines(deck, article, layouts)).toEqual([])
  expect(coverageOf(deck, article, layouts)).toMatchObject({ isOrdered: true, lost: '' })
})
