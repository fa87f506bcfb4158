import type { Edit } from '../../read/edit-source.ts'
import { scan } from '../../read/markdown/scan.ts'
import { type DeckLine, wordsIn } from './deck-lines.ts'

/**
 * Removes HTML tags but keeps the words between them, except in scripts, styles, drawings and frames. An `img` becomes
 * Markdown.
 */
export function removeHtmlTags(lines: readonly DeckLine[]): readonly Edit[] {
  const edits: Edit[] = []
  const words = wordsIn(lines)
  for (const { index, 0: match } of words.matchAll(/<(script|style|svg|iframe)\b[\s\S]*?<\/\1\s*>/gi))
    edits.push({ span: [index, index + match.length], replacement: '' })
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
