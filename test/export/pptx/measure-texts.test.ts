import { expect, test } from 'vitest'
import { withBrowser } from '../../../src/browser/browser.ts'
import { measureTexts } from '../../../src/client/scene/measure-texts.ts'

/** Two credits in a row, with a dot between them that the look adds. */
const PAGE = `<!doctype html><html><style>body { margin: 0 } .slide { width: 1280px; height: 720px; font: 20px monospace }
  p { margin: 0; width: 500px } .second::before { content: ''; display: inline-block; width: 40px; height: 8px }
  .long { width: 100px }</style><section class="page"><div class="slide">
  <p>Ida Quay</p><p class="second">14 May</p><p class="second long">14 May 2026</p></div></section>`

test('a line begins after a mark that the look puts before it, and several lines in their box', async () => {
  const [texts = []] = await withBrowser({ executable: null, warn: () => {} }, (browser) =>
    browser.withPage(async (page) => {
      await page.show(PAGE)
      return page.evaluate(measureTexts)
    }),
  )
  expect(texts.map(({ rect: { x, width } }) => [x, width])).toEqual([
    [0, 500],
    [40, 460],
    [0, 100],
  ])
})
