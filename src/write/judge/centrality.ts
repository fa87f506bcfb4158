import type { Unit } from './units.ts'

/** After this many rounds the ranks hardly change. */
const ROUNDS = 12
/** The share of a rank that comes from similar units. */
const DAMPING = 0.85
/** Each word links at most this many units. */
const MOST_UNITS = 60

/**
 * How central each unit is to its article, relative to the most central one: units are ranked as pages are by links, with shared
 * words as the links (LexRank, Erkan and Radev 2004). `frequency` is the number of units that contain each word.
 */
export function centralityOf(units: readonly Unit[], frequency: ReadonlyMap<string, number>): readonly number[] {
  const weightOf = (word: string) => Math.log((units.length + 1) / (frequency.get(word) ?? 1)) ** 2
  const sizes = units.map(({ matter }) => Math.sqrt([...matter].reduce((sum, word) => sum + weightOf(word), 0)) || 1)
  const places = new Map<string, number[]>()
  for (const [at, { matter }] of units.entries())
    for (const word of matter) {
      const known = places.get(word) ?? []
      places.set(word, known)
      if (known.length < MOST_UNITS) known.push(at)
    }
  const likeness = units.map(({ matter }, at) => {
    const row = new Map<number, number>()
    for (const word of matter) {
      const weight = weightOf(word)
      for (const other of places.get(word) ?? [])
        if (other !== at) row.set(other, (row.get(other) ?? 0) + weight / ((sizes[at] ?? 1) * (sizes[other] ?? 1)))
    }
    return row
  })
  const totals = likeness.map((row) => [...row.values()].reduce((sum, value) => sum + value, 0) || 1)
  let ranks = units.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    const next = units.map(() => 1 - DAMPING)
    for (const [at, row] of likeness.entries())
      for (const [other, value] of row)
        next[other] = (next[other] ?? 0) + (DAMPING * (ranks[at] ?? 0) * value) / (totals[at] ?? 1)
    ranks = next
  }
  const most = ranks.reduce((one, other) => Math.max(one, other), 1e-9)
  return ranks.map((rank) => rank / most)
}

/** For each unit, how many others in its section are more central. */
export function placesIn(sections: Iterable<readonly Unit[]>, ranks: readonly number[]): ReadonlyMap<Unit, number> {
  const places = new Map<Unit, number>()
  for (const section of sections) {
    const inOrder = section.toSorted((one, other) => (ranks[other.index] ?? 0) - (ranks[one.index] ?? 0))
    for (const [place, unit] of inOrder.entries()) places.set(unit, place)
  }
  return places
}
