import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convert } from '../../../src/convert.ts'
import type { Choices } from '../../../src/settings/settings.ts'
import { oneBrowser } from '../../browser/one-browser.ts'
import { all, faultsIn, openPackage, type Package, slidePaths, textIn } from '../../support/pptx-package.ts'

const TABLE = `# Signs

## The signs of a proof

### What each stands for

| Name | Sign | Meaning |
| --- | --- | --- |
| mean | $\\frac{a+b}{2}$ | halfway between two numbers |
| root | $\\sqrt{x}$ | a number whose square is given |
| angle | $\\alpha$ | a turn |

### The height of the tide

$$
h(t) = a_0 + a_1 \\cos\\left(\\frac{2\\pi t}{12.42}\\right)
$$
`

const AGENDA = `# The harbour at night

## Lights

The harbour has three lights. Each is lit at dusk. A keeper tends them.

## What the keepers wrote of the storms

The keepers wrote every night. Nobody read it. The books are dry.

## Fog

Fog comes in May. It leaves by noon. The horn sounds twice a minute.
`

const PICTURE = `# The harbour

The harbour has one quay, and the ferry leaves from it.

## The quay at dawn

![The quay before the first ferry](quay.webp)

## Lamps

- Three keepers wrote down [the list of all lamps that the harbour office lit on the night of the great storm and on the night after it](https://example.org/).
`

const RIGHT_TO_LEFT = `# שלום לים

## הגאות

הים בא והולך כל יום. הירח מושך את המים.

![עקומה](flag.svg)
`

/** Red on the left, blue on the right. */
const FLAG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><path fill="#f00" d="M0 0h200v200H0z"/><path fill="#00f" d="M200 0h200v200H200z"/></svg>'

const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'))

/** The colour of titles in the theme "chalk". */
const TITLE_COLOUR = '244 234 217'

const browser = oneBrowser()

async function packageOf(article: string, choices: Choices): Promise<Package> {
  const file = new VFile({ path: join(folder, 'a.md'), value: article })
  const { files } = await convert(file, { formats: ['pptx'], ...choices }, { browser: browser() })
  return openPackage(files.get('a.pptx') ?? new Uint8Array())
}

let table: Package
let agenda: Package
let picture: Package
let rightToLeft: Package

