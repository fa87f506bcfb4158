import type { Passage } from '../model/article.ts'

/**
 * Removes the number from a part's heading if it is the number of the part: "2. Method" becomes "Method" for the second
 * part.
 */
export function withoutPartNumber(heading: Passage, number: number): Passage {
  const [prefix = '', digits] = /^(\d+)[.):]\s+(?=\S)/u.exec(heading.text) ?? []
  if (Number(digits) !== number) return heading
  const [start, end] = heading.span
  return { ...heading, text: heading.text.slice(prefix.length), span: [start + prefix.length, end] }
}

/**
 * Removes the numbers from the headings of all parts, unless one of them is not the number of its part, as in a
 * countdown.
 */
export function withoutPartNumbers(
  parts: readonly { readonly heading: Passage; readonly number: number }[],
): readonly Passage[] {
  const unnumbered = parts.map(({ heading, number }) => withoutPartNumber(heading, number))
  return unnumbered.some(({ text }) => /^\d+[.):]\s/u.test(text)) ? parts.map(({ heading }) => heading) : unnumbered
}
