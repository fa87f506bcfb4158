/** Whether every opening bracket and every opening double quotation mark is also closed. */
export function isBalanced(text: string): boolean {
  const count = (marks: string) => [...text].filter((character) => marks.includes(character)).length
  return count('([') === count(')]') && count('"') % 2 === 0 && count('“') === count('”')
}
