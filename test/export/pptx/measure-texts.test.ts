import { renderToString } from 'katex'
import { beforeAll, expect, test } from 'vitest'
import { measureTexts } from '../../../src/client/scene/measure-texts.ts'
import type { SceneBlock } from '../../../src/client/scene/scene.ts'
import { oneBrowser } from '../../browser/one-browser.ts'

/** Two credits, the second after a mark that the theme adds; a mark before two lines; and words that break. */
const PAGE = `<!doctype html><html><style>body { margin: 0 } .slide { width: 1280px; height: 720px; font: 20px monospace }
  p { margin: 0; width: 500px } .second::before { content: ''; display: inline-block; width: 40px; height: 8px }
  .long { width: 100px } .short { width: 130px; overflow-wrap: anywhere }</style><section class="page"><div class="slide">
  <p>Ida Quay</p><p class="second">14 May</p><p class="second long">14 May 2026</p>
  <p class="short">Set <code>connect:<wbr>session</code> to   <b>on</b> abcdefghijklmnop</p></div></section>`

/** A Japanese line in two fonts, with a box that stands on its baseline. */
const JAPANESE = `<!doctype html><html lang="ja"><section class="page"><div class="slide"><p style="font: 60px monospace">
  Text <span style="font-family: sans-serif">X</span><i id="probe" style="display: inline-block; width: 1px; height: 9px"></i>
  </p></div></section>`

const FORMULAS = ['i \\neq j', 'a \\notin B', 'x \\not\\equiv y', '\\mathcal{A} \\subset \\mathbb{R}', '\\mathbf{v}']
const FORMULA_PAGE = `<!doctype html><style>.mathbf { font-weight: bold }</style><section class="page"><div class="slide">
  ${FORMULAS.map((tex) => `<p>So <span class="inline-formula">${renderToString(tex, { output: 'html' })}</span></p>`).join('')}
  </div></section>`

let texts: readonly SceneBlock[] = []
let japanese: { readonly texts: readonly SceneBlock[]; readonly baseline: number }
let formulas: readonly SceneBlock[] = []

const browser = oneBrowser()

beforeAll(async () => {
  await browser().withPage(async (page) => {
    const blocksOf = async (html: string) => {
      await page.show(html)
      return (await page.evaluate(measureTexts)).flat()
    }
    texts = await blocksOf(PAGE)
    formulas = await blocksOf(FORMULA_PAGE)
    japanese = {
      texts: await blocksOf(JAPANESE),
      baseline: await page.evaluate(() => {
        const top = document.querySelector('.slide')?.getBoundingClientRect().top ?? 0
        return (document.querySelector('#probe')?.getBoundingClientRect().bottom ?? 0) - top
      }),
    }
  })
})

test('a baseline is where the fonts of the page’s language put it', () => {
  expect(japanese.texts[0]?.lines[0]?.baseline).toBeCloseTo(japanese.baseline, 0)
})

test('as text, formulas keep struck-through symbols, alphabets and bold letters', () => {
  const written = formulas.map(({ runs }) => runs.map(({ text }) => text).join(''))
  expect(written.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
    'So i ≠ j',
    'So a ∉ B',
    'So x ≢ y',
    'So 𝒜 ⊂ ℝ',
    'So v',
  ])
  expect(formulas.at(-1)?.runs.at(-1)?.weight).toBe(700)
})

test('a single line begins after a mark that the theme puts before it; several lines begin at the edge of their box', () => {
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
