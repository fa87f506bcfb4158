import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { renderPrint } from '../../src/render/print.ts'
import { renderDeck } from '../../src/render/render.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { sample } from '../render/sample.ts'
import { withChrome } from '../support/chrome.ts'

const browser = oneBrowser()

/** In CSS px. */
const MAX_DISTANCE = 0.5

/** A box within its slide. Its edges are in CSS px of the canvas. */
interface Box {
  readonly name: string
  readonly edges: readonly number[]
}

/** Returns the box of every block on a slide. Runs in a page and closes over nothing. */
function boxesIn(slide: Element, width: number): Box[] {
  const frame = slide.getBoundingClientRect()
  const scale = frame.width / width
  const blocks = slide.querySelectorAll('header, div, p, h1, h2, h3, ul, ol, li, table, tr, th, td, pre, figure, img')
  return [...blocks].flatMap((element) => {
    const [box] = element.getClientRects()
    if (!box) return []
    const edges = [box.left - frame.left, box.right - frame.left, box.top - frame.top, box.bottom - frame.top]
    const name = `${slide.parentElement?.id} ${element.tagName} ${element.className}`
    return [{ name, edges: edges.map((edge) => edge / scale) }]
  })
}

async function boxesOnScreen(html: string, width: number): Promise<Box[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-agree-'))
  try {
    const path = join(folder, 'deck.html')
    writeFileSync(path, html)
    return await withChrome(async (chrome) => {
      const page = await chrome.newPage()
      await page.setViewport({ width: 1600, height: 900 })
      await page.goto(pathToFileURL(path).href)
      await page.waitForFunction('window.Reveal?.isReady()')
      const found = await page.evaluate(
        `(() => {
          const boxesIn = ${boxesIn}
          Reveal.configure({ transition: 'none' })
          return [...document.querySelectorAll('.slides > section')].flatMap((section, index) => {
            Reveal.slide(index)
            return boxesIn(section.querySelector('.slide'), ${width})
          })
        })()`,
      )
      return found as Box[]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function boxesOnPaper(html: string, width: number): Promise<Box[]> {
  return browser().withPage(async (page) => {
    await page.show(html)
    return page.evaluate(
      (source: string, canvasWidth: number) => {
        const boxes = new Function(`return ${source}`)()
        return [...document.querySelectorAll('section.page > .slide')].flatMap((slide) => boxes(slide, canvasWidth))
      },
      `${boxesIn}`,
      width,
    )
  })
}

test.each(Object.entries(CANVASES))(
  'a %s slide is the same on a screen of any size and in print',
  async (_, canvas) => {
    const theme = { ...loadTheme('lectern'), canvas }
    const screen = await boxesOnScreen(renderDeck(sample, layouts, theme), canvas.width)
    const paper = await boxesOnPaper(renderPrint(sample, layouts, theme), canvas.width)
    expect(screen.map(({ name }) => name)).toEqual(paper.map(({ name }) => name))
    const different = screen.filter(({ edges }, index) =>
      edges.some((edge, side) => Math.abs(edge - (paper[index]?.edges[side] ?? Number.NaN)) > MAX_DISTANCE),
    )
    expect(different).toEqual([])
    expect(screen.length).toBeGreaterThan(100)
  },
)
