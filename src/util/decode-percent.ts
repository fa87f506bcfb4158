/**
 * Decodes percent-encoded characters, once: `%2525` becomes `%25`. If any of them is malformed, returns the text
 * unchanged.
 */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
