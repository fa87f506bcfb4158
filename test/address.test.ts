import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { oneChrome } from './safety/watched.ts'
import { openDeck, showsSlide, type Trouble } from './support/in-view.ts'

const ARTICLE = `---
stepped: true
---

# The Floods of the Quay

## 2014

The quay was under water for two days. The shops opened again in March.

## 2019

The water rose faster than in any year before. Nobody had moved the boats.

## Since then

The gauge rings a bell. The shops keep boards beside their doors.
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-address-'))
const address = pathToFileURL(join(folder, 'talk.html')).href
const chrome = oneChrome()
const trouble: Trouble = { requests: [], errors: [] }

beforeAll(async () => {
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['html'] }, { browser: null })
  writeFileSync(join(folder, 'talk.html'), files.get('talk.html') ?? '')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(trouble).toEqual({ requests: [], errors: [] })
})

async function withDeck(hash: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openDeck(chrome(), `${address}${hash}`, trouble)
  await use(page)
  await page.close()
}

const printedNumber = (page: Page) => page.$eval('section.present .foot-number', (number) => number.textContent)

test('a number in the address opens the slide with that number', async () => {
  await withDeck('#/3', async (page) => {
    expect(await printedNumber(page)).toBe('3')
    await page.evaluate(() => {
      location.hash = '#/2'
    })
    await page.waitForFunction(() => document.querySelector('section.present .foot-number')?.textContent === '2')
  })
})

test('a slide whose id is a number has its id in the address, with its step', async () => {
  const id = '2019'
  await withDeck(`#/${id}`, async (page) => {
    await showsSlide(page, id)
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => location.hash)).toBe(`#/${id}/0`)
    await page.reload()
    await page.waitForSelector('.stage-toast')
    await showsSlide(page, id)
    expect(await page.$$eval('section.present .fragment.visible', (steps) => steps.length)).toBe(1)
    await page.evaluate(() => {
      location.hash = '#/2014'
    })
    await showsSlide(page, '2014')
  })
})

test('the address can be copied as soon as a slide or a step is shown', async () => {
  await withDeck('', async (page) => {
    const seen = await page.evaluate(() => {
      const { Reveal } = window as unknown as {
        readonly Reveal: { next(): void; getSlidePath(): string }
      }
      const addresses: (readonly [string, string])[] = []
      for (let count = 0; count < 8; count++) {
        Reveal.next()
        addresses.push([location.hash, `#${Reveal.getSlidePath()}`])
      }
      return addresses
    })
    expect(new Set(seen.map(([hash]) => hash)).size).toBe(8)
    for (const [hash, path] of seen) expect(hash).toBe(path)
  })
})
