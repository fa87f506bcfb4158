import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { measureTexts } from '../../../src/client/scene/measure-texts.ts'
import { convert } from '../../../src/convert.ts'
import { layouts } from '../../../src/layout/layout-table.ts'
import { renderPrint } from '../../../src/render/print.ts'
import { themeNames } from '../../../src/theme/load-theme.ts'
import { oneBrowser } from '../../browser/one-browser.ts'

const ARTICLE = `# The lock

## Before the season

- [x] Grease the hinges of the upper gate and of the lower gate
- [ ] Paint the rail
- [ ] Test the pump with the keeper of the next lock, at noon
`

const browser = oneBrowser()

test.each(themeNames())('text boxes in PowerPoint begin after the boxes of tasks in %s', async (theme) => {
  const file = new VFile({ path: 'lock.md', value: ARTICLE })
  const conversion = await convert(file, { theme, formats: [] }, { browser: browser() })
  const { texts, boxes } = await browser().withPage(async (page) => {
    await page.show(renderPrint(conversion.deck, layouts, conversion.theme), conversion.theme.canvas)
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('.task-box')].map((each) => {
        const { x, y, right, bottom } = each.getBoundingClientRect()
        const slide = each.closest('.slide')?.getBoundingClientRect() ?? new DOMRect()
        return { x: x - slide.x, y: y - slide.y, right: right - slide.x, bottom: bottom - slide.y }
      }),
    )
    return { boxes, texts: (await page.evaluate(measureTexts)).flat() }
  })
  expect(boxes).toHaveLength(3)
  const points = texts.filter(({ item }) => item !== null)
  const covered = boxes.filter((box) =>
    points.some(
      ({ rect }) =>
        rect.x < box.right && rect.x + rect.width > box.x && rect.y < box.bottom && rect.y + rect.height > box.y,
    ),
  )
  expect(points).toHaveLength(3)
  expect(covered).toEqual([])
})
