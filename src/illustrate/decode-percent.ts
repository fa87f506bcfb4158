/** Decodes percent signs once; if one is malformed, all stay as they are. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
