import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

test.each([
  ['text', 'Tides', 'Pass a VFile with a path'],
  ['a file without a path', new VFile({ value: '# Tides' }), 'Pass a VFile with a path'],
  ['a file without a value', new VFile({ path: 'talk.md' }), 'The VFile "talk.md" has no value. Read the file first.'],
])('a program that passes %s is told what to pass', async (_, file, message) => {
  await expect(convert(file as VFile)).rejects.toThrow(message)
})
