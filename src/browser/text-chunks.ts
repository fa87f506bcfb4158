/**
 * Splits a string into chunks of at most `limit` UTF-16 code units, never inside a surrogate pair. A limit below 2, the
 * length of a pair, counts as 2.
 */
export function chunksOf(text: string, limit: number): readonly string[] {
  const chunks: string[] = []
  const maxLength = Math.max(limit, 2)
  for (let start = 0; start < text.length; ) {
    const end = isFirstOfPair(text, start + maxLength - 1) ? start + maxLength - 1 : start + maxLength
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}

function isFirstOfPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}
