import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'

const browser = oneBrowser()
const folder = mkdtempSync(join(tmpdir(), 'lectern-own-listings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const LISTING = slide('code', {
  title: line('A listing'),
  language: 'js',
  lines: [line('const tide = 2', 'code')],
  pieces: [[{ text: 'const tide = 2', role: null }]],
})

/** Returns the backgrounds of the listing and of the foot in a theme of one's own. */
async function backgroundsIn(yaml: string) {
  writeFileSync(join(folder, 'theme.yaml'), `name: own\n${yaml}`)
  const theme = loadTheme(folder)
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([LISTING]), layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
      return {
        listing: styleOf('.slide .code').backgroundColor,
        foot: styleOf('.slide .slide-foot').backgroundColor,
      }
    })
  })
}

test.each(themeNames())('the background of listings is that of the theme: %s', async (name) => {
  const { listing } = await backgroundsIn(`extends: ${name}\ntokens: { code-ground: "#3b0f4b" }\n`)
  expect(listing).toBe('rgb(59, 15, 75)')
})

test('the foot below a listing has no background on a gradient', async () => {
  const gradient = 'extends: lectern\nbackground: "linear-gradient(#ffffff, #eef4ff)"\n'
  expect((await backgroundsIn(gradient)).foot).toBe('rgba(0, 0, 0, 0)')
})
