import type { Text } from 'mdast'

/**
 * Removes the first `count` characters of a text node. The node's position stays correct if the source has the same
 * characters on one line.
 */
export function trimTextStart(text: Text, count: number): Text {
  const { value, position } = text
  if (!position) return { ...text, value: value.slice(count) }
  const { start, end } = position
  const moved = { ...start, column: start.column + count, offset: (start.offset ?? 0) + count }
  return { ...text, value: value.slice(count), position: { start: moved, end } }
}
