import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-other-tools-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'assets/custom.scss'), '$primary: red;')
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['Jekyll', 'layout: post\nbackground: /img/hall.jpg', '3:13 background'],
  ['Quarto', 'format: html\ntheme: assets/custom.scss', '3:8 unknown-theme'],
  ['Quarto, with several', 'format: html\ntheme: [default, custom.scss]', '3:8 front-matter'],
  ['Pandoc', 'theme: Madrid\nhandout: true', '2:8 unknown-theme, 3:10 front-matter'],
  [
    'Slidev',
    'theme: seriph\nbackground: https://cover.sli.dev\ncanvas: 980',
    '2:8 unknown-theme, 3:13 background, 4:9 front-matter',
  ],
  ['Hugo', 'paper: A5\nminutes: 10 min\nstepped: maybe', '2:8 front-matter, 3:10 front-matter, 4:10 front-matter'],
  [
    'a calendar',
    'event: { name: PyCon }\nbackground: { image: x.jpg, size: [1, 2] }',
    '2:8 front-matter, 3:13 front-matter',
  ],
  ['a picture that is gone', 'background: hall.jpg\nevent: gone.yaml', '2:13 background, 3:8 unknown-event'],
])('front matter of %s is a warning, and the deck is made', async (_, lines, told) => {
  const value = `---\n${lines}\n---\n\n# Tides\n\nThe moon pulls the sea twice a day.\n`
  const file = new VFile({ path: 'talk.md', cwd: folder, value })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured')
  const places = messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`).sort()
  expect(places.join(', ')).toBe(told)
  expect(messages.every(({ fatal }) => fatal === false)).toBe(true)
  expect(deck.slides.length).toBeGreaterThan(1)
})
