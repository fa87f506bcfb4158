import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page, SerializedAXNode } from 'puppeteer-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { linesOf } from '../src/model/layout.ts'
import { renderDeck } from '../src/render/render.ts'
import { loadTheme, themeNames } from '../src/theme/load-theme.ts'
import { oneChrome } from './safety/watched.ts'
import { openDeck, openSpeaker, showsNoDialog, showsSlide, type Trouble } from './support/in-view.ts'

const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'lectern-accessible-'))
const chrome = oneChrome()
const trouble: Trouble = { requests: [], errors: [] }
const state: { made?: Conversion } = {}

beforeAll(async () => {
  const file = new VFile({ path: EXAMPLE, value: readFileSync(EXAMPLE) })
  state.made = await convert(file, { formats: [] }, { browser: null })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function deck() {
  if (state.made === undefined) throw new Error('No deck was made.')
  return state.made.deck
}

async function open(name: string): Promise<Page> {
  const path = join(folder, `${name}.html`)
  // Without the policy, which would block axe too.
  const html = renderDeck(deck(), layouts, loadTheme(name)).replace(
    /<meta http-equiv="Content-Security-Policy"[^>]*>/,
    '',
  )
  writeFileSync(path, html)
  return openDeck(chrome(), pathToFileURL(path).href, trouble)
}

interface Axe {
  readonly axe: {
    run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
  }
}

/** Returns axe's complaints about a page in its current state. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as Axe).axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  })
}

/** Lists the headings and texts that a screen reader reads, in order. */
function said(node: SerializedAXNode | null): string[] {
  if (node === null) return []
  const own = node.role === 'heading' || node.role === 'StaticText' ? [node.name ?? ''] : []
  return [...own, ...(node.children ?? []).flatMap(said)]
}

const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

test.each(themeNames())('axe finds nothing wrong with a deck in the theme %s when it is opened', async (name) => {
  const page = await open(name)
  expect(await violations(page)).toEqual([])
  await page.close()
})

// What is on the slides of each theme is checked in test/theme/accessible.test.ts.
test('axe finds nothing wrong with two slides of each layout in the theme lectern', async () => {
  const page = await open('lectern')
  const seen = new Map<string, number>()
  for (const { id, layout } of deck().slides) {
    await showsSlide(page, id)
    const count = seen.get(layout) ?? 0
    seen.set(layout, count + 1)
    if (count < 2) expect([id, await violations(page)]).toEqual([id, []])
    await page.keyboard.press('ArrowRight')
  }
  await page.close()
})

test('axe finds nothing wrong with the dialogs and the speaker’s view', async () => {
  const page = await open('lectern')
  for (const key of ['?', 'g', 'o'] as const) {
    await page.keyboard.press(key)
    expect([key, await violations(page)]).toEqual([key, []])
    await page.keyboard.press('Escape')
    await showsNoDialog(page)
  }
  const speaker = await openSpeaker(page, trouble)
  await page.bringToFront()
  await page.keyboard.press('ArrowRight')
  await speaker.bringToFront()
  expect(await violations(speaker)).toEqual([])
  await page.close()
})

test('a screen reader meets one slide at a time: a region by its name, its lines in order, and nothing of the others', async () => {
  const page = await open('lectern')
  for (const slide of deck().slides) {
    await showsSlide(page, slide.id)
    const root = await page.$('.slides section.present')
    const tree = await page.accessibility.snapshot({ interestingOnly: false, ...(root === null ? {} : { root }) })
    const lines = linesOf(layouts, slide).map(({ text }) => squeezed(text))
    expect(tree?.role).toBe('region')
    expect(squeezed(tree?.name ?? '')).toBe(lines[0])
    const heard = squeezed(said(tree).join(' '))
    for (const [at, line] of lines.entries())
      expect([slide.id, line, heard.indexOf(line) >= 0]).toEqual([slide.id, line, at >= 0])
    expect(lines.map((line) => heard.indexOf(line))).toEqual(
      lines.map((line) => heard.indexOf(line)).toSorted((a, b) => a - b),
    )
    const others = await page.$$eval(
      '.slides section:not(.present)',
      (all) => all.filter((each) => !each.hasAttribute('inert')).length,
    )
    expect(others).toBe(0)
    await page.keyboard.press('ArrowRight')
  }
  const all = await page.accessibility.snapshot({ interestingOnly: false })
  const roles: string[] = []
  const walk = (node: SerializedAXNode): void => {
    roles.push(node.role)
    for (const child of node.children ?? []) walk(child)
  }
  if (all !== null) walk(all)
  expect(roles).toContain('main')
  expect(roles).not.toContain('application')
  expect(roles.filter((role) => role === 'region')).toHaveLength(1)
  await page.close()
})

test('each slide is announced, and the focus never falls on a slide that is hidden', async () => {
  const page = await open('lectern')
  for (const slide of deck().slides) {
    await showsSlide(page, slide.id)
    const title = squeezed(linesOf(layouts, slide)[0]?.text ?? '')
    await page.waitForFunction(
      (title) => {
        const status = document.querySelector('[aria-live=polite].aria-status')?.textContent ?? ''
        return status
          .replace(/[^\p{L}\p{N}]+/gu, '')
          .toLowerCase()
          .includes(title)
      },
      {},
      title,
    )
    for (let count = 0; count < 4; count++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement?.closest('[inert], [hidden], section:not(.present)') === null),
      ).toBe(true)
    }
    await page.keyboard.press('ArrowRight')
  }
  await page.close()
})

test('nothing moves for people who prefer reduced motion', async () => {
  const page = await open('stage')
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.reload()
  await page.waitForSelector('.stage-toast')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  const transition = 'getComputedStyle(document.querySelector("section.present")).transitionDuration'
  expect(await page.evaluate(transition)).toBe('0s')
  await page.close()
})
