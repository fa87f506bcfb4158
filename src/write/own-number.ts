import type { Passage } from '../model/article.ts'

/** A part's heading without the number that the part bears anyway: "2. Method" as the second is "Method". */
export function withoutOwnNumber(heading: Passage, number: number): Passage {
  const [mark = '', digits] = /^(\d+)[.):]\s+(?=\S)/u.exec(heading.text) ?? []
  if (Number(digits) !== number) return heading
  const [start, end] = heading.span
  return { ...heading, text: heading.text.slice(mark.length), span: [start + mark.length, end] }
}
