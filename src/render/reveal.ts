import { readFileSync } from 'node:fs'
import { packageFile } from '../model/package-file.ts'

/** What of reveal.js a deck carries. */
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
