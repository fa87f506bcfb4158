import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { oneBrowser } from './browser/one-browser.ts'

const PATH = 'slides/showcase/showcase.md'

const browser = oneBrowser()

let made: Conversion
let html: string
beforeAll(async () => {
  made = await convert(
    new VFile({ path: PATH, value: readFileSync(PATH) }),
    { formats: ['html'] },
    { browser: browser() },
  )
  html = new TextDecoder().decode(made.files.get('showcase.html'))
})

test('the showcase has pictures from edge to edge, in a band, beside points, in a pair and in a gallery', () => {
  const slides = [...html.matchAll(/<div [^>]*data-layout="image"[^>]*>/g)].map(([tag]) => tag)
  const arrangements = slides.map((tag) => [
    /data-arrangement="(\w+)"/.exec(tag)?.[1],
    /data-plates="(\d)"/.exec(tag)?.[1] ?? '',
  ])
  for (const wanted of [
    ['bleed', ''],
    ['band', ''],
    ['split', ''],
    ['plates', '2'],
    ['plates', '4'],
  ])
    expect(arrangements).toContainEqual(wanted)
})

test('the showcase has slides of many layouts, and loads nothing', () => {
  const layouts = new Set(made.deck.slides.map(({ layout }) => layout))
  expect([...layouts].sort()).toEqual(
    'agenda closing code comparison image points quote statement table timeline title'.split(' '),
  )
  expect(html).not.toMatch(/<(?:img|link|script)[^>]+(?:src|href)="https?:/)
})
