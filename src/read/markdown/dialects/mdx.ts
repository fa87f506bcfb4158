import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/** MDX imports and exports, and expressions alone on a line. They are removed because Lectern does not run code. */
export const mdx: Dialect = {
  name: 'MDX',
  applies: (text) => /^(?:import |export | {0,3}\{[\w.]+\})/m.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    // The index of the last line of the current statement.
    let statementEnd = -1
    return lines.flatMap(({ text: line, start }, index): readonly Edit[] => {
      if (STATEMENT_START.test(line)) statementEnd = Math.max(statementEnd, endOfStatement(lines, index))
      return index <= statementEnd || EXPRESSION.test(line)
        ? [{ span: [start, start + line.length], replacement: '' }]
        : []
    })
  },
  examples: [
    ["import X from './x'\nimport {\n  Y\n} from 'y'\n\nThe gauge rose.", 'The gauge rose.'],
    ['export const z = {\n  a: 1\n}\n\nThe gauge rose.', 'The gauge rose.'],
    ['{props.children}\n\nThe gauge rose.', 'The gauge rose.'],
    ['We import gates from the valley: export what you can.', 'We import gates from the valley: export what you can.'],
  ],
}

/** A line that begins an `import` or `export` statement. */
const STATEMENT_START =
  /^(?:import\s(?:[\w*{][\w*{},\s$]*\sfrom\s*)?['"][^'"]+['"];?\s*$|import\s*\{[\w\s,]*$|export\s+(?:const|let)\s+\w+\s*=|export\s+(?:default\s|\{[\w\s,]*\}))/

const EXPRESSION = /^ {0,3}\{[\w.]+\}\s*$/

/**
 * Returns the index of the line that closes all brackets of a statement. Returns -1 if some stay open, because then the
 * lines are not a statement.
 */
function endOfStatement(lines: readonly ScannedLine[], first: number): number {
  let depth = 0
  for (let index = first; index < Math.min(lines.length, first + LONGEST_STATEMENT); index += 1) {
    depth += bracketBalance(lines[index]?.text ?? '')
    if (depth <= 0) return index
  }
  return -1
}

/** In lines. */
const LONGEST_STATEMENT = 60

/** Returns the number of opening brackets in a string minus the number of closing ones. */
function bracketBalance(text: string): number {
  return (text.match(/[({[]/g) ?? []).length - (text.match(/[)}\]]/g) ?? []).length
}
