import { beforeAll, expect, test } from 'vitest'
import { withBrowser } from '../../../src/browser/browser.ts'
import { measureTexts } from '../../../src/client/scene/measure-texts.ts'
import type { SceneBlock } from '../../../src/client/scene/scene.ts'

/** Two credits in a row, with a dot between them that the look adds. */
const PAGE = `<!doctype html><html><style>body { margin: 0 } .slide { width: 1280px; height: 720px; font: 20px monospace }
  p { margin: 0; width: 500px } .second::before { content: ''; display: inline-block; width: 40px; height: 8px }
  .long { width: 100px } .short { width: 130px; overflow-wrap: anywhere }</style><section class="page"><div class="slide">
  <p>Ida Quay</p><p class="second">14 May</p><p class="second long">14 May 2026</p>
  <p class="short">Set <code>connect:<wbr>session</code> to   <b>on</b> abcdefghijklmnop</p></div></section>`

let texts: readonly SceneBlock[] = []

beforeAll(async () => {
  const slides = await withBrowser({ executable: null, warn: () => {} }, (browser) =>
    browser.withPage(async (page) => {
      await page.show(PAGE)
      return page.evaluate(measureTexts)
    }),
  )
  texts = slides.flat()
})

test('a line begins after a mark that the look puts before it, and several lines in their box', () => {
  expect(texts.slice(0, 3).map(({ rect: { x, width } }) => [x, width])).toEqual([
    [0, 500],
    [40, 460],
    [0, 100],
  ])
})

test('each line has its words, also after a break in an address or in a long word', () => {
  const [, , , block] = texts
  const text = (block?.runs ?? []).map((run) => run.text).join('')
  const starts = (block?.lines ?? []).map(({ start }) => start)
  expect(starts.map((start, index) => text.slice(start, starts[index + 1]).trim())).toEqual([
    'Set',
    'connect:',
    'session to',
    'on',
    'abcdefghij',
    'klmnop',
  ])
})
