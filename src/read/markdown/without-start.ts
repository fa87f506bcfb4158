import type { Text } from 'mdast'

/**
 * Removes the first characters of a text. Its position stays correct if the source has the same characters, on one
 * line.
 */
export function withoutStart(text: Text, count: number): Text {
  const { value, position } = text
  if (!position) return { ...text, value: value.slice(count) }
  const { start, end } = position
  const moved = { ...start, column: start.column + count, offset: (start.offset ?? 0) + count }
  return { ...text, value: value.slice(count), position: { start: moved, end } }
}
