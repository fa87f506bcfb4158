import type { BrowserPage } from '../browser/browser-page.ts'
import { renderPrint } from '../render/print.ts'
import type { PaperDeck } from './slides-pdf.ts'

/** Takes a picture of every slide, in order, as a PNG with `scale` pixels per CSS pixel. */
export async function takePictures(
  page: BrowserPage,
  { deck, theme, layouts }: PaperDeck,
  scale: number,
): Promise<readonly Uint8Array[]> {
  const { width, height } = theme.canvas
  await page.show(renderPrint(deck, layouts, theme), theme.canvas)
  const pictures: Uint8Array[] = []
  for (const index of deck.slides.keys())
    pictures.push(await page.screenshot({ width, height, top: index * height, scale }))
  return pictures
}
