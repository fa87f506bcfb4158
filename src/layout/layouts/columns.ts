// Columns on a slide, for the comparison layout.

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Column, ColumnBlock, Diagram, Line, Picture } from '../../model/draft.ts'
import type { RenderContext } from '../../model/layout.ts'
import { lineIn, phrase, withoutNulls } from '../markup.ts'
import { renderListing } from './code.ts'
import { renderFigure } from './image.ts'
import { pointList } from './points.ts'
import { renderTable } from './table.ts'

/** Renders columns side by side, each with its name above its content. */
export function renderColumns(columns: readonly Column[], context: RenderContext): Element {
  return h(
    'div.columns',
    columns.map(({ name, blocks }) =>
      h('div.column', { dataHolds: blocks.some(({ type }) => type === 'image') ? 'picture' : null }, [
        ...lineIn('p.column-name', name, context),
        ...blocks.map((block) => renderBlock(block, context)),
      ]),
    ),
  )
}

/** Lists all lines of a block in reading order. */
export function blockLines(block: ColumnBlock): readonly Line[] {
  switch (block.type) {
    case 'text':
      return [block.line]
    case 'points':
      return block.points.map(({ line }) => line)
    case 'code':
      return block.lines
    case 'image':
      return withoutNulls(block.caption)
    case 'table':
      return withoutNulls(block.header?.line ?? null, ...block.rows.map(({ line }) => line), block.caption)
    case 'quote':
      return withoutNulls(block.quote, block.speaker)
    case 'formula':
      return [block.line]
  }
}

export function renderBlock(block: ColumnBlock, context: RenderContext): Element {
  switch (block.type) {
    case 'text':
      return h(
        block.line.kind === 'heading' ? 'p.column-text.column-heading' : 'p.column-text',
        phrase(block.line, context),
      )
    case 'points':
      return pointList(block.points, context)
    case 'code':
      return renderListing(block)
    case 'image':
      return h('div.column-picture', { style: `--picture-ratio:${ratioOf(block.picture)}` }, [
        renderFigure(block, context),
      ])
    case 'table':
      return renderTable(block, context)
    case 'quote':
      return h('blockquote.column-quote', [
        h('p.column-text', phrase(block.quote, context)),
        ...lineIn('p.source', block.speaker, context),
      ])
    case 'formula':
      return block.formula === null
        ? h('p.column-text', phrase(block.line, context))
        : h('div.formula', { role: 'img', ariaLabel: block.line.text }, [block.formula])
  }
}

/** Returns the aspect ratio of a picture; a missing picture gets the ratio of a photograph. */
function ratioOf(picture: Picture | Diagram): number {
  if ('drawing' in picture) return picture.width / picture.height
  return picture.content === null ? 1.5 : picture.content.width / picture.content.height
}

/**
 * Divides columns that do not fit side by side into at most `count` pieces: fewer columns in each, then one in each,
 * then halves of the longest column. Null if there is nothing to divide.
 */
export function divideColumns(columns: readonly Column[], count: number): readonly (readonly Column[])[] | null {
  const perPiece = Math.ceil(columns.length / Math.min(count, columns.length))
  const starts = columns.flatMap((_, index) => (index % perPiece === 0 ? [index] : []))
  const pieces = starts.map((start) => columns.slice(start, start + perPiece))
  while (pieces.length < count) {
    const longest = pieces.reduce(
      (best, piece) => (countLines(piece) > countLines(best) ? piece : best),
      pieces[0] ?? [],
    )
    const [only, ...others] = longest
    const halves = only === undefined || others.length > 0 ? null : halvesOf(only)
    if (halves === null) break
    pieces.splice(pieces.indexOf(longest), 1, ...halves.map((half) => [half]))
  }
  return pieces.length < 2 ? null : pieces
}

function countLines(columns: readonly Column[]): number {
  return columns.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + Math.max(1, blockLines(block).length), 0)
}

/** Divides a column between two blocks, or in the middle of its only block; null if that cannot be divided. */
function halvesOf({ name, blocks }: Column): readonly [Column, Column] | null {
  const middle = Math.ceil(blocks.length / 2)
  if (blocks.length > 1)
    return [
      { name, blocks: blocks.slice(0, middle) },
      { name, blocks: blocks.slice(middle) },
    ]
  const [only] = blocks
  const parts = only === undefined ? null : halvesOfBlock(only)
  return (
    parts && [
      { name, blocks: [parts[0]] },
      { name, blocks: [parts[1]] },
    ]
  )
}

function halvesOfBlock(block: ColumnBlock): readonly [ColumnBlock, ColumnBlock] | null {
  if (block.type === 'points') {
    const breakPoints = block.points.flatMap(({ depth }, index) => (depth === 0 && index > 0 ? [index] : []))
    const breakPoint = breakPoints[(breakPoints.length - 1) >> 1]
    return breakPoint === undefined
      ? null
      : [
          { ...block, points: block.points.slice(0, breakPoint) },
          { ...block, points: block.points.slice(breakPoint) },
        ]
  }
  if (block.type === 'table' && block.rows.length > 1) {
    const breakPoint = Math.ceil(block.rows.length / 2)
    return [
      { ...block, rows: block.rows.slice(0, breakPoint), caption: null },
      { ...block, rows: block.rows.slice(breakPoint) },
    ]
  }
  if (block.type !== 'code' || block.lines.length < 2) return null
  const breakPoint = Math.ceil(block.lines.length / 2)
  return [
    { ...block, lines: block.lines.slice(0, breakPoint), pieces: block.pieces?.slice(0, breakPoint) ?? null },
    { ...block, lines: block.lines.slice(breakPoint), pieces: block.pieces?.slice(breakPoint) ?? null },
  ]
}
