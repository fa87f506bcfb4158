import { spawnSync } from 'node:child_process'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { reportMissingFonts } from '../../src/fit/report-missing-fonts.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')

async function reasonsFor(text: string): Promise<readonly string[]> {
  const file = new VFile({ path: 'talk.md' })
  const deck = {
    ...deckOf([slide('statement', { title: null, statement: line(text), source: null, formula: null })]),
    text,
  }
  await browser().withPage((page) => reportMissingFonts(deck, { layouts, theme, page }, file))
  return file.messages.map(({ reason }) => reason)
}

/** Hardly any machine has a font for Odia. */
const hasOdia = (spawnSync('fc-list', [':lang=or'], { encoding: 'utf8' }).stdout ?? '') !== ''

test.skipIf(hasOdia)('a script without a font is reported once, with what to install', async () => {
  const text = 'ପୁରୁଣା ବନ୍ଦର ବହୁତ ବଡ଼'
  const reasons = await reasonsFor(`${text} ${text}`)
  expect(reasons).toEqual([
    expect.stringMatching(
      /^No font has letters for Odia \(ପ ର ଣ\), so they are shown as boxes\. .* apt-get install fonts-noto-core\), or name @fontsource\/noto-sans-oriya in your theme\.$/u,
    ),
  ])
})

test('letters that come with Lectern are not reported', async () => {
  expect(await reasonsFor('The harbour, гавань, λιμάνι, الميناء, נמל: 1850 – 🎉')).toEqual([])
})
