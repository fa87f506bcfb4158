import type { Passage } from '../model/article.ts'

/**
 * Removes the number from a part's heading if it equals the part's own: "2. Method" as the second part becomes
 * "Method".
 */
export function withoutPartNumber(heading: Passage, number: number): Passage {
  const [mark = '', digits] = /^(\d+)[.):]\s+(?=\S)/u.exec(heading.text) ?? []
  if (Number(digits) !== number) return heading
  const [start, end] = heading.span
  return { ...heading, text: heading.text.slice(mark.length), span: [start + mark.length, end] }
}

/** Removes the numbers from all parts' headings, unless some differ from the parts' own, as in a countdown. */
export function withoutPartNumbers(
  parts: readonly { readonly heading: Passage; readonly number: number }[],
): readonly Passage[] {
  const bare = parts.map(({ heading, number }) => withoutPartNumber(heading, number))
  return bare.some(({ text }) => /^\d+[.):]\s/u.test(text)) ? parts.map(({ heading }) => heading) : bare
}
