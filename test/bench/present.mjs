// Measures how soon a change of the file is on the screen: the program presents an article, a browser shows it, one
// sentence is changed, and the page reports when its slide shows it. Prints medians; asserts nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { withChrome } from './support/chrome.mjs'
import { present } from './support/present.mjs'

const CHANGES = Number(process.argv[2] ?? 20)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = readFileSync(join(ROOT, 'slides/nato-rutte/nato-rutte.txt'), 'utf8')

/** The number of slides in a copy of the example; repeated sentences make none. */
const SLIDES_A_COPY = 14

/** The number of changes that do not count, because a program that has just started is slower. */
const WARMING = 4

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
try {
  await bench('the example', { path: 'talk.txt', text: EXAMPLE })
  await bench('a long deck', { path: 'long.md', text: longArticle(100) })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function bench(name, { path, text }) {
  const file = join(folder, path)
  writeFileSync(file, text)
  const { child, address } = await present(path, folder)
  try {
    await withChrome(async (browser) => {
      const page = await browser.newPage()
      await page.goto(address)
      await page.waitForFunction('Reveal.isReady() && document.querySelector(".stage-toast")')
      await page.evaluate(watchSlides)
      const slides = await page.evaluate('Reveal.getTotalSlides()')
      const word = await page.evaluate(firstWord)
      const times = []
      for (let count = 0; count < CHANGES + WARMING; count++) {
        const mark = `x${count}y`
        const shown = page.evaluate((mark) => globalThis.shows(mark), mark)
        const start = performance.timeOrigin + performance.now()
        writeFileSync(file, text.replace(word, `${mark} ${word}`))
        times.push((await shown) - start)
      }
      const sorted = times.slice(WARMING).sort((one, other) => one - other)
      const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(0)
      console.log(
        `${name}, ${slides} slides: a changed sentence is on the screen after ${at(0.5)} ms (median of ${CHANGES}; ` +
          `a tenth under ${at(0.1)}, a tenth over ${at(0.9)}; load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores)`,
      )
    })
  } finally {
    child.kill('SIGINT')
  }
}

/** Runs in the page: `shows(mark)` resolves with the time at which a slide first shows the mark. */
function watchSlides() {
  const waiting = new Map()
  const slides = document.querySelector('.slides') ?? document.body
  const observer = new MutationObserver(() => {
    for (const [mark, found] of waiting) {
      if (!slides.textContent?.includes(mark)) continue
      waiting.delete(mark)
      found(performance.timeOrigin + performance.now())
    }
  })
  observer.observe(slides, { childList: true, subtree: true })
  Object.assign(globalThis, { shows: (mark) => new Promise((found) => waiting.set(mark, found)) })
}

/** Runs in the page: finds three words that are on one slide and in its note. */
function firstWord() {
  const sections = [...document.querySelectorAll('.slides section')]
  const middle = sections.slice(Math.floor(sections.length / 2))
  for (const section of middle) {
    const note = section.querySelector('aside.notes')?.textContent ?? ''
    for (const point of section.querySelectorAll('.point-text')) {
      const [words] = /\S+ \S+ \S+$/.exec(point.textContent.trim()) ?? []
      if (words !== undefined && note.includes(words)) return words
    }
  }
  throw new Error('No slide has a point whose words are in its note.')
}

/** Repeats the example's sections, each time with other names, until they make at least this many slides. */
function longArticle(slides) {
  const [title, ...rest] = EXAMPLE.split('\n').filter((line) => line.trim() !== '')
  const copies = Math.ceil(slides / SLIDES_A_COPY)
  const parts = Array.from({ length: copies }, (_, copy) =>
    rest
      .map((line) =>
        line.replace(
          /\b[A-Z][a-z]{4,}\b/g,
          (name) => name + ['', 'ov', 'ini', 'sen', 'dal', 'aker', 'lund', 'osta', 'berg'][copy % 9],
        ),
      )
      .map((line) => (line.length < 80 && !line.endsWith('.') ? `## ${line}` : line))
      .join('\n\n'),
  )
  return `# ${title}\n\n${parts.join('\n\n')}\n`
}
