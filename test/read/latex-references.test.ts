import { expect, test } from 'vitest'
import { withReferences } from '../../src/read/pandoc/latex-references.ts'

const BIBLIOGRAPHY =
  '\n\\begin{thebibliography}{9}\n\\bibitem{smith} Smith.\n\\bibitem[Jones 2019]{jones} Jones.\n\\end{thebibliography}'
const EQUATIONS =
  '\n\\begin{equation}\\label{eq:one}\na\n\\end{equation}\n\\begin{align}\nb \\nonumber\\\\\nc \\label{eq:two}\\\\\nd \\tag{A} \\label{eq:a}\n\\end{align}'

/** Converts a text, without what stands below it. */
const convert = (text: string, below = '') => withReferences(`${text}\n%%%${below}`).split('\n%%%')[0]

test.each([
  ['According to \\cite{smith2020}, it rains.', '', 'According to {[}smith2020{]}, it rains.'],
  ['It rains \\citep[see][p.~3]{a_b, c}.', '', 'It rains {[}see @a\\_b, @c, p.~3{]}.'],
  ['As \\citet{smith} and \\textcite{jones2019} say.', '', 'As @smith and jones2019 say.'],
  ['As \\citet{smith} says.', BIBLIOGRAPHY, 'As {[}1{]} says.'],
  ['It rains~\\parencite[3]{smith,jones}.', BIBLIOGRAPHY, 'It rains~{[}1, Jones 2019, 3{]}.'],
  [
    'Equation \\eqref{eq:one} holds, as \\ref{eq:two} and \\cref{eq:a} do.',
    EQUATIONS,
    'Equation (1) holds, as 2 and Equation (A) do.',
  ],
  ['Section \\ref{sec:one} is short.', EQUATIONS, 'Section \\ref{sec:one} is short.'],
  ['\\begin{verbatim}\\cite{a}\\end{verbatim} \\cite{a}', '', '\\begin{verbatim}\\cite{a}\\end{verbatim} {[}@a{]}'],
])('a reference in LaTeX is written out: %s', (text, below, written) => {
  expect(convert(text, below)).toBe(written)
})

test('the bibliography is a section with numbers, and equations lose their labels', () => {
  expect(withReferences(BIBLIOGRAPHY)).toBe(
    '\n\\section*{References}\n\n\n{[}1{]}  Smith.\n\n\n{[}Jones 2019{]}  Jones.\n',
  )
  expect(withReferences(EQUATIONS)).not.toContain('\\label')
  expect(withReferences(EQUATIONS)).toContain('a\\tag{1}\n\n\\end{equation}')
})
