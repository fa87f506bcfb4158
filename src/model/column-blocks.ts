// The blocks of slides with columns.

import type { Slots } from './deck.ts'
import type { ColumnBlock } from './draft.ts'

type Blocks = Pick<Slots['comparison'], 'columns' | 'above' | 'below'>

/** Lists all blocks of a slide with columns, in reading order. */
export function blocksOn({ columns, above = [], below = [] }: Blocks): readonly ColumnBlock[] {
  return [...above, ...columns.flatMap(({ blocks }) => blocks), ...below]
}

/** Changes all blocks of a slide with columns, one after the other. */
export async function changeBlocks(
  slots: Slots['comparison'],
  change: (block: ColumnBlock) => Promise<ColumnBlock>,
): Promise<Slots['comparison']> {
  const changeEach = async (blocks: readonly ColumnBlock[]) => {
    const changed: ColumnBlock[] = []
    for (const block of blocks) changed.push(await change(block))
    return changed
  }
  const { above, below } = slots
  const changedAbove = above && (await changeEach(above))
  const columns: (typeof slots.columns)[number][] = []
  for (const { name, blocks } of slots.columns) columns.push({ name, blocks: await changeEach(blocks) })
  const changedBelow = below && (await changeEach(below))
  return {
    ...slots,
    columns,
    ...(changedAbove && { above: changedAbove }),
    ...(changedBelow && { below: changedBelow }),
  }
}
