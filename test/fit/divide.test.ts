import { expect, test } from 'vitest'
import { divideSlides } from '../../src/fit/divide.ts'
import { FITS, type Gauge } from '../../src/fit/gauge.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { deckOf, line, slide } from '../render/decks.ts'
import { several } from './several.ts'

const listing = (id: string) =>
  slide(
    'code',
    { title: null, language: null, lines: several(40, (number) => line(`${id} ${number}`, 'code')), pieces: null },
    { id },
  )

/** Answers with the height by which a slide is too tall, as this function gives it for the number of its lines. */
function gaugeWith(excessOf: (id: string, lineCount: number) => number): Gauge {
  return {
    measure: async () => {},
    spillOf: (shown) => ({
      ...FITS,
      availableHeight: 1000,
      contentHeight: 900,
      availableWidth: 1000,
      below: excessOf(idOf(shown), linesOf(layouts, shown).length),
    }),
    hasMeasured: () => true,
    rounds: () => 0,
    measurements: () => new Map(),
  }
}

/** The first word of a listing's lines, which its pieces keep. */
function idOf(shown: Slide): string {
  return linesOf(layouts, shown)[0]?.text.split(' ')[0] ?? ''
}

test('a slide that gains nothing from division stays as it is, also while others still gain', async () => {
  // One gains only once it has five pieces, which is later than is worth a try; the other gains from each piece more.
  const gauge = gaugeWith((id, lineCount) => {
    if (id === 'stubborn') return lineCount > 8 ? 50 : 0
    return lineCount > 4 ? lineCount * 4 : 0
  })
  const piecesOf = async (...slides: readonly Slide[]) => {
    const { slides: divided } = await divideSlides(deckOf(slides), { gauge, layouts, maxRounds: 100 })
    return divided.map(idOf)
  }
  const alone = await piecesOf(listing('stubborn'))
  expect(alone).toEqual(['stubborn'])
  const together = await piecesOf(listing('stubborn'), listing('willing'))
  expect(together.filter((id) => id === 'willing').length).toBeGreaterThan(6)
  expect(together.filter((id) => id === 'stubborn')).toEqual(alone)
})
