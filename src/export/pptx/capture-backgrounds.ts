// Captures the background pictures of slides for a PowerPoint file.

import type { BrowserPage } from '../../browser/browser-page.ts'
import { encodeJpeg } from '../../client/scene/encode-jpeg.ts'
import { hideContent, showContent } from '../../client/scene/slide-visibility.ts'
import type { Theme } from '../../model/theme.ts'
import { backdropClass, backgroundOf } from '../../render/background.ts'
import type { RenderedSlide } from '../../render/slide.ts'

/** Device pixels per CSS pixel. */
const SCALE = 2

/** The JPEG quality of a photograph, from 0 to 1. */
const JPEG_QUALITY = 0.9

export interface BackgroundPicture {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

/**
 * Captures the picture behind each slide, under its veil: a photograph as JPEG, which is a tenth of the size, and any
 * other picture as PNG. Null for slides without a picture, and for all slides without a browser. Slides with the same
 * picture share its bytes. The page shows the slides, one below another.
 */
export async function captureBackgrounds(
  slides: readonly RenderedSlide[],
  theme: Theme,
  page: BrowserPage | null,
): Promise<readonly (BackgroundPicture | null)[]> {
  const photographs = new Set<string>()
  const names = slides.map(({ slide }) => {
    const layoutBackground = backgroundOf(slide, theme)
    const { background } = layoutBackground
    const [name] = backdropClass(layoutBackground)
    if (background?.type !== 'picture' || name === undefined) return null
    if (PHOTOGRAPH.test(background.data)) photographs.add(name)
    return name
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
  const pictures = new Map<string, BackgroundPicture>()
  for (const [index, name] of distinct.entries()) {
    const png = shots[index]
    if (png !== undefined) pictures.set(name, photographs.has(name) ? await jpegOf(png, page) : pngPicture(png))
  }
  return names.map((name) => (name === null ? null : (pictures.get(name) ?? null)))
}

/** Matches the start of a picture in a photographic format. */
const PHOTOGRAPH = /^data:image\/(?:jpeg|webp|avif)/

function pngPicture(bytes: Uint8Array): BackgroundPicture {
  return { bytes, type: 'image/png' }
}

async function jpegOf(png: Uint8Array, page: BrowserPage): Promise<BackgroundPicture> {
  const jpeg = await page.evaluate(encodeJpeg, Buffer.from(png).toString('base64'), JPEG_QUALITY)
  return { bytes: Buffer.from(jpeg, 'base64'), type: 'image/jpeg' }
}
