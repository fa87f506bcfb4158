import type { Kernel } from './kernel.ts'
import type { Linear } from './linear.ts'

/** A tagger and parser of English, ready to use: a network of two bidirectional LSTM layers and a biaffine arc scorer. */
export interface Grammar {
  readonly kernel: Kernel
  readonly features: Features
  readonly layers: readonly Layer[]
  readonly arcs: Arcs
  readonly relations: Labels
  readonly upos: Labels
  readonly xpos: Labels
  /** Gates of the first layer for forms met before; a memo that only `gates.ts` touches. */
  readonly memo: Map<string, Float32Array>
}

/** Tables that turn a form into numbers. */
export interface Features {
  readonly words: Table
  readonly shapes: Table
  readonly flags: Float32Array
  readonly affixes: readonly Affix[]
  readonly affixRows: Float32Array
  readonly affixWidth: number
}

/** Rows of numbers by key; row 0 stands for all that is unknown. */
export interface Table {
  readonly index: ReadonlyMap<string, number>
  readonly rows: Float32Array
  readonly width: number
}

/** A set of known beginnings (`length` > 0) or endings (`length` < 0) of words. */
export interface Affix {
  readonly length: number
  /** Words of fewer characters have none. */
  readonly least: number
  /** From the affix to its row. */
  readonly index: ReadonlyMap<string, number>
}

/** One bidirectional LSTM layer. */
export interface Layer {
  /** From the layer's input to its gates: forward i, f, g, o, then backward i, f, g, o. */
  readonly gates: Linear
  /** What the output of the step before adds to the gates. */
  readonly forward: Linear
  readonly backward: Linear
}

/** What scores how well one token is the head of another. */
export interface Arcs {
  readonly dependent: Linear
  readonly head: Linear
  readonly pair: Linear
  readonly headBias: Float32Array
  /** By how far the head stands from its dependent, from `-maximum` to `maximum`. */
  readonly distance: Float32Array
  /** Stands in for the head of the root. */
  readonly root: Float32Array
  readonly relationDependent: Linear
  readonly relationHead: Linear
  readonly relationRoot: Float32Array
}

/** Names, each scored by one output. */
export interface Labels {
  readonly names: readonly string[]
  readonly scores: Linear
}
