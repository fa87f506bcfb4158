import type { Point, PointDepth } from './draft.ts'

/** Returns the depth of a point that is nested this deep; deeper levels are shown as the deepest. */
export function pointDepth(level: number): PointDepth {
  if (level <= 0) return 0
  return level === 1 ? 1 : 2
}

/** Moves points up whose superordinate points are missing, so that none is more than one level below the one before. */
export function withoutSkippedLevels(points: readonly Point[]): readonly Point[] {
  const above: PointDepth[] = []
  return points.map((point) => {
    while ((above.at(-1) ?? -1) >= point.depth) above.pop()
    const depth = pointDepth(above.length)
    above.push(point.depth)
    return depth === point.depth ? point : { ...point, depth }
  })
}
