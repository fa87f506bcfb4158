// Finds the best dependency tree (Eisner's algorithm).

import type { Scores } from './score-arcs.ts'

/** Returns the head of each of `count` tokens in the best projective tree with one root; -1 for the root. */
export function bestTree(scores: Scores, count: number): readonly number[] {
  const chart = fillChart(scores, count)
  return readHeads(chart, rootOf(scores, chart))
}

/**
 * The scores of the best half-trees over the tokens from `left` to `right`, at `left * size + right`. In an open half,
 * one end is the head of the other, and more tokens may attach between them; in a closed half, nothing more attaches to
 * the end that is not the head. In the names, `Right` means that the head is the left end, and `Left` that it is the
 * right end. The splits record where the parts of each best half meet.
 */
interface Chart {
  readonly size: number
  readonly closedRight: Float64Array
  readonly closedLeft: Float64Array
  readonly openRight: Float64Array
  readonly openLeft: Float64Array
  readonly splitRight: Int32Array
  readonly splitLeft: Int32Array
  readonly splitOpen: Int32Array
}

function fillChart(scores: Scores, size: number): Chart {
  const halves = () => new Float64Array(size * size)
  const splits = () => new Int32Array(size * size)
  const chart: Chart = {
    size,
    closedRight: halves(),
    closedLeft: halves(),
    openRight: halves(),
    openLeft: halves(),
    splitRight: splits(),
    splitLeft: splits(),
    splitOpen: splits(),
  }
  for (let width = 1; width < size; width += 1) {
    for (let left = 0; left + width < size; left += 1) {
      fillOpenHalves(chart, scores, { left, right: left + width })
      fillClosedHalves(chart, { left, right: left + width })
    }
  }
  return chart
}

interface Range {
  readonly left: number
  readonly right: number
}

function fillOpenHalves(chart: Chart, { values, stride }: Scores, { left, right }: Range): void {
  const { size, closedRight, closedLeft } = chart
  let best = -Infinity
  let bestSplit = left
  for (let split = left; split < right; split += 1) {
    const value = (closedRight[left * size + split] ?? 0) + (closedLeft[(split + 1) * size + right] ?? 0)
    if (value > best) {
      best = value
      bestSplit = split
    }
  }
  const cell = left * size + right
  chart.splitOpen[cell] = bestSplit
  chart.openRight[cell] = best + (values[right * stride + left + 1] ?? 0)
  chart.openLeft[cell] = best + (values[left * stride + right + 1] ?? 0)
}

function fillClosedHalves(chart: Chart, { left, right }: Range): void {
  const { size, closedRight, closedLeft, openRight, openLeft } = chart
  const cell = left * size + right
  let best = -Infinity
  for (let split = left + 1; split <= right; split += 1) {
    const value = (openRight[left * size + split] ?? 0) + (closedRight[split * size + right] ?? 0)
    if (value > best) {
      best = value
      chart.splitRight[cell] = split
    }
  }
  closedRight[cell] = best
  best = -Infinity
  for (let split = left; split < right; split += 1) {
    const value = (closedLeft[left * size + split] ?? 0) + (openLeft[split * size + right] ?? 0)
    if (value > best) {
      best = value
      chart.splitLeft[cell] = split
    }
  }
  closedLeft[cell] = best
}

function rootOf({ values, stride }: Scores, { size, closedLeft, closedRight }: Chart): number {
  let root = 0
  let best = -Infinity
  for (let token = 0; token < size; token += 1) {
    const halves = (closedLeft[token] ?? 0) + (closedRight[token * size + size - 1] ?? 0)
    const value = (values[token * stride] ?? 0) + halves
    if (value > best) {
      best = value
      root = token
    }
  }
  return root
}

/** A half-tree that has not been taken apart yet. */
interface Half extends Range {
  readonly kind: 'closed-right' | 'closed-left' | 'open-right' | 'open-left'
}

function readHeads(chart: Chart, root: number): readonly number[] {
  const heads = new Array<number>(chart.size).fill(-1)
  const pending: Half[] = [
    { kind: 'closed-left', left: 0, right: root },
    { kind: 'closed-right', left: root, right: chart.size - 1 },
  ]
  for (let half = pending.pop(); half !== undefined; half = pending.pop()) {
    const { kind, left, right } = half
    if (left === right) continue
    if (kind === 'open-right') heads[right] = left
    if (kind === 'open-left') heads[left] = right
    pending.push(...halvesOf(chart, half))
  }
  return heads
}

/** Returns the two halves from which a half-tree was made. */
function halvesOf({ size, splitRight, splitLeft, splitOpen }: Chart, { kind, left, right }: Half): readonly Half[] {
  const cell = left * size + right
  if (kind === 'closed-right') {
    const split = splitRight[cell] ?? right
    return [
      { kind: 'open-right', left, right: split },
      { kind: 'closed-right', left: split, right },
    ]
  }
  if (kind === 'closed-left') {
    const split = splitLeft[cell] ?? left
    return [
      { kind: 'closed-left', left, right: split },
      { kind: 'open-left', left: split, right },
    ]
  }
  const split = splitOpen[cell] ?? left
  return [
    { kind: 'closed-right', left, right: split },
    { kind: 'closed-left', left: split + 1, right },
  ]
}
