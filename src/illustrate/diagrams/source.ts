import { parse } from 'yaml'

/** Whether a listing in this language is a diagram. */
export function isDiagram(language: string | null): boolean {
  return language !== null && /^\{?\.?mermaid\b/i.test(language)
}

/** A diagram with more characters or lines is not drawn: nobody could read it. */
const LONGEST_SOURCE = 20_000
const MAX_LINES = 500

/**
 * Removes all settings from the source of a diagram, because they may change its looks and security: directives
 * (`%%{init: …}%%`) and its front matter, except the title. Returns a fault if the source is too long to be drawn.
 */
export function plainSource(source: string): { readonly source: string } | { readonly fault: string } {
  if (source.length > LONGEST_SOURCE)
    return { fault: `It has ${source.length} characters, more than ${LONGEST_SOURCE}` }
  const lines = source.split('\n').length
  if (lines > MAX_LINES) return { fault: `It has ${lines} lines, more than ${MAX_LINES}` }
  const [whole = '', head = ''] = FRONT_MATTER.exec(source) ?? []
  const title = titleIn(head)
  const body = source.slice(whole.length).replace(DIRECTIVE, '').replace(LOADED_LAYOUT, 'flowchart')
  return { source: title === null ? body : `---\ntitle: ${JSON.stringify(title)}\n---\n${body}` }
}

const FRONT_MATTER = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?:\n|$)/

/** `%%{init: { "theme": "dark" }}%%`, which may span several lines. */
const DIRECTIVE = /%%\{[^%]*(?:%(?!%)[^%]*)*(?:\}%%|$)/g

/** A kind of flowchart that needs a layout engine, which is not bundled; it is drawn as a plain flowchart. */
const LOADED_LAYOUT = /^(?=\s*flowchart-elk\b)\s*flowchart-elk\b/m

function titleIn(head: string): string | null {
  try {
    const values: unknown = parse(head, { maxAliasCount: 0 })
    const title = typeof values === 'object' && values !== null && 'title' in values ? values.title : null
    return typeof title === 'string' || typeof title === 'number' ? String(title) : null
  } catch {
    return null
  }
}

/** Changes the direction of a diagram from vertical to horizontal, or the other way round; null if it has neither. */
export function withOtherDirection(source: string): string | null {
  if (DOWN.test(source)) return source.replace(DOWN, '$1LR')
  if (ACROSS.test(source)) return source.replace(ACROSS, '$1TB')
  const isFree = HEADER.test(source) && !/^[ \t]*direction[ \t]/m.test(source)
  return isFree ? source.replace(HEADER, '$1\ndirection LR\n') : null
}

/**
 * Makes a flowchart narrower: breaks its words into more and shorter lines, and moves its nodes closer together; null
 * for other diagrams.
 */
export function withNarrowerNodes(source: string): string | null {
  return DOWN.test(source) || ACROSS.test(source)
    ? `${source}\n%%{init: {"flowchart": {"wrappingWidth": 110, "rankSpacing": 32}}}%%`
    : null
}

const DOWN = /^(\s*(?:flowchart|graph)[ \t]+)(?:TD|TB)\b/m
const ACROSS = /^(\s*(?:flowchart|graph)[ \t]+)LR\b/m

/** The first line of types that state their direction on a separate line. */
const HEADER = /^(\s*(?:stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram))[ \t]*\n/
