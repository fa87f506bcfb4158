// Builds the network that tags and parses English.

import type { Arcs, Features, Grammar, Layer } from './grammar.ts'
import type { Kernel } from './kernel.ts'
import { makeKernel } from './kernel.ts'
import type { Linear } from './linear.ts'
import { makeLinear } from './linear.ts'
import type { TensorEntry, Tensors } from './tensors.ts'
import { readTensors } from './tensors.ts'

/** The contents of the JSON file next to the weights. */
export interface Metadata {
  readonly config: Readonly<Record<'d_word' | 'd_affix' | 'd_shape' | 'hidden' | 'layers' | 'd_arc' | 'd_rel', number>>
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly deprel: readonly string[]
  readonly tensors: readonly TensorEntry[]
  readonly vocab: Readonly<Record<'w' | 'sh' | AffixSlot, readonly string[]>>
  readonly affix_base: Readonly<Record<AffixSlot, number>>
}

type AffixSlot = (typeof AFFIXES)[number]['slot']

/** Builds the network from its two files, the metadata and the weights. */
export function buildNetwork(metadata: Metadata, bytes: Uint8Array): Grammar {
  const source: NetworkSource = { metadata, tensor: readTensors(metadata.tensors, bytes), kernel: makeKernel() }
  const layers = Array.from({ length: metadata.config.layers }, (_, index) => layerOf(source, `rnns.${index}`))
  return {
    kernel: source.kernel,
    features: featuresOf(source),
    layers,
    arcs: arcsOf(source),
    relations: { names: metadata.deprel, scores: linearOf(source, 'rel') },
    upos: { names: metadata.upos, scores: linearOf(source, 'upos') },
    xpos: { names: metadata.xpos, scores: linearOf(source, 'xpos') },
    memo: new Map(),
    analyses: new Map(),
  }
}

/** The contents of the two files, and the kernel whose memory holds the weights. */
interface NetworkSource {
  readonly metadata: Metadata
  readonly tensor: Tensors
  readonly kernel: Kernel
}

const AFFIXES = [
  { slot: 's1', length: -1, minLength: 1 },
  { slot: 's2', length: -2, minLength: 3 },
  { slot: 's3', length: -3, minLength: 4 },
  { slot: 's4', length: -4, minLength: 5 },
  { slot: 'p1', length: 1, minLength: 2 },
  { slot: 'p2', length: 2, minLength: 4 },
  { slot: 'p3', length: 3, minLength: 5 },
] as const

function featuresOf({ metadata, tensor }: NetworkSource): Features {
  const { config, vocab, affix_base: bases } = metadata
  return {
    words: { index: rowsByEntry(vocab.w, 0), rows: tensor('word.weight'), width: config.d_word },
    shapes: { index: rowsByEntry(vocab.sh, 0), rows: tensor('shape.weight'), width: config.d_shape },
    flags: tensor('flag.weight'),
    affixes: AFFIXES.map(({ slot, length, minLength }) => ({
      length,
      minLength,
      index: rowsByEntry(vocab[slot], bases[slot]),
    })),
    affixRows: tensor('affix.weight'),
    affixWidth: config.d_affix,
  }
}

/** Maps each entry of a list to its row, counted from `base`. The first entry is left out, because it is empty. */
function rowsByEntry(entries: readonly string[], base: number): ReadonlyMap<string, number> {
  return new Map(entries.map((entry, index): [string, number] => [entry, base + index]).slice(1))
}

function layerOf({ metadata, tensor, kernel }: NetworkSource, name: string): Layer {
  const bothDirections = (kind: string) =>
    concatenate(tensor(`${name}.${kind}_l0`), tensor(`${name}.${kind}_l0_reverse`))
  const noBias = new Float32Array(4 * metadata.config.hidden)
  return {
    gates: makeLinear(kernel, bothDirections('weight_ih'), sum(bothDirections('bias_ih'), bothDirections('bias_hh'))),
    forward: makeLinear(kernel, tensor(`${name}.weight_hh_l0`), noBias),
    backward: makeLinear(kernel, tensor(`${name}.weight_hh_l0_reverse`), noBias),
  }
}

/**
 * Builds the arc scorer. One matrix holds the rows of four linear maps: those for the dependents and heads of arcs,
 * then those for the dependents and heads of relations.
 */
function arcsOf({ metadata, tensor, kernel }: NetworkSource): Arcs {
  const { d_arc: arc, d_rel: relation } = metadata.config
  const weights = tensor('mlp.weight')
  const bias = tensor('mlp.bias')
  const inputs = weights.length / bias.length
  const rows = (start: number, count: number): Linear =>
    makeLinear(kernel, weights.slice(start * inputs, (start + count) * inputs), bias.slice(start, start + count))
  const root = tensor('root')
  return {
    dependent: rows(0, arc),
    head: rows(arc, arc),
    pair: makeLinear(kernel, transpose(tensor('U'), arc), new Float32Array(arc)),
    headBias: tensor('hb'),
    distance: tensor('dist'),
    root: root.slice(0, arc),
    relationDependent: rows(2 * arc, relation),
    relationHead: rows(2 * arc + relation, relation),
    relationRoot: root.slice(arc),
  }
}

function linearOf({ tensor, kernel }: NetworkSource, name: string): Linear {
  return makeLinear(kernel, tensor(`${name}.weight`), tensor(`${name}.bias`))
}

function transpose(square: Float32Array, size: number): Float32Array {
  return square.map((_, index) => square[(index % size) * size + Math.floor(index / size)] ?? 0)
}

function concatenate(first: Float32Array, second: Float32Array): Float32Array {
  const result = new Float32Array(first.length + second.length)
  result.set(first)
  result.set(second, first.length)
  return result
}

function sum(first: Float32Array, second: Float32Array): Float32Array {
  return first.map((value, index) => value + (second[index] ?? 0))
}
