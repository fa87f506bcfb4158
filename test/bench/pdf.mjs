// Measures the time and size of a PDF, compared with marp-cli on the same text. Whole processes alternate, so that a
// busy machine slows both. `npm run bench -- pdf [-- --runs n] [--sizes 20,100,500]`. Marp is installed into a
// temporary folder and prints with the same browser. Lectern saves HTML and PDF and checks the PDF; Marp saves the PDF
// alone. From a section with five points and a listing, Marp makes one slide, which may overflow, and Lectern three; so
// each size is tried twice: with as many sections, and with as many slides. Prints medians and ratios; asserts nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withBrowser } from '../../dist/browser/browser.js'
import { print } from '../../dist/export/print-pdf.js'
import { median } from './support/median.mjs'

const PEER = '@marp-team/marp-cli@4.5'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({ options: { runs: { type: 'string' }, sizes: { type: 'string' } } })
const RUNS = Number(values.runs ?? 3)
const SIZES = (values.sizes ?? '20,100,500').split(',').map(Number)
/** The number of slides that Lectern makes from a synthetic section. */
const SLIDES_A_SECTION = 3

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-pdf-'))
try {
  spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, PEER], { stdio: 'inherit' })
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function bench() {
  const browser = await withBrowser({ executable: null, warn() {} }, async ({ executable }) => executable)
  const example = readFileSync(join(ROOT, 'slides/nato-rutte/nato-rutte.txt'), 'utf8')
  compare('the example', { text: example, name: 'example.txt', peer: marpExample(example), browser })
  for (const size of SIZES) {
    const peer = synthetic(size, '\n---\n\n')
    compare(`${size} sections`, { text: synthetic(size, ''), name: `sections-${size}.md`, peer, browser })
    const sections = Math.round(size / SLIDES_A_SECTION)
    compare(`${size} slides`, { text: synthetic(sections, ''), name: `slides-${size}.md`, peer, browser })
  }
  await compareWithBare(SIZES.at(-1) ?? 100)
}

function compare(what, { text, name, peer, browser }) {
  const [article, deck, pdf] = [name, `marp-${name}.md`, `marp-${name}.pdf`].map((file) => join(folder, file))
  writeFileSync(article, text)
  writeFileSync(deck, `---\nmarp: true\n---\n\n${peer}`)
  const own = [join(ROOT, 'dist/bin/main.js'), article, '--to', 'html,pdf', '--out', folder]
  const other = [
    join(folder, 'node_modules/.bin/marp'),
    deck,
    '--pdf',
    '--no-stdin',
    '--browser-path',
    browser,
    '-o',
    pdf,
  ]
  /** @type {Record<'own' | 'other', number[]>} */
  const times = { own: [], other: [] }
  for (let count = 0; count < RUNS; count++) {
    times.own.push(run(own))
    times.other.push(run(other))
  }
  const sizes = [article.replace(/\.\w+$/, '.pdf'), pdf].map((path) => statSync(path).size / 1000)
  const [ours, theirs] = [median(times.own), median(times.other)]
  const figures = `${ours.toFixed(1)} s of ${theirs.toFixed(1)} s = ${(ours / theirs).toFixed(2)}`
  console.log(
    `${what.padEnd(14)} ${figures}; ${sizes.map((size) => size.toFixed(0)).join(' of ')} kB = ${(sizes[0] / sizes[1]).toFixed(2)}`,
  )
}

/** Times the print call alone, compared with that of a page without a theme. */
async function compareWithBare(slides) {
  await withBrowser({ executable: null, warn() {} }, async (browser) => {
    const { convert } = await import('../../dist/convert.js')
    const { layouts } = await import('../../dist/layout/layout-table.js')
    const { renderPrint } = await import('../../dist/render/print.js')
    const { loadTheme } = await import('../../dist/theme/load-theme.js')
    const { VFile } = await import('vfile')
    const file = new VFile({ path: 'bare.md', value: synthetic(Math.round(slides / SLIDES_A_SECTION), '') })
    const { deck } = await convert(file, { formats: ['json'] }, { browser })
    const own = renderPrint(deck, layouts, loadTheme('lectern'))
    const texts = [...own.matchAll(/<section class="page"[\s\S]*?<\/section>/g)].map(([page]) =>
      page.replace(/ class="[^"]*"/g, ''),
    )
    const bare = `<!doctype html><html lang="en"><title>Bare</title><style>@page{size:1280px 720px;margin:0}section{height:720px;overflow:hidden;break-after:page}</style>${texts.join('')}`
    const times = { own: [], bare: [] }
    for (let count = 0; count < RUNS; count++) {
      for (const [name, html] of Object.entries({ own, bare })) {
        const start = performance.now()
        await browser.withPage((page) => print(page, html))
        times[name].push((performance.now() - start) / 1000)
      }
    }
    const [ours, theirs] = [median(times.own), median(times.bare)]
    console.log(
      `print alone    ${ours.toFixed(2)} s of ${theirs.toFixed(2)} s for ${texts.length} bare slides = ${(ours / theirs).toFixed(2)}`,
    )
  })
}

function synthetic(count, divider) {
  const sections = Array.from({ length: count }, (_, index) => {
    const points = Array.from(
      { length: 5 },
      (_, point) => `- Point ${point + 1} of slide ${index + 1} says a few words`,
    )
    return `## Slide ${index + 1} title\n\n${points.join('\n')}\n\n\`\`\`js\nconst a${index} = ${index}\nconsole.log(a${index})\n\`\`\`\n`
  })
  return divider === '' ? `# Synthetic\n\n${sections.join('\n')}` : sections.join(divider)
}

/** Writes the article's sections as slides, as people do for Marp. */
function marpExample(text) {
  const paragraphs = text.trim().split(/\n\s*\n/)
  return paragraphs
    .map((each) => (each.length < 90 && !/[.!?]$/.test(each) ? `---\n\n## ${each}` : each))
    .join('\n\n')
    .replace(/^---\n\n/, '')
}

function run(words) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env: environment() })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Adds the folder of libraries that a packaged browser needs, if LECTERN_BENCH_LIBRARIES names one. */
function environment() {
  const cache = process.env.LECTERN_BENCH_LIBRARIES
  return cache === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: cache }
}
