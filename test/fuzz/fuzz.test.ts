import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { faultsOf } from './faults.mjs'
import { inputFor } from './input.mjs'

/** The number of documents for each seed. `npm run fuzz` makes as many as requested, within a limit of time. */
const COUNT = 6

test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
  'any document becomes a deck or is refused with a message: seed %i',
  async (seed) => {
    for (let number = 0; number < COUNT; number++)
      expect([seed, number, await faultsOf(convert, inputFor(seed, number))]).toEqual([seed, number, []])
  },
)
