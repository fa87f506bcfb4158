import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

const textOf = async (text: string, path = 'talk.txt') =>
  (await read(new TextEncoder().encode(text), new VFile({ path }))).text

const VTT = `WEBVTT

NOTE made by a machine

a1/1
00:00:03.279 --> 00:00:05.519
<v Ada Marsh>Welcome to all. We have
two topics today,</v>

a1/2
00:00:05.519 --> 00:00:09.000
<v Ada Marsh>the gauge and the pump.</v>

a1/3
00:00:10.000 --> 00:00:15.000
<v Bo Hill>The gauge was <i>mended</i> on Monday.</v>
`

test('subtitles are read as sentences, without their times and numbers', async () => {
  expect(await textOf(VTT, 'talk.vtt')).toBe(
    'Ada Marsh: Welcome to all. We have two topics today, the gauge and the pump.\nBo Hill: The gauge was mended on Monday.',
  )
  const srt =
    '1\n00:00:01,000 --> 00:00:04,000\nThe moon pulls the water\n\n2\n00:00:04,500 --> 00:00:08,000\ntwice a day. Pilots know that.\n'
  expect(await textOf(srt, 'talk.srt')).toBe('The moon pulls the water twice a day. Pilots know that.')
})

test.each([
  ['in brackets', (time: string, name: string) => `[00:${time}] ${name}: `],
  ['after the names', (time: string, name: string) => `${name}  ${time}\n`],
])('the times of a transcript are not read, %s', async (_, opening) => {
  const said = [
    ['01:20', 'Marsh', 'The ships are larger now, and the channel is not.'],
    ['02:40', 'Hill', 'Is the wind a danger to them?'],
    ['03:05', 'Marsh', 'It is, and above six Beaufort they wait outside.'],
  ] as const
  const text = said.map(([time, name, words]) => `${opening(time, name)}${words}\n\n`).join('')
  expect(await textOf(`The pilot\n\n${text}`)).toBe(
    `The pilot\n${said.map(([, name, words]) => `${name}: ${words}`).join('\n')}`,
  )
})

test('the times of a programme stay', async () => {
  const text = await textOf('Programme\n\n09:30 Coffee\n\n10:00 Talk by Ada\n\n11:00 End\n')
  expect(text).toContain('10:00 Talk by Ada')
})
