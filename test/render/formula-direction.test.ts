import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

test('a formula in an Arabic deck runs from left to right', async () => {
  const value = '---\nlang: ar\n---\n# المد\n\n## الارتفاع\n\nارتفاع الماء مجموع.\n\n$$h(t) = a + b$$\n'
  const { deck } = await convert(new VFile({ path: 'tide.md', value }), { formats: [] }, { browser: browser() })
  const theme = loadTheme('lectern')
  const letters = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.katex-html .mord')]
        .map((letter) => ({ text: letter.textContent, left: letter.getBoundingClientRect().left }))
        .sort((one, other) => one.left - other.left)
        .map(({ text }) => text)
        .join(''),
    )
  })
  expect(letters).toBe('htab')
})
