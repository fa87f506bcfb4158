import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkStyles, isHarmless } from '../../src/theme/check-styles.ts'

describe('styles that would load something', () => {
  test.each([
    'a { background: url(https://example.org/x.png) }',
    'a { background: URL( "//example.org/x.png" ) }',
    // Escapes are decoded.
    'a { background: u\\72l("https://example.org/x.png") }',
    'a { background: \\75 rl(https://example.org/x.png) }',
    '@im\\70ort "https://example.org/x.css";',
    '@IMPORT url(x.css);',
    // Every string is checked, not only the first.
    'a { background: image-set("data:image/png," 1x, "https://example.org/x.png" 2x) }',
    'a { background: -webkit-image-set("https://example.org/x.png" 1x) }',
    'a { background: cross-fade("https://example.org/x.png", red) }',
    'a { background: image("https://example.org/x.png") }',
    'a { src: src("https://example.org/x.woff2") }',
    'a { --x: "https://example.org/x.png"; background: image-set(var(--x) 1x) }',
    'a { background: src(var(--x)) }',
    // A string ends at the end of its line, and the text after it is read again.
    'a { content: "\n; background: url(https://example.org/x.png); x: "; }',
    "a { content: '\n } b { background: url(x.png) }",
    'a { background: url(https://example.org/a b) }',
  ])('%s', (css) => {
    expect(checkStyles(css).map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/cannot load|cannot import/),
    )
  })
})

describe('styles that would end their element early or stay open', () => {
  test.each([
    'a { color: red',
    'a { color: rgb(1, 2, 3 }',
    'a { color: red } }',
    'a { content: "never closed',
    '/* never closed',
    'a { background: url(data:,',
    '/* </style> */',
  ])('%s', (css) => {
    expect(checkStyles(css)).not.toEqual([])
  })
})

describe('styles that are harmless', () => {
  test.each([
    'a { background: url(data:,) } b { fill: url(#x) } c { background: url( "data:image/png;base64,AA==" ) }',
    'a { background: image-set("data:image/png," type("image/png") 1x) }',
    '/* no @import, no url() */ a::before { content: "url(x.png) @import" }',
    'a { color: color-mix(in oklch, var(--ink) 40%, #fff); &:hover { width: calc((1px + 2px) * 3) } }',
    '@layer base; @container (min-width: 400px) { [data-x="\\"}"] { inset: 0 } }',
  ])('%s', (css) => {
    expect(checkStyles(css)).toEqual([])
  })

  test('the stylesheets of all themes', () => {
    const sheets = readdirSync('themes', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(6)
    for (const name of sheets) expect(checkStyles(readFileSync(join('themes', name), 'utf8')), name).toEqual([])
  })
})

test('the value of a token loads nothing and cannot end its rule', () => {
  for (const value of ['image-set("https://example.org/x" 1x)', 'calc(1px', '"Lora', 'src("x")', ')'])
    expect(isHarmless(value), value).toBe(false)
  for (const value of ['"Lora", Georgia, serif', 'calc(1px + (2px))', 'oklch(0.5 0.1 200)', 'var(--ink)'])
    expect(isHarmless(value), value).toBe(true)
})
