import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer-core'
import { expect } from 'vitest'

/** Requests and errors that a window should not have caused. */
export interface Trouble {
  readonly requests: string[]
  readonly errors: string[]
}

/**
 * Records the requests of a page, except those beginning with `own`, and its errors. Waits in the page time out before
 * the test does, so that the error says which wait failed.
 */
export function watch(page: Page, own: string, trouble: Trouble): Page {
  page.setDefaultTimeout(240_000)
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(?:data|about|blob):/.test(request.url()))
      trouble.requests.push(request.url())
  })
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) trouble.errors.push(message.text())
  })
  page.on('pageerror', (error) => trouble.errors.push(String(error)))
  return page
}

/** Opens a deck and waits until its slides can be changed. */
export async function openDeck(browser: Browser, address: string, trouble: Trouble): Promise<Page> {
  const page = watch(await browser.newPage(), address.replace(/[?#].*$/, ''), trouble)
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(address)
  await isReady(page)
  return page
}

async function isReady(page: Page): Promise<void> {
  await page.waitForFunction('window.Reveal?.isReady() && document.querySelector(".stage-toast") !== null', POLLING)
}

/** A window behind another draws nothing, so there is no wait for a frame. */
export const POLLING = { polling: 50 }

/** Opens the speaker's window with S. The page may still be reloading. */
export async function openSpeaker(page: Page, trouble: Trouble): Promise<Page> {
  await isReady(page)
  const popup = new Promise<Page>((resolve) => page.once('popup', (opened) => opened !== null && resolve(opened)))
  await page.bringToFront()
  // A window that was just closed may still take the focus, and a page without the focus may lose a key.
  await page.emulateFocusedPage(true)
  const speaker = watch(await pressS(page, popup), page.url().replace(/[?#].*$/, ''), trouble)
  await page.emulateFocusedPage(false)
  await speaker.setViewport({ width: 1280, height: 800 })
  await speaker.waitForSelector('.speaker-list [aria-current]')
  return speaker
}

/** Presses S until a window is open. On a busy machine, a headless browser may drop a key, or never confirm it. */
export async function pressS(page: Page, opened: Promise<Page>): Promise<Page> {
  for (let attempt = 1; ; attempt++) {
    void page.keyboard.press('s').catch(() => undefined)
    const speaker = await Promise.race([opened, setTimeout(KEY_TIME, null, { ref: false })])
    if (speaker !== null) return speaker
    const state = await page.evaluate(() => [document.readyState, document.visibilityState, document.hasFocus()].join())
    const message = `S opened no window in attempt ${attempt}. The state of the page: ${state}.`
    if (attempt === ATTEMPTS) throw new Error(message)
    console.warn(message)
  }
}

/** In milliseconds: many times what a window takes to open on a busy machine. */
const KEY_TIME = 30_000
const ATTEMPTS = 3

/** Returns the id of the slide in view. */
export function idInView(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('.slides section.present')?.id ?? '')
}

/** Waits until a slide is in view. */
export async function showsSlide(page: Page, id: string): Promise<void> {
  const inView = page.waitForFunction((id) => document.querySelector('.slides section.present')?.id === id, POLLING, id)
  await expect(inView).resolves.toBeDefined()
}

/** Waits until an element contains a text. */
export async function shows(page: Page, selector: string, text: string): Promise<void> {
  const shown = page.waitForFunction(
    (selector, text) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').includes(text),
    POLLING,
    selector,
    text,
  )
  await expect(shown).resolves.toBeDefined()
}

/** Waits until the speaker's timer has counted a second: longer, perhaps, on a busy machine. */
export async function countsTime(speaker: Page): Promise<void> {
  const counts = speaker.waitForFunction(
    () => /[1-9]/.test(document.querySelectorAll('.speaker-figure-value')[1]?.textContent ?? ''),
    POLLING,
  )
  await expect(counts).resolves.toBeDefined()
}

/** Waits until no dialog is open: some browsers close one a moment later, and until then the dialog gets the keys. */
export async function showsNoDialog(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null, POLLING)
}
