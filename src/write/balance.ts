/** Whether every bracket and every double quotation mark that opens also closes. */
export function isBalanced(text: string): boolean {
  const count = (marks: string) => [...text].filter((character) => marks.includes(character)).length
  return count('([') === count(')]') && count('"') % 2 === 0 && count('“') === count('”')
}
