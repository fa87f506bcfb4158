import { join } from 'node:path'
import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import type { Element } from 'xast'
import { withBrowser } from '../../../src/browser/browser.ts'
import { convert } from '../../../src/convert.ts'
import { all, faultsIn, openPackage, type Package, slidePaths, textIn } from '../../support/pptx-package.ts'

const ARTICLE = `# The lock

## What the keeper does

- The keeper opens the sluices by hand
- The keeper waits until the levels match, which takes eight minutes
- The keeper rings a bell

## How many boats come

A lock that was built for sailing ships lifts 42 % of all boats on the river in a summer, and the rest wait at the quay.

## What the keeper says

> Every lock is late by its own amount, and we know ours to the minute.
>
> — Marta Lind, who has kept the lock for eleven years

## The lock at dawn

- The keeper opens the sluices by hand
- The keeper rings a bell

![The lock before the first boat](quay.webp)

## The bell

\`\`\`python
def ring(bell, times=3):
    for _ in range(times):
        bell.strike()
\`\`\`
`

let made: Package

beforeAll(async () => {
  const file = new VFile({ path: join('slides', 'showcase', 'lock.md'), value: ARTICLE })
  const { files } = await withBrowser({ executable: null, warn: () => {} }, (browser) =>
    convert(file, { formats: ['pptx'] }, { browser }),
  )
  made = openPackage(files.get('lock.pptx') ?? new Uint8Array())
})

interface Place {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly shrinks: boolean
  readonly type: string
}

/** Returns the positions of the texts on a slide, taken from its layout where the slide does not set them. */
function textsOn(path: string): readonly Place[] {
  const slide = made.parts.get(path)
  const layoutPath = [...made.relationsOf(path).values()].find(({ type }) => type.endsWith('/slideLayout'))?.target
  const layout = made.parts.get(layoutPath ?? '')
  if (slide === undefined || layout === undefined) throw new Error(`${path} has no layout.`)
  const placeOf = (shape: Element) => all(shape, 'p:ph')[0]?.attributes
  return all(slide, 'p:sp').flatMap((shape): Place[] => {
    const place = placeOf(shape)
    const own = all(shape, 'a:xfrm')[0]
    const inherited = all(layout, 'p:sp').find(
      (other) => place !== undefined && JSON.stringify(placeOf(other)) === JSON.stringify(place),
    )
    const position = own ?? (inherited && all(inherited, 'a:xfrm')[0])
    if (position === undefined || textIn(shape) === '') return []
    const [at, size] = ['a:off', 'a:ext'].map((name) => all(position, name)[0]?.attributes)
    const [left, top] = [Number(at?.x), Number(at?.y)]
    return [
      {
        text: textIn(shape),
        ...{ left, top, right: left + Number(size?.cx), bottom: top + Number(size?.cy) },
        shrinks: all(shape, 'a:normAutofit').length > 0,
        type: place?.type ?? '',
      },
    ]
  })
}

const places = () => slidePaths(made).map(textsOn)
const slideThatSays = (words: string) => places().find((texts) => texts.some(({ text }) => text.includes(words))) ?? []

test.each(['opens the sluices', 'Every lock is late', 'bell.strike'])(
  '%s: longer text is shrunk before it reaches the footer',
  (words) => {
    const texts = slideThatSays(words)
    const body = texts.find(({ text }) => text.includes(words))
    const number = texts.find(({ type }) => type === 'sldNum')
    expect(body?.shrinks).toBe(true)
    expect(body?.bottom).toBeLessThan(number?.top ?? 0)
  },
)

test('points reach down to the footer, so that there is room for more', () => {
  const texts = slideThatSays('rings a bell')
  const points = texts.find(({ text }) => text.includes('rings a bell'))
  const number = texts.find(({ type }) => type === 'sldNum')
  // There are 12,700 units in a point.
  expect((number?.top ?? 0) - (points?.bottom ?? 0)).toBeLessThan(12_700 * 20)
})

test('no text box covers one below it', () => {
  for (const texts of places())
    for (const above of texts.filter(({ type }) => type === 'body'))
      for (const below of texts.filter(({ top }) => top > above.top)) {
        const isBeside = above.right <= below.left || below.right <= above.left
        const isInside = below.top < above.bottom
        expect(isInside && !isBeside, `${above.text} / ${below.text}`).toBe(false)
      }
})

test('the number of a slide with a large figure is in its own placeholder', () => {
  const number = slideThatSays('42').find(({ type }) => type === 'sldNum')
  expect(number?.text).toMatch(/^\d+$/)
  expect(faultsIn(made)).toEqual([])
})
