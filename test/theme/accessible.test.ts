import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { fitSample } from '../../src/look/fit-sample.ts'
import { isReadable, measureContrast } from '../../src/look/measure-contrast.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { Theme } from '../../src/model/theme.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'

/** Adds axe to one of our documents, and removes its policy, which would not let axe run. */
function withAxe(html: string): string {
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  return open.replace('</head>', () => `<script>${axe.source.replaceAll('</script', '<\\/script')}</script></head>`)
}

/** Lists the faults that axe finds in the document in its current state. Runs in the page. */
async function findViolations(): Promise<string[]> {
  const run = (window as unknown as { axe: typeof axe }).axe.run
  // A printed page needs no landmark.
  const rules = { 'landmark-one-main': { enabled: false } }
  const { violations } = await run(document, { resultTypes: ['violations'], rules })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

const browser = oneBrowser()

const decks = new Map<string, Deck>()

async function sampleDeckIn(theme: Theme): Promise<Deck> {
  const deck = decks.get(theme.name) ?? (await fitSample(theme, browser())).deck
  decks.set(theme.name, deck)
  return deck
}

test.each(themeNames())('axe finds no fault in contrast, structure or labels in the theme %s', async (name) => {
  const theme = loadTheme(name)
  const deck = await sampleDeckIn(theme)
  const found = await browser().withPage(async (page) => {
    await page.show(withAxe(renderPrint(deck, layouts, theme)), theme.canvas)
    return page.evaluate(findViolations)
  })
  expect(found).toEqual([])
})

test.each(['signal', 'chalk'])('every text can be read on its background in the theme %s', async (name) => {
  const theme = loadTheme(name)
  const pairs = await measureContrast(await sampleDeckIn(theme), theme, browser())
  expect(pairs.length).toBeGreaterThan(8)
  expect(pairs.filter((pair) => !isReadable(pair))).toEqual([])
})

test('every text can be read on a light background that a theme based on lectern gives all slides', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-cream-'))
  writeFileSync(join(folder, 'theme.yaml'), 'name: cream\nextends: lectern\nbackground: "#f2e6d0"\n')
  const theme = loadTheme(folder)
  const pairs = await measureContrast(await sampleDeckIn(theme), theme, browser())
  expect(pairs.filter((pair) => !isReadable(pair))).toEqual([])
})
