import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inFolder } from './cli/in-folder.ts'
import { oneChrome } from './safety/watched.ts'
import {
  countsTime,
  idInView,
  openDeck,
  openSpeaker,
  POLLING,
  shows,
  showsSlide,
  type Trouble,
} from './support/in-view.ts'
import { type Presentation, present } from './support/presenting.ts'

const ARTICLE = `# How Locks Lift Boats

A lock is a chamber with a gate at each end. Boats wait inside while the water rises.

## The chamber

The keeper opens the sluices by hand. The chamber holds nine boats at a time. It fills within eight minutes.

## The gates

The gates point upstream. Water presses them shut. Nobody can open them before the levels match.
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-present-'))
const path = join(folder, 'talk.md')
const chrome = oneChrome()
const { at, lectern } = inFolder()
const state: { shown?: Presentation; trouble: Trouble } = { trouble: { requests: [], errors: [] } }

const address = () => state.shown?.address ?? ''
const write = (text: string) => writeFileSync(path, text)

beforeAll(async () => {
  write(ARTICLE)
  state.shown = await present(folder, ['talk.md', '--minutes', '10'])
})

afterAll(async () => {
  await state.shown?.end()
  rmSync(folder, { recursive: true, force: true })
})

async function idOfText(page: Page, text: string): Promise<string> {
  return page.evaluate(
    (text) =>
      [...document.querySelectorAll('.slides section')].find((section) =>
        section.querySelector('.slide')?.textContent?.includes(text),
      )?.id ?? '',
    text,
  )
}

async function go(page: Page, id: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/${id}`
  }, id)
  await showsSlide(page, id)
}

/** Saves the original article and waits until a page shows it. */
async function restore(page: Page, gone: string): Promise<void> {
  write(ARTICLE)
  await page.waitForFunction((gone) => document.querySelector(gone) === null, POLLING, gone)
}

test('three windows stay in step: two of the deck and the speaker’s view', async () => {
  const [one, two] = [
    await openDeck(chrome(), address(), state.trouble),
    await openDeck(chrome(), address(), state.trouble),
  ]
  const speaker = await openSpeaker(one, state.trouble)
  await one.bringToFront()
  await one.keyboard.press('ArrowRight')
  const second = await idInView(one)
  for (const page of [two, speaker]) await showsSlide(page, second)
  await shows(speaker, '.speaker-where', 'Slide 2 of')
  await speaker.bringToFront()
  await speaker.keyboard.press('PageDown')
  const third = await idInView(speaker)
  expect(third).not.toBe(second)
  for (const page of [one, two]) await showsSlide(page, third)
  await speaker.keyboard.press('b')
  for (const page of [one, two]) await page.waitForSelector('.reveal.paused')
  await speaker.keyboard.press('b')
  await one.waitForSelector('.reveal:not(.paused)')
  for (const page of [one, two, speaker]) await page.close()
})

test('the speaker’s view says when no window shows the deck any more, until one does', async () => {
  const [one, two] = [
    await openDeck(chrome(), address(), state.trouble),
    await openDeck(chrome(), address(), state.trouble),
  ]
  const speaker = await openSpeaker(one, state.trouble)
  await speaker.evaluate(() => {
    const channel = new BroadcastChannel(`lectern ${location.pathname}`)
    channel.addEventListener('message', ({ data }) => {
      if (data.shared === 'present') document.body.dataset.answered = 'true'
    })
  })
  await one.close()
  await speaker.waitForSelector('body[data-answered]')
  await two.close()
  await shows(speaker, '.stage-banner:not(:empty)', 'The audience’s window is closed')
  const again = await openDeck(chrome(), address(), state.trouble)
  await speaker.waitForSelector('.stage-banner:not(:empty)', { hidden: true })
  for (const page of [again, speaker]) await page.close()
})

