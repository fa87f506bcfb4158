import { Readability } from '@mozilla/readability'
import { VFile } from 'vfile'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { read } from '../../src/read/read.ts'

beforeEach(() => {
  vi.spyOn(Readability.prototype, 'parse').mockImplementation(() => {
    throw new TypeError("Cannot read properties of undefined (reading 'tagName')")
  })
})
afterEach(() => void vi.restoreAllMocks())

const RIVER = 'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before.'
const BRIDGE = 'The bridge held, although the water reached its deck, and the town slept through it without an alarm.'

test('if the search for the article fails, the whole page is read, and a message says so', async () => {
  const file = new VFile({ path: 'page.html' })
  const html = `<html lang="en"><body><h1>The river</h1><p>${RIVER}<div><p>${BRIDGE}</div></body></html>`
  const { text } = await read(new TextEncoder().encode(html), file)
  expect(text).toContain(RIVER)
  expect(text).toContain(BRIDGE)
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('whole-page')
})
