/** Decodes percent signs once; where one is stray, all stand for themselves. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
