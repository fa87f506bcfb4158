import { expect, test } from 'vitest'
import { locateImage } from '../../src/illustrate/image-location.ts'

/** Returns the path in an address, or the rule that it breaks. */
function pathOrRule(address: string): string {
  const location = locateImage(address, { articlePath: [], isSite: false })
  if (location.type === 'inline') return 'inline'
  return location.type === 'file' ? location.names.join('/') : location.fault.ruleId
}

test.each([
  ['chart.png', 'chart.png'],
  ['./img/chart.png', 'img/chart.png'],
  ['img\\chart.png', 'img/chart.png'],
  [' img/chart.png ', 'img/chart.png'],
  ['img//chart.png', 'img/chart.png'],
  ['img/../chart.png', 'chart.png'],
  ['my chart.png', 'my chart.png'],
  ['my%20chart.png', 'my chart.png'],
  ['K%C3%BCste.png', 'Küste.png'],
  ['50%.png', '50%.png'],
  ['chart.png?raw=true', 'chart.png'],
  ['chart.png#dark', 'chart.png'],
  ['chart%23dark.png', 'chart#dark.png'],
  ['~/.ssh/id_rsa', '~/.ssh/id_rsa'],
  ['.../chart.png', '.../chart.png'],
])('%s is a file beside the article', (address, path) => expect(pathOrRule(address)).toBe(path))

test('percent signs are decoded once', () => {
  expect(pathOrRule('%252e%252e/secret.png')).toBe('%2e%2e/secret.png')
})

test.each([
  '../secret.png',
  'img/../../secret.png',
  '..\\secret.png',
  '%2e%2e/secret.png',
  '..%2fsecret.png',
  '%2e%2e%5csecret.png',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  '\\secret.png',
  'C:\\secret.png',
  'c:/secret.png',
  '%43:/secret.png',
  'file:///etc/passwd',
  'FILE:secret.png',
])('%s leaves its folder', (address) => expect(pathOrRule(address)).toBe('image-outside'))

test.each([
  'https://example.com/a.png',
  'HTTP://example.com/a.png',
  '//example.com/a.png',
  '\\\\server\\share\\a.png',
  'ftp://example.com/a.png',
  'blob:1234',
  'javascript:alert(1)',
])('%s is not beside the article', (address) => expect(pathOrRule(address)).toBe('image-remote'))

test.each(['', ' ', '?', '#', '#part', '.', './', 'img/..', '%00', 'chart.png%00.jpg'])(
  '"%s" names nothing',
  (address) => expect(pathOrRule(address)).toBe('image-missing'),
)

test('an image in a data URL needs no file', () => {
  expect(pathOrRule('data:image/png;base64,AAAA')).toBe('inline')
  expect(pathOrRule(' DATA:,x')).toBe('inline')
})

test.each([
  ['chart.png', 'posts/2024/chart.png'],
  ['../chart.png', 'posts/chart.png'],
  ['../../img/chart.png', 'img/chart.png'],
  ['/img/chart.png', 'img/chart.png'],
  ['../../../secret.png', 'image-outside'],
  ['/../secret.png', 'image-outside'],
  ['C:/secret.png', 'image-outside'],
])('%s is looked for from a folder above the article', (address, path) => {
  const location = locateImage(address, { articlePath: ['posts', '2024'], isSite: true })
  expect(location.type === 'file' ? location.names.join('/') : 'fault' in location && location.fault.ruleId).toBe(path)
})
