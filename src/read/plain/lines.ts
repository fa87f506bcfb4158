/** A line of plain text. */
export interface Line {
  /** Without white space at either end. */
  readonly text: string
  /** Where `text` begins in the source. */
  readonly start: number
  /** Columns of white space before it; a tab runs to the next multiple of 4. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
}

/** The lines that are not blank. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let offset = 0
  let gap = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const margin = raw.slice(0, raw.length - raw.trimStart().length)
    if (line === '') gap += 1
    else lines.push({ text: line, start: offset + margin.length, indent: columns(margin), gap })
    if (line !== '') gap = 0
    offset += raw.length + 1
  }
  return lines
}

function columns(margin: string): number {
  let count = 0
  for (const character of margin) count += character === '\t' ? TAB - (count % TAB) : 1
  return count
}

const TAB = 4
