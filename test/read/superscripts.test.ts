import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'
import { paragraph, run, wordFile } from '../support/word-file.ts'
import { PROSE, readPage } from './read-page.ts'

const textOf = async (content: string | Uint8Array, path: string): Promise<string> =>
  (await read(typeof content === 'string' ? Buffer.from(content) : content, new VFile({ path }))).text

describe('superscripts and subscripts are read as such, so that no number changes', () => {
  test.each([
    [
      'in HTML',
      'It holds 5 × 10<sup>6</sup> cells of 12 m<sup>-2</sup> in H<sub>2</sub>O.',
      'It holds 5 × 10⁶ cells of 12 m⁻² in H₂O.',
    ],
    [
      'in the notation of Pandoc',
      'It holds 10^-6^ litres of H~2~O and ^14^C, and *c*^2^.',
      'It holds 10⁻⁶ litres of H₂O and ¹⁴C, and c².',
    ],
    ['in emphasis', 'It is **2<sup>*n*</sup>** or **10<sup>−3</sup>** of it.', 'It is 2ⁿ or 10⁻³ of it.'],
    [
      'in HTML blocks',
      '<div>It holds 10<sup>6</sup> of CO<sub>2</sub> and x<sup><i>k</i></sup>.</div>',
      'It holds 10⁶ of CO₂ and xᵏ.',
    ],
    [
      'in a table',
      '| Gas | m<sup>3</sup>/s |\n|---|--:|\n| CO<sub>2</sub> | 10<sup>-1</sup> |',
      'Gas\tm³/s\nCO₂\t10⁻¹',
    ],
    [
      'in links',
      'It scales.<sup><a href="https://example.org/a">1</a></sup> It holds 10<sup>[6](b.html)</sup> of them.',
      'It scales.¹ It holds 10⁶ of them.',
    ],
    ['in lists and headings', '## CO<sub>2</sub>\n\n- It is 10<sup>2</sup>', 'CO₂\nIt is 10²'],
    [
      'that Unicode has no characters for',
      'The sum is 10<sup>3.5</sup>, e<sup>−E/kT</sup> and k<sub>B</sub>.',
      'The sum is 10^3.5, e^(−E/kT) and k_B.',
    ],
    [
      'that are letters of words',
      'On the 19<sup>th</sup>, PM<sub>2.5</sub> rose.<sup>[2]</sup>',
      'On the 19th, PM2.5 rose.[2]',
    ],
    [
      'or what only looks like them',
      'A ~short~ walk, ~~not~~ x^2+y^2 and `a^2^`, H ~2~ and $a^b~c^d$.',
      'A short walk, not x^2+y^2 and a^2^, H 2 and a^b~c^d.',
    ],
  ])('%s', async (_, markdown, words) => {
    expect(await textOf(`# T\n\n${markdown}\n`, 'talk.md')).toBe(`T\n${words}`)
  })

  test('in the title of the front matter', async () => {
    expect(await textOf('---\ntitle: "CO~2~ at 10^6^ or 10<sup>5</sup>"\n---\n\nWater.\n', 'talk.md')).toMatch(
      /^CO₂ at 10⁶ or 10⁵\n/,
    )
  })

  test('in a web page, but not note marks', async () => {
    const { article } = await readPage(
      `<html><head><title>Rates of CO2</title></head><body><article><h1>Rates of CO<sub>2</sub></h1><p>${PROSE.repeat(4)}It holds 10<sup>12</sup> cells.<sup><a href="#fn1">1</a></sup></p></article></body></html>`,
    )
    expect(article.text).toMatch(/^Rates of CO₂\n/)
    expect(article.text).toMatch(/It holds 10¹² cells\.$/)
  })

  test('in a Word file', async () => {
    const exponent = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>-4</w:t></w:r>'
    const body = `<w:p>${run('The error is 10')}${exponent}${run(' of that.')}</w:p>${paragraph(PROSE)}`
    expect(await textOf(wordFile({ body }), 'talk.docx')).toMatch(/^The error is 10⁻⁴ of that\.\n/)
  })
})
