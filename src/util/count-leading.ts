/** Counts, by binary search, the elements of a list that meet a condition. They must come before all the others. */
export function countLeading<T>(all: readonly T[], isLeading: (each: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const each = all[middle]
    if (each !== undefined && isLeading(each)) low = middle + 1
    else high = middle
  }
  return low
}
