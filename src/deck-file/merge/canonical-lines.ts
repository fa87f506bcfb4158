import type { RootContent } from 'mdast'
import { VFile } from 'vfile'
import { beginsListItem } from '../../read/markdown/list-item.ts'
import { parseSlides } from '../parse-slides.ts'
import { markdownOf } from '../print-markdown.ts'
import { sourceOf } from '../slide-wording.ts'

/**
 * Lists the lines of a slide's Markdown as Lectern would write them, so that versions can be compared. Blank lines are
 * left out, except in listings and formulas.
 */
export function canonicalLines(body: string): readonly string[] {
  const parsedSlides = parseSlides(sourceOf(body), new VFile())
  const nodes = parsedSlides.flatMap((parsed) => [...parsed.nodes, ...parsed.notes.filter(isFootnote)])
  return blocksOf(nodes).flatMap((block) => block.split('\n').filter((line) => line.trim() !== '' || FENCE.test(block)))
}

function isFootnote({ type }: RootContent): boolean {
  return type === 'footnoteDefinition'
}

function blocksOf(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type !== 'containerDirective') return [markdownOf([node])]
    const fence = ':'.repeat(3 + depthOf(node))
    return [`${fence}${node.name}`, ...blocksOf(node.children), fence]
  })
}

/** Returns how deeply containers are nested inside a container, whose fence must be longer than any fence inside it. */
function depthOf(node: RootContent): number {
  if (node.type !== 'containerDirective') return 0
  return Math.max(0, ...node.children.map((child) => (child.type === 'containerDirective' ? 1 + depthOf(child) : 0)))
}

/**
 * Turns canonical lines back into Markdown, with blank lines between blocks but not between list items or table rows.
 */
export function joinCanonicalLines(lines: readonly string[]): string {
  const blocks: string[] = []
  let fence: string | null = null
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1] ?? ''
    const isJoined =
      index > 0 &&
      (fence !== null ||
        JOINED_LINES.some((isOfKind) => isOfKind(line) && isOfKind(previous)) ||
        continuesItem(line, previous))
    blocks.push(index === 0 ? line : isJoined ? `\n${line}` : `\n\n${line}`)
    const [fenceMark] = FENCE.exec(line) ?? []
    if (fence === null) fence = fenceMark ?? null
    else if (fenceMark !== undefined && line.trim().startsWith(fence)) fence = null
  }
  return blocks.join('')
}

/** The opening fence of a listing or a formula. */
const FENCE = /^(?:`{3,}|~{3,}|\${2,})/

/** The kinds of lines between which there is no blank line. */
const JOINED_LINES: readonly ((line: string) => boolean)[] = [
  beginsListItem,
  (line) => line.startsWith('|'),
  (line) => line.startsWith('>'),
]

function continuesItem(line: string, previous: string): boolean {
  return /^\s{2,}\S/.test(line) && (beginsListItem(previous) || /^\s{2,}/.test(previous))
}
