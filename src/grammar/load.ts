import { readFileSync } from 'node:fs'
import type { Grammar } from './model.ts'
import type { Metadata } from './network.ts'
import { buildNetwork } from './network.ts'

/** Reads the grammar of English that ships with the package. Load it once and pass it on: loading takes about 50 ms. */
export function loadGrammar(): Grammar {
  const metadata = JSON.parse(readFileSync(new URL('weights.json', ENGLISH), 'utf8')) as Metadata
  return buildNetwork(metadata, readFileSync(new URL('weights.bin', ENGLISH)))
}

/** The data are only in `src`; `dist/grammar` finds them there too. */
const ENGLISH = new URL('../../src/grammar/english/', import.meta.url)
