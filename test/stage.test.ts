import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { oneChrome } from './safety/watched.ts'
import {
  countsTime,
  idInView,
  openDeck,
  openSpeaker,
  POLLING,
  shows,
  showsNoDialog,
  showsSlide,
  type Trouble,
} from './support/in-view.ts'

const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'
const MINUTES = 12

const folder = mkdtempSync(join(tmpdir(), 'lectern-stage-'))
const path = join(folder, 'talk.html')
const address = pathToFileURL(path).href
const chrome = oneChrome()
const trouble: Trouble = { requests: [], errors: [] }
const state: { made?: Conversion } = {}

beforeAll(async () => {
  state.made = await convert(
    new VFile({ path: EXAMPLE, value: readFileSync(EXAMPLE) }),
    { formats: ['html'], minutes: MINUTES },
    { browser: null },
  )
  writeFileSync(path, state.made.files.get('nato-rutte.html') ?? '')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  // From a file, with its speaker's windows: no request and no complaint.
  expect(trouble).toEqual({ requests: [], errors: [] })
})

function slides() {
  if (state.made === undefined) throw new Error('No deck was made.')
  return state.made.deck.slides
}

async function withDeck(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openDeck(chrome(), address, trouble)
  await page.setOfflineMode(true)
  await use(page)
  await page.close()
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('.overview-name')?.textContent ?? '')
const strokes = (page: Page) => page.evaluate(() => document.querySelectorAll('.stage-paper path').length)
const dialogs = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('dialog[open]')].map((dialog) => dialog.className))

