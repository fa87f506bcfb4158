import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'puppeteer-core'
import { pressS } from '../support/in-view.ts'
import { RAN } from './payloads.ts'

/** Forbidden actions of a deck; all lists are empty for a good one. */
export interface Trouble {
  /** What hostile scripts wrote to the console, in any frame and window. */
  readonly ran: string[]
  readonly dialogs: string[]
  readonly requests: string[]
  /** Windows other than the speaker's, and addresses that a page went to. */
  readonly windows: string[]
  /** Actions that only the policy of the page stopped: they should not have got that far. */
  readonly blocked: string[]
}

/**
 * Opens a deck like a speaker, in a separate context: walks through all slides, touches and presses everything, opens
 * the speaker window and walks again.
 */
export async function watch(browser: Browser, path: string): Promise<Trouble> {
  const context = await browser.createBrowserContext()
  const trouble: Trouble = { ran: [], dialogs: [], requests: [], windows: [], blocked: [] }
  const address = pathToFileURL(path).href
  try {
    const page = await context.newPage()
    // A window that a link opens would hide the page: it would not be drawn, and a key pressed meanwhile would be lost.
    await page.emulateFocusedPage(true)
    listen(page, address, trouble)
    const known = new Set([page.target()])
    await page.goto(address)
    await page.waitForFunction('Reveal.isReady()', { polling: 50 })
    await walk(page)
    await pressAll(page)
    await settled(page)
    const speaker = await pressS(
      page,
      speakerOf(page, (opened) => listen(opened, address, trouble)),
    )
    known.add(speaker.target())
    await walk(page)
    await showsNotesOf(page, speaker)
    const strangers = context.targets().filter((target) => target.type() === 'page' && !known.has(target))
    trouble.windows.push(...strangers.map((target) => target.url()))
    if (!isOf(address, page.url())) trouble.windows.push(page.url())
    return trouble
  } finally {
    await closed(context)
  }
}

function listen(page: Page, address: string, trouble: Trouble): void {
  page.setDefaultTimeout(0)
  page.on('console', (message) => {
    if (message.text() === RAN) trouble.ran.push(message.text())
    else if (/Content Security Policy/i.test(message.text())) trouble.blocked.push(message.text())
  })
  page.on('dialog', (dialog) => {
    trouble.dialogs.push(dialog.message())
    dialog.dismiss().catch(() => undefined)
  })
  page.on('request', (request) => {
    if (!isOf(address, request.url()) && !/^(?:data|about|blob):/.test(request.url()))
      trouble.requests.push(request.url())
  })
}

function isOf(address: string, url: string): boolean {
  return url.replace(/[?#].*$/, '') === address
}

interface Walking {
  readonly Reveal: {
    slide(index: number): void
    next(): void
    isLastSlide(): boolean
    availableFragments(): { readonly next: boolean }
  }
}

/** Goes from the first slide to the last, step by step; each is drawn before the next. */
async function walk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { Reveal } = window as unknown as Walking
    Reveal.slide(0)
    while (!Reveal.isLastSlide() || Reveal.availableFragments().next) {
      Reveal.next()
      await new Promise((drawn) => requestAnimationFrame(drawn))
    }
  })
}

/** Moves the mouse over everything, focuses it and presses it. */
async function pressAll(page: Page): Promise<void> {
  await page.evaluate((leadingOut) => {
    for (const element of document.querySelectorAll('.slides *')) {
      if (element.closest(leadingOut)) continue
      for (const type of ['mouseover', 'focus']) element.dispatchEvent(new Event(type, { bubbles: true }))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }
  }, LEADING_OUT)
}

/** Links that a reader may follow out of the deck, into a window without access to it. */
const LEADING_OUT = ['http://', 'https://', 'mailto:']
  .map((start) => `a[href^="${start}"][target="_blank"][rel="noopener noreferrer"]`)
  .join(',')

/** Finds the speaker's window among those that a page opens. `heard` is called with each at once. */
function speakerOf(page: Page, heard: (opened: Page) => void): Promise<Page> {
  return new Promise((resolve) => {
    page.on('popup', (opened) => {
      if (opened === null) return
      heard(opened)
      opened
        .waitForSelector('.speaker-list [aria-current]')
        .then(() => resolve(opened))
        // A foreign window.
        .catch(() => undefined)
    })
  })
}

/** Goes to a slide with a note and waits until the speaker window shows it. */
async function showsNotesOf(page: Page, speaker: Page): Promise<void> {
  const note = await page.evaluate(() => {
    const { Reveal } = window as unknown as Walking
    const notes = [...document.querySelectorAll('.slides section')].map(
      (section) => section.querySelector('aside.notes')?.textContent?.replace(/\s+/g, '') ?? '',
    )
    const index = notes.findLastIndex((text) => text !== '')
    Reveal.slide(index)
    return notes[index] ?? ''
  })
  await speaker.waitForFunction((text) => document.body.textContent.replace(/\s+/g, '').includes(text), {}, note)
  await settled(speaker)
}

/**
 * In milliseconds. There is no event for things that do not happen; those that do, such as an image that fails to load,
 * take one or two.
 */
const CALM = 50

/** Waits until everything that was begun has ended. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
  await setTimeout(CALM)
}

async function closed(context: BrowserContext): Promise<void> {
  await context.close().catch(() => undefined)
}
