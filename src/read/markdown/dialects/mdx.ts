import type { Edit } from '../../edit-source.ts'
import { openLines, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/** Modules and expressions of MDX, which mean nothing without running them. */
export const mdx: Dialect = {
  name: 'MDX',
  applies: (text) => /^(?:import |export | {0,3}\{[\w.]+\})/m.test(text),
  edits: (text) => {
    const lines = openLines(text)
    /** The line at which a module ends. */
    let moduleTo = -1
    return lines.flatMap(({ text: line, start }, index): readonly Edit[] => {
      if (MODULE.test(line)) moduleTo = Math.max(moduleTo, moduleEnd(lines, index))
      return index <= moduleTo || EXPRESSION.test(line) ? [{ span: [start, start + line.length], replacement: '' }] : []
    })
  },
  examples: [
    ["import X from './x'\nimport {\n  Y\n} from 'y'\n\nThe gauge rose.", 'The gauge rose.'],
    ['export const z = {\n  a: 1\n}\n\nThe gauge rose.', 'The gauge rose.'],
    ['{props.children}\n\nThe gauge rose.', 'The gauge rose.'],
    ['We import gates from the valley: export what you can.', 'We import gates from the valley: export what you can.'],
  ],
}

/** A line of an MDX module. */
const MODULE =
  /^(?:import\s(?:[\w*{][\w*{},\s$]*\sfrom\s*)?['"][^'"]+['"];?\s*$|import\s*\{[\w\s,]*$|export\s+(?:const|let)\s+\w+\s*=|export\s+(?:default\s|\{[\w\s,]*\}))/

const EXPRESSION = /^ {0,3}\{[\w.]+\}\s*$/

/** Finds the last line of a module: the one that closes all its brackets. If brackets stay open, it is not a module. */
function moduleEnd(lines: readonly ScannedLine[], first: number): number {
  let depth = 0
  for (let index = first; index < Math.min(lines.length, first + LONGEST_MODULE); index += 1) {
    depth += openBrackets(lines[index]?.text ?? '')
    if (depth <= 0) return index
  }
  return -1
}

/** In lines. */
const LONGEST_MODULE = 60

function openBrackets(text: string): number {
  return (text.match(/[({[]/g) ?? []).length - (text.match(/[)}\]]/g) ?? []).length
}