describe('the deck from disk', () => {
  test.each([
    ['arrow keys', 'ArrowRight', 'ArrowLeft'],
    ['a presenter’s remote', 'PageDown', 'PageUp'],
  ] as const)('walks from the first slide to the last and back by %s', async (_, next, previous) => {
    await withDeck(async (page) => {
      const ids = slides().map(({ id }) => id)
      const walked = [await idInView(page)]
      for (const id of ids.slice(1)) {
        await page.keyboard.press(next)
        await showsSlide(page, id)
        walked.push(await idInView(page))
        const text = await page.evaluate(() => document.querySelector('section.present .slide')?.textContent ?? '')
        expect(text.trim()).not.toBe('')
      }
      expect(walked).toEqual(ids)
      await page.keyboard.press(previous)
      await showsSlide(page, ids.at(-2) ?? '')
    })
  })

  test('fills the window in a theme whose slides push each other aside', async () => {
    const file = new VFile({ path: 'talk.md', value: '# Tides\n\n## Gauges\n\nThe gauge is read at noon.\n' })
    const { files } = await convert(file, { formats: ['html'], theme: 'signal' }, { browser: null })
    const other = join(folder, 'signal.html')
    writeFileSync(other, files.get('talk.html') ?? '')
    const page = await openDeck(chrome(), pathToFileURL(other).href, trouble)
    const showsAt = async (width: number, selector: string) => {
      const place = { width, selector }
      const shown = page.waitForFunction(
        ({ width, selector }) => {
          const box = document.querySelector(selector)?.getBoundingClientRect()
          return box !== undefined && Math.abs(box.left) < 2 && Math.abs(box.width - width) < 2
        },
        POLLING,
        place,
      )
      await expect(shown).resolves.toBeDefined()
    }
    await page.setViewport({ width: 1920, height: 1080 })
    await showsAt(1920, 'section:first-child .slide')
    await page.setViewport({ width: 1024, height: 768 })
    await showsAt(1024, 'section:first-child .slide')
    await page.keyboard.press('ArrowRight')
    await showsAt(1024, 'section:nth-child(2) .slide')
    expect(
      await page.evaluate(() => document.querySelector('.past .slide')?.getBoundingClientRect().right),
    ).toBeLessThan(0)
    await page.close()
  })

  test('turns black with B and a remote’s full stop, and comes back', async () => {
    await withDeck(async (page) => {
      for (const key of ['b', '.'] as const) {
        await page.keyboard.press(key)
        expect(await page.waitForSelector('.reveal.paused .pause-overlay', { visible: true })).not.toBeNull()
        await page.keyboard.press(key)
        expect(await page.waitForSelector('.reveal:not(.paused)')).not.toBeNull()
      }
    })
  })

  test('leaves the black screen, on which nothing is shown, when the talk moves on', async () => {
    await withDeck(async (page) => {
      await page.keyboard.press('b')
      await page.waitForSelector('.reveal.paused')
      const opacity = () =>
        page.evaluate(() => getComputedStyle(document.querySelector('.resume-button') ?? document.body).opacity)
      expect(await opacity()).toBe('0')
      await page.keyboard.press('PageDown')
      await showsSlide(page, slides()[1]?.id ?? '')
      expect(await page.$('.reveal.paused')).toBeNull()
      await page.keyboard.press('b')
      await page.keyboard.press('ArrowDown')
      await showsSlide(page, slides()[2]?.id ?? '')
      expect(await page.$('.reveal.paused')).toBeNull()
    })
  })

  test('finds a slide by the words of its title before those that only mention them', async () => {
    const names = ['What you need', 'Steps', 'Exercises', 'Checklist']
    const value = `# Gauges\n\n${names.map((name) => `## ${name}\n\n- A gauge\n- A staff for ${name}\n`).join('\n')}`
    const { deck, files } = await convert(
      new VFile({ path: 'talk.md', value }),
      { formats: ['html'] },
      { browser: null },
    )
    expect(deck.slides[1]?.layout).toBe('agenda')
    const parts = join(folder, 'parts.html')
    writeFileSync(parts, files.get('talk.html') ?? '')
    const page = await openDeck(chrome(), pathToFileURL(parts).href, trouble)
    await page.keyboard.press('g')
    await page.keyboard.type('exerc')
    await page.keyboard.press('Enter')
    await showsSlide(page, 'exercises')
    await page.close()
  })

  test('finds a slide by its number and by words of its notes', async () => {
    await withDeck(async (page) => {
      await page.keyboard.press('g')
      await page.keyboard.type('5')
      await page.keyboard.press('Enter')
      await showsSlide(page, slides()[4]?.id ?? '')
      await showsNoDialog(page)
      const [lastWithNote] = slides()
        .filter(({ note }) => note.sentences.length > 0)
        .slice(-1)
      const sentence = lastWithNote?.note.sentences.at(-1)?.text ?? ''
      await page.keyboard.press('/')
      await page.keyboard.type(sentence)
      await shows(page, '.finder-count', '1 slide')
      await page.keyboard.press('Enter')
      await showsSlide(page, lastWithNote?.id ?? '')
      await showsNoDialog(page)
      await page.keyboard.press('g')
      await page.keyboard.type('no such words')
      await shows(page, '.finder-count', '0 slides')
      await page.keyboard.press('Escape')
      await showsNoDialog(page)
      expect(await idInView(page)).toBe(lastWithNote?.id)
    })
  })

  test('hears a key as soon as a dialog has closed', async () => {
    await withDeck(async (page) => {
      for (const key of ['g', 'o', '?'] as const) {
        await page.keyboard.press(key)
        // Faster than any hand, before the page is drawn again.
        await page.evaluate(() => {
          document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
          const right = new KeyboardEvent('keydown', { key: 'ArrowRight', keyCode: 39, bubbles: true })
          document.activeElement?.dispatchEvent(right)
        })
        await showsNoDialog(page)
      }
      expect(await idInView(page)).toBe(slides()[3]?.id)
    })
  })

  test('shows all slides at once, to choose one with the arrow keys', async () => {
    await withDeck(async (page) => {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('o')
      expect(await page.$$eval('.overview-slide .slide', (all) => all.length)).toBe(slides().length)
      expect(await focused(page)).toMatch(/^2 /)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowDown')
      const index = Number.parseInt(await focused(page), 10) - 1
      expect(index).toBeGreaterThan(3)
      await page.keyboard.press('Enter')
      await showsSlide(page, slides()[index]?.id ?? '')
      await showsNoDialog(page)
    })
  })

  test('draws with the mouse or keys, keeps drawings with their slide, and clears them', async () => {
    await withDeck(async (page) => {
      await page.keyboard.press('d')
      await page.mouse.move(300, 300)
      await page.mouse.down()
      await page.mouse.move(500, 340, { steps: 4 })
      await page.mouse.up()
      expect(await strokes(page)).toBe(1)
      await page.keyboard.press('Enter')
      for (const key of ['ArrowRight', 'ArrowDown'] as const) {
        await page.keyboard.down('Shift')
        await page.keyboard.press(key)
        await page.keyboard.up('Shift')
      }
      await page.keyboard.press('Enter')
      expect(await strokes(page)).toBe(2)
      const drawn = await page.$$eval('.stage-paper path', (paths) => paths.map((path) => path.getAttribute('d')))
      expect(drawn[1]).toBe('M500.0 340.0L524.0 340.0L524.0 364.0')
      await page.keyboard.press('ArrowRight')
      await showsSlide(page, slides()[1]?.id ?? '')
      expect(await strokes(page)).toBe(0)
      await page.keyboard.press('ArrowLeft')
      await showsSlide(page, slides()[0]?.id ?? '')
      expect(await strokes(page)).toBe(2)
      await page.keyboard.press('c')
      expect(await strokes(page)).toBe(0)
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.body.dataset.tool)).toBe('')
    })
  })

  test('points with a laser, zooms, goes full screen and lists its keys', async () => {
    await withDeck(async (page) => {
      await page.keyboard.press('l')
      await page.mouse.move(640, 360)
      expect(await page.$eval('.stage-dot', (dot) => dot.getAttribute('style'))).toContain('translate(640px, 360px)')
      await page.keyboard.press('Escape')
      await page.keyboard.press('+')
      const scale = () => page.evaluate(() => document.querySelector<HTMLElement>('.reveal')?.style.transform)
      expect(await scale()).toBe('scale(1.5)')
      await page.keyboard.press('0')
      expect(await scale()).toBe('')
      for (const key of ['f', 'F5'] as const) {
        await page.keyboard.press(key)
        await page.waitForFunction(() => document.fullscreenElement !== null, POLLING)
        await page.keyboard.press(key)
        await page.waitForFunction(() => document.fullscreenElement === null, POLLING)
      }
      await page.keyboard.press('?')
      expect(await dialogs(page)).toEqual(['stage-dialog stage-help'])
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await showsNoDialog(page)
      expect(await idInView(page)).toBe(slides()[0]?.id)
    })
  })

  test('scrolls on a phone', async () => {
    await withDeck(async (page) => {
      await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
      await page.waitForSelector('.reveal-scroll .scroll-page')
      expect(await page.$$eval('.scroll-page .slide', (all) => all.length)).toBe(slides().length)
      const width = await page.$eval('.scroll-page .slide', (slide) => slide.getBoundingClientRect().width)
      expect(width).toBeGreaterThan(360)
      expect(width).toBeLessThanOrEqual(391)
      // Slides on the same ground would run into one another. Outside of the slide, its page would cut the line off.
      const edge = await page.$eval('.scroll-page .slide', (slide) => {
        const { outlineWidth, outlineOffset } = getComputedStyle(slide)
        return { width: Number.parseFloat(outlineWidth), offset: Number.parseFloat(outlineOffset) }
      })
      expect((edge.width * width) / 1280, 'CSS px of the line around a slide').toBeGreaterThan(1.5)
      expect(edge.width + edge.offset).toBeLessThanOrEqual(0)
      const seen = await page.$$eval('.scroll-page .slide', (all) =>
        all.map((slide) => slide.getBoundingClientRect().toJSON()),
      )
      const whole = seen.filter(({ top, bottom }) => top > -30 && bottom < 874)
      expect(whole.length, 'slides that a screen shows at once').toBeGreaterThanOrEqual(3)
    })
  })

  test('stays open when a finger swipes to the right on a phone', async () => {
    const page = await openDeck(chrome(), address, trouble)
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.waitForSelector('.reveal-scroll .scroll-page')
    const swipe = async (from: readonly [number, number], by: readonly [number, number]) => {
      const touch = await page.touchscreen.touchStart(...from)
      for (let step = 1; step <= 8; step++) {
        await touch.move(from[0] + (by[0] * step) / 8, from[1] + (by[1] * step) / 8)
        await page.evaluate(() => new Promise(requestAnimationFrame))
      }
      await touch.end()
    }
    await swipe([100, 400], [250, 5])
    // What the swipe may have started is over when the next one has scrolled the page.
    await swipe([200, 700], [0, -500])
    await page.waitForFunction(() => (document.querySelector('.reveal-viewport')?.scrollTop ?? 0) > 100, POLLING)
    expect(page.url()).toContain(address)
    await page.close()
  })

  test('shows the next slide in the speaker’s view on a phone', async () => {
    const page = await chrome().newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.goto(`${address}?speaker`)
    await page.waitForSelector('.speaker-next-slide > .slide')
    const { width, bottom } = await page.$eval('.speaker-next-slide', (next) => next.getBoundingClientRect().toJSON())
    expect(width).toBeGreaterThan(120)
    expect(bottom).toBeLessThan(844)
    await page.close()
  })

  test('keeps the notes in the speaker’s view in sight in small windows', async () => {
    const page = await chrome().newPage()
    for (const [width, height] of [
      [700, 500],
      [700, 720],
      [390, 600],
    ] as const) {
      await page.setViewport({ width, height })
      await page.goto(`${address}?speaker`)
      await page.waitForSelector('.speaker-next-slide > .slide')
      const { top, bottom } = await page.$eval('.speaker-note', (notes) => notes.getBoundingClientRect().toJSON())
      expect(bottom - top, `${width} × ${height}`).toBeGreaterThan(120)
      expect(bottom).toBeLessThan(height)
    }
    await page.close()
  })

  test('says in the speaker’s view that the notes continue out of sight', async () => {
    const page = await chrome().newPage()
    const id = slides().toSorted((one, other) => other.note.seconds - one.note.seconds)[0]?.id ?? ''
    await page.setViewport({ width: 1280, height: 400 })
    await page.goto(`${address}?speaker#/${id}`)
    const shownAtFirst = page.waitForSelector('.speaker-more', { visible: true })
    await expect(shownAtFirst).resolves.toBeTruthy()
    await page.$eval('.speaker-note', (notes) => notes.scrollTo(0, notes.scrollHeight))
    const hiddenAtEnd = page.waitForSelector('.speaker-more', { hidden: true })
    await expect(hiddenAtEnd).resolves.toBeDefined()
    await page.close()
  })

  test('opens on a phone at the slide that the address names', async () => {
    const id = slides()[3]?.id ?? ''
    const page = await chrome().newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.goto(`${address}#/${id}`)
    await page.waitForSelector('.reveal-scroll .scroll-page')
    await page.waitForFunction(`Reveal.getCurrentSlide()?.id === '${id}'`)
    const top = await page.$eval(`[id="${id}"]`, (section) => section.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(844)
    expect(new URL(page.url()).hash).toBe(`#/${id}`)
    await page.close()
  })

  test('names keys as they are printed on a keyboard, in the deck and in the speaker’s view', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      for (const each of [page, speaker]) {
        const names = await each.$$eval('.stage-help kbd', (keys) => keys.map(({ textContent }) => textContent ?? ''))
        expect(names).toContain('→')
        expect(names.filter((name) => /[a-z][A-Z]/.test(name))).toEqual([])
      }
      expect(await speaker.$$eval('.stage-help kbd', (keys) => keys.map(({ textContent }) => textContent))).toContain(
        '↑',
      )
      await speaker.close()
    })
  })
})

