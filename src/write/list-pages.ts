import type { Line } from '../model/draft.ts'
import { type Ledger, MOST_POINTS, wordsIn } from './ledger.ts'
import type { Item } from './list-items.ts'

/** Fills slides that have room for so many words with items, and leaves no last slide with one point where the one before can spare another. */
export function paginate(ledger: Ledger, items: readonly Item[], room: number): Item[][] {
  const pages: Item[][] = [[]]
  for (const run of withWhatIsUnder(ledger, items, room)) {
    const page = pages.at(-1) ?? []
    const isFull =
      pointsIn(page) + pointsIn(run) > MOST_POINTS || wordsIn(ledger, [...linesIn(page), ...linesIn(run)]) > room
    if (pointsIn(run) > 0 && pointsIn(page) > 0 && isFull) pages.push([...run])
    else page.push(...run)
  }
  return evened(
    ledger,
    pages.filter((page) => page.length > 0),
    room,
  )
}

/** Each item with what stands under it; one by one where they would not stand on a slide together. */
function withWhatIsUnder(ledger: Ledger, items: readonly Item[], room: number): readonly (readonly Item[])[] {
  const runs: Item[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last !== undefined && item.point?.depth === 1) last.push(item)
    else runs.push([item])
  }
  return runs.flatMap((run) =>
    pointsIn(run) > MOST_POINTS || wordsIn(ledger, linesIn(run)) > room ? run.map((item) => [item]) : [run],
  )
}

/** As many slides with about as many points on each, where that fits. */
function evened(ledger: Ledger, pages: readonly Item[][], room: number): Item[][] {
  const share = Math.ceil(pages.reduce((sum, page) => sum + pointsIn(page), 0) / pages.length)
  const even: Item[][] = [[]]
  for (const item of pages.flat()) {
    const page = even.at(-1) ?? []
    if (item.point !== null && item.point.depth === 0 && pointsIn(page) >= share && even.length < pages.length)
      even.push([item])
    else page.push(item)
  }
  const fits = even.every((page) => pointsIn(page) <= MOST_POINTS && wordsIn(ledger, linesIn(page)) <= room)
  return fits && even.length === pages.length ? even : [...pages]
}

export function linesIn(page: readonly Item[]): (Line | null)[] {
  return page.map((item) => item.point?.line ?? null)
}

export function pointsIn(page: readonly Item[]): number {
  return page.filter((item) => item.point !== null).length
}
