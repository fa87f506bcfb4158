import { expect, test } from 'vitest'
import type { Spill } from '../../src/client/measure/measure-spills.ts'
import { measure } from '../../src/fit/measure.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

const STYLES = `*{box-sizing:border-box;margin:0}.slide{position:relative;width:800px;height:400px;overflow:hidden;display:grid;
grid-template:"h" auto "b" minmax(0,1fr) "f" 40px / minmax(0,1fr);font:20px/1.2 sans-serif}
.slide-head{padding:20px 60px 0}.slide-body{min-height:0;padding:10px 60px 0}`

/** Measures a slide of 800 × 400 px with margins of 60 px and a foot of 40 px. */
async function spillOf(body: string, head = '<h2>Tides</h2>', dir: 'ltr' | 'rtl' = 'ltr'): Promise<Spill> {
  const slide = `<div class="slide"><header class="slide-head">${head}</header><div class="slide-body">${body}</div><footer class="slide-foot"></footer></div>`
  const html = `<!doctype html><html dir="${dir}"><style>${STYLES}</style><section class="page">${slide}</section>`
  return browser().withPage(async (page) => {
    await page.show(html)
    const [spill] = await measure(page)
    if (spill === undefined) throw new Error('Nothing was measured.')
    return spill
  })
}

const FITS = { below: 0, beside: 0 }
const box = (width: number, height: number, style = '') =>
  `<pre style="width:${width}px;height:${height}px;${style}">x</pre>`

test('content that fits does not spill, and its share of the space is known', async () => {
  const spill = await spillOf(box(680, 100))
  expect(spill).toMatchObject(FITS)
  expect(Math.abs(spill.contentHeight - 100)).toBeLessThan(4)
  expect(spill.availableHeight).toBeGreaterThan(270)
})

test('content that is wider than the body spills, even within the margin', async () => {
  expect((await spillOf(box(700, 20))).beside).toBe(20)
  expect((await spillOf(box(700, 20), '', 'rtl')).beside).toBe(20)
  expect((await spillOf('<p style="white-space:nowrap;width:100px">The gauge at the quay</p>')).beside).toBeGreaterThan(
    40,
  )
})

test('centred content that spills over the top is found', async () => {
  const centred = `<div style="height:100%;display:flex;flex-direction:column;justify-content:center">${box(100, 600, 'flex:none')}</div>`
  expect((await spillOf(centred)).below).toBeGreaterThan(100)
})

test('large type set tightly does not spill while its ink is inside', async () => {
  const style = 'font-size:300px;line-height:.8;height:240px'
  expect(await spillOf(`<p style="${style}">42</p>`)).toMatchObject(FITS)
  expect((await spillOf(`<p style="${style};padding-top:150px">42</p>`)).below).toBeGreaterThan(20)
})

test('content that a block cuts off is found', async () => {
  const lines = Array.from({ length: 20 }, (_, index) => `level ${index}`).join('\n')
  expect((await spillOf(`<pre style="height:100px;overflow:hidden">${lines}</pre>`)).below).toBeGreaterThan(200)
  expect(
    (await spillOf(`<pre style="width:200px;overflow:hidden">${'level '.repeat(40)}</pre>`)).beside,
  ).toBeGreaterThan(200)
})

test('a rule under the last item that runs into the footer is found', async () => {
  const item = (style: string) =>
    `<ul style="list-style:none"><li style="padding-bottom:300px;${style}">The gauge</li></ul>`
  expect(await spillOf(item(''))).toMatchObject(FITS)
  expect((await spillOf(item('border-bottom:1px solid'))).below).toBeGreaterThan(20)
})

test('a word that overflows its column is found', async () => {
  const columns =
    '<div style="display:grid;grid-template-columns:100px 300px"><p>Wasserstandsmeldung</p><p>rises</p></div>'
  expect((await spillOf(columns)).beside).toBeGreaterThan(20)
})

test('a title so long that nothing is left for the body is found', async () => {
  const spill = await spillOf('<p>The gauge</p>', `<h2 style="font-size:50px">${'gauge '.repeat(60)}</h2>`)
  expect(spill.below).toBeGreaterThan(100)
})
