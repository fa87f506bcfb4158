// The layout for comparisons, and for columns of any content.

import type { Element } from 'hast'
import { h } from 'hastscript'
import { blocksOn } from '../../model/column-blocks.ts'
import type { Slots } from '../../model/deck.ts'
import type { Column, ColumnBlock, Content, Line, Side } from '../../model/draft.ts'
import type { Layout, RenderContext } from '../../model/layout.ts'
import { fitHooks, headingHook, lengthHook } from '../hooks.ts'
import { phrase, slideBody, slideHead, withoutNulls } from '../markup.ts'
import { blockLines, divideColumns, renderBlock, renderColumns } from './columns.ts'

/** Two things side by side, each under its name; or columns of any content. */
export const comparison: Layout<'comparison'> = {
  name: 'comparison',
  showsSentences: true,
  accepts: ({ title, content }) => {
    const columns = columnsIn(content)
    return columns && { title, columns }
  },
  lines: ({ title, columns, above = [], below = [] }) =>
    withoutNulls(
      title,
      ...above.flatMap(blockLines),
      ...columns.flatMap(({ name, blocks }) => [name, ...blocks.flatMap(blockLines)]),
      ...below.flatMap(blockLines),
    ),
  render: (slots, context) => {
    const { title, columns, above = [], below = [] } = slots
    const sides = sidesAlone(slots)
    const across = (blocks: readonly ColumnBlock[]) =>
      blocks.length === 0
        ? []
        : [
            h(
              'div.across',
              blocks.map((block) => renderBlock(block, context)),
            ),
          ]
    return [
      slideHead(title, context),
      slideBody([
        ...across(above),
        sides === null
          ? renderColumns(columns, context)
          : h(
              'div.sides',
              sides.map((side) => renderSide(side, title === null, context)),
            ),
        ...across(below),
      ]),
    ]
  },
  hooks: (slots) => {
    const { title, columns, above, below, ...fitted } = slots
    const sides = sidesAlone(slots)
    return {
      ...headingHook(title),
      ...lengthHook(sides?.map(({ text }) => text) ?? blocksOn(slots).flatMap(blockLines)),
      ...(sides === null && { 'data-arrangement': 'columns', 'data-columns': String(columns.length) }),
      ...fitHooks(fitted),
    }
  },
  divide: (slots, count = 2) => {
    const pieces = sidesAlone(slots) === null ? divideColumns(slots.columns, count) : null
    const { above, below, ...others } = slots
    const lastIndex = (pieces?.length ?? 0) - 1
    const [first, second, ...rest] = (pieces ?? []).map((columns, index) => ({
      ...others,
      columns,
      ...(index === 0 && above && { above }),
      ...(index === lastIndex && below && { below }),
    }))
    return first === undefined || second === undefined ? null : [first, second, ...rest]
  },
}

function columnsIn(content: Content): Slots['comparison']['columns'] | null {
  if (content.type === 'columns') return content.columns
  return content.type === 'comparison' ? content.sides.map(columnOf) : null
}

/** Converts a side to a column. */
export function columnOf({ name, text }: Side): Column {
  return { name, blocks: [{ type: 'text', line: text }] }
}

/** Returns the sides of a slide that shows nothing else; otherwise null. */
function sidesAlone({ columns, above, below }: Slots['comparison']): readonly [Side, Side] | null {
  return above === undefined && below === undefined ? sidesOf(columns) : null
}

/** Converts columns to sides if there are exactly two, each with a name and one short text; otherwise null. */
export function sidesOf(columns: readonly Column[]): readonly [Side, Side] | null {
  const [one, other, ...others] = columns.map(sideOf)
  return one && other && others.length === 0 ? [one, other] : null
}

function sideOf({ name, blocks: [block, ...others] }: Column): Side | null {
  const text = textOf(block)
  return name === null || text === null || others.length > 0 || text.text.length > MAX_SIDE_LENGTH
    ? null
    : { name, text }
}

function textOf(block: ColumnBlock | undefined): Line | null {
  return block?.type === 'text' ? block.line : null
}

/** In characters. Longer text cannot be set in large type. */
const MAX_SIDE_LENGTH = 160

/** Renders a side. If there is no title, the names of the sides are the slide's headings. */
function renderSide({ name, text }: Side, isHeading: boolean, context: RenderContext): Element {
  return h('div.side', [
    h(isHeading ? `h${context.level}` : 'p', { className: ['side-name'] }, phrase(name, context)),
    h('p.side-text', phrase(text, context)),
  ])
}
