// Captures the background pictures of slides for a PowerPoint file.

import type { BrowserPage } from '../../browser/browser-page.ts'
import { hideContent, showContent } from '../../client/scene/slide-visibility.ts'
import type { Theme } from '../../model/theme.ts'
import { backdropClass, backgroundOf } from '../../render/background.ts'
import type { RenderedSlide } from '../../render/slide.ts'

/** Device pixels per CSS pixel. */
const SCALE = 2

/**
 * Captures the picture behind each slide, under its veil, as PNG; null for slides without a picture, and for all slides
 * without a browser. Slides with the same picture share its bytes. The page shows the slides, one below another.
 */
export async function captureBackgrounds(
  slides: readonly RenderedSlide[],
  theme: Theme,
  page: BrowserPage | null,
): Promise<readonly (Uint8Array | null)[]> {
  const names = slides.map(({ slide }) => {
    const background = backgroundOf(slide, theme)
    return background.background?.type === 'picture' ? (backdropClass(background)[0] ?? null) : null
  })
  const distinct = [...new Set(names)].filter((name) => name !== null)
  if (page === null || distinct.length === 0) return names.map(() => null)
  const { width, height } = theme.canvas
  await page.evaluate(hideContent)
  const shots = await page.captureAreas(
    distinct.map((name) => ({ left: 0, top: names.indexOf(name) * height, width, height })),
    SCALE,
  )
  await page.evaluate(showContent)
  return names.map((name) => (name === null ? null : (shots[distinct.indexOf(name)] ?? null)))
}
