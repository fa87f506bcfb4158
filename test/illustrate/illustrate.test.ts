import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { LIMITS } from '../../src/illustrate/limits.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { renderDeck } from '../../src/render/render.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { documentOf, withTag } from '../render/document.ts'
import { hugePng, png, svg } from './images.ts'

const cwd = mkdtempSync(join(tmpdir(), 'lectern-talk-'))

beforeAll(() => {
  mkdirSync(join(cwd, 'img'))
  writeFileSync(join(cwd, 'img', 'chart.png'), png(160, 90))
  writeFileSync(join(cwd, 'img', 'plan.svg'), svg('viewBox="0 0 40 30"'))
  writeFileSync(join(cwd, 'img', 'photo.png'), 'this is no photograph')
  writeFileSync(join(cwd, 'wide.png'), hugePng(6000, 6000))
})

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** Converts an article with these images, each on a separate line, without a browser. */
async function convertImages(images: string, path = 'talk.md') {
  const value = `# A talk\n\nThe gauge is read twice a day.\n\n${images}\n\nThe pilots know why.\n`
  const file = new VFile({ path, cwd, value })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  const pictures = deck.slides.filter((slide) => slide.layout === 'image')
  const messages = file.messages.filter(({ ruleId }) => ruleId?.startsWith('image'))
  return { deck, pictures, messages }
}

function content({ slots }: Slide<'image'>) {
  return 'content' in slots.picture ? slots.picture.content : null
}

test('an image of the article is on its own slide, unchanged and with its size', async () => {
  const { pictures, messages } = await convertImages('![Means of a year](img/chart.png)')
  expect(pictures.map(content)).toEqual([
    {
      data: `data:image/png;base64,${png(160, 90).toString('base64')}`,
      width: 160,
      height: 90,
      isDrawing: false,
      isPhotograph: false,
    },
  ])
  // The alternative text is its caption, not a headline.
  expect(pictures[0]?.slots.title).toBeNull()
  expect(pictures[0]?.slots.caption?.text).toBe('Means of a year')
  expect(messages).toEqual([])
})

test('an image in a data URL is checked in the same way', async () => {
  const misnamed = `data:text/html;base64,${png(2, 3).toString('base64')}`
  const drawing = `data:image/svg+xml,${encodeURIComponent(svg('viewBox="0 0 4 3"').toString())}`
  const script = `data:image/png,${encodeURIComponent(svg('', '<script>alert(1)</script>').toString())}`
  const { deck, pictures, messages } = await convertImages(
    ['a', 'b', 'c', 'd']
      .map((name, index) => `![${name}](<${[misnamed, drawing, script, 'data:x'][index]}>)`)
      .join('\n\n'),
  )
  expect(pictures.map((slide) => content(slide)?.data.slice(0, 16))).toEqual(['data:image/png;b', 'data:image/svg+x'])
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['image-unsafe', 'image-unreadable'])
  // A message that quoted a whole address of this kind could be megabytes long.
  expect(Math.max(...messages.map(({ reason }) => reason.length))).toBeLessThan(200)
  const sources = withTag(documentOf(renderDeck(deck, layouts, loadTheme('lectern'))), 'img')
  expect(sources.map(({ properties }) => String(properties.src).split(',')[0])).toEqual([
    'data:image/png;base64',
    'data:image/svg+xml;base64',
  ])
})

describe('an image that cannot be shown', () => {
  test.each([
    ['img/lost.png', 'image-missing'],
    ['../secret.png', 'image-outside'],
    ['/etc/passwd', 'image-outside'],
    ['img/photo.png', 'image-unreadable'],
    ['img', 'image-unreadable'],
  ])('such as %s has no slide, and a message at its place', async (address, rule) => {
    const { deck, pictures, messages } = await convertImages(`![The chart of the year](${address})`)
    expect(pictures).toEqual([])
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([[rule, 5, 1]])
    expect(messages[0]?.reason).toContain(`"${address}"`)
    const page = documentOf(renderDeck(deck, layouts, loadTheme('lectern')))
    expect(withTag(page, 'img')).toEqual([])
  })

  test('is any file if the article comes from standard input', async () => {
    const value = '# A talk\n\nThe gauge is read.\n\n![Chart](img/chart.png)\n\n![Dot](data:image/png;base64,'
    const file = new VFile({ path: '-', cwd, value: `${value}${png(1, 1).toString('base64')})\n` })
    const { deck } = await convert(file, { formats: [] }, { browser: null })
    const pictures = deck.slides.filter((slide) => slide.layout === 'image')
    expect(pictures.map((slide) => content(slide) !== null)).toEqual([false, true])
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('image-missing')
  })

  test('is any that exceeds the limit for a deck', async () => {
    const count = Math.floor(LIMITS.allPixels / 36_000_000)
    const { pictures, messages } = await convertImages('![Wide](wide.png)\n\n'.repeat(count + 2))
    expect(pictures.filter((slide) => content(slide) === null)).toHaveLength(2)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['image-too-large', 'image-too-large'])
  })
})

test('images that are on no slide are reported together, at the first', async () => {
  const { pictures, messages } = await convertImages(
    'Look at ![the sign](img/plan.svg) by the door.\n\n[![build](https://a.example/b.svg)](https://a.example)',
  )
  expect(pictures).toEqual([])
  expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([['image-not-shown', 5, 9]])
  expect(messages[0]?.reason).toContain('2 images')
})

test('the same images make the same deck', async () => {
  const images = '![One](img/chart.png)\n\n![Two](img/plan.svg)\n\n![One again](img/chart.png)'
  const [one, other] = [await convertImages(images), await convertImages(images)]
  expect(one.deck).toEqual(other.deck)
})
