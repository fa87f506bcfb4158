// A linear chain (CRF) over sequences of labels, fitted by stochastic gradient ascent on the likelihood (AdaGrad, L1),
// with the same result on every run.

/**
 * Fits weights by name and by transition. A sequence has, for every position, `signs` (names), `isSpaced` (which
 * transitions lead to it), `isOpen` (which labels it may have) and `label` (-1 if unknown). The first position has the
 * label `first`. The weights are averaged over the rounds after the first two.
 */
export function fitChain(rows, { labels, first }) {
  const places = new Map()
  for (const row of rows)
    for (const { signs } of row) for (const sign of signs) if (!places.has(sign)) places.set(sign, places.size)
  const model = { labels, first, places, weights: table(places.size * labels), turns: table(2 * labels * labels) }
  const mean = { weights: new Float64Array(places.size * labels), turns: new Float64Array(2 * labels * labels) }
  const random = dice()
  const order = [...rows]
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other], order[at]]
    }
    for (const row of order) climb(row, model, RATE / (1 + round * SLOWER))
    if (round < WARM) continue
    for (const part of ['weights', 'turns'])
      for (let at = 0; at < mean[part].length; at++) mean[part][at] += model[part].values[at] / (ROUNDS - WARM)
  }
  return { labels, first, places, weights: mean.weights, turns: mean.turns }
}

const ROUNDS = 12
const WARM = 2
const RATE = 0.05
const SLOWER = 0.25
const SPARSE = 0.004
const CLOSED = -30

function table(size) {
  return { values: new Float64Array(size), seen: new Float64Array(size).fill(1e-6) }
}

/** Returns a generator of random numbers from 0 to 1, the same on every run. */
function dice() {
  let state = 1
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

function climb(row, model, rate) {
  const { labels: size, first, places, weights, turns } = model
  const scores = row.map((place) => scoresOf(place, model))
  const turn = (place, from, to) => (row[place].isSpaced ? 1 : 0) * size * size + from * size + to
  const all = Array.from({ length: size }, (_, label) => label)
  const ahead = [all.map((label) => (label === first ? 0 : -1e9))]
  for (let place = 1; place < row.length; place++)
    ahead[place] = all.map(
      (to) =>
        logSum(all.map((from) => ahead[place - 1][from] + turns.values[turn(place, from, to)])) + scores[place][to],
    )
  const behind = []
  behind[row.length - 1] = all.map(() => 0)
  for (let place = row.length - 2; place >= 0; place--)
    behind[place] = all.map((from) =>
      logSum(all.map((to) => turns.values[turn(place + 1, from, to)] + scores[place + 1][to] + behind[place + 1][to])),
    )
  const total = logSum(ahead[row.length - 1])
  const steps = new Map()
  const bends = new Float64Array(2 * size * size)
  for (let place = 1; place < row.length; place++) {
    const { signs, label } = row[place]
    if (label < 0) continue
    const chances = all.map((each) => Math.exp(ahead[place][each] + behind[place][each] - total))
    for (const sign of signs) {
      const at = places.get(sign) * size
      for (const each of all)
        steps.set(at + each, (steps.get(at + each) ?? 0) + (each === label ? 1 : 0) - chances[each])
    }
    const before = place === 1 ? first : row[place - 1].label
    if (before < 0) continue
    for (const from of all)
      for (const to of all) {
        const at = turn(place, from, to)
        const chance = Math.exp(
          ahead[place - 1][from] + turns.values[at] + scores[place][to] + behind[place][to] - total,
        )
        bends[at] += (from === before && to === label ? 1 : 0) - chance
      }
  }
  const share = 1 / Math.sqrt(row.length)
  for (const [at, step] of steps) move(weights, at, step * share, { rate, sparse: SPARSE })
  for (const [at, bend] of bends.entries()) if (bend !== 0) move(turns, at, bend * share, { rate, sparse: 0 })
}

function scoresOf({ signs, isOpen }, { labels, places, weights }) {
  const scores = new Float64Array(labels)
  for (const sign of signs) {
    const at = places.get(sign) * labels
    for (let label = 0; label < labels; label++) scores[label] += weights.values[at + label]
  }
  return scores.map((score, label) => (isOpen[label] ? score : CLOSED))
}

function logSum(values) {
  const most = Math.max(...values)
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}

function move({ values, seen }, at, step, { rate, sparse }) {
  seen[at] += step * step
  const pace = rate / Math.sqrt(seen[at])
  const moved = values[at] + pace * step
  values[at] = Math.sign(moved) * Math.max(0, Math.abs(moved) - sparse * pace)
}

/** Finds the likeliest sequence of labels. */
export function bestLabels(row, { labels: size, first, places, weights, turns }) {
  const all = Array.from({ length: size }, (_, label) => label)
  const model = { labels: size, places: new Map(), weights: { values: weights } }
  for (const { signs } of row) for (const sign of signs) if (places.has(sign)) model.places.set(sign, places.get(sign))
  /** @type {number[]} */
  let best = all.map((label) => (label === first ? 0 : -1e9))
  const from = []
  for (const [place, { isSpaced, signs, isOpen }] of row.entries()) {
    if (place === 0) continue
    const own = scoresOf({ signs: signs.filter((sign) => places.has(sign)), isOpen }, model)
    const offset = isSpaced ? size * size : 0
    const ways = all.map((to) => all.map((each) => best[each] + turns[offset + each * size + to]))
    from[place] = ways.map((scores) => scores.indexOf(Math.max(...scores)))
    best = ways.map((scores, to) => Math.max(...scores) + own[to])
  }
  const found = []
  let label = best.indexOf(Math.max(...best))
  for (let place = row.length - 1; place > 0; place--) {
    found[place] = label
    label = from[place][label]
  }
  found[0] = first
  return found
}
