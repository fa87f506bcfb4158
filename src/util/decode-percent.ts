/** Decodes percent-encoding once. If any of it is malformed, returns the text unchanged. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
