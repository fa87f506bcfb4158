import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUNDLED_THEMES } from '../../src/theme/load-theme.ts'
import { keyOf, type ParsedFiles } from '../../src/theme/preparsed-themes.ts'
import { parseThemeFile } from '../../src/theme/theme-file.ts'

const KNOWN: ParsedFiles = JSON.parse(readFileSync(new URL('../../dist/bin/themes.json', import.meta.url), 'utf8'))

const THEMES = readdirSync(BUNDLED_THEMES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

test.each(THEMES.map(({ name }) => name))('what the build stored about %s is what its file says', (name) => {
  const source = readFileSync(join(BUNDLED_THEMES, name, 'theme.yaml'), 'utf8')
  const { placeOf: _, ...file } = parseThemeFile(source, name)
  expect(KNOWN[keyOf(source)]).toEqual(JSON.parse(JSON.stringify(file)))
})

test('nothing is stored about a file that was changed', () => {
  const source = readFileSync(join(BUNDLED_THEMES, 'lectern', 'theme.yaml'), 'utf8')
  expect(KNOWN[keyOf(`${source}\n`)]).toBeUndefined()
})
