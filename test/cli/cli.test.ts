import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { inFolder } from './in-folder.ts'

const ARTICLE =
  'A short talk\n\nThe river rose by two metres in a night. Nobody had seen it so high. The bridge held.\n'

const { at, lectern, program } = inFolder()

beforeEach(() => writeFileSync(at('talk.txt'), ARTICLE))

describe('errors are reported in one line, with their exit code', () => {
  test('a file that is not there', async () => {
    const { code, out, error } = await program(['nosuch.txt'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(/^nosuch\.txt: error: There is no such file\..+\n$/)
  })

  test('a file whose name looks like a flag', async () => {
    writeFileSync(at('-talk.txt'), ARTICLE)
    const { code, error } = await program(['-talk.txt'])
    expect(code).toBe(2)
    expect(error).toMatch(/unknown option '-talk\.txt'\nTo open the file with this name, write "\.\/-talk\.txt"\./)
  })

  test.each([
    ['an unknown shape', ['talk.txt', '--canvas', '3:2'], /Choose 16:9 or 4:3/],
    ['an unknown flag', ['--frobnicate'], /unknown option '--frobnicate'/],
    ['no word at all', [], /Usage: lectern <article…>/],
    ['no article', ['build'], /No article was named/],
    ['a format that cannot be made', ['talk.txt', '--to', 'html,odp'], /"odp" cannot be made\. Choose from html/],
    ['a paper that nobody has', ['talk.txt', '--paper', 'a0'], /a4, letter/],
    ['two articles of one name', ['talk.txt', 'other/talk.md'], /"talk\.txt" and "other\/talk\.md"/],
  ])('%s', async (_, words, reason) => {
    const { code, out, error } = await lectern(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(reason)
  })

  test.each([
    ['an empty file', 'empty.txt', ''],
    ['white space alone', 'blank.md', ' \n\n\t\n'],
    [
      'a picture with a false name',
      'picture.md',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    ],
  ])('%s', async (_, name, content) => {
    writeFileSync(at(name), content)
    const { code, error } = await lectern([name, '--to', 'html'])
    expect(code).toBe(1)
    expect(error).toMatch(new RegExp(`^${name}(?::1:1)?: error: .+[.;] .+\\.`, 'm'))
    expect(existsSync(at('out'))).toBe(false)
  })

  test.each([
    ['an unknown key', 'name: Locks\nhashtagg: x', /event\.yaml:2:1: error: "hashtagg": .*"hashtag"/],
    ['a bad colour', 'name: Locks\ncolours: mauvish', /event\.yaml:2:1: error: "colours": Give a colour/],
    [
      'a missing logo',
      'name: Locks\nlogo: gone.svg',
      /event\.yaml:2:1: error: The logo "gone\.svg" is not in the event file/,
    ],
    [
      'a logo outside its folder',
      'name: Locks\nlogo: ../talk.svg',
      /event\.yaml:2:1: error: The logo .+ outside the event file/,
    ],
    ['no such file', null, /event\.yaml: error: There is no such file/],
  ])('an event with %s', async (_, text, reason) => {
    mkdirSync(at('locks'))
    if (text !== null) writeFileSync(at('locks', 'event.yaml'), text)
    const { code, error } = await lectern(['talk.txt', '--event', 'locks/event.yaml', '--to', 'html'])
    expect(code).toBe(1)
    expect(error).toMatch(reason)
    expect(existsSync(at('out'))).toBe(false)
  })

  test('a folder in place of an article', async () => {
    mkdirSync(at('notes'))
    const folderOnly = { code: 1, error: expect.stringContaining('This folder has no article') }
    expect(await lectern(['notes'])).toMatchObject(folderOnly)
    for (const name of ['article.md', 'article.txt']) writeFileSync(at('notes', name), ARTICLE)
    const several = { code: 1, error: expect.stringContaining('2 articles: article.md, article.txt') }
    expect(await lectern(['notes'])).toMatchObject(several)
  })

  test('a wrong theme in one article: the others are built, and no control characters reach the terminal', async () => {
    mkdirSync(at('look'))
    writeFileSync(at('look/theme.yaml'), 'name: 3\n')
    writeFileSync(at('bad.md'), '---\ntheme: ./look\n---\n# A lock\n\nIt lifts boats.\n')
    writeFileSync(at('odd.md'), '---\ntheme: "\\e[31mred"\n---\n# A lock\n\nIt lifts boats.\n')
    const { code, error } = await lectern(['bad.md', 'odd.md', 'talk.txt', '--to', 'json'])
    expect(code).toBe(1)
    expect(error).toMatch(/^bad\.md:2:8: error: The theme of this article cannot be used: /m)
    expect(error).toMatch(/^odd\.md:2:8: warning: Lectern has no theme "\\u\{1b\}\[31mred"/m)
    expect(readdirSync(at('out')).sort()).toEqual(['odd.json', 'talk.json'])
  })

  test('a theme that does not exist', async () => {
    expect(await lectern(['talk.txt', '--theme', 'nosuch', '--to', 'html'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('nosuch'),
    })
  })

  test('a browser that does not exist, also where none is needed', async () => {
    expect(await lectern(['talk.txt', '--browser', '/nosuch/chrome', '--to', 'html'])).toMatchObject({
      code: 3,
      error: expect.stringContaining('/nosuch/chrome'),
    })
  })

  test('a folder where nothing can be saved', async () => {
    const { code, error } = await lectern(['talk.txt', '--to', 'json', '--out', 'talk.txt'])
    expect(code).toBe(3)
    expect(error).toContain('could not be saved')
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while it reads', async (signal, code) => {
    expect(await program(['-'], { signal })).toMatchObject({ code, out: '' })
  })

  test('one bad article among several: the others are built', async () => {
    const { code, error } = await lectern(['nosuch.txt', 'talk.txt', '--to', 'json'])
    expect(code).toBe(1)
    expect(error).toContain('nosuch.txt')
    expect(readdirSync(at('out'))).toEqual(['talk.json'])
  })
})

describe('what succeeds', () => {
  test('files are named after the article, and standard output stays empty', async () => {
    const { code, out, error } = await program(['talk.txt', '--to', 'html,pdf,handout,json', '-o', 'made/here'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(readdirSync(at('made/here')).toSorted()).toEqual(['talk-handout.pdf', 'talk.html', 'talk.json', 'talk.pdf'])
    expect(error).toContain('made/here/talk.html')
    const data = JSON.parse(readFileSync(at('made/here/talk.json'), 'utf8'))
    expect(data.article.path).toBe('talk.txt')
    expect(data.coverage).toMatchObject({ sentences: 3, inNotes: 3, nowhere: 0 })
  })

  test('build is the default command and makes HTML and PDF', async () => {
    expect(await lectern(['build', 'talk.txt'])).toMatchObject({ code: 0 })
    expect(readdirSync(at('out')).toSorted()).toEqual(['talk.html', 'talk.pdf'])
  })

  test('a folder means the article in it, and two articles with the same name are refused', async () => {
    for (const name of ['one', 'two']) mkdirSync(at(name))
    writeFileSync(at('one', 'article.md'), ARTICLE)
    writeFileSync(at('two', 'article.txt'), ARTICLE)
    expect(await lectern(['one', '--to', 'json'])).toMatchObject({ code: 0 })
    expect(readdirSync(at('out'))).toEqual(['article.json'])
    expect(await lectern(['one', 'two', '--to', 'json'])).toMatchObject({
      code: 2,
      error: expect.stringContaining(join('two', 'article.txt')),
    })
  })

  test('slides have the requested shape', async () => {
    expect(await lectern(['talk.txt', '--to', 'html', '--canvas', '4:3'])).toMatchObject({ code: 0 })
    expect(readFileSync(at('out', 'talk.html'), 'utf8')).toContain('--canvas-width:960px')
  })

  test('standard input is an article named deck', async () => {
    expect(await program(['-', '--to', 'json'], { input: ARTICLE })).toMatchObject({ code: 0, out: '' })
    expect(readdirSync(at('out'))).toEqual(['deck.json'])
  })

  test('check saves nothing and can report as JSON', async () => {
    const { code, out, error } = await lectern(['check', 'talk.txt', '--report', 'json'])
    expect({ code, error }).toEqual({
      code: 0,
      error: expect.stringMatching(/^talk\.txt: \d+ slides, about 1 minute: no errors, no warnings\n$/),
    })
    expect(JSON.parse(out)).toEqual([])
    expect(readdirSync(at())).toEqual(['talk.txt'])
  })

  test('warnings fail only under --strict', async () => {
    writeFileSync(at('mended.txt'), Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0x93, 0xe9, 0x94])]))
    expect(await lectern(['check', 'mended.txt'])).toMatchObject({ code: 0, error: expect.stringContaining('warning') })
    expect(await lectern(['check', 'mended.txt', '--strict'])).toMatchObject({ code: 1 })
  })

  test('help names every command and flag, and asks for nothing', async () => {
    const { code, out } = await lectern(['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/build[\s\S]*check/)
    const { out: build } = await lectern(['help', 'build'])
    for (const flag of ['--out', '--to', '--theme', '--handout', '--paper', '--browser', '--strict', '--report'])
      expect(build).toContain(flag)
  })

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await program(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
  })
})
