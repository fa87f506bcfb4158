import type { Heading, List, Paragraph } from 'mdast'
import type { LineKind, Point } from '../model/draft.ts'
import { pointDepth } from '../model/point-depth.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { type MakeLine, readTextBlocks, type TextBlock } from './read-text.ts'

/**
 * Reads lists, and the paragraphs and headings between them, as points. Items under a heading, and everything in an
 * item after its first paragraph, become sub-points.
 */
export function readPoints(
  nodes: readonly (Paragraph | Heading | List)[],
  parsed: ParsedSlide,
  lineOf: MakeLine,
): readonly Point[] {
  return pointsFrom(readTextBlocks(nodes, parsed), lineOf)
}

/** Makes points from text blocks. */
export function pointsFrom(blocks: readonly TextBlock[], lineOf: MakeLine): readonly Point[] {
  let isUnderHeading = false
  return blocks.map((block) => {
    const depth = pointDepth(block.depth + (isUnderHeading && block.type === 'item' ? 1 : 0))
    isUnderHeading = block.type === 'heading' || (isUnderHeading && block.type === 'item')
    return {
      line: lineOf(block.words, kindOf(block)),
      depth,
      ...(block.ordinal !== null && { ordinal: block.ordinal }),
    }
  })
}

function kindOf({ type }: TextBlock): LineKind {
  return type === 'item' ? 'item' : 'prose'
}
