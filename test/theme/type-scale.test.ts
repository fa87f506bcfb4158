import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fitSample } from '../../src/look/fit-sample.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { scaleCss } from '../../src/theme/type-scale.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

const original = { base: 30, ratio: 1.25 }

function folderWith(yaml: string, css = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-theme-'))
  writeFileSync(join(folder, 'theme.yaml'), yaml)
  writeFileSync(join(folder, 'theme.css'), css)
  return folder
}

describe('a new scale', () => {
  test('changes every type size in proportion, and no other length', () => {
    const css = '.slide .point { padding: 10px 0; font: 400 40px / 1.2 var(--font-text); width: 100px }'
    expect(scaleCss(css, { original, target: { base: 60, ratio: 1.25 }, density: 1 })).toBe(
      '.slide .point { padding: 10px 0; font: 400 80px / 1.2 var(--font-text); width: 100px }',
    )
  })

  test('keeps text as it is and enlarges titles if only the ratio grows', () => {
    const css = '.body { font-size: 30px } .title { font-size: 37.5px }'
    const wider = scaleCss(css, { original, target: { base: 30, ratio: 1.5 }, density: 1 })
    expect(wider).toBe('.body { font-size: 30px } .title { font-size: 45px }')
  })

  test('sets nothing too small to read', () => {
    const css = '.body { font-size: 28px } .label { font-size: 19px } .under { font-size: max(26px, 0.8em) }'
    const smaller = scaleCss(css, { original, target: { base: 15, ratio: 1.25 }, density: 1 })
    expect(smaller).toBe('.body { font-size: 24px } .label { font-size: 18px } .under { font-size: max(26px, 0.8em) }')
  })
})

test('density changes the space above and below rows, not beside them', () => {
  const css = '.slide .point { padding: 10px 40px 20px } .slide .title { padding: 10px }'
  expect(scaleCss(css, { original, target: original, density: 0.5 })).toBe(
    '.slide .point { padding: 5px 40px 10px } .slide .title { padding: 10px }',
  )
})

test('a theme based on another changes all sizes with one line', () => {
  const plain = loadTheme('lectern')
  const large = loadTheme(folderWith('name: large\nextends: lectern\ntype: { base: 62, ratio: 1.25 }\ndensity: 1.5\n'))
  expect(large.tokens['size-title']).toBe('140px')
  expect(large.tokens['space-4']).toBe(`${Number.parseFloat(plain.tokens['space-4'] ?? '') * 1.5}px`)
  expect(large.css).toContain('font-size: 104px')
  expect(loadTheme(folderWith('name: same\nextends: lectern\n')).css).toContain(plain.css)
})

test.each(themeNames())('larger type leaves room beside the number of a part in %s', async (name) => {
  for (const canvas of [
    { width: 1280, height: 720 },
    { width: 960, height: 720 },
  ]) {
    const theme = loadTheme(folderWith(`name: large\nextends: ${name}\ntype: { base: 40, ratio: 1.3 }\n`))
    const { file } = await fitSample({ ...theme, canvas }, browser())
    expect(file.messages.map(String).filter((message) => message.includes('-part"'))).toEqual([])
  }
})

test('a sample that does not fit asks for smaller type, because nobody can shorten it', async () => {
  const { file } = await fitSample(
    loadTheme(folderWith('name: huge\nextends: lectern\ntype: { base: 90, ratio: 1.5 }\n')),
    browser(),
  )
  const messages = file.messages.map(String)
  expect(messages.length).toBeGreaterThan(0)
  for (const message of messages) expect(message).toMatch(/too (?:tall|wide)\. Make "type" in theme\.yaml smaller/)
})
