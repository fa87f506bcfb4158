import { expect, test } from 'vitest'
import { coveredFractions } from '../../src/write/judge/units.ts'

const unit = (start: number, end: number) => ({
  sentence: { text: 'x'.repeat(end - start), span: [start, end] as const, kind: 'prose' as const, startsBlock: false },
})

test('the share of a unit that spans cover is measured in characters, from 0 to 1', () => {
  const units = [unit(0, 10), unit(11, 21), unit(22, 32)]
  expect(coveredFractions(units, [[5, 16]])).toEqual([0.5, 0.5, 0])
  expect(
    coveredFractions(units, [
      [0, 4],
      [6, 10],
      [20, 40],
    ]),
  ).toEqual([0.8, 0.1, 1])
})
