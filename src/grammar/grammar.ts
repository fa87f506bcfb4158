// Types of the English grammar model.

import type { Analysis } from './analysis.ts'
import type { Kernel } from './kernel.ts'
import type { Linear } from './linear.ts'

/**
 * A tagger and parser of English, ready to use: a network of two bidirectional LSTM layers and a biaffine arc scorer.
 */
export interface Grammar {
  readonly kernel: Kernel
  readonly features: Features
  readonly layers: readonly Layer[]
  readonly arcs: Arcs
  readonly relations: Labels
  readonly upos: Labels
  readonly xpos: Labels
  /** Gates of the first layer for forms that have been seen before. Only `first-layer.ts` uses this memo. */
  readonly memo: Map<string, Float32Array>
  /** Analyses of sentences that have been seen before. Only `analyse.ts` uses this memo. */
  readonly analyses: Map<string, readonly Analysis[]>
}

/** Tables that turn a form into vectors. */
export interface Features {
  readonly words: Table
  readonly shapes: Table
  readonly flags: Float32Array
  readonly affixes: readonly Affix[]
  readonly affixRows: Float32Array
  readonly affixWidth: number
}

/** Vectors, and the row of each key. Row 0 is for unknown keys. */
export interface Table {
  readonly index: ReadonlyMap<string, number>
  readonly rows: Float32Array
  readonly width: number
}

/** A set of prefixes (`length` > 0) or suffixes (`length` < 0), all of the same length in characters. */
export interface Affix {
  readonly length: number
  /** The minimum number of characters in a word that can have an affix of this set. */
  readonly minLength: number
  /** The row of each affix. */
  readonly index: ReadonlyMap<string, number>
}

/** One bidirectional LSTM layer. */
export interface Layer {
  /** Maps the layer's input to its gates: forward i, f, g, o, then backward i, f, g, o. */
  readonly gates: Linear
  /** Maps the output of the previous step to its contribution to the gates, in the forward direction. */
  readonly forward: Linear
  /** The same for the backward direction. */
  readonly backward: Linear
}

/** Weights that score how well one token fits as the head of another. */
export interface Arcs {
  readonly dependent: Linear
  readonly head: Linear
  readonly pair: Linear
  readonly headBias: Float32Array
  /**
   * A score for each distance from dependent to head, from the most negative to the most positive. Any larger distance
   * counts as the largest in its direction.
   */
  readonly distance: Float32Array
  /** The vector used as the head of the root. */
  readonly root: Float32Array
  readonly relationDependent: Linear
  readonly relationHead: Linear
  readonly relationRoot: Float32Array
}

/** The names of tags or relations, and a linear map whose outputs contain a score for each name. */
export interface Labels {
  readonly names: readonly string[]
  readonly scores: Linear
}
