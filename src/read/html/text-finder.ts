import type { Text } from 'hast'
import type { Position } from 'unist'

/**
 * Returns a function that finds the position of text that was taken from a page, inside `within` if that is known. The
 * function returns undefined if it cannot find the text. It must be called with texts in the order of the page.
 */
export function textFinder(
  texts: readonly Text[],
): (value: string, within: Position | undefined) => Position | undefined {
  const positions = new Map<string, Position[]>()
  for (const { value, position } of texts.toReversed()) {
    if (!position || value.trim() === '') continue
    const existing = positions.get(value)
    if (existing) existing.push(position)
    else positions.set(value, [position])
  }
  let minOffset = 0
  return (value, within) => {
    const candidates = positions.get(value) ?? []
    const from = Math.max(minOffset, within?.start.offset ?? 0)
    for (let next = candidates.at(-1); next && (next.start.offset ?? 0) < from; next = candidates.at(-1))
      candidates.pop()
    const found = candidates.at(-1)
    if (!found?.end.offset || found.end.offset > (within?.end.offset ?? found.end.offset)) return undefined
    minOffset = found.end.offset
    return found
  }
}
