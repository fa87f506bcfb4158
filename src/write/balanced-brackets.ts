/** Whether a string has as many closing brackets and double quotation marks as opening ones. */
export function isBalanced(text: string): boolean {
  const count = (marks: string) => [...text].filter((character) => marks.includes(character)).length
  return count('([') === count(')]') && count('"') % 2 === 0 && count('“') === count('”')
}
