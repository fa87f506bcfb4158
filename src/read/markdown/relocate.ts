import type { Root } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { pointAt } from '../../model/source-position.ts'
import type { Source } from '../source.ts'

/** Gives the nodes of a parsed source their lines and columns in the file. Their offsets still refer to the source. */
export function relocate(root: Root, source: Source): void {
  visit(root, (node) => {
    if (node.position) node.position = relocatePosition(node.position, source)
  })
}

function relocatePosition({ start, end }: Position, source: Source): Position {
  return {
    start: { ...start, ...pointAt(source, start.offset ?? 0) },
    end: { ...end, ...pointAt(source, end.offset ?? 0) },
  }
}
