// Finds bullets and numbers on a measured slide, so that PowerPoint can draw them as part of the list.

import type { Box, Rect, SceneBlock, TextRun } from '../../client/scene/scene.ts'
import { type OrdinalForm, readOrdinalLabel } from '../../model/ordinal-label.ts'

export type Bullet =
  | { readonly type: 'character'; readonly character: string; readonly colour: string; readonly size: number }
  | {
      readonly type: 'number'
      readonly start: number
      readonly form: OrdinalForm
      readonly hasPeriod: boolean
      readonly run: TextRun
      readonly size: number
    }

/** A bullet, its position, and the box or block on the slide that it replaces. */
export interface PlacedBullet {
  readonly bullet: Bullet
  /** The distance from the start of the text's lines, in px; negative if the bullet comes before them. */
  readonly x: number
  /** In px. */
  readonly width: number
  readonly replaces: Box | SceneBlock
}

/**
 * Maps each block, except the numbers of items, to its bullet, or to null. The bullet of an item, which is the number
 * or mark next to it, belongs to its first block.
 */
export function findBullets(
  blocks: readonly SceneBlock[],
  boxes: readonly Box[],
): ReadonlyMap<SceneBlock, PlacedBullet | null> {
  const numbers = new Map(
    blocks.flatMap((block) => (block.item !== null && isItemNumber(block) ? [[block.item.index, block] as const] : [])),
  )
  const bulletFor = (block: SceneBlock): PlacedBullet | null => {
    if (block.item === null) return null
    const number = numbers.get(block.item.index)
    const first = blocks.find((other) => other.item?.index === block.item?.index && other !== number)
    if (block !== first) return null
    return (number && numberBullet(block, number)) ?? markBullet(block, boxes)
  }
  return new Map(blocks.filter((block) => !isItemNumber(block)).map((block) => [block, bulletFor(block)] as const))
}

/** Whether a block is the number of the item that it is in. */
function isItemNumber({ classes }: SceneBlock): boolean {
  return classes.some((name) => NUMBER_CLASSES.includes(name))
}

/** The classes of blocks that are the number of their item. */
const NUMBER_CLASSES = ['point-ordinal', 'agenda-number']

/** The maximum width, in px, of a mark that becomes a bullet. */
const MAX_MARK_WIDTH = 72
/** The maximum font size of a number, as a multiple of its item's. */
const MAX_NUMBER_SCALE = 3
/** How far apart the baselines of a number and of its item's first line may be, as a fraction of the font size. */
const MAX_BASELINE_DISTANCE = 0.4

function numberBullet(block: SceneBlock, number: SceneBlock): PlacedBullet | null {
  const [run] = number.runs
  const [first] = block.lines
  const [line] = number.lines
  const size = fontSizeOf(block)
  if (run === undefined || first === undefined || line === undefined || run.size > size * MAX_NUMBER_SCALE) return null
  if (!isBefore(line, first, block.isRtl) || line.y > first.y + first.height || line.y + line.height < first.y)
    return null
  // PowerPoint sets a number on the baseline of the first line; on our slide, it may be beside the middle of several lines.
  if (Math.abs(line.baseline - first.baseline) > size * MAX_BASELINE_DISTANCE) return null
  const label = readOrdinalLabel(run.text.trim(), block.item?.depth ?? 0)
  if (label === null) return null
  const bullet = {
    type: 'number',
    start: label.ordinal,
    form: label.form,
    hasPeriod: run.text.includes('.'),
    run,
    size: run.size / size,
  } as const
  return { bullet, x: offsetOf(line, block), width: line.width, replaces: number }
}

function markBullet(block: SceneBlock, boxes: readonly Box[]): PlacedBullet | null {
  const [first] = block.lines
  const box = boxes.find(({ markedItem }) => markedItem === block.item?.index)
  if (first === undefined || box?.fill?.type !== 'colour' || box.rect.width > MAX_MARK_WIDTH) return null
  const middle = box.rect.y + box.rect.height / 2
  if (!isBefore(box.rect, first, block.isRtl) || middle < first.y || middle > first.y + first.height) return null
  const { width, height } = box.rect
  const isDash = width > height * 1.8
  if (height > width * 1.8) return null
  const character = isDash ? '–' : box.shape.type === 'ellipse' ? '●' : '■'
  const size = Math.min(4, Math.max(0.25, width / (fontSizeOf(block) * (isDash ? EN_DASH_WIDTH : SQUARE_WIDTH))))
  return {
    bullet: { type: 'character', character, colour: box.fill.colour, size },
    x: offsetOf(box.rect, block),
    width,
    replaces: box,
  }
}

/** The widths of the characters that replace drawn marks, in em of Arial. */
const EN_DASH_WIDTH = 0.556
const SQUARE_WIDTH = 0.604

function isBefore(mark: Rect, line: Rect, isRtl: boolean): boolean {
  return isRtl ? mark.x >= line.x + line.width - 1 : mark.x + mark.width <= line.x + 1
}

/** Returns the distance of a mark from the start of its block's lines; negative if the mark comes before them. */
function offsetOf(mark: Rect, { rect, isRtl }: SceneBlock): number {
  return isRtl ? rect.x + rect.width - (mark.x + mark.width) : mark.x - rect.x
}

/** Returns the largest font size in a block, in px. */
export function fontSizeOf({ runs }: SceneBlock): number {
  return runs.reduce((most, { size }) => Math.max(most, size), 1)
}
