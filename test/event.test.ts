import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { loadEvent } from '../src/illustrate/load-event.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { fitSample } from '../src/look/fit-sample.ts'
import { renderPrint } from '../src/render/print.ts'
import { withEventColours } from '../src/theme/event-colours.ts'
import { loadTheme, themeNames } from '../src/theme/load-theme.ts'
import { oneBrowser } from './browser/one-browser.ts'
import { EXAMPLES } from './support/examples.ts'

interface DeckData {
  readonly slides: readonly { readonly layout: string }[]
  readonly messages: readonly unknown[]
}

const PACKS = readdirSync('slides/events').map((name) => join('slides/events', name, 'event.yaml'))

describe.each(EXAMPLES)('of %s', (path) => {
  const saidUnder = async (choices: object) => {
    const file = new VFile({ path, value: readFileSync(path) })
    const { files } = await convert(file, { formats: ['json', 'html'], ...choices }, { browser: null })
    const [json, html] = [...files.values()].map((bytes) => Buffer.from(bytes).toString())
    const { messages: _, ...data }: DeckData = JSON.parse(json ?? '')
    return { data, html, messages: file.messages.map(({ ruleId }) => ruleId) }
  }

  test('an event changes no word; it adds a closing slide if there is none', async () => {
    const plain = await saidUnder({})
    expect(plain.html).not.toContain('data-event=')
    for (const event of PACKS) {
      const dressed = await saidUnder({ event })
      const { slides } = dressed.data
      expect(slides.at(-1)).toMatchObject({ layout: 'closing' })
      const isNew = plain.data.slides.at(-1)?.layout !== 'closing'
      expect({ ...dressed.data, slides: isNew ? slides.slice(0, -1) : slides }).toEqual(plain.data)
      expect(dressed.messages.filter((rule) => !/^brand-(?:colour|contrast)$/.test(rule ?? ''))).toEqual(plain.messages)
      expect(dressed.html).toContain('event-logo')
    }
  })
})

/** The text in the document that axe finds too faint to read. Runs in the page. */
async function faint(): Promise<string[]> {
  const { run } = (window as unknown as { axe: typeof axe }).axe
  const { violations } = await run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] })
  return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`))
}

const browser = oneBrowser()

/** Every second theme for the first event, and the others for the second. */
function themesOf(event: string): readonly string[] {
  return themeNames().filter((_, index) => index % PACKS.length === PACKS.indexOf(event))
}

describe.each(PACKS)('%s', (event) => {
  test('the rings of lectern stay off the names and dates, wherever they rise', async () => {
    const pack = await loadEvent(event)
    const theme = loadTheme('lectern')
    const { deck } = await fitSample(theme, browser())
    const html = renderPrint({ ...deck, event: pack }, layouts, theme)
    const rooms = await browser().withPage(async (page) => {
      await page.show(html.replaceAll(/--seed:\d+/g, '--seed:99'), theme.canvas)
      return page.evaluate(() =>
        [...document.querySelectorAll('.slide:is([data-layout="title"], [data-layout="closing"])')].map((slide) => {
          const { top, height } = getComputedStyle(slide.querySelector('.slide-head') ?? slide, '::before')
          const under = Number.parseFloat(top) + Number.parseFloat(height)
          const byline = slide.querySelector('.byline')?.getBoundingClientRect().top ?? 0
          return byline - slide.getBoundingClientRect().top - under
        }),
      )
    })
    expect(rooms.length).toBeGreaterThan(1)
    for (const room of rooms) expect(room).toBeGreaterThan(0)
  })

  // That any colours can be read in any theme is shown in test/theme/event-palette.test.ts.
  test.each(themesOf(event))('can be read in the theme %s', async (name) => {
    const pack = await loadEvent(event)
    const theme = withEventColours(loadTheme(name), pack, new VFile())
    const { deck } = await fitSample(theme, browser())
    const html = renderPrint({ ...deck, event: pack }, layouts, theme)
    const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    const found = await browser().withPage(async (page) => {
      await page.show(
        open.replace('</head>', () => `<script>${axe.source.replaceAll('</script', '<\\/script')}</script></head>`),
        theme.canvas,
      )
      return page.evaluate(faint)
    })
    expect(found).toEqual([])
  })
})
