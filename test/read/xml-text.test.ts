import { expect, test } from 'vitest'
import { xmlText } from '../../src/read/xml-text.ts'

test('references are decoded once, and the text is on one line', () => {
  expect(xmlText(' Locks &amp; weirs:\n  &quot;a &lt; b&quot; &amp;lt; ')).toBe('Locks & weirs: "a < b" &lt;')
})
