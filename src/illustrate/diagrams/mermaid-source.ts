// Recognises the source of Mermaid diagrams and rewrites it.

import { parse } from 'yaml'

/** Whether a listing in this language is a diagram. */
export function isDiagram(language: string | null): boolean {
  return language !== null && /^\{?\.?mermaid\b/i.test(language)
}

/** A diagram with more characters or lines than this is not drawn: nobody could read it. */
const MAX_SOURCE_LENGTH = 20_000
const MAX_LINES = 500

/**
 * Removes all settings from the source of a diagram, because they may change the look of the drawing and what it is
 * allowed to do: directives (`%%{init: …}%%`) and the front matter, except its title. Returns a fault if the source is
 * too long to be drawn.
 */
export function plainSource(source: string): { readonly source: string } | { readonly fault: string } {
  if (source.length > MAX_SOURCE_LENGTH)
    return { fault: `It has ${source.length} characters, more than ${MAX_SOURCE_LENGTH}` }
  const lineCount = source.split('\n').length
  if (lineCount > MAX_LINES) return { fault: `It has ${lineCount} lines, more than ${MAX_LINES}` }
  const [match = '', frontMatter = ''] = FRONT_MATTER.exec(source) ?? []
  const title = titleIn(frontMatter)
  const body = source.slice(match.length).replace(DIRECTIVE, '').replace(ELK_FLOWCHART, 'flowchart')
  return { source: title === null ? body : `---\ntitle: ${JSON.stringify(title)}\n---\n${body}` }
}

const FRONT_MATTER = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?:\n|$)/

/** `%%{init: { "theme": "dark" }}%%`, which may span several lines. */
const DIRECTIVE = /%%\{[^%]*(?:%(?!%)[^%]*)*(?:\}%%|$)/g

/** A kind of flowchart whose layout engine is not bundled; it is drawn as a plain flowchart. */
const ELK_FLOWCHART = /^(?=\s*flowchart-elk\b)\s*flowchart-elk\b/m

function titleIn(frontMatter: string): string | null {
  try {
    const values: unknown = parse(frontMatter, { maxAliasCount: 0 })
    const title = typeof values === 'object' && values !== null && 'title' in values ? values.title : null
    return typeof title === 'string' || typeof title === 'number' ? String(title) : null
  } catch {
    return null
  }
}

/**
 * Changes the direction of a diagram from vertical to horizontal, or the other way round; null if its direction cannot
 * be changed.
 */
export function withOtherDirection(source: string): string | null {
  if (VERTICAL_FLOWCHART.test(source)) return source.replace(VERTICAL_FLOWCHART, '$1LR')
  if (HORIZONTAL_FLOWCHART.test(source)) return source.replace(HORIZONTAL_FLOWCHART, '$1TB')
  const hasDefaultDirection = DIRECTABLE_HEADER.test(source) && !/^[ \t]*direction[ \t]/m.test(source)
  return hasDefaultDirection ? source.replace(DIRECTABLE_HEADER, '$1\ndirection LR\n') : null
}

/**
 * Makes a flowchart narrower: breaks its text into shorter lines, and moves its nodes closer together; null for other
 * diagrams.
 */
export function withNarrowerNodes(source: string): string | null {
  return VERTICAL_FLOWCHART.test(source) || HORIZONTAL_FLOWCHART.test(source)
    ? `${source}\n%%{init: {"flowchart": {"wrappingWidth": 110, "rankSpacing": 32}}}%%`
    : null
}

const VERTICAL_FLOWCHART = /^(\s*(?:flowchart|graph)[ \t]+)(?:TD|TB)\b/m
const HORIZONTAL_FLOWCHART = /^(\s*(?:flowchart|graph)[ \t]+)LR\b/m

/** The first line of diagrams whose types specify the direction on a separate line. */
const DIRECTABLE_HEADER = /^(\s*(?:stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram))[ \t]*\n/
