/** Splits a string into chunks of at most `limit` UTF-16 code units, never inside a surrogate pair. */
export function chunksOf(text: string, limit: number): readonly string[] {
  const chunks: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = isFirstOfPair(text, start + limit - 1) ? start + limit - 1 : start + limit
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}

function isFirstOfPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}
