import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { withChrome } from './support/chrome.ts'

const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'

const folder = mkdtempSync(join(tmpdir(), 'lectern-stage-'))
const path = join(folder, 'talk.html')
let made: Conversion

beforeAll(async () => {
  made = await convert(
    new VFile({ path: EXAMPLE, value: readFileSync(EXAMPLE) }),
    { formats: ['html'] },
    { browser: null },
  )
  writeFileSync(path, made.files.get('nato-rutte.html') ?? '')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a page asked for and complained of. */
interface Trouble {
  readonly requests: string[]
  readonly errors: string[]
}

function watch(page: Page, trouble: Trouble): Page {
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(pathToFileURL(path).href) || /^(?:data|about|blob):/.test(request.url())
    if (!isOwn) trouble.requests.push(request.url())
  })
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) trouble.errors.push(message.text())
  })
  page.on('pageerror', (error) => trouble.errors.push(String(error)))
  return page
}

async function openDeck(browser: Browser, trouble: Trouble): Promise<Page> {
  const page = watch(await browser.newPage(), trouble)
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(pathToFileURL(path).href)
  await page.waitForFunction('Reveal.isReady()')
  return page
}

/** The slide in view: its id, and the words that can be seen on it. */
function inView(page: Page): Promise<{ id: string; text: string }> {
  return page.evaluate(() => {
    const section = document.querySelector<HTMLElement>('.slides section.present')
    return { id: section?.id ?? '', text: section?.querySelector<HTMLElement>('.slide')?.textContent ?? '' }
  })
}

describe('the deck from disk', () => {
  test('walks from the first slide to the last by key, without an error and without a request', async () => {
    await withChrome(async (browser) => {
      const trouble: Trouble = { requests: [], errors: [] }
      const page = await openDeck(browser, trouble)
      const walked: string[] = [(await inView(page)).id]
      for (const slide of made.deck.slides.slice(1)) {
        await page.keyboard.press('ArrowRight')
        await page.waitForFunction((id) => document.querySelector('.slides section.present')?.id === id, {}, slide.id)
        const { id, text } = await inView(page)
        walked.push(id)
        expect(text.trim()).not.toBe('')
      }
      expect(walked).toEqual(made.deck.slides.map(({ id }) => id))
      expect(await page.evaluate('Reveal.isLastSlide()')).toBe(true)
      expect(trouble).toEqual({ requests: [], errors: [] })
    })
  })

  test('opens a speaker view with S that shows the notes of the slide in view and follows it', async () => {
    await withChrome(async (browser) => {
      const trouble: Trouble = { requests: [], errors: [] }
      const page = await openDeck(browser, trouble)
      const popup = new Promise<Page>((resolve) => page.once('popup', (opened) => opened !== null && resolve(opened)))
      await page.keyboard.press('s')
      const speaker = watch(await popup, trouble)
      const spoken = made.deck.slides.findIndex(({ note }) => note.sentences.length > 0)
      await page.evaluate(
        (index) => (window as unknown as { Reveal: { slide(index: number): void } }).Reveal.slide(index),
        spoken,
      )
      const sentence = made.deck.slides[spoken]?.note.sentences[0]?.text ?? ''
      await speaker.waitForFunction((text) => document.body.textContent.includes(text), {}, sentence)
      await speaker.waitForFunction(() => document.querySelectorAll('iframe').length === 2)
      const next = made.deck.slides[spoken + 1]
      await page.keyboard.press('ArrowRight')
      await speaker.waitForFunction(
        (text) => document.body.textContent.includes(text),
        {},
        next?.note.sentences[0]?.text ?? '',
      )
      const previewed = () => {
        const previews = speaker.frames().filter((frame) => frame !== speaker.mainFrame())
        return Promise.all(
          previews.map((frame) => frame.evaluate(() => document.querySelector('.slides section.present')?.id)),
        )
      }
      const [current, upcoming] = [next?.id, made.deck.slides[spoken + 2]?.id]
      await expect.poll(previewed, { timeout: 10_000 }).toEqual(expect.arrayContaining([current, upcoming]))
      expect(trouble).toEqual({ requests: [], errors: [] })
    })
  })

  test('holds its policy: what an article could smuggle in does not load', async () => {
    const html = readFileSync(path, 'utf8')
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/i.exec(html)?.[1] ?? ''
    expect(policy).toContain(
      'default-src &#x27;none&#x27;'.replaceAll('&#x27;', policy.includes('&#x27;') ? '&#x27;' : "'"),
    )
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
  })
})
