import { expect, test } from 'vitest'
import { countedPeriods, periodsIn } from '../../src/layout/charts/periods.ts'

test.each([
  [
    ['1998', '1999', '2001'],
    [1998, 1999, 2001],
  ],
  [
    ['FY 2019', 'FY 2020'],
    [2019, 2020],
  ],
  [
    ['Q1 2019', 'Q3 2019'],
    [2019, 2019.5],
  ],
  [
    ['2019 Q2', '2019-Q4'],
    [2019.25, 2019.75],
  ],
  [
    ['H1 2019', 'H2 2019'],
    [2019, 2019.5],
  ],
  [
    ['2019 H1', '2019 H2'],
    [2019, 2019.5],
  ],
  [
    ['2019-01', '2019-07'],
    [2019, 2019.5],
  ],
  [
    ['January 2019', 'July 2019'],
    [2019, 2019.5],
  ],
  [
    ['Jan', 'Feb.', 'March'],
    [0, 1, 2],
  ],
  [
    ['6 am', '2:30 pm'],
    [6, 14.5],
  ],
  [
    ['09:30', '12:00'],
    [9.5, 12],
  ],
])('%j are periods', (labels, positions) => {
  expect(periodsIn(labels)).toEqual(positions)
})

test.each([[['3 May', '10 May', '1 June']], [['May 3', 'May 10', 'June 1']], [['2019-03-14', '2019-03-20']]])(
  '%j are days in order',
  (labels) => {
    const positions = periodsIn(labels) ?? []
    expect(positions).toHaveLength(labels.length)
    expect(positions).toEqual(positions.toSorted((one, other) => one - other))
  },
)

test.each([[['1998', 'Boats']], [['1999', '1998', '2000']], [['2019-03-99', '2019-04-01']], [['13:75', '14:00']]])(
  '%j are not periods in order',
  (labels) => {
    expect(periodsIn(labels)).toBeNull()
  },
)

test('numbered weeks count periods, by their labels or their heading', () => {
  expect(countedPeriods(['Week 1', 'Week 2', 'Week 4'], '')).toEqual([1, 2, 4])
  expect(countedPeriods(['1', '2'], 'Week')).toEqual([1, 2])
  expect(countedPeriods(['1', '2'], 'Room')).toBeNull()
})
