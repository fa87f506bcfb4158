// Makes the pictures of the README from the examples: `npm run pictures`. This needs an installed Chrome or Chromium,
// and poppler's pdftoppm for the handout. On one machine, the same decks always give the same pictures.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../browser/find-browser.ts'
import { arrangeInGrid, type GridPicture, type Tile } from './picture-grid.ts'

const OUT = 'slides/pictures'
const ARTICLE = 'slides/night-trains/night-trains.txt'
const SHOWCASE = 'slides/showcase/showcase.content.md'
const THEMES = ['lectern', 'stage', 'briefing', 'paper', 'signal', 'chalk']

const folder = mkdtempSync(join(tmpdir(), 'lectern-pictures-'))
const { path: executablePath } = await findBrowser(null)
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--allow-file-access-from-files'] })
try {
  mkdirSync(OUT, { recursive: true })
  const nightTrains = slidesOf(ARTICLE)
  await saveTiles(
    'slides',
    arrangeInGrid(['title', 'agenda', 'points', 'points#4', 'timeline', 'points#6'].map(nightTrains), 3),
  )
  await saveTiles(
    'present',
    overlap(nightTrains('timeline'), { url: await captureSpeakerView(browser), width: 1280, height: 800 }),
  )
  await saveTiles('handout', arrangeInGrid([handoutPage('3'), handoutPage('notes')], 2))
  await saveTiles('looks', arrangeInGrid(THEMES.flatMap(themeTiles), 4))
  await saveTiles(
    'events',
    arrangeInGrid([...eventTiles('harbour-days', 'stage'), ...eventTiles('orchard-summit', 'paper')], 3),
  )
  const showcase = slidesOf(SHOWCASE)
  const formula = slidesOf('slides/tide-clock/tide-clock.md')
  const charts = ['chart', 'chart#2', 'chart#3', 'image', 'image#2'].map(showcase)
  await saveTiles('charts', arrangeInGrid([...charts, formula('statement')], 3))
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Makes the files of an article in a new folder, and returns the folder. */
function makeDeck(article: string, ...args: readonly string[]): string {
  const out = mkdtempSync(join(folder, 'deck-'))
  execFileSync(process.execPath, ['dist/bin/main.js', article, '--out', out, ...args], { stdio: 'inherit' })
  return out
}

/** Returns a function that finds the picture of a slide by its layout: `points#2` is the second slide of points. */
function slidesOf(article: string, ...args: readonly string[]): (layout: string) => GridPicture {
  const out = makeDeck(article, '--to', 'png,json', ...args)
  const [json = ''] = readdirSync(out).filter((name) => name.endsWith('.json'))
  const { slides } = JSON.parse(readFileSync(join(out, json), 'utf8'))
  const pictures = readdirSync(out)
    .filter((name) => name.endsWith('.png'))
    .sort()
  return (slide) => {
    const [layout = '', number = '1'] = slide.split('#')
    const indexes = slides.flatMap((slide: { layout: string }, index: number) =>
      slide.layout === layout ? [index] : [],
    )
    const name = pictures[indexes[Number(number) - 1] ?? indexes[0]]
    if (name === undefined) throw new Error(`${article} has no slide with the layout ${layout}.`)
    return pictureAt(join(out, name), 1280, 720)
  }
}

function pictureAt(path: string, width: number, height: number): GridPicture {
  return { url: `data:image/png;base64,${readFileSync(path).toString('base64')}`, width, height }
}

function themeTiles(theme: string): readonly GridPicture[] {
  const slide = slidesOf(ARTICLE, '--theme', theme)
  return [slide('title'), slide('timeline')]
}

function eventTiles(event: string, theme: string): readonly GridPicture[] {
  const slide = slidesOf(ARTICLE, '--event', `slides/events/${event}/event.yaml`, '--theme', theme)
  return ['title', 'points', 'closing'].map(slide)
}

function handoutPage(layout: string): GridPicture {
  const out = makeDeck(ARTICLE, '--to', 'handout', '--handout', layout)
  const page = join(out, 'page')
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    '110',
    '-f',
    '3',
    '-l',
    '3',
    '-singlefile',
    join(out, 'night-trains-handout.pdf'),
    page,
  ])
  return pictureAt(`${page}.png`, 910, 1287)
}

/** Arranges a slide and the speaker view, which overlaps its corner. */
function overlap(slide: GridPicture, speaker: GridPicture): readonly Tile[] {
  return [
    { ...slide, x: 0, y: 0, width: 960, height: 540 },
    { ...speaker, x: 640, y: 180, width: 960, height: 600 },
  ]
}

/** Opens the speaker view with S, and takes a screenshot of it at the slide with the timeline. */
async function captureSpeakerView(browser: Browser): Promise<string> {
  const deck = join(makeDeck(ARTICLE, '--to', 'html'), 'night-trains.html')
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(pathToFileURL(deck).href)
  await page.waitForFunction('Reveal.isReady()')
  const popup = new Promise<Awaited<ReturnType<Browser['newPage']>> | null>((resolve) => page.once('popup', resolve))
  await page.keyboard.press('s')
  const speaker = await popup
  if (speaker === null) throw new Error('No speaker view opened.')
  await speaker.setViewport({ width: 1280, height: 800 })
  await speaker.waitForSelector('.speaker-list [aria-current]')
  const index = await page.evaluate(
    '[...document.querySelectorAll(".slides section:not(:has(section))")].findIndex((each) => each.querySelector("[data-layout=timeline]"))',
  )
  await speaker.evaluate(`document.querySelectorAll('.speaker-list button')[${index}].click()`)
  await speaker.waitForFunction('!document.body.innerText.includes("Slide 1 of")', { polling: 50, timeout: 5000 })
  const png = await speaker.screenshot({ encoding: 'base64' })
  await page.close()
  return `data:image/png;base64,${png}`
}

async function saveTiles(name: string, tiles: readonly Tile[]): Promise<void> {
  const page = await browser.newPage()
  const data = await page.evaluate(drawTiles, tiles)
  writeFileSync(join(OUT, `${name}.webp`), Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
  await page.close()
}

/** Combines tiles into one picture, each in a thin frame, and returns it as a WebP `data:` URL. Runs in the page. */
async function drawTiles(tiles: readonly Tile[]): Promise<string> {
  const { document, Image } = globalThis as unknown as {
    readonly document: { createElement(name: 'canvas'): Canvas }
    readonly Image: new () => { src: string; decode(): Promise<void> }
  }
  interface Canvas {
    width: number
    height: number
    getContext(kind: '2d'): {
      imageSmoothingQuality: string
      strokeStyle: string
      drawImage(image: object, x: number, y: number, width: number, height: number): void
      strokeRect(x: number, y: number, width: number, height: number): void
    }
    toDataURL(type: string, quality: number): string
  }
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(...tiles.map(({ x, width }) => x + width))
  canvas.height = Math.max(...tiles.map(({ y, height }) => y + height))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.strokeStyle = '#9a9a9a'
  for (const { url, x, y, width, height } of tiles) {
    const image = new Image()
    image.src = url
    await image.decode()
    context.drawImage(image, x, y, width, height)
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1)
  }
  return canvas.toDataURL('image/webp', 0.86)
}
