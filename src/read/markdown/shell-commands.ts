import type { Code, Paragraph, PhrasingContent } from 'mdast'
import { isShellCommand } from '../../grammar/shell-command.ts'

/**
 * Turns a paragraph that contains only commands, one per line, into a listing. Returns null for any other paragraph.
 */
export function listingOf({ children, position }: Paragraph): Code | null {
  const lines = linesOf(children)
  const value = lines?.map((line) => line.trim()).join('\n')
  if (lines === null || value === undefined || !lines.every(isShellCommand)) return null
  return { type: 'code', lang: null, value, ...(position && { position }) }
}

/** Splits a paragraph of plain words, addresses and code into lines. Returns null if it contains anything else. */
function linesOf(children: readonly PhrasingContent[]): readonly string[] | null {
  const values = children.map(textOf)
  if (values.includes(null)) return null
  return values
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

function textOf(node: PhrasingContent): string | null {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'link': {
      const [only, ...others] = node.children
      const isAddress = only?.type === 'text' && others.length === 0 && node.url.endsWith(only.value)
      return isAddress ? only.value : null
    }
    default:
      return null
  }
}
