import { expect, test } from 'vitest'
import { decodeDataUrl, isDataUrl } from '../../src/util/data-url.ts'

test.each([
  ['data:image/svg+xml;base64,PHN2Zy8+', 'image/svg+xml', '<svg/>'],
  ['data:image/svg+xml;charset=utf-8; base64 ,PHN2Zy8%2B', 'image/svg+xml', '<svg/>'],
  ['data:image/svg+xml,%3Csvg/%3E', 'image/svg+xml', '<svg/>'],
  ['DATA:,100%', '', '100%'],
])('%s', (url, type, text) => {
  const content = decodeDataUrl(url)
  expect(content?.type).toBe(type)
  expect(new TextDecoder().decode(content?.bytes)).toBe(text)
})

test.each(['quay.png', 'data:image/png', 'https://example.org/?a=data:,b'])('%s is not a data URL', (url) => {
  expect(decodeDataUrl(url)).toBeNull()
})

test.each([
  ['data:,a', true],
  ['DATA:image/png', true],
  ['database.png', false],
])('whether %s contains its own content: %s', (address, expected) => {
  expect(isDataUrl(address)).toBe(expected)
})
