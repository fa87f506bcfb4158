import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { readPdf } from '../src/export/read-pdf.ts'
import { loadPdfReader } from '../src/util/pdf-reader.ts'
import { oneChrome } from './safety/watched.ts'
import { openDeck, openSpeaker, POLLING, showsSlide, type Trouble } from './support/in-view.ts'

const NAMES = ['Gauges', 'Floats', 'Pipes', 'Bells', 'Boards', 'Boats', 'Sluices']
const ARTICLE = `---
stepped: true
event: fair.yaml
---

# Tides

${NAMES.map((name) => `## ${name}\n\nThe ${name.toLowerCase()} are read at noon. The keeper paints all of them in March.\n`).join('\n')}
$$
\\frac{2 \\pi t}{12.42}
$$
`

const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true }

const folder = mkdtempSync(join(tmpdir(), 'lectern-screens-'))
const address = pathToFileURL(join(folder, 'talk.html')).href
const chrome = oneChrome()
const trouble: Trouble = { requests: [], errors: [] }
const made = { slides: 0 }

beforeAll(async () => {
  writeFileSync(join(folder, 'fair.yaml'), 'name: Harbour Days\naddress: https://harbour-days.example\n')
  const file = new VFile({ path: join(folder, 'talk.md'), value: ARTICLE })
  const { deck, files } = await convert(file, { formats: ['html'] }, { browser: null })
  made.slides = deck.slides.length
  writeFileSync(join(folder, 'talk.html'), files.get('talk.html') ?? '')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(trouble).toEqual({ requests: [], errors: [] })
})

async function withDeck(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openDeck(chrome(), address, trouble)
  await use(page)
  await page.close()
}

test('a slide fills a 4K screen', async () => {
  await withDeck(async (page) => {
    await page.setViewport({ width: 3840, height: 2160 })
    await page.waitForFunction(
      () => document.querySelector('section.present .slide')?.getBoundingClientRect().width === 3840,
      POLLING,
    )
    await page.keyboard.press('o')
    const name = await page.$eval('.overview-name', (each) => Number.parseFloat(getComputedStyle(each).fontSize))
    expect(name, 'the size of names below pictures').toBeGreaterThan(24)
  })
})

test('slides follow each other on a phone with all their steps, which come back on a wider screen', async () => {
  await withDeck(async (page) => {
    const steps = () => page.$$eval('.slides .fragment', (all) => all.length)
    const all = await steps()
    expect(all).toBeGreaterThan(NAMES.length)
    await page.setViewport(PHONE)
    await page.waitForSelector('.reveal-scroll .scroll-page')
    const { heights, hidden } = await page.evaluate(() => ({
      heights: [...document.querySelectorAll('.scroll-page')].map((each) => each.getBoundingClientRect().height),
      hidden: [...document.querySelectorAll('.step')].filter((each) => getComputedStyle(each).opacity !== '1').length,
    }))
    expect(Math.max(...heights)).toBeLessThan(250)
    expect(hidden).toBe(0)
    await page.setViewport({ width: 844, height: 390 })
    await page.waitForFunction((all) => document.querySelectorAll('.slides .fragment').length === all, POLLING, all)
    await page.evaluate(() => {
      location.hash = '#/gauges'
    })
    await showsSlide(page, 'gauges')
    for (const visible of [0, 1]) {
      expect(await page.$$eval('section.present .fragment.visible', (shown) => shown.length)).toBe(visible)
      await page.keyboard.press('PageDown')
    }
  })
})

test.each([
  ['an enlarged deck', (page: Page) => page.keyboard.press('+')],
  ['a phone', (page: Page) => page.setViewport(PHONE)],
])('prints one slide a page from %s', async (_, prepare) => {
  await withDeck(async (page) => {
    await prepare(page)
    await page.waitForFunction(() => [...document.fonts].every(({ status }) => status === 'loaded'), POLLING)
    const { pages } = await readPdf(await loadPdfReader(), await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toHaveLength(made.slides)
    const numbers = pages.slice(1, -1).map((words, index) => words.includes(String(index + 2)))
    expect(numbers).not.toContain(false)
  })
})

test('the text of slides that were not shown yet is printed, too', async () => {
  await withDeck(async (page) => {
    const formulas = await page.$$eval('.katex-html', (all) => all.length)
    expect(formulas).toBeGreaterThan(0)
    const loaded = page.waitForFunction(() => [...document.fonts].every(({ status }) => status === 'loaded'), POLLING)
    await expect(loaded).resolves.toBeDefined()
  })
})

test('the laser pointer and the QR code can be seen in high contrast', async () => {
  await withDeck(async (page) => {
    const session = await page.createCDPSession()
    const dark = { name: 'prefers-color-scheme', value: 'dark' }
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, dark] })
    await page.keyboard.press('l')
    await page.keyboard.press('End')
    const grounds = await page.evaluate(() =>
      [
        getComputedStyle(document.querySelector('.stage-dot') ?? document.body, '::after'),
        getComputedStyle(document.querySelector('.qr-code') ?? document.body),
      ].map(({ backgroundColor }) => backgroundColor),
    )
    expect(grounds).toEqual(['rgb(255, 31, 45)', 'rgb(255, 255, 255)'])
  })
})

test('the list of keys opens at its beginning in a small window', async () => {
  await withDeck(async (page) => {
    await page.setViewport({ width: 640, height: 360 })
    await page.keyboard.press('?')
    const { top, overflow } = await page.$eval('.stage-help', (help) => ({
      top: help.scrollTop,
      overflow: help.scrollHeight - help.clientHeight,
    }))
    expect(overflow).toBeGreaterThan(100)
    expect(top).toBe(0)
  })
})

test('the speaker’s view shows the current slide in its list, fills its boxes without it, and has its own title', async () => {
  await withDeck(async (page) => {
    const speaker = await openSpeaker(page, trouble)
    await speaker.setViewport({ width: 1280, height: 500 })
    expect(await speaker.title()).toBe('Speaker view: Tides')
    for (const key of ['End', 'Home'] as const) {
      await speaker.keyboard.press(key)
      const isInView = await speaker.$eval('.list-slide[aria-current]', (entry) => {
        const [one, list] = [entry, entry.closest('.speaker-list') ?? entry].map((each) => each.getBoundingClientRect())
        return one !== undefined && list !== undefined && one.top > list.top - 1 && one.bottom < list.bottom + 1
      })
      expect(isInView, key).toBe(true)
    }
    const filled = () =>
      speaker.evaluate(() =>
        ['.speaker-current', '.speaker-next-slide'].map((name) => {
          const box = document.querySelector(name)
          const slide = box?.querySelector('.present .slide, :scope > .slide')
          return Math.round((slide?.getBoundingClientRect().width ?? 0) - (box?.getBoundingClientRect().width ?? 0))
        }),
      )
    const before = await speaker.$eval('.speaker-current', (box) => box.clientWidth)
    await speaker.keyboard.press('o')
    await speaker.waitForFunction(
      (before) => (document.querySelector('.speaker-current')?.clientWidth ?? 0) > before,
      POLLING,
      before,
    )
    // Boxes are observed before a frame is drawn.
    await speaker.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    // They are as wide as the slides, up to a rounded aspect ratio.
    for (const difference of await filled()) expect(Math.abs(difference)).toBeLessThan(6)
    await speaker.close()
  })
})
