import { expect, test } from 'vitest'
import type { Line } from '../../src/model/draft.ts'
import { isDangling } from '../../src/write/candidates.ts'

const line = (text: string): Line => ({ text, spans: [], added: [], kind: 'prose', weight: 1 })

test.each([
  ['They close the hole', []],
  ['Specifically, pipes with a bore of six inches', []],
  ['With the new gauge, the keeper will say so', []],
  ['However, the hole closes', []],
  ['Copper tape around the pipe keeps them off', ['Wind is the largest error']],
  ['Most lines do not manage that in winter', []],
  ['Over the years it seals the floor of the bed', []],
  ['During the meeting, this issue likely took center stage', []],
  ['The line has earned that back every year', []],
  ['This noise drives the crew away', ['The engine is old']],
  ['Boats are often lost to these storms', ['Wind is the largest error']],
  ['In the example above the pipe is open', []],
  ['The pipes above are subject to rust', []],
  ['There’s also another rule for the pilots', []],
  ['Some harbours address this by digging a second channel', []],
  ['The other two locks are the old one and the new one', []],
  ['The gates will close by night, as described above, once the bell rings', []],
  ['The program below counts the boats', []],
  ['Here we have the same lock', []],
  ['The keepers compiled below what the town had asked for', []],
  ['Closing it was the best thing to do', []],
  ['Notice how this worked', []],
  ['It is harder to open than the weir', []],
  ['It is known to freeze', []],
])('"%s" leans on what %j does not name', (text, slide) => {
  expect(isDangling(line(text), slide.map(line))).toBe(true)
})

test.each([
  ['Copper tape around the pipe keeps them off', ['Barnacles are the second error']],
  ['The pilots say that they never saw the lamp', []],
  ['Everyone should do their part', []],
  ['It is best to read the gauge at noon', []],
  ['It’s easier for boats to pass at night', []],
  ['It was also clear that boats wait', []],
  ['Ada and Tom sold their boat', []],
  ['Over the years the silt seals the floor', []],
  ['The rule means that nobody sails at night', []],
  ['This noise drives the crew away', ['The noise of the engine grows']],
  ['Boats are often lost to these storms', ['Storms come in March']],
  ['Storms come in March, and boats are lost to these storms', []],
  ['The harbour thanks those who stayed', []],
])('"%s" stands by itself after %j', (text, slide) => {
  expect(isDangling(line(text), slide.map(line))).toBe(false)
})
