import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { sample } from '../render/sample.ts'

const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

/** A deck with the deepest descenders in the foot and in the names of parts. */
const deck = {
  ...sample,
  title: 'How a Harbour Learns to Live With Higher Water, gjpqy',
  parts: sample.parts.map((part) => ({ ...part, name: `${part.name} gjpqy` })),
}

const LOOKS = themeNames().flatMap((name) =>
  Object.entries(CANVASES).map(([shape, canvas]) => ({ name, shape, canvas })),
)

const browser = oneBrowser()

describe.each(LOOKS)('$name at $shape', ({ name, canvas }) => {
  const theme = { ...loadTheme(name), canvas }

  test('cuts off no letter above or below', async () => {
    const cut = await browser().withPage(async (page) => {
      const fitted = await fitDeck(deck, { article, layouts, theme, page }, new VFile())
      await page.show(renderPrint(fitted, layouts, theme), canvas)
      return page.evaluate(findCutLetters)
    })
    expect(cut).toEqual([])
  })

  test('joins the letters of ligatures in titles, although their letters are spaced', async () => {
    const separated = await browser().withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, theme), canvas)
      return page.evaluate(findBrokenLigatures)
    })
    expect(separated).toEqual([])
  })
})

/** Lists the texts whose ink extends above or below the box that clips them. Runs in the page. */
function findCutLetters(): readonly string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return ['no canvas']
  const clipOf = (element: Element | null): Element | null => {
    if (element === null || element.classList.contains('slide')) return element
    return getComputedStyle(element).overflowY === 'visible' ? clipOf(element.parentElement) : element
  }
  return [...document.querySelectorAll('.slide')].flatMap((slide) => {
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    const cut: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [element, text] = [node.parentElement, node.textContent?.trim() ?? '']
      if (element === null || text === '' || element.closest('.katex, svg, .unseen') || !element.checkVisibility())
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0)
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const ink = context.measureText(text)
      const clip = clipOf(element)?.getBoundingClientRect()
      const [first, last] = [lines[0], lines.at(-1)]
      if (clip === undefined || first === undefined || last === undefined) continue
      const top = first.top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent
      const bottom = last.bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent
      if (top < clip.top - 0.5 || bottom > clip.bottom + 0.5) cut.push(`${slide.id} ${element.className}: ${text}`)
    }
    return cut
  })
}

/** Lists the layouts in whose titles "first" has no ligature although the face has one. Runs in the page. */
function findBrokenLigatures(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('.slide .title')].flatMap((title) => {
    const probe = document.createElement('span')
    probe.textContent = 'first'
    title.replaceChildren(probe)
    const widthWith = (settings: string, tracking: string) => {
      probe.style.fontFeatureSettings = settings
      probe.style.letterSpacing = tracking
      return probe.getBoundingClientRect().width
    }
    const isJoined = (tracking: string) => Math.abs(widthWith('', tracking) - widthWith('"liga" 0', tracking)) > 0.01
    return isJoined('0') && !isJoined('') ? [title.closest<HTMLElement>('.slide')?.dataset.layout ?? ''] : []
  })
}
