// A three-way merge of lists, as in version control.

import { diff3MergeRegions, diffIndices } from 'node-diff3'

/** Three versions of a list: the author's, the original, and the new one. */
export interface ThreeVersions<Item> {
  readonly mine: readonly Item[]
  readonly base: readonly Item[]
  readonly theirs: readonly Item[]
}

/**
 * A part of the merged list: items that come from one version, or all versions of items that both sides have changed.
 */
export type MergedRegion<Item> =
  | { readonly type: 'base' | 'mine' | 'theirs'; readonly items: readonly Item[] }
  | ({ readonly type: 'both' } & ThreeVersions<Item>)

/** How items are compared, and which of three equal items is kept. */
export interface ItemComparison<Item> {
  keyOf(item: Item): string
  pick(mine: Item, base: Item, theirs: Item): Item
}

/** Lists the regions of a three-way merge, in order. Identical changes count as theirs. */
export function mergeThreeWay<Item>(
  { mine, base, theirs }: ThreeVersions<Item>,
  { keyOf, pick }: ItemComparison<Item>,
): readonly MergedRegion<Item>[] {
  const keys = { mine: mine.map(keyOf), base: base.map(keyOf), theirs: theirs.map(keyOf) }
  const [inMine, inTheirs] = [matchedIndexes(keys.base, keys.mine), matchedIndexes(keys.base, keys.theirs)]
  return diff3MergeRegions(keys.mine, keys.base, keys.theirs).flatMap((region): readonly MergedRegion<Item>[] => {
    if (region.stable && region.buffer === 'o') {
      const items = base.slice(region.bufferStart, region.bufferStart + region.bufferLength).map((item, index) => {
        const baseIndex = region.bufferStart + index
        return pick(mine[inMine.get(baseIndex) ?? -1] ?? item, item, theirs[inTheirs.get(baseIndex) ?? -1] ?? item)
      })
      return [{ type: 'base', items }]
    }
    if (region.stable) {
      const type = region.buffer === 'a' ? 'mine' : 'theirs'
      const items = region.buffer === 'a' ? mine : theirs
      return [{ type, items: items.slice(region.bufferStart, region.bufferStart + region.bufferLength) }]
    }
    const myItems = mine.slice(region.aStart, region.aStart + region.aLength)
    const theirItems = theirs.slice(region.bStart, region.bStart + region.bLength)
    const baseItems = base.slice(region.oStart, region.oStart + region.oLength)
    return mergeItems({ mine: myItems, base: baseItems, theirs: theirItems }, keyOf)
  })
}

/**
 * Merges a region that both sides have changed: item by item if all versions have the same length and no item has
 * moved; as two changes if one side has only added items before or after those there were; and otherwise as a whole.
 */
function mergeItems<Item>(versions: ThreeVersions<Item>, keyOf: (item: Item) => string): readonly MergedRegion<Item>[] {
  const { mine, base, theirs } = versions
  const isSame = sameBy(keyOf)
  if (mine.length === theirs.length && mine.every((item, index) => isSame(item, theirs[index])))
    return [{ type: 'theirs', items: theirs }]
  const added = mergeAdditions(versions, keyOf)
  if (added !== null) return added
  const isMoved = (item: Item, baseIndex: number) =>
    base.some((original, index) => index !== baseIndex && isSame(item, original))
  if (mine.length !== base.length || theirs.length !== base.length || mine.some(isMoved) || theirs.some(isMoved))
    return [{ type: 'both', ...versions }]
  return base.map((original, index): MergedRegion<Item> => {
    const myItem = mine.slice(index, index + 1)
    const theirItem = theirs.slice(index, index + 1)
    if (isSame(myItem[0], original) || isSame(myItem[0], theirItem[0])) return { type: 'theirs', items: theirItem }
    if (isSame(theirItem[0], original)) return { type: 'mine', items: myItem }
    return { type: 'both', mine: myItem, base: [original], theirs: theirItem }
  })
}

/**
 * Merges a region to which one side has only added items, before or after those there were: its additions, and the other
 * side. What both sides have added is shown once. Null for any other region.
 */
function mergeAdditions<Item>(
  { mine, base, theirs }: ThreeVersions<Item>,
  keyOf: (item: Item) => string,
): readonly MergedRegion<Item>[] | null {
  const isSame = sameBy(keyOf)
  const [mineRegion, theirRegion] = [{ type: 'mine', items: mine } as const, { type: 'theirs', items: theirs } as const]
  for (const [{ type, items }, other] of [
    [mineRegion, theirRegion],
    [theirRegion, mineRegion],
  ] as const) {
    const added = items.length - base.length
    if (added <= 0) continue
    const hasBaseAt = (start: number) => base.every((item, index) => isSame(item, items[start + index]))
    const otherKeys = new Set(other.items.map(keyOf).filter((key) => key !== ''))
    const regionOf = (additions: readonly Item[]) => ({
      type,
      items: additions.filter((item) => !otherKeys.has(keyOf(item))),
    })
    if (hasBaseAt(0)) return [other, regionOf(items.slice(base.length))]
    if (hasBaseAt(added)) return [regionOf(items.slice(0, added)), other]
  }
  return null
}

/** Returns a test of whether two items exist and have the same key. */
function sameBy<Item>(keyOf: (item: Item) => string) {
  return (one: Item | undefined, other: Item | undefined): boolean =>
    one !== undefined && other !== undefined && keyOf(one) === keyOf(other)
}

/** Maps the index that each common item has in the first list to its index in the second. */
function matchedIndexes(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>()
  let from = 0
  let shift = 0
  for (const { buffer1, buffer2 } of [
    ...diffIndices([...before], [...after]),
    { buffer1: [before.length, 0], buffer2: [after.length, 0] },
  ]) {
    const [start = 0, length = 0] = buffer1
    for (let index = from; index < start; index++) matches.set(index, index + shift)
    from = start + length
    shift = (buffer2[0] ?? 0) + (buffer2[1] ?? 0) - from
  }
  return matches
}
