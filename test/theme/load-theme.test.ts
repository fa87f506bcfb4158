import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Theme } from '../../src/model/theme.ts'
import { colourOf } from '../../src/theme/contrast.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { ThemeError } from '../../src/theme/theme-error.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** Makes a theme folder with these files. */
function folderWith(yaml: string, css = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-theme-'))
  folders.push(folder)
  writeFileSync(join(folder, 'theme.yaml'), yaml)
  writeFileSync(join(folder, 'theme.css'), css)
  return folder
}

function errorOf(nameOrFolder: string): ThemeError {
  try {
    loadTheme(nameOrFolder)
  } catch (error) {
    if (error instanceof ThemeError) return error
    throw error
  }
  throw new Error('This theme should have been refused.')
}

describe.each(themeNames())('the theme %s', (name) => {
  const theme = loadTheme(name)

  test('has its fonts as woff2 files', () => {
    expect(theme.faces.length).toBeGreaterThan(0)
    for (const { subsets } of theme.faces) {
      expect(subsets.length).toBeGreaterThan(0)
      for (const { bytes } of subsets) expect(new TextDecoder().decode(bytes().slice(0, 4))).toBe('wOF2')
    }
  })

  test('begins every font stack with a family that it embeds', () => {
    const families = theme.faces.map(({ family }) => family)
    for (const token of ['font-display', 'font-text', 'font-mono']) {
      expect(families).toContain(theme.tokens[token]?.match(/^"([^"]+)"/)?.[1])
    }
  })

  // WCAG 2 AA: each text token, and the background on which it is used.
  test.each([
    ['ink', 'ground'],
    ['muted', 'ground'],
    ['accent', 'ground'],
    ['deep-ink', 'deep'],
    ['deep-muted', 'deep'],
    ['deep-accent', 'deep'],
    ['code-ink', 'code-ground'],
    ['code-muted', 'code-ground'],
  ])('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('sets no text smaller than 18 px', () => {
    const sizes = [...theme.css.matchAll(/(?:font-size:|font:[^;}]*?)\s*(\d+)px/g)].map(([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(10)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
  })

  test('neither adds nor changes words, and uses no effects that printing would turn into pictures', () => {
    const contents = [...theme.css.matchAll(/(?<![\w-])content:\s*([^;}]+)/g)].map(([, value]) => value?.trim())
    expect(new Set(contents)).toEqual(new Set(['""']))
    expect(theme.css).not.toMatch(/text-transform:(?!\s*none)|filter:|text-shadow|box-shadow|counter\(/)
  })

  test('uses no left or right, so that it can be mirrored', () => {
    expect(theme.css).not.toMatch(/(?:margin|padding|border)-(?:left|right)\s*:|text-align:\s*right/)
  })
})

test('a token of a theme overrides an inherited one, and the other inherited tokens stay', () => {
  const folder = folderWith(
    'name: mine\nextends: lectern\ntokens:\n  accent: "#aa0000"\n',
    '.slide { color: var(--accent) }',
  )
  const [mine, lectern] = [loadTheme(folder), loadTheme('lectern')]
  expect(mine.tokens).toEqual({ ...lectern.tokens, accent: '#aa0000' })
  expect(mine.name).toBe('mine')
  expect(mine.faces.length).toBe(lectern.faces.length)
  expect(mine.css.startsWith(lectern.css)).toBe(true)
  expect(mine.css).toContain('.slide { color: var(--accent) }')
})

test('a theme may have its own canvas', () => {
  const folder = folderWith('name: square\nextends: lectern\ncanvas: { width: 960, height: 720 }\n')
  expect(loadTheme(folder).canvas).toEqual({ width: 960, height: 720 })
})

describe('a theme that cannot be used', () => {
  test('is reported with the existing names if its name is unknown', () => {
    expect(errorOf('lecturn').message).toMatch(/^lecturn: No theme has this name\. Choose .*\blectern\b/)
    // The base theme cannot be used by itself.
    expect(errorOf('base')).toBeInstanceOf(ThemeError)
  })

  test('is reported if its folder does not exist or contains no theme', () => {
    expect(errorOf('./no/such/folder').message).toMatch(/^no\/such\/folder: There is no such folder/)
    expect(errorOf('./themes').message).toMatch(/^themes: There is no theme\.yaml/)
  })

  test('is reported at the place of invalid YAML', () => {
    const { complaints, message } = errorOf(folderWith('name: mine\ntokens:\n  ink: "#000\n'))
    expect(complaints[0]?.place?.line).toBeGreaterThanOrEqual(3)
    expect(message).toMatch(/theme\.yaml:\d+:\d+: /)
    expect(message).not.toContain('\n\n')
  })

  test('is reported at the place of each wrong value', () => {
    const { complaints } = errorOf(folderWith('name: Mine\ncanvas: { width: wide, height: 720 }\ncolours: {}\n'))
    expect(complaints.map(({ place }) => place?.line).sort()).toEqual([1, 2, 3])
    expect(complaints.map(({ reason }) => reason).join(' ')).toMatch(/"name".*"canvas\.width".*"colours"/)
  })

  test('is reported if a value would end its rule or load something', () => {
    for (const value of ['red; } body { display: none', 'url(https://example.org/x.png)', '</style><script>']) {
      const folder = folderWith(`name: mine\ntokens:\n  ground: ${JSON.stringify(value)}\n`)
      expect(errorOf(folder).complaints).toMatchObject([{ place: { line: 3, column: 3 } }])
    }
  })

  test('is reported if a font is not installed or its package lacks a weight', () => {
    const fonts = (entry: string) => folderWith(`name: mine\nextends: base\nfonts:\n  - ${entry}\n`)
    const missing = errorOf(fonts('{ family: Nowhere, package: "@fontsource/no-such-font" }'))
    expect(missing.message).toMatch(
      /theme\.yaml:4:\d+: The font Nowhere 400 normal was not found\. Run npm install @fontsource\/no-such-font/,
    )
    expect(errorOf(fonts('{ family: Newsreader, package: "@fontsource/newsreader", weight: 950 }'))).toBeInstanceOf(
      ThemeError,
    )
    expect(errorOf(fonts('{ family: Newsreader, package: "@fontsource/newsreader", weight: 900 }')).message).toContain(
      '900',
    )
    expect(errorOf(fonts('{ family: Newsreader, package: "../../etc" }'))).toBeInstanceOf(ThemeError)
  })

  test('is reported if its parent does not exist', () => {
    expect(errorOf(folderWith('name: mine\nextends: nothing\n')).message).toMatch(
      /:2:1: No built-in theme is named nothing, and a theme of your own cannot be extended\. Extend one of briefing, chalk/,
    )
    expect(errorOf(folderWith('name: mine\nextends: ../summit\n')).message).toMatch(
      /:2:1: "extends": Choose a built-in theme/,
    )
  })

  test('with a colour without quotation marks in braces is reported at that colour', () => {
    const source =
      'name: mine\nextends: lectern\ntokens: { ground: "#ffffff",\n  accent: #ff0000 }\ntype: { base: 30 }\n'
    expect(errorOf(folderWith(source)).message).toMatch(
      /:4:11: This is not valid YAML: everything after # is a comment/,
    )
  })

  test('is reported at the place of each style that would load something or end its element', () => {
    const css =
      '.a { color: red }\n@import "x.css";\n.b { background: url( "https://example.org/x.png") }\n/* </style> */\n.c { background: url(data:,) }'
    const { complaints, path } = errorOf(folderWith('name: mine\nextends: base\n', css))
    expect(path).toMatch(/theme\.css$/)
    expect(complaints.map(({ place }) => [place?.line, place?.column])).toEqual([
      [2, 1],
      [3, 18],
      [4, 4],
    ])
  })
})

/** Computes the contrast ratio of WCAG 2. */
function contrast({ tokens }: Theme, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => luminance(colourOf(name, tokens) ?? ''))
    .sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex = ''): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('a shape in place of the size of a slide is refused with the size to write', () => {
  const { message } = errorOf(folderWith('name: my-look\nextends: lectern\ncanvas: 4:3\n'))
  expect(message).toContain('{ width: 960, height: 720 } for 4:3')
})
