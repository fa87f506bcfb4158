/** Random choices that are always the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(next() * limit)
  const pick = (list) => list[below(list.length)]
  return {
    below,
    pick,
    /** A number between two others, both included. */
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  }
}
