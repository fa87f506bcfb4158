/** The opening of a fenced listing, also in a list or a quotation. Its first group is the fence. */
export const FENCE = /^[ \t>]*(`{3,}|~{3,})/

/** Whether a line is a fence that closes the given opening one. */
export function closesFence(line: string, opening: string): boolean {
  const mark = line.replace(/[> \t]/g, '')
  return mark.startsWith(opening) && mark === mark.charAt(0).repeat(mark.length)
}
