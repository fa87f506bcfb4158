// Takes screenshots of areas of a page, for slides in PowerPoint.

import { decode, encode } from 'fast-png'
import type { Area } from './browser-page.ts'
import type { CDPSession, Page } from './puppeteer.ts'
import { UNHIDE } from './show-document.ts'

/**
 * Takes screenshots of areas of a page, transparent where nothing is drawn. All are taken at one viewport size and
 * cropped here: each change of the viewport or the background repaints the page, and Chromium then occasionally draws
 * edges in a slightly different shade.
 */
export async function captureAreas(
  page: Page,
  session: CDPSession,
  { areas, scale }: { readonly areas: readonly Area[]; readonly scale: number },
): Promise<readonly Uint8Array[]> {
  if (areas.length === 0) return []
  const previousViewport = page.viewport()
  // One CSS px more, because an area may start between two pixels.
  const width = Math.ceil(Math.max(...areas.map((area) => area.width))) + 1
  const height = Math.ceil(Math.max(...areas.map((area) => area.height))) + 1
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } })
  try {
    const pictures: Uint8Array[] = []
    for (const area of areas) {
      const corner = (await page.evaluate(scrollScript(area))) as Corner
      const screenshot = await page.screenshot({ type: 'png', captureBeyondViewport: false, optimizeForSpeed: true })
      pictures.push(cropPng(screenshot, area, { ...corner, scale }))
    }
    return pictures
  } finally {
    await session.send('Emulation.setDefaultBackgroundColorOverride', {}).catch(() => undefined)
    await page.setViewport(previousViewport).catch(() => undefined)
  }
}

interface Corner {
  readonly left: number
  readonly top: number
}

/**
 * Writes a script that scrolls to an area, waits two frames until it is painted, and returns the upper left corner of
 * the visible part of the document.
 */
function scrollScript({ left, top }: Area): string {
  return `(async () => {
    ${UNHIDE}
    scrollTo(${Math.floor(left)}, ${Math.floor(top)})
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    return { left: scrollX, top: scrollY }
  })()`
}

function cropPng(png: Uint8Array, area: Area, { left, top, scale }: Corner & { readonly scale: number }): Uint8Array {
  const { width, height, data, channels } = decode(png)
  const [fromX, toX] = pixelRange({ start: area.left - left, length: area.width }, scale, width)
  const [fromY, toY] = pixelRange({ start: area.top - top, length: area.height }, scale, height)
  const rows = Array.from({ length: toY - fromY }, (_, row) => {
    const start = (fromY + row) * width
    return Uint8Array.from(data.subarray((start + fromX) * channels, (start + toX) * channels))
  })
  return encode({ width: toX - fromX, height: rows.length, data: Buffer.concat(rows), channels, depth: 8 })
}

/** Returns the first pixel of a range and the pixel after its last, within `size` pixels; the range is never empty. */
function pixelRange(
  { start, length }: { readonly start: number; readonly length: number },
  scale: number,
  size: number,
): readonly [number, number] {
  const first = Math.min(size - 1, Math.max(0, Math.floor(start * scale)))
  return [first, Math.min(size, Math.max(first + 1, Math.ceil((start + length) * scale)))]
}
