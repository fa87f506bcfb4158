// Runs the LSTM layers of the network.

import type { Layer } from './grammar.ts'
import type { Kernel } from './kernel.ts'
import type { Linear } from './linear.ts'
import { applyLinear } from './linear.ts'

/** Computes a vector for each token of a sentence from the gates of the first layer. */
export function encode(kernel: Kernel, layers: readonly Layer[], firstGates: Float32Array): Float32Array {
  return layers.reduce<Float32Array>((input, layer, depth) => {
    const gates = depth === 0 ? input : applyLinear(kernel, layer.gates, input)
    return encodeLayer(kernel, layer, gates)
  }, firstGates)
}

function encodeLayer(kernel: Kernel, layer: Layer, gates: Float32Array): Float32Array {
  const units = layer.forward.inputs
  const count = gates.length / layer.gates.outputs
  const output = kernel.allocate(count * units * 2)
  const tokens = Array.from({ length: count }, (_, token) => token)
  runDirection(kernel, { recurrent: layer.forward, gates, output, side: 0 }, tokens)
  runDirection(kernel, { recurrent: layer.backward, gates, output, side: 1 }, tokens.reverse())
  return output
}

/** The data that one direction of a layer reads and writes. */
interface Direction {
  readonly recurrent: Linear
  readonly gates: Float32Array
  readonly output: Float32Array
  /** The half of each token's gates and output that belongs to this direction: 0 for forward, 1 for backward. */
  readonly side: 0 | 1
}

function runDirection(kernel: Kernel, { recurrent, gates, output, side }: Direction, tokens: readonly number[]): void {
  const { multiply, step } = kernel.loops
  const { inputs: units, outputs: width } = recurrent
  const sums = kernel.allocate(width).byteOffset
  const cells = kernel.allocate(units).byteOffset
  let previous = kernel.allocate(units).byteOffset
  for (const token of tokens) {
    const gate = gates.byteOffset + (2 * token + side) * width * gates.BYTES_PER_ELEMENT
    const hidden = output.byteOffset + (2 * token + side) * units * output.BYTES_PER_ELEMENT
    multiply(recurrent.weights.byteOffset, gate, previous, sums, units, width)
    step(sums, cells, hidden, units)
    previous = hidden
  }
}
