// Reads comparisons in a deck file.

import type { BlockContent, DefinitionContent } from 'mdast'
import type { Column, Content, Side } from '../model/draft.ts'
import { readColumns } from './read-columns.ts'
import type { ReadingContext } from './reading-context.ts'

/**
 * Reads a comparison: two sides, each with a name and one line of text, or else columns. Returns null if something
 * cannot be in a column.
 */
export function comparisonContent(
  children: readonly (BlockContent | DefinitionContent)[],
  context: ReadingContext,
): readonly Content[] | null {
  const columns = readColumns(children, context)
  if (columns === null) return null
  const [one, other, ...others] = columns.map(sideOf)
  return one && other && others.length === 0
    ? [{ type: 'comparison', sides: [one, other] }]
    : [{ type: 'columns', columns }]
}

function sideOf({ name, blocks: [block, ...others] }: Column): Side | null {
  if (name === null || block === undefined || others.length > 0) return null
  if (block.type === 'text') return { name, text: block.line }
  const [point, ...otherPoints] = block.type === 'points' ? block.points : []
  return point === undefined || otherPoints.length > 0 ? null : { name, text: point.line }
}
