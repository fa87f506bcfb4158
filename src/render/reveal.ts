import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What of reveal.js a deck carries. */
export interface Reveal {
  readonly script: string
  readonly notes: string
  readonly styles: string
  /** The script that the notes plugin writes into the speaker window: the policy must name it too. */
  readonly speakerScript: string
}

/** Reads reveal.js from where it is installed. */
export function readReveal(): Reveal {
  const { resolve } = createRequire(import.meta.url)
  const read = (path: string) => readFileSync(resolve(path), 'utf8')
  const notes = read('reveal.js/plugin/notes')
  return {
    script: read('reveal.js'),
    notes,
    styles: read('reveal.js/reveal.css'),
    speakerScript: speakerScriptOf(notes),
  }
}

/** The inline script of the window, which the plugin holds within a template literal. */
function speakerScriptOf(plugin: string): string {
  const opening = '<script>'
  const start = plugin.indexOf(opening)
  const end = plugin.indexOf('<\\/script>', start)
  if (start < 0 || end < 0) throw new Error('The notes plugin of reveal.js holds no speaker window.')
  return cooked(plugin.slice(start + opening.length, end))
}

/** A template literal's text as it comes out. Only escapes that stand for themselves are known. */
function cooked(raw: string): string {
  const unknown = raw.match(/\\[^\\/`$'"?.]|\$\{|`/)
  if (unknown) throw new Error(`The speaker window of reveal.js holds ${unknown[0]}, whose text cannot be told.`)
  return raw.replace(/\\(.)/g, '$1')
}
