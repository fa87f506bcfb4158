// Builds every article of a corpus, judges its slides in a browser and reads its PDF back.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { convert } from '../../../dist/convert.js'
import { CANVASES } from '../../../dist/model/settings.js'
import { UnreadableError } from '../../../dist/read/unreadable-error.js'
import { articlesIn } from '../support/articles.mjs'
import { withChrome } from '../support/chrome.mjs'
import { lettersOf, pagesOf } from '../support/pdf-letters.mjs'
import { noneRow } from '../support/table.mjs'
import { judge, thinSlides } from './judge.mjs'

/** In CSS px: the smallest text allowed on a slide, except inside a formula or a picture. */
const FLOOR = 18

/** The maximum fraction of slides that are less than a third full although a neighbour had space. */
const MAX_THIN = 0.02

/** Builds, saves and opens every article in both shapes, judges its slides, and reads its PDF back. */
export async function measureCorpus(browser, { corpus, folder, sample, part, minutes, match, theme }) {
  const articles = articlesIn(corpus, sample)
    .filter(({ path }) => path.includes(match))
    .filter((_, index) => index % part.of === part.number - 1)
  const found = {
    decks: 0,
    slides: 0,
    refused: 0,
    marked: [],
    outside: [],
    small: [],
    thin: [],
    unprinted: [],
    failed: [],
    ms: 0,
  }
  const until = performance.now() + minutes * 60_000
  let left = articles.length
  await withChrome(async (chrome) => {
    const page = await chrome.newPage()
    for (const article of articles) {
      if (performance.now() > until) break
      left--
      for (const [shape, canvas] of Object.entries(CANVASES))
        await measureDeck({ browser, page, folder, found, article, shape, canvas, theme })
    }
  })
  return rowsOf(found, left)
}

async function measureDeck({ browser, page, folder, found, article: { path, bytes }, shape, canvas, theme }) {
  const name = `${path} (${shape})`
  const file = new VFile({ path, value: bytes() })
  const times = {}
  const progress = (step) => {
    times[step.split(' ')[0]] = performance.now()
  }
  let made
  try {
    made = await convert(file, { formats: ['html', 'pdf'], canvas, theme }, { browser, progress })
  } catch (error) {
    if (error instanceof UnreadableError) found.refused++
    else found.failed.push(`${name}: ${String(error).split('\n')[0]}`)
    return
  }
  found.ms += times.Saving - times.Fitting
  const saved = join(folder, 'deck.html')
  writeFileSync(saved, fileOf(made, '.html'))
  await page.setViewport(canvas)
  await page.goto(pathToFileURL(saved).href)
  await page.waitForFunction('window.Reveal?.isReady()')
  // A font is loaded a moment after the first slide that needs it.
  await page.evaluate('Promise.all(Array.from(document.fonts, (font) => font.load())).then(() => undefined)')
  const slides = await page.evaluate(`(${judge})(${FLOOR})`)
  if (slides.length !== made.deck.slides.length) found.failed.push(`${name}: ${slides.length} slides were seen`)
  found.decks++
  found.slides += slides.length
  const reported = file.messages.filter(({ ruleId }) => ruleId === 'overflow').map(String)
  for (const { id, layout, outside, small, isMarked } of slides) {
    if (outside !== null) {
      const isReported = isMarked && reported.some((reason) => reason.includes(`"${id}"`))
      found[isReported ? 'marked' : 'outside'].push(`${name} #${id} ${layout}: ${outside}`)
    }
    if (small !== null) found.small.push(`${name} #${id} ${layout}: ${small}`)
  }
  const pdf = fileOf(made, '.pdf')
  if (pdf === undefined) found.unprinted.push(`${name}: ${file.messages.find(({ ruleId }) => ruleId === 'bad-pdf')}`)
  const pages = pdf === undefined ? [] : await pagesOf(pdf)
  for (const [index, { id, texts, isMarked }] of pdf === undefined ? [] : slides.entries()) {
    // In lines from right to left, this reader reverses words in other scripts.
    const sought = texts.flatMap((text) => (RIGHT_TO_LEFT.test(text) ? text.split(/\s+/) : [text]))
    const missing = isMarked ? undefined : sought.find((text) => !pages[index]?.includes(lettersOf(text)))
    if (missing !== undefined) found.unprinted.push(`${name} #${id}: "${missing.slice(0, 40)}"`)
  }
  for (const { id, fullness, why } of thinSlides(slides))
    found.thin.push(`${name} #${id}: ${(fullness * 100).toFixed(0)} % full, ${why}`)
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function fileOf({ files }, ending) {
  return [...files].find(([name]) => name.endsWith(ending))?.[1]
}

function rowsOf({ decks, slides, refused, marked, outside, small, thin, unprinted, failed, ms }, left) {
  const area = 'corpus'
  const none = (what, details) => noneRow({ area, what, details })
  return [
    {
      area,
      what: 'decks built, saved and opened',
      value: `${decks} (${slides} slides, ${refused} refused as unreadable)`,
    },
    { area, what: 'articles not reached in time', value: `${left}` },
    { area, what: 'time of the fit, a slide', value: `${(ms / Math.max(1, slides)).toFixed(1)} ms` },
    none('decks that failed', failed),
    none('slides whose content leaves its space, unreported', outside),
    {
      area,
      what: 'slides whose content leaves its space, reported and marked',
      value: `${marked.length}`,
      details: marked,
    },
    none('slides whose page in the PDF lacks some of their text', unprinted),
    none(`slides with text under ${FLOOR} px`, small),
    {
      area,
      what: 'slides under a third full whose neighbour had room',
      value: `${thin.length} (${((thin.length / Math.max(1, slides)) * 100).toFixed(2)} %)`,
      target: `${MAX_THIN * 100} %`,
      isMet: thin.length <= MAX_THIN * slides,
      details: thin,
    },
  ]
}
