// What the functions that rewrite other tools' decks share: lines, edits, comments and HTML tags.

import type { Edit } from '../../read/edit-source.ts'
import { closesFence, FENCE } from '../../read/markdown/fence.ts'
import { scan } from '../../read/markdown/scan.ts'

/** A line of a deck. */
export interface DeckLine {
  readonly text: string
  readonly start: number
  /** Whether the line belongs to a listing or is one of its fences. */
  readonly isCode: boolean
}

/** Splits a text into lines. */
export function linesOf(text: string): readonly DeckLine[] {
  let start = 0
  let fence: string | null = null
  return text.split('\n').map((line) => {
    const [, mark] = FENCE.exec(line) ?? []
    const isFence = mark !== undefined && (fence === null || closesFence(line, fence))
    const isCode = fence !== null || isFence
    if (isFence) fence = fence === null ? mark : null
    const deckLine = { text: line, start, isCode }
    start += line.length + 1
    return deckLine
  })
}

/** Makes an edit that replaces a line. */
export function replaceLine({ start, text }: DeckLine, replacement: string): Edit {
  return { span: [start, start + text.length], replacement }
}

/**
 * Sorts edits by position, with insertions before changes at the same position. Of two edits that overlap, only the one
 * that begins first or, if they begin together, the longer one is kept.
 */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  let end = 0
  const insertionRank = ({ span: [start, end] }: Edit) => (start === end ? 0 : 1)
  return edits
    .toSorted(
      (one, other) =>
        one.span[0] - other.span[0] || insertionRank(one) - insertionRank(other) || other.span[1] - one.span[1],
    )
    .filter(({ span }) => {
      const isFree = span[0] >= end
      if (isFree) end = Math.max(end, span[1])
      return isFree
    })
}

/**
 * Finds the HTML comments in a text, except those in listings. `isBlock` is true if nothing else is on the comment's
 * lines.
 */
export function commentsIn(
  text: string,
  lines: readonly DeckLine[],
): readonly { readonly span: readonly [number, number]; readonly inside: string; readonly isBlock: boolean }[] {
  const code = lines.filter(({ isCode }) => isCode)
  const isInCode = (offset: number) => code.some(({ start, text }) => offset >= start && offset < start + text.length)
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
    if (isInCode(index)) return []
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const [after = ''] = text.slice(index + whole.length).split('\n', 1)
    return [
      { span: [index, index + whole.length] as const, inside, isBlock: before.trim() === '' && after.trim() === '' },
    ]
  })
}

/**
 * Removes HTML tags but keeps the words between them, except in scripts, styles, drawings and frames. An `img` becomes
 * Markdown.
 */
export function withoutMarkup(lines: readonly DeckLine[]): readonly Edit[] {
  const edits: Edit[] = []
  const words = lines
    .map((line) =>
      line.isCode
        ? line.text.replace(/./g, ' ')
        : line.text.replace(/(`+)[^`\n]*\1/g, (code) => ' '.repeat(code.length)),
    )
    .join('\n')
  for (const { index, 0: whole } of words.matchAll(/<(script|style|svg|iframe)\b[\s\S]*?<\/\1\s*>/gi))
    edits.push({ span: [index, index + whole.length], replacement: '' })
  for (const { index, 0: tag, 1: name = '' } of words.matchAll(
    // The address of a link may be in angle brackets, and is not a tag.
    /(?<!\]\()<\/?([a-zA-Z][\w-]*(?::[a-zA-Z][\w-]*)?)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/g,
  )) {
    const source = /\ssrc\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1]
    const isImage = name.toLowerCase() === 'img' && source !== undefined
    const alt = /\salt\s*=\s*["']([^"'\][]*)["']/i.exec(tag)?.[1] ?? ''
    edits.push({
      span: [index, index + tag.length],
      replacement: isImage ? `\n\n![${alt}](<${source}>)\n\n` : name.toLowerCase() === 'br' ? ' ' : '',
    })
  }
  return [...edits, ...indentEdits(lines.map(({ text }) => text).join('\n'))]
}

/** Removes the indents of lines in HTML, because without the tags an indented line would be a listing. */
function indentEdits(text: string): readonly Edit[] {
  return scan(text).flatMap(({ text: line, start, isHtml }): readonly Edit[] => {
    const indent = line.search(/\S/)
    const isItem = /^\s*(?:[-*+]|\d+[.)])\s/.test(line)
    return isHtml && indent > 0 && !isItem ? [{ span: [start, start + indent], replacement: '' }] : []
  })
}
