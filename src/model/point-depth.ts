import type { Point, PointDepth } from './draft.ts'

/** Returns the depth at which a point of this level is shown; the deepest one for all deeper levels. */
export function pointDepth(level: number): PointDepth {
  if (level <= 0) return 0
  return level === 1 ? 1 : 2
}

/** Moves up points whose parents are missing, so that no point is more than one level below the point before it. */
export function withoutSkippedLevels(points: readonly Point[]): readonly Point[] {
  const above: PointDepth[] = []
  return points.map((point) => {
    while ((above.at(-1) ?? -1) >= point.depth) above.pop()
    const depth = pointDepth(above.length)
    above.push(point.depth)
    return depth === point.depth ? point : { ...point, depth }
  })
}
