/**
 * Fits the weights of a logistic regression over rows `{signs, label, weight?}` by Newton's method, with the same
 * result on every run. `signs` are pairs of an index and a value; the label is 0 or 1.
 */
export function logistic(rows, { size, ridge = 1, rounds = 20 }) {
  const weights = new Float64Array(size)
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(size)
    const bend = Array.from({ length: size }, () => new Float64Array(size))
    for (const { signs, label, weight = 1 } of rows) {
      let score = 0
      for (const [at, value] of signs) score += weights[at] * value
      const chance = 1 / (1 + Math.exp(-score))
      const curve = weight * chance * (1 - chance)
      for (const [at, value] of signs) {
        slope[at] += weight * (label - chance) * value
        for (const [other, beside] of signs) if (other <= at) bend[at][other] += curve * value * beside
      }
    }
    for (let at = 0; at < size; at++) {
      slope[at] -= ridge * weights[at]
      bend[at][at] += ridge
    }
    const step = solved(bend, slope)
    for (let at = 0; at < size; at++) weights[at] += step[at]
    if (Math.max(...step.map(Math.abs)) < 1e-4) break
  }
  return weights
}

/** Solves a symmetric positive system by Cholesky's method; `matrix` contains its lower half. */
function solved(matrix, values) {
  const size = values.length
  const low = Array.from({ length: size }, () => new Float64Array(size))
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row][column]
      for (let at = 0; at < column; at++) rest -= low[row][at] * low[column][at]
      low[row][column] = row === column ? Math.sqrt(rest) : rest / low[column][column]
    }
  const half = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let rest = values[row]
    for (let at = 0; at < row; at++) rest -= low[row][at] * half[at]
    half[row] = rest / low[row][row]
  }
  const found = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let rest = half[row]
    for (let at = row + 1; at < size; at++) rest -= low[at][row] * found[at]
    found[row] = rest / low[row][row]
  }
  return found
}