test('the speaker’s view keeps its time when it is reloaded on a slide of a part', async () => {
  const page = await openDeck(chrome(), address(), state.trouble)
  const speaker = await openSpeaker(page, state.trouble)
  await go(page, await idOfText(page, 'nine boats'))
  await countsTime(speaker)
  await speaker.reload()
  await expect(speaker.waitForSelector('.speaker-figure[data-state=running]')).resolves.toBeTruthy()
  for (const each of [speaker, page]) await each.close()
})

describe('a change of the article', () => {
  test('reaches the open windows, which keep their slide, time and drawing', async () => {
    const page = await openDeck(chrome(), address(), state.trouble)
    const speaker = await openSpeaker(page, state.trouble)
    const id = await idOfText(page, 'nine boats')
    await go(page, id)
    await showsSlide(speaker, id)
    await page.evaluate(() => Object.assign(window, { isOld: true }))
    await speaker.evaluate(() => Object.assign(window, { isOld: true }))
    await countsTime(speaker)
    write(ARTICLE.replace('nine boats', 'twelve boats'))
    for (const each of [page, speaker]) {
      await shows(each, '.slides section.present .slide', 'twelve boats')
      expect(await idInView(each)).toBe(id)
      expect(await each.evaluate(() => 'isOld' in window)).toBe(true)
    }
    await shows(speaker, '.speaker-note', 'twelve boats')
    const elapsed = await speaker.evaluate(
      () => document.querySelectorAll('.speaker-figure-value')[1]?.textContent ?? '',
    )
    expect(Number(elapsed.split(':')[1])).toBeGreaterThanOrEqual(1)
    write(ARTICLE)
    await shows(page, '.slides section.present .slide', 'nine boats')
    await speaker.close()
    await page.close()
  })

  test('that adds a part arrives too, even if the file is replaced', async () => {
    const page = await openDeck(chrome(), address(), state.trouble)
    const count = await page.$$eval('.slides > section', (sections) => sections.length)
    const other = join(folder, '.talk.md.swp')
    writeFileSync(
      other,
      `${ARTICLE}\n## The keeper\n\nThe keeper rings a bell at noon. Boats answer with their horns.\n`,
    )
    renameSync(other, path)
    await page.waitForFunction(() => document.querySelector('.slides')?.textContent?.includes('rings a bell'), POLLING)
    write(ARTICLE)
    await page.waitForFunction(() => !document.querySelector('.slides')?.textContent?.includes('rings a bell'), POLLING)
    expect(await page.$$eval('.slides > section', (sections) => sections.length)).toBe(count)
    await page.close()
  })

  test('with an error leaves the last good deck, and the speaker’s view alone says where', async () => {
    const page = await openDeck(chrome(), address(), state.trouble)
    const speaker = await openSpeaker(page, state.trouble)
    mkdirSync(join(folder, 'look'))
    writeFileSync(join(folder, 'look', 'theme.yaml'), 'name: look\nextends: nosuch\n')
    write(`---\ntheme: ./look\n---\n${ARTICLE}`)
    await shows(speaker, '.stage-banner', 'talk.md:2:8: error: The theme of this article cannot be used')
    for (const each of [page, speaker])
      await each.waitForFunction(() => document.querySelector('.slides')?.textContent?.includes('nine boats'), POLLING)
    const late = await openDeck(chrome(), `${address()}?speaker`, state.trouble)
    await shows(late, '.stage-banner', 'talk.md:2:8')
    const audience = await openDeck(chrome(), address(), state.trouble)
    for (const each of [page, audience])
      expect(await each.evaluate(() => document.body.textContent)).not.toContain('talk.md:2:8')
    await audience.close()
    writeFileSync(join(folder, 'look', 'theme.yaml'), 'name: look\nextends: lectern\ntokens: { ink: "#400040" }\n')
    for (const each of [speaker, late])
      await each.waitForFunction(() => document.querySelector('.stage-banner')?.textContent === '', POLLING)
    for (const each of [page, late]) {
      await each.waitForFunction(() => getComputedStyle(document.body).getPropertyValue('--ink') === '#400040', POLLING)
    }
    writeFileSync(join(folder, 'look', 'theme.yaml'), 'name: look\nextends: lectern\ntokens: { ink: "#004000" }\n')
    await page.waitForFunction(() => getComputedStyle(document.body).getPropertyValue('--ink') === '#004000', POLLING)
    write(ARTICLE)
    await page.waitForFunction(
      () => !getComputedStyle(document.body).getPropertyValue('--ink').includes('004000'),
      POLLING,
    )
    for (const each of [late, speaker, page]) await each.close()
  })

  test.each([
    ['a mistyped theme', 'theme: stgae\n'],
    ['broken front matter', 'theme: stage\nminutes: [\n'],
  ])('with %s does not put the default theme on the projector', async (_, settings) => {
    write(`---\ntheme: stage\n---\n${ARTICLE}`)
    const page = await openDeck(chrome(), address(), state.trouble)
    const ground = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--ground'))
    await page.waitForFunction(
      () => !getComputedStyle(document.body).getPropertyValue('--ground').startsWith('#f'),
      POLLING,
    )
    const speaker = await openSpeaker(page, state.trouble)
    const own = await ground()
    write(`---\n${settings}---\n${ARTICLE}`)
    await shows(speaker, '.stage-banner', 'talk.md:')
    expect(await ground()).toBe(own)
    write(ARTICLE)
    await page.waitForFunction(
      (own) => getComputedStyle(document.body).getPropertyValue('--ground') !== own,
      POLLING,
      own,
    )
    for (const each of [speaker, page]) await each.close()
  })

  test('of an image arrives too', async () => {
    const drawing = (width: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 300"><path d="M0 0h9v9z"/></svg>`
    write(`${ARTICLE}\n![The gate](gate.svg)\n`)
    const page = await openDeck(chrome(), address(), state.trouble)
    writeFileSync(join(folder, 'gate.svg'), drawing(400))
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.slide img.picture')?.naturalWidth,
      POLLING,
    )
    const before = await page.evaluate(() => document.querySelector<HTMLImageElement>('.slide img')?.src)
    writeFileSync(join(folder, 'gate.svg'), drawing(500))
    await page.waitForFunction(
      (before) => document.querySelector<HTMLImageElement>('.slide img')?.src !== before,
      {},
      before,
    )
    expect(await page.$$eval('.slide img.picture', (images) => images.length)).toBe(1)
    await restore(page, 'section[data-layout=image]')
    await page.close()
  })
})

