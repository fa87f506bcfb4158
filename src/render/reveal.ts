import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What of reveal.js a deck carries. */
export interface Reveal {
  readonly script: string
  readonly styles: string
}

/** Reads reveal.js from where it is installed. */
export function readReveal(): Reveal {
  const { resolve } = createRequire(import.meta.url)
  const read = (path: string) => readFileSync(resolve(path), 'utf8')
  return { script: read('reveal.js'), styles: read('reveal.js/reveal.css') }
}
