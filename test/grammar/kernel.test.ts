import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKernel } from '../../src/grammar/kernel.ts'
import { applyLinear, makeLinear } from '../../src/grammar/linear.ts'

/** Floats have seven digits; sums lose a few of them. */
const CLOSE = 4

describe('applyLinear', () => {
  it('multiplies and adds, whatever the size', () => {
    const size = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(
        fc.tuple(size, size, fc.integer({ min: 1, max: 4 }), fc.integer()),
        ([outputs, inputs, count, seed]) => {
          const [weights, bias, from] = [
            numbers(outputs * inputs, seed),
            numbers(outputs, seed + 1),
            numbers(count * inputs, seed + 2),
          ]
          const kernel = makeKernel()
          const map = makeLinear(kernel, weights, bias)
          const vectors = kernel.allocate(from.length)
          vectors.set(from)
          const result = applyLinear(kernel, map, vectors)
          for (let vector = 0; vector < count; vector += 1) {
            for (let output = 0; output < outputs; output += 1) {
              const products = from
                .slice(vector * inputs, (vector + 1) * inputs)
                .map((value, input) => value * (weights[output * inputs + input] ?? 0))
              const expected = products.reduce((sum, product) => sum + product, bias[output] ?? 0)
              expect(result[vector * map.outputs + output]).toBeCloseTo(expected, CLOSE)
            }
          }
        },
      ),
      { numRuns: 50, seed: 1 },
    )
  })
})

describe('step', () => {
  it('is one step of an LSTM, also for extreme values', () => {
    const kernel = makeKernel()
    const units = 8
    const [gates, cells, output] = [kernel.allocate(4 * units), kernel.allocate(units), kernel.allocate(units)]
    gates.set(numbers(4 * units, 7).map((value) => value * 6))
    gates.set([1000, -1000, 88, -88], 0)
    cells.set(numbers(units, 8))
    const [gatesBefore, cellsBefore] = [gates.slice(), cells.slice()]
    kernel.loops.step(gates.byteOffset, cells.byteOffset, output.byteOffset, units)
    const gate = (index: number, unit: number) => gatesBefore[index * units + unit] ?? 0
    for (let unit = 0; unit < units; unit += 1) {
      const kept = sigmoid(gate(1, unit)) * (cellsBefore[unit] ?? 0)
      const cell = kept + sigmoid(gate(0, unit)) * Math.tanh(gate(2, unit))
      expect(cells[unit]).toBeCloseTo(cell, CLOSE)
      expect(output[unit]).toBeCloseTo(sigmoid(gate(3, unit)) * Math.tanh(cell), CLOSE)
    }
  })
})

describe('runAndFree', () => {
  it('reuses memory, and hands it out zeroed', () => {
    const kernel = makeKernel()
    const address = kernel.runAndFree(() => {
      const room = kernel.allocate(4)
      room.fill(1)
      return room.byteOffset
    })
    const next = kernel.allocate(4)
    expect(next.byteOffset).toBe(address)
    expect([...next]).toEqual([0, 0, 0, 0])
  })

  it('frees it if the work fails', () => {
    const kernel = makeKernel()
    const fails = () =>
      kernel.runAndFree(() => {
        kernel.allocate(100)
        throw new Error('stop')
      })
    expect(fails).toThrow('stop')
    expect(kernel.allocate(1).byteOffset).toBe(0)
  })
})

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Numbers from -1 to 1 that look random and are the same for the same seed. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => Math.sin((index + 1) * 12.9898 + (seed % 1000) * 78.233))
}
