// Logistic regression by Newton's method: exact, and the same on every run.

/** The weights by name. A row has `features` ([name, amount] pairs) and `isKept`. `ridge` keeps weights small that few rows speak for. */
export function fitLogistic(rows, ridge) {
  const places = new Map()
  for (const { features } of rows)
    for (const [name, amount] of features) if (amount !== 0 && !places.has(name)) places.set(name, places.size)
  const size = places.size
  const data = rows.map(({ features, isKept }) => {
    const seen = features.filter(([, amount]) => amount !== 0)
    return {
      at: seen.map(([name]) => places.get(name)),
      amounts: seen.map(([, amount]) => amount),
      kept: isKept ? 1 : 0,
    }
  })
  const weights = new Float64Array(size)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Float64Array.from(weights, (weight) => ridge * weight)
    const curve = Array.from({ length: size }, (_, row) => {
      const values = new Float64Array(size)
      values[row] = ridge
      return values
    })
    for (const { at, amounts, kept } of data) {
      const chance = 1 / (1 + Math.exp(-at.reduce((sum, place, index) => sum + weights[place] * amounts[index], 0)))
      const pull = chance * (1 - chance)
      for (let one = 0; one < at.length; one++) {
        slope[at[one]] += (chance - kept) * amounts[one]
        const row = curve[at[one]]
        for (let other = 0; other < at.length; other++) row[at[other]] += pull * amounts[one] * amounts[other]
      }
    }
    const step = solve(curve, slope)
    for (let index = 0; index < size; index++) weights[index] -= step[index]
  }
  return Object.fromEntries([...places].map(([name, index]) => [name, weights[index]]))
}

/** Newton's method is still long before. */
const ROUNDS = 8

/** Gauss's elimination, in place. */
function solve(matrix, right) {
  const size = right.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) best = row
    ;[matrix[column], matrix[best]] = [matrix[best], matrix[column]]
    ;[right[column], right[best]] = [right[best], right[column]]
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row][column] / matrix[column][column]
      for (let index = column; index < size; index++) matrix[row][index] -= factor * matrix[column][index]
      right[row] -= factor * right[column]
    }
  }
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let value = right[row]
    for (let index = row + 1; index < size; index++) value -= matrix[row][index] * solution[index]
    solution[row] = value / matrix[row][row]
  }
  return solution
}
