import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { oneChrome } from './safety/watched.ts'
import { openDeck, openSpeaker, POLLING, showsSlide, type Trouble } from './support/in-view.ts'

const ARTICLE = `# The lock

## The chamber

![The water of the chamber settles](lock.webm)

## The gates

The gates point upstream. Water presses them shut.
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-media-'))
const address = pathToFileURL(join(folder, 'lock.html')).href
const chrome = oneChrome()
const trouble: Trouble = { requests: [], errors: [] }

beforeAll(async () => {
  const file = new VFile({ path: 'slides/showcase/lock.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['html'] }, { browser: null })
  writeFileSync(join(folder, 'lock.html'), files.get('lock.html') ?? '')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(trouble).toEqual({ requests: [], errors: [] })
})

async function plays(page: Page, expected: boolean): Promise<void> {
  const seen = page.waitForFunction(
    (expected) => document.querySelector<HTMLVideoElement>('section.present video')?.paused === !expected,
    POLLING,
    expected,
  )
  await expect(seen).resolves.toBeDefined()
}

test('Enter plays and stops the video of a slide in the deck and in the speaker’s view, which is silent', async () => {
  const page = await openDeck(chrome(), address, trouble)
  const id = await page.$eval('section:has(video)', (section) => section.id)
  await page.evaluate((id) => {
    location.hash = `#/${id}`
  }, id)
  await showsSlide(page, id)
  const speaker = await openSpeaker(page, trouble)
  await showsSlide(speaker, id)
  // It is short, and must not end before it is stopped.
  for (const each of [page, speaker])
    await each.$eval('video', (video) => {
      video.loop = true
    })
  // A click on the notes focuses them, and Enter does nothing there.
  await speaker.focus('.speaker-note')
  await speaker.keyboard.press('Enter')
  await plays(page, true)
  const isMuted = (each: Page) => each.$eval('video', (video) => video.muted)
  expect([await isMuted(page), await isMuted(speaker)]).toEqual([false, true])
  await page.bringToFront()
  await page.keyboard.press('Enter')
  for (const each of [page, speaker]) await plays(each, false)
  await speaker.close()
  await page.close()
})
