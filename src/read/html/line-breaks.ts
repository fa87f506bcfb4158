// Splits text into paragraphs at the line breaks that separate them.

import type { Element, ElementContent } from 'hast'
import { wordSet } from '../../util/word-set.ts'
import { isBlock } from './tree.ts'

/**
 * Returns the children of an element, with phrasing content divided into paragraphs at sequences of two or more line
 * breaks. If there is no such sequence, the children stay as they are.
 */
export function splitAtBreaks(children: readonly ElementContent[]): ElementContent[] {
  const runs = runsOf(children)
  if (runs.filter(({ endsAtBreaks }) => endsAtBreaks).length === 0) return [...children]
  return runs.flatMap(({ nodes }): readonly ElementContent[] => {
    const [first] = nodes
    if (!first || !nodes.some(hasWords)) return nodes
    return isBlock(first) ? nodes : [paragraphOf(nodes)]
  })
}

/** Whether an element may contain text with line breaks instead of paragraphs. */
export function isTextContainer({ tagName }: Element): boolean {
  return TEXT_CONTAINERS.has(tagName)
}

const TEXT_CONTAINERS: ReadonlySet<string> = wordSet(
  'article aside blockquote body center dd details div font footer form header li main p section span td th',
)

interface NodeRun {
  readonly nodes: ElementContent[]
  /** Whether a sequence of line breaks ends the run. */
  endsAtBreaks: boolean
}

/**
 * Splits children into runs. Each block is a separate run. A run of phrasing content ends at the next block, or at a
 * sequence of line breaks, which is dropped.
 */
function runsOf(children: readonly ElementContent[]): readonly NodeRun[] {
  const runs: NodeRun[] = [{ nodes: [], endsAtBreaks: false }]
  let breaks: ElementContent[] = []
  const flush = (): void => {
    const isSequence = breaks.filter((node) => node.type === 'element').length > 1
    const run = runs.at(-1)
    if (isSequence && run) run.endsAtBreaks = true
    if (isSequence) runs.push({ nodes: [], endsAtBreaks: false })
    else run?.nodes.push(...breaks)
    breaks = []
  }
  for (const child of children) {
    if (isBreak(child) || (breaks.length > 0 && child.type === 'text' && child.value.trim() === '')) {
      breaks.push(child)
      continue
    }
    flush()
    if (isBlock(child)) runs.push({ nodes: [child], endsAtBreaks: false }, { nodes: [], endsAtBreaks: false })
    else runs.at(-1)?.nodes.push(child)
  }
  flush()
  return runs
}

function isBreak(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'br'
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasWords))
}

function paragraphOf(nodes: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [...nodes] }
}
