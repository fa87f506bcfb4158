// Highlights the code of listings.

import type { RootContent } from 'hast'
import type { createLowlight } from 'lowlight'
import type { CodePiece } from '../model/draft.ts'

/** Divides each line of a listing into pieces, each with a role that determines its colour; null to leave it plain. */
export type Highlight = (lines: readonly string[], language: string | null) => Promise<CodePiece[][] | null>

/**
 * Returns a function that highlights a listing, line by line. The function returns null if the language is missing or
 * unknown, if the listing is very long, or if the pieces of a line would not add up to its text. The highlighter is
 * loaded for the first listing that names a language.
 */
export function createHighlighter(): Highlight {
  let loading: Promise<Lowlight> | null = null
  return async (lines, language) => {
    if (language === null) return null
    loading ??= import('lowlight').then(({ common, createLowlight }) => createLowlight(common))
    return highlight(await loading, lines, language)
  }
}

type Lowlight = ReturnType<typeof createLowlight>

function highlight(lowlight: Lowlight, lines: readonly string[], language: string): CodePiece[][] | null {
  // The info string may contain more than the language: "rust,ignore" and "js {1,3}".
  const [name = ''] = /^[\w+#-]+/.exec(language.toLowerCase()) ?? []
  const text = lines.join('\n')
  if (!lowlight.registered(name) || text.length > MAX_LISTING_LENGTH) return null
  const pieces = lowlight.highlight(name, text).children.flatMap((node) => piecesOf(node, null))
  const highlighted = splitLines(pieces)
  const isUnchanged =
    highlighted.length === lines.length && highlighted.every((line, index) => textOf(line) === lines[index])
  return isUnchanged ? highlighted : null
}

/** In characters. Highlighting long listings is slow, and no slide shows that much. */
const MAX_LISTING_LENGTH = 50_000

function piecesOf(node: RootContent, role: CodePiece['role']): CodePiece[] {
  if (node.type === 'text') return [{ text: node.value, role }]
  if (node.type !== 'element') return []
  const names = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
  const ownRole = names.flatMap((name) => ROLES[name.replace('hljs-', '')] ?? [])[0] ?? role
  return node.children.flatMap((child) => piecesOf(child, ownRole))
}

/** Maps the classes of highlight.js to the roles for which themes have colours; null for a plain piece. */
const ROLES: Readonly<Record<string, CodePiece['role']>> = {
  keyword: 'keyword',
  built_in: 'keyword',
  literal: 'keyword',
  type: 'keyword',
  tag: 'keyword',
  'selector-tag': 'keyword',
  section: 'keyword',
  deletion: 'string',
  addition: 'keyword',
  title: 'name',
  name: 'keyword',
  attr: 'name',
  attribute: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
  string: 'string',
  regexp: 'string',
  number: 'string',
  symbol: 'string',
  subst: null,
  comment: 'comment',
  quote: 'comment',
  meta: 'comment',
  doctag: 'comment',
}

function splitLines(pieces: readonly CodePiece[]): CodePiece[][] {
  const lines: CodePiece[][] = [[]]
  for (const { text, role } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, role })
    }
  }
  return lines
}

function textOf(line: readonly CodePiece[]): string {
  return line.map(({ text }) => text).join('')
}
