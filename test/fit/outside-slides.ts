import type { Browser } from '../../src/browser/browser.ts'
import type { Canvas } from '../../src/model/theme.ts'

/** A text that is outside its slide or overlaps the foot. */
export interface Outside {
  readonly id: string
  readonly text: string
}

/** Lists the texts of a saved page that are outside their slides or overlap their feet. The scripts are removed. */
export function outsideSlides(browser: Browser, html: string, canvas?: Canvas): Promise<readonly Outside[]> {
  const still = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<noscript>([\s\S]*?)<\/noscript>/g, '$1')
  return browser.withPage(async (page) => {
    await page.show(still, canvas)
    return page.evaluate(findOutside)
  })
}

/** Runs in the page and closes over nothing. */
function findOutside(): Outside[] {
  const found: Outside[] = []
  for (const section of document.querySelectorAll('.slides > section')) {
    const slide = section.querySelector('.slide')
    const foot = slide?.querySelector('.slide-foot')?.getBoundingClientRect()
    if (!slide || !foot) continue
    const frame = slide.getBoundingClientRect()
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.textContent?.trim() === '' || node.parentElement?.closest('.slide-foot')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const isOutside = [...range.getClientRects()].some(
        (box) =>
          box.width > 0 &&
          (box.bottom > foot.top + 1 ||
            box.right > frame.right + 1 ||
            box.left < frame.left - 1 ||
            box.top < frame.top - 1),
      )
      if (isOutside) found.push({ id: section.id, text: node.textContent ?? '' })
    }
  }
  return found
}
