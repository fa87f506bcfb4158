/** Removes the mark that some programs write at the start of a text file. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