test('steps appear in every window; an edit keeps the step; a changed event arrives too', async () => {
  const stepped = join(folder, 'stepped')
  mkdirSync(stepped)
  const [article, event] = [join(stepped, 'talk.md'), join(stepped, 'fair.yaml')]
  const text = `---\nstepped: true\nevent: fair.yaml\n---\n${ARTICLE}`
  writeFileSync(article, text)
  writeFileSync(event, 'name: Harbour Fair\n')
  const shown = await present(stepped, ['talk.md'])
  try {
    const [one, two] = [
      await openDeck(chrome(), shown.address, state.trouble),
      await openDeck(chrome(), shown.address, state.trouble),
    ]
    const id = await idOfText(one, 'nine boats')
    await go(one, id)
    await showsSlide(two, id)
    await one.keyboard.press('ArrowRight')
    const hasSteps = (count: number) => (page: Page) =>
      page.waitForFunction(
        (count) => document.querySelectorAll('.slides section.present .fragment.visible').length === count,
        POLLING,
        count,
      )
    for (const page of [one, two]) await hasSteps(1)(page)
    writeFileSync(article, text.replace('nine boats', 'twelve boats'))
    for (const page of [one, two]) {
      await shows(page, '.slides section.present .slide', 'twelve boats')
      await hasSteps(1)(page)
      expect(await idInView(page)).toBe(id)
    }
    await two.keyboard.press('ArrowRight')
    for (const page of [one, two]) await hasSteps(2)(page)
    writeFileSync(event, 'name: Lock Keepers’ Day\n')
    for (const page of [one, two]) await shows(page, '.slides section.present .slide', 'Lock Keepers’ Day')
    for (const page of [one, two]) await page.close()
  } finally {
    await shown.end()
  }
})

