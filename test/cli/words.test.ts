import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

const TEXT = '# A short talk\n\nThe river rose by two metres in a night. Nobody had seen it so high.\n'

describe('a first word that is neither a command nor a file: exit 2 and a suggestion', () => {
  test.each([
    ['serve talk.md', '"lectern present"'],
    ['watch', '"lectern present"'],
    ['buidl talk.md', '"lectern build"'],
    ['presnt', '"lectern present"'],
    ['convert', '"lectern build"'],
    ['lint', '"lectern check"'],
    ['edit talk.md', '"lectern outline"'],
    ['talk', '"lectern talk.md"'],
    ['frobnicate', 'The commands are build, present'],
  ])('%s', async (words, remedy) => {
    writeFileSync(at('talk.md'), TEXT)
    const { code, out, error } = await lectern(words.split(' '))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^lectern: There is no command "/)
    expect(error).toContain(remedy)
  })

  test('a file with such a name is an article', async () => {
    writeFileSync(at('serve'), TEXT)
    expect(await lectern(['serve', '--to', 'json'])).toMatchObject({ code: 0 })
  })
})

describe('an article that is not found is named as it was typed', () => {
  test.each([
    ['http://127.0.0.1/talk', 1, /^http:\/\/127\.0\.0\.1\/talk: error: 127\.0\.0\.1 is a private address/],
    ['file:///home/talk.md', 1, /^file:\/\/\/home\/talk\.md: error: .*without file:\/\//],
    ['.', 1, /^\.: error: This folder has no article/],
    ['', 2, /^lectern: No article was named/],
    ['/dev/zero', 1, /: error: This is a pipe or a device/],
  ])('"%s"', async (word, code, reason) => {
    expect(await lectern([word])).toEqual({ code, out: '', error: expect.stringMatching(reason) })
  })
})

describe.skipIf(process.platform === 'win32')('a named pipe is not waited for', () => {
  const refused = async (words: readonly string[]) =>
    expect(await lectern(words)).toMatchObject({ code: 1, error: expect.stringMatching(/error: .*a pipe or a device/) })

  test('as article, event or theme', async () => {
    execFileSync('mkfifo', [at('pipe.md'), at('pipe.yaml')])
    mkdirSync(at('look'))
    execFileSync('mkfifo', [at('look/theme.yaml')])
    writeFileSync(at('talk.md'), TEXT)
    await refused(['pipe.md'])
    await refused(['talk.md', '--to', 'json', '--event', 'pipe.yaml'])
    await refused(['talk.md', '--to', 'json', '--theme', './look'])
  })

  test('standard input is read up to a limit', async () => {
    const child = spawn('sh', ['-c', `yes word | "${process.execPath}" dist/bin/main.js - --to json`])
    let error = ''
    child.stderr.on('data', (chunk) => {
      error += chunk
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^-: error: It is larger than 128 MB\. Split/),
    })
  })
})

test('an article over the size limit is refused before it is read', async () => {
  execFileSync('truncate', ['--size', '3G', at('large.txt')])
  const { code, error } = await lectern(['large.txt'])
  expect({ code, error }).toEqual({
    code: 1,
    error: expect.stringMatching(/^large\.txt: error: It is larger than 128 MB/),
  })
})

test('large logos, fonts and YAML files are refused before they are read', async () => {
  writeFileSync(at('talk.md'), TEXT)
  execFileSync('truncate', ['--size', '3G', at('event.yaml'), at('logo.png'), at('font.woff2')])
  const told = async (reason: RegExp) =>
    expect(await lectern(['talk.md', '--event', 'event.yaml', '--to', 'json'])).toMatchObject({
      code: 1,
      error: expect.stringMatching(reason),
    })
  await told(/event\.yaml: error: It is larger than 64 KB/)
  execFileSync('rm', [at('event.yaml')])
  writeFileSync(at('event.yaml'), 'name: Locks\nlogo: logo.png\nfonts: { text: { family: A, files: [font.woff2] } }\n')
  await told(
    /2:1: error: The logo "logo\.png" is larger than 1 MB.*\n.*3:\d+: error: The font file .* is larger than 16 MB/,
  )
})

describe('--report json', () => {
  const rowsOf = (out: string) => JSON.parse(out).map(({ reason: _, ...row }: { reason: string }) => row)

  test('lists errors of themes and events, each with its file and place', async () => {
    writeFileSync(at('talk.md'), TEXT)
    writeFileSync(at('event.yaml'), 'name: Locks\ncolours: mauvish\nlogos: x\n')
    const event = await lectern(['talk.md', '--event', 'event.yaml', '--report', 'json'])
    expect(event.code).toBe(1)
    expect(rowsOf(event.out)).toEqual([
      { rule: 'bad-event', severity: 'error', file: 'event.yaml', line: 2, column: 1 },
      { rule: 'bad-event', severity: 'error', file: 'event.yaml', line: 3, column: 1 },
    ])
    const theme = await lectern(['talk.md', '--theme', 'nosuch', '--report', 'json'])
    expect(theme.code).toBe(1)
    expect(rowsOf(theme.out)).toEqual([
      { rule: 'bad-theme', severity: 'error', file: 'nosuch', line: null, column: null },
    ])
  })

  test('lists what the machine lacks', async () => {
    writeFileSync(at('talk.md'), TEXT)
    const { code, out } = await lectern(['talk.md', '--browser', '/nosuch/chrome', '--report', 'json'])
    expect({ code, rows: rowsOf(out) }).toEqual({
      code: 3,
      rows: [{ rule: 'no-browser', severity: 'error', file: null, line: null, column: null }],
    })
  })
})

describe.skipIf(process.platform !== 'linux')('a folder that cannot be created has its own message', () => {
  test('for files', async () => {
    writeFileSync(at('talk.md'), TEXT)
    expect(await lectern(['talk.md', '--to', 'json', '-o', '/proc/nosuch'])).toMatchObject({
      code: 3,
      error: expect.stringMatching(/could not be saved: no folder can be created there\. Choose another with --out/),
    })
  })

  test('for a theme, which has no --out', async () => {
    expect(await lectern(['theme', 'new', '/proc/nosuch'])).toMatchObject({
      code: 3,
      error: expect.stringMatching(/could not be saved: no folder can be created there\. Choose another\.\s*$/),
    })
  })
})
