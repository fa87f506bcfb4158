import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layouts.ts'
import { fittedSample } from '../../src/look/fitted-sample.ts'
import { isReadable, pairsOf } from '../../src/look/pairs.ts'
import { renderPrint } from '../../src/render/print.ts'
import { renderDeck } from '../../src/render/render.ts'
import { loadTheme, themeNames } from '../../src/theme/load.ts'
import { oneBrowser } from '../browser/one-browser.ts'

/** A document of ours with axe in it, which its policy would not let run. */
function withAxe(html: string): string {
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  return open.replace('</head>', () => `<script>${axe.source.replaceAll('</script', '<\\/script')}</script></head>`)
}

/** What axe finds wrong with the document as it is seen now. Runs in the page. */
async function violations(): Promise<string[]> {
  const run = (window as unknown as { axe: typeof axe }).axe.run
  // The page of a screen has its landmark; one of paper needs none.
  const rules = { 'landmark-one-main': { enabled: document.querySelector('.reveal') !== null } }
  const { violations } = await run(document, { resultTypes: ['violations'], rules })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

describe.each(themeNames())('the look of %s', (name) => {
  const browser = oneBrowser()

  test('has no fault of contrast, structure or labels that axe would find', async () => {
    const theme = loadTheme(name)
    const { deck } = await fittedSample(theme, browser())
    const found = await browser().withPage(async (page) => {
      await page.show(withAxe(renderPrint(deck, layouts, theme)), theme.canvas)
      return page.evaluate(violations)
    })
    expect(found).toEqual([])
  })
})

describe.each(['signal', 'chalk'])('the look of %s', (name) => {
  const browser = oneBrowser()

  test('shows every text on what it can be read on, strokes, blocks and all', async () => {
    const theme = loadTheme(name)
    const { deck } = await fittedSample(theme, browser())
    const pairs = await pairsOf(deck, theme, browser())
    expect(pairs.length).toBeGreaterThan(8)
    expect(pairs.filter((pair) => !isReadable(pair))).toEqual([])
  })
})

describe('a deck on a screen', () => {
  const browser = oneBrowser()

  test('has no such fault on any slide that is walked to', async () => {
    const theme = loadTheme('lectern')
    const { deck } = await fittedSample(theme, browser())
    const found = await browser().withPage(async (page) => {
      await page.show(withAxe(renderDeck(deck, layouts, theme)), theme.canvas)
      const all: string[] = []
      for (const index of deck.slides.keys()) {
        await page.evaluate(
          (slide) => (window as unknown as { Reveal: { slide(h: number): void } }).Reveal.slide(slide),
          index,
        )
        all.push(...(await page.evaluate(violations)))
      }
      return all
    })
    expect([...new Set(found)]).toEqual([])
  })
})
