/** Replaces each run of white space, such as a line break with an indent, with one space. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ')
}
