// Compares one article in Lectern and in two other tools: `npm run bench -- peers [--article file.txt]`. Two inputs are
// tried: the article as it is, and the article with its headings marked by hand (Lectern finds them itself). Each deck
// is opened in one browser at 1920 × 1080 and walked through; a word is out of sight if its box extends beyond the
// slide. The tools are installed into a temporary folder. Prints a table; asserts nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { withChrome } from './support/chrome.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PEERS = ['@marp-team/marp-cli@4.5', 'reveal.js@6']
const { values } = parseArgs({ options: { article: { type: 'string' } } })
const article = resolve(values.article ?? join(ROOT, 'slides/nato-rutte/nato-rutte.txt'))

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-peers-'))
try {
  spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, ...PEERS], {
    stdio: 'inherit',
  })
  const text = readFileSync(article, 'utf8')
  const own = await build(article)
  const inputs = { 'as it is': text, 'headings marked': marked(text, own.headings) }
  await withChrome(async (browser) => {
    console.log('input            tool        slides  that overflow  words out of sight')
    row('any', 'Lectern', await walk(browser, own.html))
    for (const [name, input] of Object.entries(inputs)) {
      row(name, 'marp', await walk(browser, marp(input)))
      row(name, 'reveal.js', await walk(browser, reveal(input)))
    }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function row(input, tool, { slides, over, words, hidden }) {
  const share = `${Math.round((100 * hidden) / Math.max(1, words))} %`
  console.log(`${input.padEnd(17)}${tool.padEnd(12)}${String(slides).padEnd(8)}${String(over).padEnd(15)}${share}`)
}

async function build(path) {
  execFileSync(process.execPath, [join(ROOT, 'dist/bin/main.js'), path, '--to', 'html,json', '--out', folder])
  const [json, html] = ['.json', '.html'].map((end) =>
    join(
      folder,
      readdirSync(folder).find((name) => name.endsWith(end) && !/^package(?:-lock)?\.json$/.test(name)) ?? '',
    ),
  )
  return { html, headings: JSON.parse(readFileSync(json, 'utf8')).article.headings }
}

/** Writes the article as an author would for a tool that reads only Markdown: with `#` and `##` before its headings. */
function marked(text, headings) {
  const depths = new Map(headings.map((heading) => [heading.text.trim(), heading.depth]))
  return text
    .split('\n')
    .map((line) =>
      depths.has(line.trim()) ? `\n${'#'.repeat(Math.min(2, depths.get(line.trim())))} ${line.trim()}\n` : line,
    )
    .join('\n')
}

/** Makes a Marp deck with a slide for each heading (`headingDivider`), and returns its path. */
function marp(text) {
  const [source, html] = [join(folder, 'marp.md'), join(folder, 'marp.html')]
  writeFileSync(source, `---\nmarp: true\nheadingDivider: 2\n---\n\n${text}`)
  execFileSync(join(folder, 'node_modules/.bin/marp'), [source, '--no-stdin', '--template', 'bare', '-o', html], {
    stdio: 'ignore',
  })
  return html
}

function reveal(text) {
  cpSync(join(folder, 'node_modules/reveal.js'), join(folder, 'reveal'), { recursive: true })
  const slides = text
    .split(/\n(?=#{1,2} )/)
    .map(
      (each) => `<section data-markdown><textarea data-template>${each.replaceAll('<', '&lt;')}</textarea></section>`,
    )
  const html = join(folder, 'reveal.html')
  writeFileSync(
    html,
    `<!doctype html><link rel="stylesheet" href="reveal/dist/reveal.css"><link rel="stylesheet" href="reveal/dist/theme/white.css">
<div class="reveal"><div class="slides">${slides.join('\n')}</div></div>
<script src="reveal/dist/reveal.js"></script><script src="reveal/dist/plugin/markdown.js"></script>
<script>Reveal.initialize({ plugins: [RevealMarkdown], transition: 'none' })</script>`,
  )
  return html
}

/** Shows each slide in turn and counts words. */
async function walk(browser, path) {
  const page = await browser.newPage()
  await page.setViewport({ width: 1920, height: 1080 })
  await page.goto(pathToFileURL(path).href)
  const hasReveal = await page.evaluate(() => 'Reveal' in globalThis)
  if (hasReveal) await page.waitForFunction('Reveal.isReady()')
  const result = await page.evaluate(async () => {
    const { Reveal } = /** @type {any} */ (globalThis)
    const total = { slides: 0, over: 0, words: 0, hidden: 0 }
    const count = (element, box) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let hidden = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest('aside.notes, script, style, textarea')) continue
        for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const { left, right, top, bottom, width } = range.getBoundingClientRect()
          if (width === 0) continue
          total.words += 1
          const isOut = top < box.top - 1 || bottom > box.bottom + 1 || left < box.left - 1 || right > box.right + 1
          if (isOut) hidden += 1
        }
      }
      total.slides += 1
      total.hidden += hidden
      if (hidden > 0) total.over += 1
    }
    if (Reveal === undefined)
      for (const each of document.querySelectorAll('section')) count(each, each.getBoundingClientRect())
    else
      for (const each of Reveal.getSlides()) {
        const { h, v } = Reveal.getIndices(each)
        Reveal.slide(h, v)
        await new Promise((done) => setTimeout(done, 50))
        count(each, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
      }
    return total
  })
  await page.close()
  return result
}
