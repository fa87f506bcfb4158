// Finds the position and the width of text boxes from the lines that were measured.

import type { Rect, SceneBlock } from '../../client/scene/scene.ts'
import { fontSizeOf, type PlacedBullet } from './bullets.ts'
import { insetOf, widthNeededBy } from './text-width.ts'

/** The position of a text box on a slide, in px. */
export interface TextBoxPlace {
  readonly rect: Rect
  /** The distance between the ends of the lines and the edge of the box at which lines break as measured. */
  readonly inset: number
  /** Returns the distance from the edge of the box to the words of a block. */
  marginOf(block: SceneBlock): number
}

/** Places the text box of blocks that become its paragraphs. */
export function placeTextBox(
  blocks: readonly [SceneBlock, ...SceneBlock[]],
  bullets: ReadonlyMap<SceneBlock, PlacedBullet | null>,
): TextBoxPlace {
  const [first] = blocks
  const { isRtl } = first
  // The box starts where its first bullet or word does.
  const bulletOffset = Math.min(0, ...blocks.map((block) => bullets.get(block)?.x ?? -block.hangingIndent))
  const left = Math.min(...blocks.map(({ rect }) => rect.x)) + (isRtl ? 0 : bulletOffset)
  const right = Math.max(...blocks.map(({ rect }) => rect.x + rect.width)) - (isRtl ? bulletOffset : 0)
  const neededWidth = Math.max(...blocks.map((block) => widthNeededBy(block) + indentOf(block, { left, right })))
  // A bolder or replacement font must not break a line, unless the box is a list, whose lines must keep their width.
  const isList = first.item !== null && blocks.length > 1
  const areSingleLines = !isList && blocks.every(({ lines }) => lines.length === 1)
  const spareWidth = areSingleLines ? Math.max(SPARE_WIDTH, neededWidth * (WIDER_FONT - 1)) : SPARE_WIDTH
  const ownWidth = Math.max(right - left, neededWidth + SPARE_WIDTH)
  const width = Math.max(ownWidth, neededWidth + spareWidth)
  const start = isRtl ? right - width : left
  const x = start - shiftFor(first, width - ownWidth)
  const top = topOf(first)
  const bottom = Math.max(
    ...blocks.map(({ rect, lines }) => Math.max(rect.y + rect.height, ...lines.map((line) => line.y + line.height))),
  )
  const rect = { x, y: top, width, height: Math.max(1, bottom - top) }
  // Centred and end-aligned words stay where they are, because the box grows towards its start.
  const marginOf = (block: SceneBlock) => Math.max(0, indentOf(block, { left, right }))
  const inset = insetOf(blocks, marginOf, rect.width)
  return { rect: isRtl ? { ...rect, x: rect.x + overhangOf(first) } : rect, inset, marginOf }
}

/** Returns how far tightly set digits or Latin letters extend beyond their right-to-left box, in px. */
function overhangOf({ runs }: SceneBlock): number {
  const isLeftToRight = runs.every(({ text }) => !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text))
  return isLeftToRight ? -Math.min(0, ...runs.map(({ tracking }) => tracking)) : 0
}

/** Returns how far to the left a box with extra width must move, so that its words stay where they are. */
function shiftFor({ align, isRtl }: SceneBlock, extra: number): number {
  if (align === 'center') return isRtl ? -extra / 2 : extra / 2
  return align === 'end' ? (isRtl ? -extra : extra) : 0
}

/** How much wider than a theme's font a bolder weight or a replacement may be. */
const WIDER_FONT = 1.2

/** Extra width for the longest line, in px. */
const SPARE_WIDTH = 3

function indentOf({ rect, isRtl }: SceneBlock, { left, right }: { left: number; right: number }): number {
  return isRtl ? right - (rect.x + rect.width) : rect.x - left
}

/**
 * Returns the top of a text box whose first line is where it was measured: programs put a baseline about a fifth of the
 * font size above the bottom of its line.
 */
export function topOf(block: SceneBlock): number {
  const baseline = block.lines[0]?.baseline ?? block.rect.y + leadingOf(block)
  return baseline - leadingOf(block) + DESCENT * fontSizeOf(block)
}

const DESCENT = 0.21

export function leadingOf({ lines, lineHeight }: SceneBlock): number {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined || lines.length < 2) return lineHeight
  return (last.baseline - first.baseline) / (lines.length - 1)
}
