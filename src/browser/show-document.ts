// Shows documents in a page of the browser, quickly.

import type { Html } from '../model/html.ts'
import type { Viewport } from './browser-page.ts'
import type { CDPSession, Page } from './puppeteer.ts'
import { chunksOf } from './text-chunks.ts'

/** The default size of a page. */
export const CANVAS: Viewport = { width: 1280, height: 720 }

/** Shows documents in a page, and keeps track of the one shown. */
export interface DocumentViewer {
  show(html: Html | string, viewport: Viewport): Promise<void>
  /** Whether the document contains only text and its fonts are loaded. It can then be printed before it is laid out. */
  isReady(): boolean
}

/**
 * Shows documents in a page, each replacing the one before. Starting from a blank page is fastest, and keeps relative
 * links from becoming addresses in a PDF. The fonts of a head are loaded before its body is inserted, so that the body
 * is laid out once.
 */
export function documentViewer(page: Page, session: CDPSession): DocumentViewer {
  const shown: { head: string | null; isBlank: boolean; isText: boolean } = { head: null, isBlank: true, isText: false }
  const show = async (html: Html | string, viewport: Viewport) => {
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
      const [last = '', ...before] = chunksOf(body, PIECE).toReversed()
      for (const piece of before.toReversed()) await page.evaluate(push(piece))
      // A single call, because each round trip to the browser takes longer than a small change.
      shown.isText = !DECODED_AT_LAYOUT.test(head) && !DECODED_AT_LAYOUT.test(body)
      await page.evaluate(`${push(last)}\n${shown.isText ? HIDE : UNHIDE}\n${PUT}\n${shown.isText ? '' : SETTLED}`)
      shown.head = head
    } else {
      shown.isText = false
      await settle(page)
    }
  }
  return { show, isReady: () => shown.isText }
}

/** Elements that are decoded only when they are laid out. */
const DECODED_AT_LAYOUT = /<(?:img|image|video)\b|url\(["']?data:image/i

/** Whether the page has this size, at one pixel per CSS pixel. */
function isViewed(page: Page, { width, height }: Viewport): boolean {
  const now = page.viewport()
  return now?.width === width && now.height === height && now.deviceScaleFactor === 1
}

function push(piece: string): string {
  return `(window.pieces ??= []).push(${JSON.stringify(piece)});`
}

async function open(page: Page, session: CDPSession, html: string): Promise<void> {
  if (html.length > PIECE) {
    for (const piece of chunksOf(html, PIECE)) await page.evaluate(`document.write(${JSON.stringify(piece)})`)
    await page.evaluate('document.close()')
  } else {
    const { frameTree } = await session.send('Page.getFrameTree')
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  }
}

/** Resolves when the document's fonts are loaded and its images decoded. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(SETTLED)
}

/** In UTF-16 units. Chromium exits on a message of 100 MiB, and one unit can take six bytes there. */
const PIECE = 2 ** 24

const FONTS_LOADED =
  'Promise.all(Array.from(document.fonts, (font) => font.load().catch(() => undefined))).then(() => undefined)'

/**
 * Hides a document, which would otherwise first be laid out for the screen; that takes half as long as measuring it.
 */
const HIDE = `{
  const hidden = new CSSStyleSheet({ media: 'screen' })
  hidden.replaceSync('body{display:none}')
  document.adoptedStyleSheets = [hidden]
}`

/**
 * Runs before anything that examines the document. A document of text alone is laid out only then, or when it is
 * printed.
 */
export const UNHIDE = 'document.adoptedStyleSheets = [];'

const PUT = `{
  document.body.innerHTML = (window.pieces ?? []).join('')
  delete window.pieces
  scrollTo(0, 0)
}`

/**
 * Waits until everything is loaded. Fonts begin to load when the layout first needs them, and some only after others,
 * so layout is forced until none is pending. A lazy image outside the view would never be decoded. A document of text
 * alone with loaded fonts skips all this: it is laid out when it is measured or printed, at other sizes.
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
