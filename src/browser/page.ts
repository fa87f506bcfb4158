// Implements `BrowserPage` with Puppeteer.

import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { unlessAborted } from '../model/unless-aborted.ts'
import type { BrowserPage, PageTask, View } from './browser-page.ts'
import { cutOuts } from './cut-outs.ts'
import { BrowserDied } from './errors.ts'
import { ANSWER_LIMIT } from './launch.ts'
import { type Browser, type CDPSession, type Page, ProtocolError, TimeoutError } from './puppeteer.ts'
import { CANVAS, documentViewer, settle, UNHIDE } from './show-document.ts'
import { lackOfSpace } from './temporary-space.ts'

/**
 * A running browser in which pages can be opened. `gone` aborts when it dies, with the error to throw as its reason.
 */
export interface PageOpener {
  readonly browser: Browser
  /** The browser's own session. It stays open, because without it Puppeteer would lose track of the browser. */
  readonly session: Promise<CDPSession>
  readonly gone: AbortSignal
}

/** Opens a fresh page for `use` and closes it afterwards, even if `use` fails. */
export async function usePage<T>(opener: PageOpener, use: (page: BrowserPage) => Promise<T>): Promise<T> {
  const page = await withBrowserErrors(opener, openPage(opener))
  page.setDefaultTimeout(ANSWER_LIMIT)
  const crashed = new AbortController()
  page.once('error', () => crashed.abort(new BrowserDied(lackOfSpace() ?? CRASHED)))
  page.on('dialog', (dialog) => void dialog.dismiss().catch(ignore))
  const gone = AbortSignal.any([opener.gone, crashed.signal])
  try {
    const session = await withBrowserErrors(opener, blockRequests(page))
    return await unlessAborted(gone, use(browserPage(page, session, { ...opener, gone })))
  } finally {
    await unlessAborted(gone, page.close()).catch(ignore)
  }
}

const CRASHED =
  'The browser ran out of memory or failed while laying out a page. Close other programs and run it again, ' +
  'or name another browser with --browser.'

const NO_ANSWER = `The browser did not answer for ${ANSWER_LIMIT / 60_000} minutes. Run it again, or name another browser with --browser.`

/**
 * Returns the result of the work. If the browser fails meanwhile, throws a `BrowserDied` that says how, instead of
 * waiting for ever.
 */
async function withBrowserErrors<T>({ browser, gone }: PageOpener, work: Promise<T>): Promise<T> {
  try {
    return await unlessAborted(gone, work)
  } catch (error) {
    // The pipe closes before the process has exited, and the error should say how it exited.
    if (!browser.connected) return unlessAborted(gone, new Promise(() => undefined))
    if (isSilence(error)) throw new BrowserDied(NO_ANSWER)
    if (error instanceof ProtocolError) throw new BrowserDied(lackOfSpace() ?? FAILED, { cause: error })
    throw error
  }
}

const FAILED = 'The browser could not finish a page. Run it again, or name another browser with --browser.'

function isSilence(error: unknown): boolean {
  return error instanceof TimeoutError || (error instanceof ProtocolError && error.message.includes('timed out'))
}

/**
 * Opens a page without `newPage`, which leaves a timer that keeps Node alive for half a minute if the browser exits
 * meanwhile.
 */
async function openPage({ browser, session, gone }: PageOpener): Promise<Page> {
  const url = `about:blank#${randomUUID()}`
  const opened = browser.waitForTarget((target) => target.url() === url, { signal: gone, timeout: ANSWER_LIMIT })
  opened.catch(ignore)
  await (await session).send('Target.createTarget', { url })
  const page = await (await opened).page()
  if (page === null) throw new BrowserDied(CRASHED)
  return page
}

/** Blocks every request of the page except `data:` URLs, which never leave it. */
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
    // The value of the script may be a library, which cannot be sent back.
    run: (script) => withBrowserErrors(opener, page.evaluate(`${UNHIDE}${script}\n;undefined`) as Promise<void>),
    evaluateWithin: (limit, task, ...args) =>
      withBrowserErrors(opener, within(limit, session, evaluate(page, task, args))),
    pdf: (printing) => withBrowserErrors(opener, (isReady() ? pdf : printSettled)(page, printing)),
    picture: (view) => withBrowserErrors(opener, picture(page, view)),
    cutOuts: (areas, scale) => withBrowserErrors(opener, cutOuts(page, session, { areas, scale })),
  }
}

function evaluate<Arguments extends readonly unknown[], Result>(
  page: Page,
  task: PageTask<Arguments, Result>,
  args: Arguments,
): Promise<Result> {
  return page.evaluate(`${UNHIDE}(${task})(...${JSON.stringify(args)})`) as Promise<Result>
}

/**
 * Returns the result of a script in the page; null if it takes longer than `limit`, in which case the script is
 * stopped.
 */
async function within<Result>(limit: number, session: CDPSession, work: Promise<Result>): Promise<Result | null> {
  const done = new AbortController()
  const timeout = setTimeout(limit, null, { signal: done.signal }).catch(() => null)
  const result = await Promise.race([work.then((value) => ({ value })), timeout]).finally(() => done.abort())
  if (result !== null) return result.value
  work.catch(ignore)
  await session.send('Runtime.terminateExecution').catch(ignore)
  return null
}

/** Prints a page after its fonts are loaded: print may need fonts that the screen did not. */
async function printSettled(page: Page, printing?: () => void): Promise<Uint8Array> {
  await page.emulateMediaType('print')
  try {
    await settle(page)
    return await pdf(page, printing)
  } finally {
    await page.emulateMediaType()
  }
}

async function pdf(page: Page, printing: () => void = ignore): Promise<Uint8Array> {
  const printed = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: ANSWER_LIMIT,
  })
  // By now the browser has received the command.
  setImmediate(printing)
  return await printed
}

async function picture(page: Page, { width, height, top, scale }: View): Promise<Uint8Array> {
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await page.evaluate(`${UNHIDE}scrollTo(0, ${top})`)
  await page.evaluate(DRAWN)
  return page.screenshot({ type: 'png', captureBeyondViewport: false })
}

/** Waits two frames: on a busy machine, a screenshot may otherwise be taken before the scrolled page is painted. */
const DRAWN = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))'

function ignore(): void {}
