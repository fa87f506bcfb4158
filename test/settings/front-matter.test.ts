import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'
import { checkFrontMatter, type FrontMatterValues } from '../../src/settings/front-matter.ts'

async function check(frontMatter: string): Promise<{ values: FrontMatterValues; said: string[] }> {
  const file = new VFile({ path: 'talk.md' })
  const article = await read(
    new TextEncoder().encode(`---\n${frontMatter}\n---\n\n# A talk\n\nIt says something.\n`),
    file,
  )
  const values = article.frontMatter === undefined ? {} : checkFrontMatter(article.frontMatter, file)
  return {
    values,
    said: file.messages.map(
      ({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId}${fatal === true ? '!' : ''}`,
    ),
  }
}

describe('front matter', () => {
  test('sets what it is allowed to set', async () => {
    const { values, said } = await check('theme: ./mine\npaper: letter\nhandout: 3\ncanvas: "4:3"')
    expect(values).toEqual({ theme: './mine', paper: 'letter', handout: '3', canvas: { width: 960, height: 720 } })
    expect(said).toEqual([])
  })

  test('says how long the talk is, and whether its points appear one by one', async () => {
    const { values, said } = await check('minutes: 15\nstepped: true')
    expect(values).toEqual({ minutes: 15, stepped: true })
    expect(said).toEqual([])
  })

  test('gets each message at its own line and column', async () => {
    const { values, said } = await check('title: A talk\npaper:   a0\ncanvas: [1, 2]')
    expect(values).toEqual({})
    expect(said).toEqual(['3:10 front-matter', '4:9 front-matter'])
  })

  test.each([
    ['date: 2026-13-45', ['2:7 front-matter']],
    ['date: 2026-02-30T09:00:00Z', ['2:7 front-matter']],
    ['date: 2026-02-28 09:00', []],
    ['date: Autumn 2026', []],
    ['date: 12–14 May', []],
    ['papr: a4', ['2:1 front-matter-unknown-key']],
    ['subtitel: Ein Vortrag', ['2:1 front-matter-unknown-key']],
    ['titel: Ein Vortrag', ['2:1 front-matter-unknown-key']],
    ['footer: Room Heron\nhashtag: "#tides"', ['2:1 front-matter-unknown-key', '3:1 front-matter-unknown-key']],
    ['layout: post\ntags: [a, b]\nslug: x\ndraft: true\ndata: 3\nresources: [a.png]', []],
  ])('%s', async (frontMatter, expected) => {
    expect((await check(frontMatter)).said).toEqual(expected)
  })

  test('that is broken is reported, and the talk is built', async () => {
    const { said } = await check('title: "A talk\npaper: a4')
    expect(said).toEqual([expect.stringMatching(/^\d+:\d+ front-matter-syntax$/)])
  })
})
