// Implements `BrowserPage` with Puppeteer.

import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { ignore } from '../model/sources.ts'
import { unlessAborted } from '../util/unless-aborted.ts'
import type { BrowserPage, PageTask, View } from './browser-page.ts'
import { captureAreas } from './capture-areas.ts'
import { BrowserDiedError } from './errors.ts'
import { RESPONSE_TIMEOUT } from './launch-browser.ts'
import { type Browser, type CDPSession, type Page, ProtocolError, TimeoutError } from './puppeteer.ts'
import { CANVAS, documentViewer, HIDE, settle, UNHIDE } from './show-document.ts'
import { noSpaceMessage } from './temporary-space.ts'

/** A running browser in which pages can be opened. */
export interface PageOpener {
  readonly browser: Browser
  /** The browser's own session. It stays open, because without it Puppeteer would lose track of the browser. */
  readonly session: Promise<CDPSession>
  /** Aborts when the browser dies; its reason is the error to throw. */
  readonly deathSignal: AbortSignal
}

/** Opens a new page for `use` and closes it afterwards, even if `use` fails. */
export async function usePage<T>(opener: PageOpener, use: (page: BrowserPage) => Promise<T>): Promise<T> {
  const page = await withBrowserErrors(opener, openPage(opener))
  page.setDefaultTimeout(RESPONSE_TIMEOUT)
  const crashController = new AbortController()
  page.once('error', () => crashController.abort(new BrowserDiedError(noSpaceMessage() ?? CRASH_MESSAGE)))
  page.on('dialog', (dialog) => void dialog.dismiss().catch(ignore))
  const deathSignal = AbortSignal.any([opener.deathSignal, crashController.signal])
  try {
    const session = await withBrowserErrors(opener, blockRequests(page))
    return await unlessAborted(deathSignal, use(browserPage(page, session, { ...opener, deathSignal })))
  } finally {
    await unlessAborted(deathSignal, page.close()).catch(ignore)
  }
}

const CRASH_MESSAGE =
  'The browser ran out of memory or failed while laying out a page. Close other programs and run Lectern again, ' +
  'or choose another browser with --browser.'

const TIMEOUT_MESSAGE = `The browser did not respond for ${RESPONSE_TIMEOUT / 60_000} minutes. Run Lectern again, or choose another browser with --browser.`

/**
 * Waits for `work`. If the browser fails meanwhile, throws a `BrowserDiedError` that says why, instead of waiting
 * forever.
 */
async function withBrowserErrors<T>({ browser, deathSignal }: PageOpener, work: Promise<T>): Promise<T> {
  try {
    return await unlessAborted(deathSignal, work)
  } catch (error) {
    // The pipe closes before the process exits, and the error should say how it exited.
    if (!browser.connected) return unlessAborted(deathSignal, new Promise(() => undefined))
    if (isTimeout(error)) throw new BrowserDiedError(TIMEOUT_MESSAGE)
    if (error instanceof ProtocolError)
      throw new BrowserDiedError(noSpaceMessage() ?? FAILURE_MESSAGE, { cause: error })
    throw error
  }
}

const FAILURE_MESSAGE =
  'The browser could not finish a page. Run Lectern again, or choose another browser with --browser.'

function isTimeout(error: unknown): boolean {
  return error instanceof TimeoutError || (error instanceof ProtocolError && error.message.includes('timed out'))
}

/**
 * Opens a page without `newPage`, which leaves a timer that keeps Node alive for half a minute if the browser exits
 * meanwhile.
 */
async function openPage({ browser, session, deathSignal }: PageOpener): Promise<Page> {
  const url = `about:blank#${randomUUID()}`
  const opened = browser.waitForTarget((target) => target.url() === url, {
    signal: deathSignal,
    timeout: RESPONSE_TIMEOUT,
  })
  opened.catch(ignore)
  // In a window with several pages, all but one are hidden: they draw no frames, and some images are never decoded.
  await (await session).send('Target.createTarget', { url, newWindow: true })
  const page = await (await opened).page()
  if (page === null) throw new BrowserDiedError(CRASH_MESSAGE)
  return page
}

