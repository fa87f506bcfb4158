import { readFileSync } from 'node:fs'
import { packageFile } from '../util/package-file.ts'

/** The parts of reveal.js that a deck contains. */
export interface Reveal {
  readonly script: string
  readonly styles: string
}

/** Reads the reveal.js that comes with Lectern. */
export function readReveal(): Reveal {
  return {
    script: readFileSync(packageFile('reveal.js/reveal.js'), 'utf8'),
    styles: readFileSync(packageFile('reveal.js/reveal.css'), 'utf8'),
  }
}
