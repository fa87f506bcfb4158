// Splits Slidev decks into slides.

import { parseDocument } from 'yaml'
import type { Edit } from '../../read/edit-source.ts'
import { type DeckLine, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/** A slide: its front matter and the range of its lines. `to` is exclusive. */
export interface SlidevSlide {
  readonly frontMatter: Readonly<Record<string, unknown>>
  /** The line of the rule above it; the first line of the first slide. */
  readonly rule: number
  readonly from: number
  to: number
}

export interface SplitSlides {
  readonly slides: readonly SlidevSlide[]
  /** Edits that remove the front matter of slides. */
  readonly edits: readonly Edit[]
}

/** Splits a deck at its rules. `values` and `start` belong to the first slide. */
export function splitSlides(lines: readonly DeckLine[], values: DeckToRewrite['values'], start: number): SplitSlides {
  const edits: Edit[] = []
  const first = lines.findIndex((line) => line.start >= start)
  const slides: SlidevSlide[] = [{ frontMatter: values, rule: first, from: first, to: lines.length }]
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const last = slides.at(-1)
    if (line === undefined || last === undefined || line.start < start || line.isCode || !/^---+\s*$/.test(line.text))
      continue
    last.to = index
    const frontMatter = frontMatterAfter(lines, index)
    edits.push(replaceLine(line, '\n---\n'))
    for (const frontMatterLine of lines.slice(index + 1, frontMatter.end)) edits.push(replaceLine(frontMatterLine, ''))
    slides.push({ frontMatter: frontMatter.values, rule: index, from: frontMatter.end, to: lines.length })
    index = frontMatter.end - 1
  }
  return { slides, edits }
}

/**
 * Reads the front matter directly below the rule that begins a slide: lines of YAML up to the next rule, or a listing in
 * YAML. `end` is the index of the line after it or, without front matter, after the first rule.
 */
function frontMatterAfter(
  lines: readonly DeckLine[],
  index: number,
): { readonly values: Readonly<Record<string, unknown>>; readonly end: number } {
  const none = { values: {}, end: index + 1 }
  const block = yamlBelow(lines, index) ?? yamlListingBelow(lines, index)
  if (block === null) return none
  const document = parseDocument(block.content.map(({ text }) => text).join('\n'), { logLevel: 'silent' })
  const values: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 })
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return none
  return { values: Object.fromEntries(Object.entries(values)), end: block.end }
}

interface YamlBlock {
  readonly content: readonly DeckLine[]
  /** The index of the line after the block. */
  readonly end: number
}

function yamlBelow(lines: readonly DeckLine[], index: number): YamlBlock | null {
  if (!/^[\w-]+:/.test(lines[index + 1]?.text ?? '')) return null
  const length = lines.slice(index + 1).findIndex(({ text }) => /^---+\s*$/.test(text))
  return length < 0 ? null : { content: lines.slice(index + 1, index + 1 + length), end: index + 2 + length }
}

function yamlListingBelow(lines: readonly DeckLine[], index: number): YamlBlock | null {
  const blank = lines.slice(index + 1).findIndex(({ text }) => text.trim() !== '')
  const start = index + 1 + blank
  if (blank < 0 || !/^```ya?ml\s*$/.test(lines[start]?.text ?? '')) return null
  const length = lines.slice(start + 1).findIndex(({ text }) => /^```\s*$/.test(text))
  return length < 0 ? null : { content: lines.slice(start + 1, start + 1 + length), end: start + 2 + length }
}
