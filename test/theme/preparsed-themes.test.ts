import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUNDLED_THEMES } from '../../src/theme/load-theme.ts'
import { keyOf, type ParsedFiles } from '../../src/theme/preparsed-themes.ts'
import { parseThemeFile } from '../../src/theme/theme-file.ts'

const PARSED: ParsedFiles = JSON.parse(readFileSync(new URL('../../dist/bin/themes.json', import.meta.url), 'utf8'))

const THEMES = readdirSync(BUNDLED_THEMES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

test.each(THEMES.map(({ name }) => name))('the build stores %s as it is in its file', (name) => {
  const source = readFileSync(join(BUNDLED_THEMES, name, 'theme.yaml'), 'utf8')
  const { placeOf: _, ...file } = parseThemeFile(source, name)
  expect(PARSED[keyOf(source)]).toEqual(JSON.parse(JSON.stringify(file)))
})

test('a changed file is not among those that the build stored', () => {
  const source = readFileSync(join(BUNDLED_THEMES, 'lectern', 'theme.yaml'), 'utf8')
  expect(PARSED[keyOf(`${source}\n`)]).toBeUndefined()
})
