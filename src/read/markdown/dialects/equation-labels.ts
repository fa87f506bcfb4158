import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { cut, editsInLines } from './edit-lines.ts'

/**
 * Labels of equations, as in Quarto and pandoc-crossref (`$$ {#eq-speed}`) and in TeX (`\label{eq:speed}`). The
 * equation gets a number, and so does each reference to it.
 */
export const equationLabels: Dialect = {
  name: 'Quarto, equations',
  applies: (text) => /\$\$[ \t]*\{#eq[-:]|\\label\{/.test(text),
  edits: (text) => {
    const numbers = numbersOf(text)
    const references = editsInLines(text, REFERENCE, (find) =>
      find(REFERENCE_ALL).flatMap(({ index, 0: reference, groups }): readonly Edit[] => {
        const number = numbers.get(groups?.key ?? groups?.label ?? '')
        if (number === undefined) return []
        const replacement =
          groups?.command === 'ref' || reference.includes('-@')
            ? String(number)
            : groups?.command === 'eqref'
              ? `(${number})`
              : `Equation (${number})`
        return [{ span: [index, index + reference.length], replacement }]
      }),
    )
    return [...labelEdits(text, numbers), ...references].toSorted((one, other) => one.span[0] - other.span[0])
  },
  examples: [
    [
      '$$\nc = g\n$$ {#eq-speed}\n\nSee @eq-speed and [-@eq-speed], not @eq-other.',
      'c = g \\tag{1}\nSee Equation (1) and 1, not @eq-other.',
    ],
    [
      '$$\nc = g \\label{speed}\n$$\n\nEquation \\eqref{speed} is $\\ref{speed}$.',
      'c = g \\tag{1}\nEquation (1) is 1.',
    ],
    ['The label {#eq-speed} needs a formula.', 'The label {#eq-speed} needs a formula.'],
  ],
}

/** The label after an equation, or in its TeX. */
const LABEL = /\$\$[ \t]*\{#(?<key>eq[-:][\w:-]+)[^{}\n]*\}[ \t]*$|\\label\{(?<label>[^{}\n]{1,100})\}/gm

const REFERENCE = /@eq[-:]|\\(?:eq)?ref\{/
const REFERENCE_ALL =
  /\[?-?@(?<key>eq[-:][\w:-]*\w)\]?|(?<dollar>\$?)\\(?<command>eqref|ref)\{(?<label>[^{}\n]{1,100})\}\k<dollar>/g

/** Numbers the labelled equations in order. */
function numbersOf(text: string): ReadonlyMap<string, number> {
  const labels = [...text.matchAll(LABEL)].map(({ groups }) => groups?.key ?? groups?.label ?? '')
  return new Map([...new Set(labels)].map((label, index) => [label, index + 1]))
}

function labelEdits(text: string, numbers: ReadonlyMap<string, number>): readonly Edit[] {
  const lines = linesOutsideListings(text)
  return lines.flatMap(({ text: line, start }) =>
    [...line.matchAll(LABEL)].flatMap(({ index, 0: { length }, groups }): readonly Edit[] => {
      const tag = `\\tag{${numbers.get(groups?.key ?? groups?.label ?? '') ?? ''}}`
      const from = start + index
      if (groups?.label !== undefined) return [{ span: [from, from + length], replacement: tag }]
      // The closing dollars may be on a separate line.
      const before = /\s*$/.exec(text.slice(0, from))?.[0].length ?? 0
      return [{ span: [from - before, from - before], replacement: ` ${tag}` }, cut(from + 2, length - 2)]
    }),
  )
}
