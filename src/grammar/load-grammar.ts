import { readFileSync } from 'node:fs'
import type { Metadata } from './build-network.ts'
import { buildNetwork } from './build-network.ts'
import type { Grammar } from './grammar.ts'

/** Reads the English grammar that ships with the package. Loading takes about 50 ms, so load it once and pass it on. */
export function loadGrammar(): Grammar {
  const metadata = JSON.parse(readFileSync(new URL('weights.json', WEIGHTS_FOLDER), 'utf8')) as Metadata
  return buildNetwork(metadata, readFileSync(new URL('weights.bin', WEIGHTS_FOLDER)))
}

/** The folder of the weights, which exist only in `src`. This path also leads there from `dist/grammar`. */
const WEIGHTS_FOLDER = new URL('../../src/grammar/english/', import.meta.url)
