// Makes and applies the linear maps of the network.

import type { Kernel } from './kernel.ts'
import { BLOCK } from './kernel-code.ts'

/** A linear map from `inputs` to `outputs` numbers, stored in whole blocks. The last block is padded with zeros. */
export interface Linear {
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly inputs: number
  readonly outputs: number
}

/** Makes a linear map in the kernel's memory, in blocks of outputs. `weights` has a row for each entry of `bias`. */
export function makeLinear(kernel: Kernel, weights: Float32Array, bias: Float32Array): Linear {
  const inputs = weights.length / bias.length
  const outputs = Math.ceil(bias.length / BLOCK) * BLOCK
  const map = { weights: kernel.allocate(outputs * inputs), bias: kernel.allocate(outputs), inputs, outputs }
  map.bias.set(bias)
  for (let row = 0; row < bias.length; row += 1) {
    const block = Math.floor(row / BLOCK) * BLOCK
    for (let column = 0; column < inputs; column += 1) {
      map.weights[block * inputs + column * BLOCK + row - block] = weights[row * inputs + column] ?? 0
    }
  }
  return map
}

/**
 * Applies a map to vectors that are adjacent in the kernel's memory. The results, of `outputs` numbers each, are
 * adjacent too.
 */
export function applyLinear(kernel: Kernel, map: Linear, from: Float32Array): Float32Array {
  const { weights, bias, inputs, outputs } = map
  const count = from.length / inputs
  const to = kernel.allocate(count * outputs)
  for (let index = 0; index < count; index += 1) {
    const source = from.byteOffset + index * inputs * from.BYTES_PER_ELEMENT
    const target = to.byteOffset + index * outputs * to.BYTES_PER_ELEMENT
    kernel.loops.multiply(weights.byteOffset, bias.byteOffset, source, target, inputs, outputs)
  }
  return to
}
