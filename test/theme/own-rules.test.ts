import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { fitSample } from '../../src/look/fit-sample.ts'
import { isReadable, measureContrast } from '../../src/look/measure-contrast.ts'
import type { Theme } from '../../src/model/theme.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()
const folder = mkdtempSync(join(tmpdir(), 'lectern-own-rules-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ARTICLE =
  '# Tides\n\n## The moon\n\n- It pulls the water up\n- It turns around us\n\n## The sun\n\n- It is far away\n'

/** Makes the PDFs of a short article in a theme with these rules. */
async function print(css: string) {
  writeFileSync(join(folder, 'theme.yaml'), 'name: own\nextends: lectern\n')
  writeFileSync(join(folder, 'theme.css'), css)
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['pdf', 'handout'], theme: folder }, { browser: browser() })
  return { names: [...files.keys()], messages: file.messages.map(({ reason }) => reason) }
}

const withRules = (css: string): Theme => {
  const theme = loadTheme('lectern')
  return { ...theme, css: `${theme.css}\n${css}` }
}

test('titles in capitals are printed', async () => {
  const { names, messages } = await print('.title { text-transform: uppercase }')
  expect(messages).toEqual([])
  expect(names).toEqual(['talk.pdf', 'talk-handout.pdf'])
})

test.each(['display: none', 'visibility: hidden', 'opacity: 0'])(
  'text that a theme hides is reported: %s',
  async (rule) => {
    const { names, messages } = await print(`.slide .slide-body * { ${rule} !important }`)
    expect(messages).toEqual([expect.stringMatching(/^The theme hides "It.*" on the slide "the-moon".*theme\.css/)])
    expect(names).toEqual(['talk.pdf', 'talk-handout.pdf'])
  },
)

test('a message about a slide that is too full only because of the theme names it, and others say to shorten the slide', async () => {
  const { messages } = await print('.slide-body { margin-block-start: 600px }')
  expect(messages.length).toBeGreaterThan(0)
  for (const message of messages)
    expect(message).toMatch(
      /too tall\. It fits without the rules in the stylesheets of the theme "own"\. Change these rules\.$/,
    )
  const table = `# Tides\n\n## Words\n\n| a | b |\n| - | - |\n| ${`${'W'.repeat(200)} `.repeat(30)}| ${'W'.repeat(400)} |\n`
  const other = new VFile({ path: 'talk.md', value: table })
  await print('.title { color: red }')
  await convert(other, { formats: ['html'], theme: folder }, { browser: browser() })
  expect(other.messages.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/too (?:wide|tall)\. Shorten or divide it\.$/),
  ])
})

test('text that a theme makes nearly transparent is measured as it looks', async () => {
  const theme = withRules('.slide-body { opacity: 0.1 }')
  const { deck } = await fitSample(theme, browser())
  const slides = deck.slides.filter(({ layout }) => layout === 'points')
  const failing = (await measureContrast({ ...deck, slides }, theme, browser())).filter((pair) => !isReadable(pair))
  expect(new Set(failing.flatMap(({ layouts }) => layouts))).toContain('points')
})
