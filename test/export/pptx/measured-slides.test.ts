import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import { type Browser, withBrowser } from '../../../src/browser/browser.ts'
import { convert } from '../../../src/convert.ts'
import type { Choices } from '../../../src/settings/settings.ts'
import { all, faultsIn, openPackage, type Package, slidePaths, textIn } from '../../support/pptx-package.ts'

const TABLE = `# Signs

## The signs of a proof

### What each stands for

| Name | Sign | Meaning |
| --- | --- | --- |
| mean | $\\frac{a+b}{2}$ | halfway between two numbers |
| root | $\\sqrt{x}$ | a number whose square is given |
| angle | $\\alpha$ | a turn |
`

const AGENDA = `# The harbour at night

## Lights

The harbour has three lights. Each is lit at dusk. A keeper tends them.

## What the keepers wrote of the storms

The keepers wrote every night. Nobody read it. The books are dry.

## Fog

Fog comes in May. It leaves by noon. The horn sounds twice a minute.
`

async function packageOf(browser: Browser, article: string, choices: Choices): Promise<Package> {
  const file = new VFile({ path: 'a.md', value: article })
  const { files } = await convert(file, { formats: ['pptx'], ...choices }, { browser })
  return openPackage(files.get('a.pptx') ?? new Uint8Array())
}

let table: Package
let agenda: Package

beforeAll(async () => {
  await withBrowser({ executable: null, warn: () => {} }, async (browser) => {
    table = await packageOf(browser, TABLE, {})
    agenda = await packageOf(browser, AGENDA, { theme: 'signal' })
  })
}, 180_000)

function slideWith(pack: Package, words: string) {
  const path = slidePaths(pack).find((each) =>
    textIn(pack.parts.get(each) ?? { type: 'root', children: [] }).includes(words),
  )
  const part = pack.parts.get(path ?? '')
  if (part === undefined) throw new Error(`No slide says ${words}.`)
  return part
}

test('a formula that fills a cell of a table is a picture in its place, or text if it is a letter', () => {
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

test('the number of an item on several lines is beside their middle, as on our slides', () => {
  const slide = slideWith(agenda, 'storms')
  const shapes = all(slide, 'p:sp')
  const numbered = shapes.filter((shape) => all(shape, 'a:buAutoNum').length > 0).map(textIn)
  expect(numbered).toEqual(['Lights', 'Fog'])
  expect(shapes.map(textIn)).toContain('2')
  expect(faultsIn(agenda)).toEqual([])
})