describe('the speaker’s view from disk', () => {
  test('marks the items of a list in the notes once', async () => {
    const file = new VFile({
      path: 'list.md',
      value: '# Tides\n\n## Gauges\n\n- Rinse the gauge at noon.\n- Hang it on the quay.\n',
    })
    const { files } = await convert(file, { formats: ['html'] }, { browser: null })
    const other = join(folder, 'list.html')
    writeFileSync(other, files.get('list.html') ?? '')
    const page = await openDeck(chrome(), `${pathToFileURL(other).href}#/gauges`, trouble)
    const speaker = await openSpeaker(page, trouble)
    await shows(speaker, '.speaker-note', 'Hang it on the quay.')
    const marks = await speaker.$$eval('.speaker-note li', (items) =>
      items.map((item) => [getComputedStyle(item).listStyleType, getComputedStyle(item, '::before').content]),
    )
    expect(marks).toEqual([
      ['disc', 'none'],
      ['disc', 'none'],
    ])
    await speaker.close()
    await page.close()
  })

  test('follows the deck and leads it: slide, next slide, notes', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      const at = slides().findIndex(({ note }) => note.sentences.length > 1)
      await page.bringToFront()
      for (let count = 0; count < at; count++) await page.keyboard.press('ArrowRight')
      const [slide, next] = [slides()[at], slides()[at + 1]]
      await showsSlide(speaker, slide?.id ?? '')
      await shows(speaker, '.speaker-note', slide?.note.sentences.at(-1)?.text ?? '')
      await shows(speaker, '.speaker-where', `Slide ${at + 1} of ${slides().length}`)
      const nextText = await page.$eval(`[id="${next?.id}"] .slide`, (each) => each.textContent ?? '')
      await speaker.waitForFunction(
        (text) => document.querySelector('.speaker-next-slide .slide')?.textContent === text,
        POLLING,
        nextText,
      )
      await speaker.bringToFront()
      await speaker.keyboard.press('ArrowRight')
      await showsSlide(page, next?.id ?? '')
      await speaker.click('.list-slide')
      await showsSlide(page, slides()[0]?.id ?? '')
      await speaker.close()
    })
  })

  test('starts its clock with the talk, and never sets back a deck that has moved on', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      const answered = await page.evaluate(async () => {
        const { Reveal } = window as unknown as { readonly Reveal: { next(): void; getCurrentSlide(): Element } }
        const answer = new Promise<string>((resolve) =>
          addEventListener('message', () => resolve(Reveal.getCurrentSlide().id), { once: true }),
        )
        for (let count = 0; count < 3; count++) Reveal.next()
        return answer
      })
      expect(answered).toBe(slides()[3]?.id)
      await showsSlide(speaker, slides()[3]?.id ?? '')
      expect(await speaker.$eval('.speaker-figure:nth-child(2)', (box) => box.getAttribute('data-state'))).toBe(
        'running',
      )
      await speaker.close()
    })
  })

  test('compares the time of each part with its plan, stops and starts again', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      const figures = () =>
        speaker.$$eval('.speaker-figure-value', (all) => all.map(({ textContent }) => textContent ?? ''))
      expect((await figures()).slice(1)).toEqual(['0:00', `${MINUTES}:00`, '–'])
      const planned = slides().reduce((sum, { note }) => sum + note.seconds, 0)
      expect(planned).toBeGreaterThan(60)
      await speaker.keyboard.press('End')
      await countsTime(speaker)
      expect((await figures())[3]).toMatch(/^\d+:\d\d ahead$/)
      await speaker.keyboard.press('t')
      const stopped = (await figures())[1]
      await speaker.keyboard.press('Home')
      expect((await figures())[1]).toBe(stopped)
      const parts = await speaker.$$eval('.part-time', (all) => all.map(({ textContent }) => textContent ?? ''))
      expect(parts).toHaveLength(state.made?.deck.parts.length ?? 0)
      for (const part of parts) expect(part).toMatch(/\d+:\d\d/)
      await speaker.keyboard.press('r')
      expect((await figures())[1]).toBe('0:00')
      await shows(speaker, '.stage-toast', 'Press R to undo')
      await speaker.keyboard.press('r')
      expect((await figures())[1]).toBe(stopped)
      await shows(speaker, '.stage-toast', 'Reset undone')
      await speaker.close()
    })
  })

  test('says when the audience’s window is closed, but not when it is reloaded', async () => {
    const page = await openDeck(chrome(), address, trouble)
    const speaker = await openSpeaker(page, trouble)
    await page.reload()
    await page.waitForSelector('.stage-toast')
    await page.keyboard.press('ArrowRight')
    await showsSlide(speaker, slides()[1]?.id ?? '')
    expect(await speaker.$('.stage-banner')).toBeNull()
    await page.close()
    await shows(speaker, '.stage-banner', 'The audience’s window is closed')
    await speaker.close()
  })

  test('enlarges and shrinks its notes, and survives a reload of the deck', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      const size = () => speaker.$eval('.speaker-note', (note) => Number.parseFloat(getComputedStyle(note).fontSize))
      const before = await size()
      expect(before).toBeGreaterThanOrEqual(24)
      await speaker.keyboard.press('+')
      expect(await size()).toBeGreaterThan(before)
      await speaker.keyboard.press('-')
      expect(await size()).toBe(before)
      await speaker.keyboard.press('ArrowRight')
      await showsSlide(page, slides()[1]?.id ?? '')
      await page.reload()
      await page.waitForSelector('.stage-toast')
      await speaker.bringToFront()
      await speaker.keyboard.press('ArrowRight')
      await showsSlide(page, slides()[2]?.id ?? '')
      await page.bringToFront()
      await page.keyboard.press('ArrowLeft')
      await showsSlide(speaker, slides()[1]?.id ?? '')
      await speaker.close()
    })
  })

  test('follows a deck that was reloaded on its black screen, and keeps its time when it is reloaded too', async () => {
    await withDeck(async (page) => {
      const speaker = await openSpeaker(page, trouble)
      await speaker.keyboard.press('End')
      const last = slides().length - 1
      await showsSlide(page, slides()[last]?.id ?? '')
      await countsTime(speaker)
      await speaker.keyboard.press('b')
      await page.waitForSelector('.reveal.paused')
      await page.reload()
      await page.waitForSelector('.stage-toast')
      await speaker.bringToFront()
      await page.waitForSelector('.reveal.paused')
      await page.bringToFront()
      for (const at of [last - 1, last - 2]) {
        await page.keyboard.press('PageUp')
        await showsSlide(speaker, slides()[at]?.id ?? '')
        expect(await idInView(page)).toBe(slides()[at]?.id)
      }
      expect(slides()[last - 2]?.part, 'a slide of a part').not.toBeNull()
      await speaker.reload()
      await expect(speaker.waitForSelector('.speaker-figure[data-state=running]')).resolves.toBeTruthy()
      await speaker.close()
    })
  })

  test('listens only to windows of its deck', async () => {
    await withDeck(async (page) => {
      const id = await idInView(page)
      await page.evaluate((last) => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const shared = {
          position: { id: last, step: -1, isBlank: true },
          timer: { spent: {}, since: null, part: '0', changedAt: 9e15 },
        }
        const message = { lectern: location.pathname, from: 'speaker', shared }
        window.postMessage(message, '*')
        window.postMessage(JSON.stringify({ method: 'slide', args: [3] }), '*')
        frame.contentWindow?.parent.postMessage(message, '*')
      }, slides().at(-1)?.id ?? '')
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
      expect(await idInView(page)).toBe(id)
      expect(await page.$('.reveal.paused')).toBeNull()
    })
  })
})
