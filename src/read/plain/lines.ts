/** A line of plain text that is not blank. */
export interface SourceLine {
  /** The text without white space at either end. */
  readonly text: string
  /** The offset of `text` in the source. */
  readonly start: number
  /** The offset in the source at which `text` ends. */
  readonly end: number
  /** The width of the white space before the text, in columns. A tab extends to the next multiple of 4. */
  readonly indent: number
  /** The number of blank lines before the line. */
  readonly gap: number
  /** Whether the line begins with the wide space that opens a paragraph in Chinese or Japanese. */
  readonly opensParagraph: boolean
}

/** Lists the lines that are not blank. A line that contains only the `>` of a quoted e-mail counts as blank. */
export function linesOf(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let offset = 0
  let gap = 0
  for (const rawLine of text.split('\n')) {
    const line = rawLine.trim()
    const margin = rawLine.slice(0, rawLine.length - rawLine.trimStart().length)
    const isBlank = line === '' || BLANK_QUOTE.test(line)
    const opensParagraph = margin.startsWith('\u3000')
    const start = offset + margin.length
    if (!isBlank)
      lines.push({ text: line, start, end: start + line.length, indent: indentOf(margin), gap, opensParagraph })
    gap = isBlank ? gap + 1 : 0
    offset += rawLine.length + 1
  }
  return lines
}

/** Returns the width in columns of the white space at the start of a line. */
function indentOf(margin: string): number {
  let width = 0
  for (const character of margin) width += character === '\t' ? TAB_WIDTH - (width % TAB_WIDTH) : 1
  return width
}

const TAB_WIDTH = 4
const BLANK_QUOTE = /^>(?: ?>)?$/