/** Blocks every request of the page except those for `data:` URLs, which never leave it. */
async function blockRequests(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(ignore)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return session
}

function browserPage(page: Page, session: CDPSession, opener: PageOpener): BrowserPage {
  const { show, isReady } = documentViewer(page, session)
  return {
    show: (html, viewport = CANVAS) => withBrowserErrors(opener, show(html, viewport)),
    evaluate: (task, ...args) => withBrowserErrors(opener, evaluate(page, task, args)),
    evaluateUnpainted: (task, ...args) => withBrowserErrors(opener, evaluateUnpainted(page, task, args)),
    // The value of the script may be a library, which cannot be sent back.
    run: (script) => withBrowserErrors(opener, page.evaluate(`${UNHIDE}${script}\n;undefined`) as Promise<void>),
    evaluateWithin: (limit, task, ...args) =>
      withBrowserErrors(opener, runWithin(limit, session, evaluate(page, task, args))),
    pdf: (onPrinting) => withBrowserErrors(opener, (isReady() ? printPdf : printSettledPdf)(page, onPrinting)),
    screenshot: (view) => withBrowserErrors(opener, screenshot(page, view)),
    captureAreas: (areas, scale) => withBrowserErrors(opener, captureAreas(page, session, { areas, scale })),
  }
}

function evaluate<Arguments extends readonly unknown[], Result>(
  page: Page,
  task: PageTask<Arguments, Result>,
  args: Arguments,
): Promise<Result> {
  return page.evaluate(`${UNHIDE}(${task})(...${JSON.stringify(args)})`) as Promise<Result>
}

function evaluateUnpainted<Arguments extends readonly unknown[], Result>(
  page: Page,
  task: (...args: Arguments) => Result,
  args: Arguments,
): Promise<Result> {
  const script = `{ ${UNHIDE} const result = (${task})(...${JSON.stringify(args)}); ${HIDE} return result }`
  return page.evaluate(`(() => ${script})()`) as Promise<Result>
}

/**
 * Returns the result of a script in the page; null if it takes longer than `limit` milliseconds, in which case the
 * script is stopped.
 */
async function runWithin<Result>(limit: number, session: CDPSession, work: Promise<Result>): Promise<Result | null> {
  const done = new AbortController()
  const timeout = setTimeout(limit, null, { signal: done.signal }).catch(() => null)
  const result = await Promise.race([work.then((value) => ({ value })), timeout]).finally(() => done.abort())
  if (result !== null) return result.value
  work.catch(ignore)
  await session.send('Runtime.terminateExecution').catch(ignore)
  return null
}

/** Prints a page once its fonts and images are loaded. In print, it may need fonts that it did not need on screen. */
async function printSettledPdf(page: Page, onPrinting?: () => void): Promise<Uint8Array> {
  await page.emulateMediaType('print')
  try {
    await settle(page)
    return await printPdf(page, onPrinting)
  } finally {
    await page.emulateMediaType()
  }
}

async function printPdf(page: Page, onPrinting: () => void = ignore): Promise<Uint8Array> {
  const pdf = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: RESPONSE_TIMEOUT,
  })
  // By the next turn of the event loop, `page.pdf()` has sent its command to the browser.
  setImmediate(onPrinting)
  return await pdf
}

async function screenshot(page: Page, { width, height, top, scale }: View): Promise<Uint8Array> {
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await page.evaluate(`${UNHIDE}scrollTo(0, ${top})`)
  await page.evaluate(WAIT_TWO_FRAMES)
  return page.screenshot({ type: 'png', captureBeyondViewport: false })
}

/** Waits two frames: on a busy machine, a screenshot may otherwise be taken before the scrolled page is painted. */
const WAIT_TWO_FRAMES = 'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))'
