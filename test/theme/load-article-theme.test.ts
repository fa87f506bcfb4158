import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-article-theme-'))
const STYLE = '.slide{outline-color:rgb(1,2,3)}'

beforeAll(() => {
  for (const folder of ['talk/look', 'elsewhere']) {
    mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, folder, 'theme.yaml'), 'name: look\nextends: lectern\n')
    writeFileSync(join(root, folder, 'theme.css'), STYLE)
  }
  symlinkSync(join(root, 'elsewhere'), join(root, 'talk', 'link'))
  mkdirSync(join(root, 'talk', 'linked-style'))
  cpSync(join(root, 'talk', 'look', 'theme.yaml'), join(root, 'talk', 'linked-style', 'theme.yaml'))
  symlinkSync(join(root, 'elsewhere', 'theme.css'), join(root, 'talk', 'linked-style', 'theme.css'))
  mkdirSync(join(root, 'talk', 'loads'))
  writeFileSync(join(root, 'talk', 'loads', 'theme.yaml'), 'name: loads\n')
  writeFileSync(join(root, 'talk', 'loads', 'theme.css'), 'a{}\n@import "https://example.org/x.css";')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

async function convertWith(theme: string, path = 'talk/talk.md') {
  const value = `---\ntitle: Locks\ntheme: ${theme}\n---\n\n# Locks\n\nA lock lifts a boat.\n`
  const file = new VFile({ path, cwd: root, value: Buffer.from(value) })
  const { files } = await convert(file, { formats: ['html'] }, { browser: null })
  const html = Buffer.from([...files.values()][0] ?? []).toString()
  const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured')
  return { isStyled: html.includes(STYLE), messages }
}

test('a theme whose words nobody can read warns, with the colours', async () => {
  mkdirSync(join(root, 'talk', 'pale'))
  const tokens = 'tokens:\n  ink: "#cccccc"\n  accent: "#ffff99"\n'
  writeFileSync(join(root, 'talk', 'pale', 'theme.yaml'), `name: pale\nextends: lectern\n${tokens}`)
  const { messages } = await convertWith('./pale')
  expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['theme-contrast', false]])
  expect(messages[0]?.reason).toMatch(
    /^Text in the theme "pale" is hard to read: "ink" #cccccc on "ground" #f8f6ef \(1\.5:1\), "accent" #ffff99 on "ground"/,
  )
})

test.each(['./look', 'look'])('a folder beside the article can be its theme: %s', async (theme) => {
  expect(await convertWith(theme)).toEqual({ isStyled: true, messages: [] })
})

describe('a theme that cannot be taken is reported at its place', () => {
  test.each(['../elsewhere', '/etc', './link', './linked-style', '.', './../talk', 'gaia', 'lecturn', '"\\e[31mred"'])(
    '%s',
    async (theme) => {
      const { isStyled, messages } = await convertWith(theme)
      expect(isStyled).toBe(false)
      expect(messages.map(({ ruleId, line, column, fatal }) => ({ ruleId, line, column, fatal }))).toEqual([
        { ruleId: 'unknown-theme', line: 3, column: 8, fatal: false },
      ])
    },
  )

  test('a misspelt name, with a suggestion', async () => {
    expect((await convertWith('lecturn')).messages[0]?.reason).toContain('Did you mean "lectern"?')
  })

  test('any folder, if the article has none', async () => {
    expect((await convertWith('./look', '-')).messages).toHaveLength(1)
  })
})

test('a theme that loads something is an error of the article, with both places', async () => {
  const { messages } = await convertWith('./loads')
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ ruleId: 'bad-theme', line: 3, column: 8, fatal: true })
  expect(messages[0]?.reason).toMatch(/theme\.css:2:1: A theme cannot import stylesheets/)
})