beforeAll(async () => {
  copyFileSync('slides/showcase/quay.webp', join(folder, 'quay.webp'))
  writeFileSync(join(folder, 'flag.svg'), FLAG)
  table = await packageOf(TABLE, {})
  agenda = await packageOf(AGENDA, { theme: 'signal' })
  picture = await packageOf(PICTURE, { theme: 'chalk' })
  rightToLeft = await packageOf(RIGHT_TO_LEFT, {})
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function slideWith(pack: Package, words: string) {
  const path = slidePaths(pack).find((each) =>
    textIn(pack.parts.get(each) ?? { type: 'root', children: [] }).includes(words),
  )
  const part = pack.parts.get(path ?? '')
  if (part === undefined) throw new Error(`No slide says ${words}.`)
  return part
}

test('a formula that fills a table cell is a picture in its place, or text if it is a letter', () => {
  const slide = slideWith(table, 'halfway')
  const alts = all(slide, 'p:pic').map((picture) => all(picture, 'p:cNvPr')[0]?.attributes.descr)
  expect(alts).toEqual(['\\frac{a+b}{2}', '\\sqrt{x}'])
  expect(textIn(slide)).toContain('α')
  const [frame] = all(slide, 'p:graphicFrame')
  const edges = (node: Parameters<typeof all>[0], name: string) => {
    const [place] = all(node, name)
    const [at, size] = ['a:off', 'a:ext'].map((part) => all(place ?? node, part)[0]?.attributes)
    return { top: Number(at?.y), bottom: Number(at?.y) + Number(size?.cy) }
  }
  const around = edges(frame ?? slide, 'p:xfrm')
  for (const picture of all(slide, 'p:pic')) {
    const { top, bottom } = edges(picture, 'a:xfrm')
    expect(top).toBeGreaterThan(around.top)
    expect(bottom).toBeLessThan(around.bottom)
  }
  expect(faultsIn(table)).toEqual([])
})

test('formulas are drawn, in a table and by themselves', () => {
  const pictures = slidePaths(table).flatMap((path) => {
    const slide = table.parts.get(path)
    const blips = slide === undefined ? [] : all(slide, 'p:pic').flatMap((shown) => all(shown, 'a:blip'))
    return blips.map(({ attributes }) => table.relationsOf(path).get(attributes['r:embed'] ?? '')?.target ?? '')
  })
  expect(pictures).toHaveLength(3)
  for (const path of pictures) {
    const { data, channels } = decode(table.bytes.get(path) ?? new Uint8Array())
    const opaquePixels = data.filter((value, at) => at % channels === channels - 1 && value > 200)
    expect(opaquePixels.length, path).toBeGreaterThan(100)
  }
})

test('the number of an item on several lines is beside their middle, as on our slides', () => {
  const slide = slideWith(agenda, 'storms')
  const shapes = all(slide, 'p:sp')
  const numbered = shapes.filter((shape) => all(shape, 'a:buAutoNum').length > 0).map(textIn)
  expect(numbered).toEqual(['Lights', 'Fog'])
  expect(shapes.map(textIn)).toContain('2')
  expect(faultsIn(agenda)).toEqual([])
})

test('a picture with its title on it is as on our slides: behind the title and its background, without words of its own', () => {
  const slide = slideWith(picture, 'quay at dawn')
  const path = slidePaths(picture).find((each) => picture.parts.get(each) === slide) ?? ''
  const [shown] = all(slide, 'p:pic')
  const [blip] = all(shown ?? slide, 'a:blip')
  const file = picture.relationsOf(path).get(blip?.attributes['r:embed'] ?? '')?.target ?? ''
  const { data, channels, width, height } = decode(picture.bytes.get(file) ?? new Uint8Array())
  const colours = new Set<string>()
  // The title is at the lower left, where the picture is dark.
  for (let y = Math.ceil(height * 0.75); y < height; y++)
    for (let x = 0; x < width * 0.35; x++)
      colours.add(data.slice((y * width + x) * channels, (y * width + x) * channels + 3).join(' '))
  expect(colours.size).toBeGreaterThan(100)
  expect(colours, 'pixels of letters').not.toContain(TITLE_COLOUR)
  // It is captured as it is cropped.
  expect(all(shown ?? slide, 'a:srcRect')).toEqual([])
  const [shapeTree] = all(slide, 'p:spTree')
  const order = (shapeTree?.children ?? []).flatMap((child) => (child.type === 'element' ? [child] : []))
  const filled = order.filter((shape) => shape.name === 'p:sp' && all(shape, 'a:solidFill').length > 0)
  expect(filled.length).toBeGreaterThan(0)
  for (const shape of filled)
    expect(order.indexOf(shape)).toBeGreaterThan(order.findIndex(({ name }) => name === 'p:pic'))
})

test('drawings in a deck that runs from right to left are captured whole', () => {
  const pngs = [...rightToLeft.bytes].filter(([path]) => path.endsWith('.png')).map(([, bytes]) => decode(bytes))
  const sides = pngs.map(({ width, height, channels, data }) =>
    [0.02, 0.98].map((across) => {
      const pixel = Math.floor(height / 2) * width + Math.floor(width * across)
      return [...data.subarray(pixel * channels, pixel * channels + 3)].join(' ')
    }),
  )
  expect(sides).toContainEqual(['255 0 0', '0 0 255'])
})

test('a link over several lines becomes a link on each, because LibreOffice does not break links', () => {
  const links = all(slideWith(picture, 'list of all lamps'), 'a:r').filter((run) => all(run, 'a:hlinkClick').length > 0)
  expect(links.length).toBeGreaterThan(1)
  for (const link of links) expect(textIn(link)).toBe(textIn(link).trim())
  expect(links.map(textIn).join(' ').replaceAll('\u00A0', ' ')).toBe(
    'the list of all lamps that the harbour office lit on the night of the great storm and on the night after it',
  )
})
