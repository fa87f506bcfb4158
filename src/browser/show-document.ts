// Shows documents in a browser page, quickly.

import type { Html } from '../model/html.ts'
import type { Viewport } from './browser-page.ts'
import type { CDPSession, Page } from './puppeteer.ts'
import { chunksOf } from './text-chunks.ts'

/** The default size of a page. */
export const CANVAS: Viewport = { width: 1280, height: 720 }

/** Shows documents in a page, and remembers the current one. */
export interface DocumentViewer {
  show(html: Html | string, viewport: Viewport): Promise<void>
  /** Whether the document contains only text and its fonts are loaded, so that it can be printed without waiting. */
  isReady(): boolean
}

/**
 * Makes a viewer that shows documents in a page, each in place of the one before. Starting from a blank page is
 * fastest, and keeps relative links from becoming absolute addresses in a PDF. The fonts of the head are loaded before
 * the body is inserted, so that the body is laid out only once.
 */
export function documentViewer(page: Page, session: CDPSession): DocumentViewer {
  const shown: { head: string | null; isBlank: boolean; isTextOnly: boolean } = {
    head: null,
    isBlank: true,
    isTextOnly: false,
  }
  const show = async (html: Html | string, viewport: Viewport) => {
    if (!hasViewport(page, viewport)) await page.setViewport({ ...viewport, deviceScaleFactor: 1 })
    const { head, body } = typeof html === 'string' ? { head: html, body: null } : html
    if (body === null || head !== shown.head) {
      if (!shown.isBlank) await page.goto('about:blank')
      shown.isBlank = false
      shown.head = null
      await open(page, session, head)
    }
    if (body !== null) {
      if (shown.head === null) await page.evaluate(LOAD_FONTS)
      const [last = '', ...others] = chunksOf(body, MAX_PIECE_LENGTH).toReversed()
      for (const piece of others.toReversed()) await page.evaluate(addPieceScript(piece))
      // A single call, because each round trip to the browser takes longer than a small change.
      shown.isTextOnly = !DECODED_AT_LAYOUT.test(head) && !DECODED_AT_LAYOUT.test(body)
      await page.evaluate(
        `${addPieceScript(last)}\n${shown.isTextOnly ? HIDE : UNHIDE}\n${INSERT_BODY}\n${shown.isTextOnly ? '' : SETTLE}`,
      )
      shown.head = head
    } else {
      shown.isTextOnly = false
      await settle(page)
    }
  }
  return { show, isReady: () => shown.isTextOnly }
}

/** Matches images and videos, which are decoded only when they are laid out. */
const DECODED_AT_LAYOUT = /<(?:img|image|video)\b|url\(["']?data:image/i

/** Whether the page has this size, at one pixel per CSS pixel. */
function hasViewport(page: Page, { width, height }: Viewport): boolean {
  const current = page.viewport()
  return current?.width === width && current.height === height && current.deviceScaleFactor === 1
}

/** Writes a script that stores a piece of the body in the page. */
function addPieceScript(piece: string): string {
  return `(window.pieces ??= []).push(${JSON.stringify(piece)});`
}

async function open(page: Page, session: CDPSession, html: string): Promise<void> {
  if (html.length > MAX_PIECE_LENGTH) {
    for (const piece of chunksOf(html, MAX_PIECE_LENGTH))
      await page.evaluate(`document.write(${JSON.stringify(piece)})`)
    await page.evaluate('document.close()')
  } else {
    const { frameTree } = await session.send('Page.getFrameTree')
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  }
}

/** Waits until the document's fonts are loaded and its images decoded. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(SETTLE)
}

/** In UTF-16 units. Chromium exits on a message of 100 MiB, and one unit can take six bytes in it. */
const MAX_PIECE_LENGTH = 2 ** 24

const LOAD_FONTS =
  'Promise.all(Array.from(document.fonts, (font) => font.load().catch(() => undefined))).then(() => undefined)'

/**
 * Hides the document, so that it is not laid out for the screen before it is measured or printed. Such a layout would
 * take half as long as measuring.
 */
export const HIDE = `{
  const hidden = new CSSStyleSheet({ media: 'screen' })
  hidden.replaceSync('body{display:none}')
  document.adoptedStyleSheets = [hidden]
}`

/**
 * Shows a hidden document again. Runs before anything that examines the document: one that contains only text is not
 * laid out until then, unless it is printed.
 */
export const UNHIDE = 'document.adoptedStyleSheets = [];'

const INSERT_BODY = `{
  document.body.innerHTML = (window.pieces ?? []).join('')
  delete window.pieces
  scrollTo(0, 0)
}`

/**
 * Waits until everything is loaded. Fonts begin to load when the layout first needs them, and some only after others
 * have loaded, so layout is forced until none is pending. Images are made eager, because a lazy one outside the
 * viewport would never be decoded. Not needed for a document that contains only text and whose fonts are loaded, which
 * is laid out when it is measured or printed.
 */
const SETTLE = `(async () => {
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
