// Measures how full slides are. `npm run bench -- fill [article…] [--theme a,b]` builds articles (the examples if none
// is named) and a deck of short and long points, in every theme and both shapes, and counts the slides of points,
// takeaways, comparisons, columns and events with content that ends above 64 % of the slide's height. Space between
// rows counts only up to 1.6 lines. Exits with 0 if at most a tenth of these slides end so early, otherwise with 1.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { keepBrowser } from '../../dist/browser/kept-browser.js'
import { convert } from '../../dist/convert.js'
import { layouts } from '../../dist/layout/layout-table.js'
import { CANVASES } from '../../dist/model/settings.js'
import { renderPrint } from '../../dist/render/print.js'
import { themeNames } from '../../dist/theme/load-theme.js'
import { POINTS } from './fill/points.mjs'
import { shortBodies } from './fill/short-bodies.mjs'
import { isMissed, printTable } from './support/table.mjs'

const MAX_SHORT = 0.1

const { values, positionals } = parseArgs({ allowPositionals: true, options: { theme: { type: 'string' } } })
const articles = (positionals.length > 0 ? positionals : examples()).map((path) => ({
  path,
  value: readFileSync(path),
}))
const all = [...articles, { path: 'points.md', value: POINTS }]
const browser = keepBrowser({ executable: null })
try {
  const rows = []
  for (const theme of values.theme?.split(',') ?? themeNames())
    for (const [shape, canvas] of Object.entries(CANVASES)) rows.push(await rowOf(theme, shape, canvas))
  printTable(rows)
  process.exitCode = rows.some(isMissed) ? 1 : 0
} finally {
  await browser.close()
}

function examples() {
  return readdirSync('slides')
    .flatMap((folder) => readdirSync(join('slides', folder)).map((name) => join('slides', folder, name)))
    .filter((path) => /\.(?:txt|md|html)$/.test(path))
}

async function rowOf(name, shape, canvas) {
  const bodies = []
  for (const { path, value } of all) {
    const { deck, theme } = await convert(
      new VFile({ path, value }),
      { theme: name, canvas, formats: [] },
      { browser: browser.getBrowser },
    )
    const lent = await browser.getBrowser(() => {})
    const found = await lent.withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, theme), canvas)
      return page.evaluate(shortBodies)
    })
    bodies.push(...found.map((body) => ({ ...body, path })))
  }
  const short = bodies.filter(({ isShort }) => isShort)
  const share = short.length / Math.max(1, bodies.length)
  return {
    area: name,
    what: `short bodies at ${shape}`,
    value: `${short.length} of ${bodies.length} (${(share * 100).toFixed(0)} %)`,
    target: `${MAX_SHORT * 100} %`,
    isMet: share <= MAX_SHORT,
    details: short.map(({ path, id, layout, end }) => `${path} #${id} ${layout}: ends at ${(end * 100).toFixed(0)} %`),
  }
}
