import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { createSimplifier } from '../../src/fit/plain-listings.ts'
import { renderListing } from '../../src/layout/layouts/code.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

const LISTING = renderListing({
  language: 'js',
  lines: [{ kind: 'code', text: 'const a = "b"', spans: [[0, 13]], added: [], weight: 1 }],
  pieces: [
    [
      { text: 'const', role: 'keyword' },
      { text: ' a = ', role: null },
      { text: '"b"', role: 'string' },
    ],
  ],
})

const linesUnder = (css: string) =>
  toHtml(createSimplifier(css)(LISTING)).replace(/.*?(?=<span class="code-line">)/, '')

test.each(['lectern', 'signal'])('colours are removed before measuring, and nothing else, in %s', async (name) => {
  const { css } = await loadTheme(name)
  expect(linesUnder(css)).toBe('<span class="code-line">const a = "b"\n</span></code></pre>')
})

test('pieces that may have a size of their own are kept', () => {
  const bold = '.code-keyword { color: red } .code-keyword { font-weight: 700 } /* .code-string { margin: 0 } */'
  expect(linesUnder(bold)).toContain('<span class="code-keyword">const</span> a = "b"')
  expect(linesUnder('.slide .code span { letter-spacing: 1px }')).toContain('<span class="code-string">"b"</span>')
})
