import { expect, test } from 'vitest'
import { tightenHandout } from '../../src/export/tighten-handout.ts'
import { contentSizeOf, PX_PER_MM } from '../../src/render/handout-layouts.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

const sheetOf = (contents: readonly number[], height: number) =>
  `<style>*{margin:0}</style><main class="handout"><section class="sheet">${contents
    .map(
      (content) =>
        `<section class="row" style="min-height:${height}px"><div style="height:${content}px"></div></section>`,
    )
    .join('')}</section></main>`

/** The heights of the rows of a sheet, in CSS px, after tightening. */
const heightsOf = (contents: readonly number[], height: number) =>
  browser().withPage(async (page) => {
    await page.show(sheetOf(contents, height))
    await tightenHandout(page, 'a4')
    return page.evaluate(() =>
      Array.from(document.querySelectorAll('.row'), (row) => row.getBoundingClientRect().height),
    )
  })

const CONTENT_HEIGHT = contentSizeOf('a4').height * PX_PER_MM

test('a row that is taller than planned takes space from the others, and no word is cut off', async () => {
  const third = CONTENT_HEIGHT / 3
  const [first = 0, second = 0, last = 0] = await heightsOf([third + 60, third - 100, third - 20], third)
  expect(first).toBeCloseTo(third + 60, 1)
  expect(last).toBeCloseTo(third - 20, 1)
  expect(first + second + last).toBeCloseTo(CONTENT_HEIGHT, 1)
})

test('rows that fit are left as they are', async () => {
  expect(await heightsOf([100, 200, 300], 300)).toEqual([300, 300, 300])
})
