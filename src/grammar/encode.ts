// Runs the LSTM layers of the network.

import type { Kernel } from './kernel.ts'
import type { Linear } from './linear.ts'
import { apply } from './linear.ts'
import type { Layer } from './model.ts'

/** Computes the network's vectors, one for each token in its sentence, from the gates of the first layer. */
export function encode(kernel: Kernel, layers: readonly Layer[], firstGates: Float32Array): Float32Array {
  return layers.reduce<Float32Array>((input, layer, depth) => {
    const gates = depth === 0 ? input : apply(kernel, layer.gates, input)
    return encodeLayer(kernel, layer, gates)
  }, firstGates)
}

function encodeLayer(kernel: Kernel, layer: Layer, gates: Float32Array): Float32Array {
  const units = layer.forward.inputs
  const count = gates.length / layer.gates.outputs
  const output = kernel.room(count * units * 2)
  const tokens = Array.from({ length: count }, (_, token) => token)
  runDirection(kernel, { past: layer.forward, gates, output, at: 0 }, tokens)
  runDirection(kernel, { past: layer.backward, gates, output, at: 1 }, tokens.reverse())
  return output
}

/** What one direction of a layer reads and writes. */
interface Direction {
  readonly past: Linear
  readonly gates: Float32Array
  readonly output: Float32Array
  /** The half of each token's gates and output that belongs to this direction. */
  readonly at: 0 | 1
}

function runDirection(kernel: Kernel, { past, gates, output, at }: Direction, tokens: readonly number[]): void {
  const { multiply, step } = kernel.loops
  const { inputs: units, outputs: width } = past
  const sums = kernel.room(width).byteOffset
  const cells = kernel.room(units).byteOffset
  let before = kernel.room(units).byteOffset
  for (const token of tokens) {
    const gate = gates.byteOffset + (2 * token + at) * width * gates.BYTES_PER_ELEMENT
    const hidden = output.byteOffset + (2 * token + at) * units * output.BYTES_PER_ELEMENT
    multiply(past.weights.byteOffset, gate, before, sums, units, width)
    step(sums, cells, hidden, units)
    before = hidden
  }
}
