/** Whether a line of Markdown begins a list item, however far it is indented. */
export function beginsListItem(line: string): boolean {
  return /^\s*(?:[-*+]|\d+[.)])[ \t]/.test(line)
}
