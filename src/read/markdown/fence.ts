/** Matches the opening of a fenced listing, which may be in a list or a quotation. The first group is the fence. */
export const FENCE = /^[ \t>]*(`{3,}|~{3,})/

/** Whether a line closes the listing that the fence `opening` began. */
export function closesFence(line: string, opening: string): boolean {
  const mark = line.replace(/[> \t]/g, '')
  return mark.startsWith(opening) && mark === mark.charAt(0).repeat(mark.length)
}

/** Returns a fence for a listing, longer than any backticks in it. */
export function fenceFor(code: string): string {
  const longest = [...code.matchAll(/`+/g)].reduce((length, [marks]) => Math.max(length, marks.length), 2)
  return '`'.repeat(longest + 1)
}