test('S, a reload and the finder work long after the page was opened', async () => {
  // Only while no other page is opened does the browser keep a spare connection, which the server closes after a while.
  const page = await openDeck(chrome(), address(), state.trouble)
  await setTimeout(IDLE)
  const speaker = await openSpeaker(page, state.trouble)
  expect(await idInView(speaker)).toBe(await idInView(page))
  await speaker.close()
  await setTimeout(IDLE)
  expect((await page.reload())?.status()).toBe(200)
  await page.waitForSelector('.stage-toast')
  await page.keyboard.press('g')
  await page.keyboard.type('nine boats')
  await page.keyboard.press('Enter')
  await showsSlide(page, await idOfText(page, 'nine boats'))
  await page.close()
})

/** In milliseconds: well over the time for which the server keeps an idle connection. */
const IDLE = 7_500

test('nothing is reported about a file that is still being written', async () => {
  const page = await openDeck(chrome(), address(), state.trouble)
  const before = state.shown?.said()
  for (const boats of ['ten boats', 'eleven boats']) {
    writeFileSync(path, '')
    await setTimeout(30)
    write(ARTICLE.replace('nine boats', boats))
    await page.waitForFunction(
      (boats) => document.querySelector('.slides')?.textContent?.includes(boats),
      POLLING,
      boats,
    )
  }
  await setTimeout(300)
  expect(state.shown?.said()).toBe(before)
  write(ARTICLE)
  await page.waitForFunction(() => document.querySelector('.slides')?.textContent?.includes('nine boats'), POLLING)
  await page.close()
})

test('windows reconnect when the program is restarted, and show what changed meanwhile', async () => {
  const port = new URL(address()).port
  const page = await openDeck(chrome(), address(), state.trouble)
  const id = await idOfText(page, 'nine boats')
  await go(page, id)
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  const heard = state.trouble.errors.length
  expect(await state.shown?.end()).toBe(130)
  write(ARTICLE.replace('nine boats', 'seven boats'))
  state.shown = await present(folder, ['talk.md', '--minutes', '10', '--port', port])
  await shows(page, '.slides section.present .slide', 'seven boats')
  expect(await idInView(page)).toBe(id)
  expect(await page.evaluate(() => 'isOld' in window)).toBe(true)
  // The browser reports that it could not be reached.
  state.trouble.errors.splice(heard)
  await page.close()
})

test('the page is that of the saved deck, except for the address of its events', async () => {
  write(ARTICLE)
  const served = await (await fetch(address())).text()
  const policy = /content="(default-src[^"]*)"/.exec(served)?.[1]?.replaceAll('&#x27;', "'") ?? ''
  expect(policy).toMatch(/; connect-src 'self'$/)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
})

test('no window requested anything else or logged an error', () => {
  expect(state.trouble).toEqual({ requests: [], errors: [] })
})

test('errors at the start are reported, with their exit code', async () => {
  writeFileSync(at('empty.md'), '')
  writeFileSync(at('talk.md'), ARTICLE)
  const start = (...words: readonly string[]) => lectern(['present', ...words, '--no-open'])
  const ended = (code: number, error: RegExp) => ({ code, error: expect.stringMatching(error) })
  expect(await start('empty.md')).toMatchObject(ended(1, /^empty\.md.*error/m))
  expect(await start('nosuch.md')).toMatchObject(ended(1, /^nosuch\.md: error: There is no such/))
  const port = new URL(address()).port
  expect(await start('talk.md', '--port', port)).toMatchObject(ended(3, /Port \d+ is in use/))
  expect(await start('talk.md', '--port', '0')).toMatchObject({ code: 2 })
  expect(await start('-')).toMatchObject(ended(2, /cannot be watched/))
  expect(readFileSync(at('talk.md'), 'utf8')).toBe(ARTICLE)
})
