import katex from 'katex'
import { expect, test } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { ommlToTex } from '../../src/read/docx/omml-to-tex.ts'

const run = (text: string, properties = '') => `<m:r><m:rPr>${properties}</m:rPr><m:t>${text}</m:t></m:r>`
const e = (content: string) => `<m:e>${content}</m:e>`
const upright = '<m:sty m:val="p"/>'

const FORMULAS: readonly (readonly [name: string, omml: string, tex: string])[] = [
  ['a fraction', `<m:f><m:num>${run('a')}</m:num><m:den>${run('b')}</m:den></m:f>`, '\\frac{a}{b}'],
  [
    'a binomial',
    `<m:d><m:e><m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>${run('n')}</m:num><m:den>${run('k')}</m:den></m:f></m:e></m:d>`,
    '\\left(\\genfrac{}{}{0pt}{}{n}{k}\\right)',
  ],
  ['a square root', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e(run('x'))}</m:rad>`, '\\sqrt{x}'],
  ['a cube root', `<m:rad><m:deg>${run('3')}</m:deg>${e(run('x'))}</m:rad>`, '\\sqrt[3]{x}'],
  [
    'scripts',
    `<m:sSubSup>${e(run('xy'))}<m:sub>${run('1')}</m:sub><m:sup>${run('2')}</m:sup></m:sSubSup>`,
    '{xy}_{1}^{2}',
  ],
  [
    'a sum',
    `<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr><m:sub>${run('i=1')}</m:sub><m:sup>${run('n')}</m:sup>${e(run('i'))}</m:nary>`,
    '∑_{i=1}^{n}{i}',
  ],
  [
    'an integral without limits',
    `<m:nary><m:naryPr><m:limLoc m:val="subSup"/><m:subHide m:val="1"/><m:supHide m:val="1"/></m:naryPr><m:sub/><m:sup/>${e(run('x'))}</m:nary>`,
    '∫{x}',
  ],
  [
    'cases',
    `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e(`<m:eqArr>${e(run('a&amp;=1'))}${e(run('b&amp;=2'))}</m:eqArr>`)}</m:d>`,
    '\\left\\{\\begin{aligned}a&=1\\\\ b&=2\\end{aligned}\\right.',
  ],
  [
    'a matrix',
    `<m:m><m:mr>${e(run('a'))}${e(run('b'))}</m:mr><m:mr>${e(run('c'))}${e(run('d'))}</m:mr></m:m>`,
    '\\begin{matrix}a&b\\\\ c&d\\end{matrix}',
  ],
  ['a function', `<m:func><m:fName>${run('sin', upright)}</m:fName>${e(run('x'))}</m:func>`, '\\sin{x}'],
  [
    'a limit',
    `<m:func><m:fName><m:limLow>${e(run('lim', upright))}<m:lim>${run('x→0')}</m:lim></m:limLow></m:fName>${e(run('x'))}</m:func>`,
    '\\lim_{x→0}{x}',
  ],
  ['an accent', `<m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr>${e(run('a'))}</m:acc>`, '\\vec{a}'],
  ['the accent that is not named', `<m:acc>${e(run('ab'))}</m:acc>`, '\\widehat{ab}'],
  ['a bar', `<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e(run('AB'))}</m:bar>`, '\\overline{AB}'],
  ['a brace', `<m:groupChr>${e(run('a+b'))}</m:groupChr>`, '\\underbrace{a+b}'],
  ['a script letter', run('R', '<m:scr m:val="double-struck"/>'), '\\mathbb{R}'],
  ['bold letters', run('v=0', '<m:sty m:val="b"/>'), '\\mathbf{v}=\\mathbf{0}'],
  ['words', run('if 5% of', '<m:nor/>'), '\\text{if 5\\% of}'],
  ['signs of TeX', run('a_b^c{d}#$'), 'a\\_b\\hat{\\ }c\\{d\\}\\#\\$'],
  ['an unknown element', `<m:odd>${run('x')}</m:odd>`, 'x'],
  ['deleted text', `${run('x')}<w:del>${run('y')}</w:del>`, 'x'],
]

test.each(FORMULAS)("Word's formula with %s becomes TeX that can be typeset", (_, omml, tex) => {
  const [root] = fromXml(`<m:oMath>${omml}</m:oMath>`).children
  expect(root?.type === 'element' && ommlToTex(root.children)).toBe(tex)
  expect(() => katex.renderToString(tex, { strict: 'ignore', throwOnError: true })).not.toThrow()
})
