import { describe, expect, test } from 'vitest'
import { parseEventFile } from '../../src/theme/event-file.ts'
import { InvalidFileError } from '../../src/theme/invalid-file-error.ts'
import { parseThemeFile } from '../../src/theme/theme-file.ts'

type Parse = (source: string, path: string) => unknown

function complaintsOf(parse: Parse, source: string): readonly string[] {
  try {
    parse(source, 'x.yaml')
  } catch (error) {
    if (error instanceof InvalidFileError) return error.complaints.map(({ reason }) => reason)
    throw error
  }
  return []
}

const FILES: readonly (readonly [name: string, parse: Parse, paths: string])[] = [
  [
    'an event',
    parseEventFile,
    'name short address hashtag speaker logo colours fonts footer sponsors logo.light fonts.display fonts.display.files ' +
      'fonts.display.family fonts.text.files.0.weight fonts.text.files.0.style sponsors.0 sponsors.0.name speaker.name',
  ],
  [
    'a theme',
    parseThemeFile,
    'name summary extends canvas canvas.width fonts fonts.0 fonts.0.family fonts.0.weight fonts.0.style fonts.0.subsets ' +
      'fonts.0.size type type.base type.ratio density background veil layouts layouts.title layouts.titel ' +
      'layouts.title.ground layouts.title.tokens layouts.title.veil tokens tokens.ink tokens.Ink brand brand.accent ' +
      'brand.accent.from brand.accent.lightness brand.accent.chroma brand.accent.contrast brand.accent.otherwise pairs ' +
      'pairs.0 pairs.0.ink pairs.0.large',
  ],
]

const WRONG = ['3', '-1.5', 'true', 'null', '[]', '{}', '[3]', '{ a: 3 }', '""', 'x', '[[x]]', '1e99', '[{}]']

/** Writes YAML with a value at a path. */
function yamlWith(path: string, value: string): string {
  const inner = path
    .split('.')
    .reduceRight((rest, key) => (/^\d/.test(key) ? `[${rest}]` : `{ ${key}: ${rest} }`), value)
  return `${inner.slice(2, -2)}\n${/^name\b/.test(path) ? '' : 'name: a\n'}`
}

describe.each(FILES)('any fault in %s is reported in a message of our own', (_, parse, paths) => {
  test.each(paths.split(' '))('%s', (path) => {
    const reasons = WRONG.flatMap((value) => complaintsOf(parse, yamlWith(path, value)))
    expect(reasons.length).toBeGreaterThan(3)
    for (const reason of reasons) {
      expect(reason).not.toMatch(
        /invalid|expected|received|unrecognized|undefined|too (?:big|small)|must (?:be|match)/i,
      )
      expect(reason).toMatch(/[.?]$/)
    }
  })
})

describe.each(FILES)('aliases in %s', (_, parse) => {
  test('are resolved', () => {
    expect(complaintsOf(parse, 'name: &a locks\nsummary: *a\nshort: *a\n').join(' ')).not.toContain('*name')
  })

  test('that multiply or contain themselves are reported', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 9; level += 1)
      lines.push(
        `${'abcdefghi'[level]}: &${'abcdefghi'[level]} [${Array(9)
          .fill(`*${'abcdefghi'[level - 1]}`)
          .join(', ')}]`,
      )
    expect(complaintsOf(parse, lines.join('\n'))).toEqual([expect.stringContaining('to too much')])
    expect(complaintsOf(parse, 'name: &a [*a]\n')).toEqual([expect.stringMatching(/alias/i)])
  })

  test('that refer to nothing are reported, as is very deep nesting', () => {
    expect(complaintsOf(parse, 'name: *nobody\n')).toEqual([expect.stringContaining('refers to nothing')])
    expect(complaintsOf(parse, `name: ${'['.repeat(30_000)}`)).toEqual([
      expect.stringMatching(/nested too deeply|YAML/),
    ])
  })
})

test('a key that only slightly resembles another is not taken for it', () => {
  const [file = ''] = complaintsOf(parseEventFile, 'name: a\nlogo: { fill: x.svg }\n')
  expect(file).toBe('"logo.fill": This key is unknown. Choose from light, dark, wordmark.')
  const [size = ''] = complaintsOf(parseThemeFile, 'name: a\nfonts: [{ family: A, rile: a.woff2 }]\n')
  expect(size).toContain('Did you mean "file"')
  expect(complaintsOf(parseThemeFile, 'name: a\nlayouts: { titel: {} }\n')[0]).toContain('Did you mean "title"')
  expect(complaintsOf(parseThemeFile, 'name: a\nfonts: [{ family: A, link: a.woff2 }]\n')[0]).toContain(
    'Choose from family',
  )
})

test('a key outside its group is reported with the group that it belongs to', () => {
  expect(complaintsOf(parseEventFile, 'name: a\nlogo: { light: x.svg }\nwordmark: true\n')).toEqual([
    '"wordmark": This key belongs inside "logo". Write logo: { wordmark: … }, with the other keys of logo.',
  ])
  expect(complaintsOf(parseEventFile, 'name: a\nrole: Captain\n')[0]).toContain('belongs inside "speaker"')
  expect(complaintsOf(parseThemeFile, 'name: a\ntakeaways: { colours: deep }\n')[0]).toContain(
    'belongs inside "layouts"',
  )
})
