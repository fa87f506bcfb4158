/** The text in chunks of at most this many UTF-16 units, none of which splits a surrogate pair. */
export function pieces(text: string, limit: number): readonly string[] {
  const cut: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = isFirstOfPair(text, start + limit - 1) ? start + limit - 1 : start + limit
    cut.push(text.slice(start, end))
    start = end
  }
  return cut
}

function isFirstOfPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}
