// Writes out the citations and the references to equations in LaTeX, which Pandoc leaves empty or replaces with keys.

/**
 * Replaces citations with the numbers or keys of their sources ("[3]", "[smith2020, p. 3]") and references to equations
 * with their numbers, and numbers the bibliography. Nothing changes in listings.
 */
export function withReferences(latex: string): string {
  const equations = equationNumbers(latex)
  const sources = sourceLabels(latex)
  return latex
    .split(LISTING)
    .map((text, index) => (index % 2 === 1 ? text : replaceReferences(text, { equations, sources })))
    .join('')
}

const LISTING =
  /(\\begin\{(?:verbatim\*?|lstlisting|minted|comment)\}[\s\S]*?\\end\{(?:verbatim\*?|lstlisting|minted|comment)\})/

interface Numbers {
  /** The numbers of equations, keyed by label. */
  readonly equations: ReadonlyMap<string, string>
  /** The numbers or labels of entries in the bibliography, keyed by the key of the entry. */
  readonly sources: ReadonlyMap<string, string>
}

function replaceReferences(text: string, { equations, sources }: Numbers): string {
  return text
    .replace(CITATION, (command, first: string | undefined, second: string | undefined, keys: string) => {
      const labels = keys.split(',').map((key) => sources.get(key.trim()) ?? keyAsWords(key.trim()))
      const [before, after] = second === undefined ? ['', first ?? ''] : [first ?? '', second]
      if (
        IN_SENTENCE.test(command) &&
        !keys.split(',').some((key) => sources.has(key.trim())) &&
        `${before}${after}` === ''
      )
        return labels.join(', ')
      return inBrackets(`${before === '' ? '' : `${before} `}${labels.join(', ')}${after === '' ? '' : `, ${after}`}`)
    })
    .replace(/\\(eqref|ref|autoref|[cC]ref)\{([^{}]{1,200})\}/g, (whole, command: string, label: string) => {
      const number = equations.get(label.trim())
      if (number === undefined) return whole
      if (command === 'ref') return number
      return command === 'eqref' ? `(${number})` : `Equation (${number})`
    })
    .replace(EQUATION, (equation, name: string) => {
      const [, label = ''] = LABEL.exec(equation) ?? []
      const number = name === 'equation' && !equation.includes('\\tag') ? equations.get(label.trim()) : undefined
      const unlabelled = equation.replace(/\\label\{[^{}]{1,200}\}[ \t]*\n?/g, '')
      return number === undefined ? unlabelled : unlabelled.replace(/\s*\\end\{equation\}$/, `\\tag{${number}}\n$&`)
    })
    .replace(/\\begin\{thebibliography\}(?:\{[^{}]*\})?/g, '\\section*{References}')
    .replace(/\\end\{thebibliography\}/g, '')
    .replace(BIBLIOGRAPHY_ENTRY, (_, _label, key: string) => `\n\n${inBrackets(sources.get(key.trim()) ?? key)} `)
}

/**
 * Writes a key as in Pandoc's Markdown. A key without a year gets an at sign, so that it is still recognised as a key.
 */
function keyAsWords(key: string): string {
  return `${/(?:1[5-9]|20)\d\d(?!\d)/.test(key) ? '' : '@'}${key.replace(/[_#$%&]/g, '\\$&')}`
}

/** Commands that cite a source as part of the sentence: "As \citet{knuth} says". */
const IN_SENTENCE = /^\\(?:cite(?:t|alt|author)|[tT]extcite)\b/

/** The citation commands of LaTeX, natbib and biblatex, with up to two notes. */
const CITATION =
  /\\(?:[pP]aren|[aA]uto|[tT]ext|[fF]oot|[sS]mart)?[cC]ite(?:p|t|alp|alt|author|year|yearpar)?\*?\s*(?:\[([^[\]]{0,200})\]\s*)?(?:\[([^[\]]{0,200})\]\s*)?\{([^{}]{1,1000})\}/g

const BIBLIOGRAPHY_ENTRY = /\\bibitem\s*(?:\[([^[\]]{0,200})\])?\s*\{([^{}]{1,200})\}/g

const LABEL = /\\label\{([^{}]{1,200})\}/

/** An environment of numbered equations. */
const EQUATION = /\\begin\{(equation|align|gather|multline|eqnarray|alignat|flalign)\}[\s\S]*?\\end\{\1\}/g

/** Environments with a number for each line. */
const NUMBERED_LINES = /^(?:align|gather|eqnarray|alignat|flalign)$/

function equationNumbers(latex: string): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  let count = 0
  for (const [equation, name = ''] of latex.matchAll(EQUATION))
    for (const line of NUMBERED_LINES.test(name) ? equation.split(/\\\\(?![a-zA-Z])/) : [equation]) {
      const tag = /\\tag\*?\{([^{}]{1,100})\}/.exec(line)?.[1]
      if (tag === undefined && /\\(?:nonumber|notag)\b/.test(line)) continue
      if (tag === undefined) count += 1
      for (const [, label = ''] of line.matchAll(/\\label\{([^{}]{1,200})\}/g))
        numbers.set(label.trim(), tag ?? String(count))
    }
  return numbers
}

function sourceLabels(latex: string): ReadonlyMap<string, string> {
  return new Map(
    [...latex.matchAll(BIBLIOGRAPHY_ENTRY)].map(
      ([, label, key = ''], index) => [key.trim(), label ?? String(index + 1)] as const,
    ),
  )
}

/** Puts text in square brackets that do not enclose an option. */
function inBrackets(text: string): string {
  return `{[}${text}{]}`
}
