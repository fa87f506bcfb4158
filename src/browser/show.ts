import type { Html } from '../model/html.ts'
import type { Viewport } from './lent-page.ts'
import { pieces } from './pieces.ts'
import type { CDPSession, Page } from './puppeteer.ts'

/** What a page shows where nothing else is said. */
export const CANVAS: Viewport = { width: 1280, height: 720 }

/**
 * Sets documents into a page, each in the place of the one before: into a blank page, of all ways the fastest, and relative
 * links do not become addresses in a PDF. The fonts of a head are loaded before its body is there, so that it is laid out once.
 */
export function shower(page: Page, session: CDPSession): (html: Html | string, viewport: Viewport) => Promise<void> {
  const shown: { head: string | null; isBlank: boolean } = { head: null, isBlank: true }
  return async (html, viewport) => {
    if (!isViewed(page, viewport)) await page.setViewport({ ...viewport, deviceScaleFactor: 1 })
    const { head, body } = typeof html === 'string' ? { head: html, body: null } : html
    if (body === null || head !== shown.head) {
      if (!shown.isBlank) await page.goto('about:blank')
      shown.isBlank = false
      shown.head = null
      await open(page, session, head)
    }
    if (body !== null) {
      if (shown.head === null) await page.evaluate(FONTS_LOADED)
      const [last = '', ...before] = pieces(body, PIECE).toReversed()
      for (const piece of before.toReversed()) await page.evaluate(push(piece))
      // At once, as each way to the browser and back takes longer than a small change.
      await page.evaluate(`${push(last)}\n${PUT}\n${SETTLED}`)
      shown.head = head
    } else await settle(page)
  }
}

/** Whether the page is of this size, at one pixel for a CSS pixel. */
function isViewed(page: Page, { width, height }: Viewport): boolean {
  const now = page.viewport()
  return now?.width === width && now.height === height && now.deviceScaleFactor === 1
}

function push(piece: string): string {
  return `(window.pieces ??= []).push(${JSON.stringify(piece)});`
}

async function open(page: Page, session: CDPSession, html: string): Promise<void> {
  if (html.length > PIECE) {
    for (const piece of pieces(html, PIECE)) await page.evaluate(`document.write(${JSON.stringify(piece)})`)
    await page.evaluate('document.close()')
  } else {
    const { frameTree } = await session.send('Page.getFrameTree')
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  }
}

/** Resolves when the fonts that the document needs have loaded and its images are decoded. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(SETTLED)
}

/** UTF-16 units. Chromium ends itself at a message of 100 MiB, and a unit can take six bytes there. */
const PIECE = 2 ** 24

const FONTS_LOADED =
  'Promise.all(Array.from(document.fonts, (font) => font.load().catch(() => undefined))).then(() => undefined)'

const PUT = `{
  document.body.innerHTML = (window.pieces ?? []).join('')
  delete window.pieces
  scrollTo(0, 0)
}`

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
