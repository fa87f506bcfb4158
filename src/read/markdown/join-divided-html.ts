// Joins lists and tables in HTML that blank lines divide into several nodes.

import type { Html, RootContent } from 'mdast'
import type { Source } from '../source.ts'

/**
 * Joins consecutive HTML from a node that opens a list or a table to the node that closes it. Markdown ends HTML at a
 * blank line, so that "<ul>", a blank line and "<li>" would otherwise be read as an empty list and a paragraph.
 */
export function joinDividedHtml(nodes: readonly RootContent[], source: Source): readonly RootContent[] {
  const joined: RootContent[] = []
  for (let index = 0; index < nodes.length; ) {
    const run = htmlFrom(nodes, index)
    joined.push(...(run.length === 0 ? nodes.slice(index, index + 1) : joinRun(run, source)))
    index += Math.max(1, run.length)
  }
  return joined
}

function htmlFrom(nodes: readonly RootContent[], start: number): readonly Html[] {
  const run: Html[] = []
  for (let index = start; nodes[index]?.type === 'html'; index++) run.push(nodes[index] as Html)
  return run
}

function joinRun(run: readonly Html[], source: Source): readonly Html[] {
  const ends = endsOf(run.map(openedBy))
  const joined: Html[] = []
  for (let index = 0; index < run.length; ) {
    // What is never closed stays as it is.
    const end = ends[index] ?? index + 1
    joined.push(joinNodes(run.slice(index, end), source))
    index = end
  }
  return joined
}

/**
 * Returns, for each node, the index after the node that closes what it opens; undefined if none does. `opened` are the
 * numbers of elements that the nodes open.
 */
function endsOf(opened: readonly number[]): readonly (number | undefined)[] {
  const depths = [0]
  for (const [index, count] of opened.entries()) depths.push((depths[index] ?? 0) + count)
  const ends: (number | undefined)[] = []
  // The indexes of depths from here on, each smaller than all between it and here; the nearest is last.
  const smaller: number[] = []
  for (let index = opened.length; index >= 0; index--) {
    const depth = depths[index] ?? 0
    while (smaller.length > 0 && (depths[smaller.at(-1) ?? 0] ?? 0) > depth) smaller.pop()
    ends[index] = smaller.at(-1)
    smaller.push(index)
  }
  return ends
}

/** Returns how many more lists and tables a node opens than it closes. */
function openedBy({ value }: Html): number {
  const tags = value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').matchAll(/<(\/?)(?:ul|ol|dl|table)(?=[\s>])/gi)
  return [...tags].reduce((depth, [, slash]) => depth + (slash === '' ? 1 : -1), 0)
}

function joinNodes(nodes: readonly Html[], { text }: Source): Html {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end]
  const first = nodes[0] as Html
  if (nodes.length === 1 || start?.offset === undefined || end?.offset === undefined) return first
  return { ...first, value: text.slice(start.offset, end.offset), position: { start, end } }
}
