import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { expect, test, vi } from 'vitest'
import { convert } from '../../src/convert.ts'
import { typesetFormula } from '../../src/illustrate/typeset-formula.ts'
import { sanitize } from '../../src/render/sanitize.ts'

const FORMULAS = [
  'E = mc^2',
  String.raw`\frac{a}{b} + \sqrt[3]{x} \le \sum_{i=1}^{n} \left( \int_0^\infty e^{-x^2}\,dx \right)`,
  String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix} \xrightarrow{f} \overbrace{x + y}^{\text{both}}`,
  String.raw`\mathbb{R} \subset \mathcal{L}, \cancel{x}, \boxed{y}, \textcolor{red}{z}`,
]

test.each(FORMULAS)('%s is typeset and not changed by sanitizing', async (tex) => {
  const formula = await typesetFormula(tex, 'display')
  if ('fault' in formula) throw new Error(formula.fault)
  expect(sanitize([formula]).map((element) => toHtml(element))).toEqual([toHtml(formula)])
})

test.each([
  ['is not closed', String.raw`\frac{1}{`],
  ['is not known', String.raw`\nosuchthing`],
  ['never ends', String.raw`\def\a{\a\a}\a`],
  ['is too long', 'x+'.repeat(4000)],
])('a formula that %s is reported without throwing', async (_, tex) => {
  expect(await typesetFormula(tex, 'display')).toHaveProperty('fault')
})

test.each([
  ['that fails with them', String.raw`f = \left\\{ x \right\\}`, String.raw`f = \left\{ x \right\}`],
  ['around its brackets', String.raw`T=\(V \setminus m\)`, String.raw`T=(V \setminus m)`],
  ['before its subscripts', String.raw`\sum\_{e \in T} \lambda\_e`, String.raw`\sum_{e \in T} \lambda_e`],
])('a formula %s is typeset without the escapes of Markdown', async (_, escaped, plain) => {
  expect(await typesetFormula(escaped, 'display')).toEqual(await typesetFormula(plain, 'display'))
})

test.each([
  ['a percent sign', String.raw`\eta = 95\% - \qty{3}{\percent}`],
  ['a brace that is never closed', String.raw`f: X \to \{0, 1}^n`],
])('a fault is reported, not hidden, in a formula with %s', async (_, tex) => {
  expect(await typesetFormula(tex, 'display')).toHaveProperty('fault')
})

test.each([
  [String.raw`\{ x\_{i} \mid i \in I \}`, String.raw`\{ x_{i} \mid i \in I \}`],
  [String.raw`\|x\_{i}\|\,dt`, String.raw`\|x_{i}\|\,dt`],
  [
    String.raw`\begin{cases} x\_{1} & a \\ x\_{2} & b \end{cases}`,
    String.raw`\begin{cases} x_{1} & a \\ x_{2} & b \end{cases}`,
  ],
])('only the subscripts of %s lose their backslash', async (tex, plain) => {
  expect(await typesetFormula(tex, 'display')).toEqual(await typesetFormula(plain, 'display'))
})

test('an underscore in the text of a formula stays', async () => {
  const formula = await typesetFormula(String.raw`\text{has\_lock} = 1`, 'display')
  expect(toHtml(formula as Element)).toContain('has_lock')
})

test.each([
  String.raw`\href{javascript:run()}{x}`,
  String.raw`\url{https://example.org}`,
  String.raw`\includegraphics{https://example.org/a.png}`,
  String.raw`\htmlStyle{background:url(https://example.org)}{x}`,
])('%s leads nowhere', async (tex) => {
  const formula = await typesetFormula(tex, 'display')
  const html = 'fault' in formula ? '' : toHtml([...sanitize([formula])])
  expect(html).not.toMatch(/ href=| src=|url\(/)
})

test('only a deck with formulas embeds the fonts for them, and a wrong formula is reported at its place', async () => {
  const build = async (markdown: string) => {
    const file = new VFile({ path: 'talk.md', value: Buffer.from(markdown) })
    const { files } = await convert(file, { formats: ['html'] }, { browser: null })
    return { html: Buffer.from([...files.values()][0] ?? []).toString(), file }
  }
  const { html } = await build('# T\n\n## One\n\n$$\nE = \\mathbb{R}\n$$\n')
  expect(html).toMatch(/KaTeX_AMS[^}]*base64/)
  expect(html).not.toMatch(/KaTeX_Fraktur[^}]*base64/)
  expect((await build('# T\n\n## One\n\nWords.\n')).html).not.toContain('KaTeX_')
  const wrong = await build('# T\n\n## One\n\n$$\n\\frac{1}{\n$$\n')
  const [message] = wrong.file.messages.filter(({ ruleId }) => ruleId === 'math')
  expect(message).toMatchObject({ line: 5, fatal: false })
  expect(wrong.html).toContain('\\frac{1}{')
})

test('a character that the formula fonts lack is shown without a warning on the console', async () => {
  const warn = vi.spyOn(console, 'warn')
  expect(await typesetFormula('a \\origof b', 'display')).toHaveProperty('tagName')
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})
