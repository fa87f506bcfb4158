/** Matches the opening of a fenced listing, which may be in a list or a quotation. The first group is the fence. */
export const FENCE = /^[ \t>]*(`{3,}|~{3,})/

/** Whether a line closes the listing that the fence `opening` began. */
export function closesFence(line: string, opening: string): boolean {
  const mark = line.replace(/[> \t]/g, '')
  return mark.startsWith(opening) && mark === mark.charAt(0).repeat(mark.length)
}
