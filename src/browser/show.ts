import type { CDPSession, Page } from 'puppeteer-core'
import { pieces } from './pieces.ts'

export interface Showing {
  readonly page: Page
  readonly session: CDPSession
  readonly html: string
  readonly viewport: Viewport
}

/** In CSS px. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

/** Sets the document into a blank page: of all ways the fastest, and relative links do not become addresses in a PDF. */
export async function show({ page, session, html, viewport }: Showing): Promise<void> {
  await page.setViewport({ ...viewport, deviceScaleFactor: 1 })
  await page.goto('about:blank')
  if (html.length > PIECE) {
    for (const piece of pieces(html, PIECE)) await page.evaluate(`document.write(${JSON.stringify(piece)})`)
    await page.evaluate('document.close()')
  } else {
    const { frameTree } = await session.send('Page.getFrameTree')
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  }
  await settle(page)
}

/** Resolves when the fonts that the document needs have loaded and its images are decoded. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(SETTLED)
}

/** UTF-16 units. Chromium ends itself at a message of 100 MiB, and a unit can take six bytes there. */
const PIECE = 2 ** 24

/**
 * Fonts begin to load when the layout first asks for them, and some only when others have come: so layout is forced
 * until none is on its way. A lazy image outside the view would never be decoded.
 */
const SETTLED = `(async () => {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }))
  do {
    document.documentElement.getBoundingClientRect()
    await document.fonts.ready
  } while (document.fonts.status === 'loading')
  const decode = (image) => {
    image.loading = 'eager'
    return image.decode().catch(() => undefined)
  }
  await Promise.all(Array.from(document.images, decode))
})()`
