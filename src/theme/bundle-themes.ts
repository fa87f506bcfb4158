// Part of the build: parses the bundled themes and stores the result beside the program.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLED_THEMES } from './load-theme.ts'
import { keyOf, PARSED_FILE, type ParsedFiles } from './preparsed-themes.ts'
import { parseThemeFile } from './theme-file.ts'

const parsedFiles: ParsedFiles = Object.fromEntries(
  readdirSync(BUNDLED_THEMES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const path = join(BUNDLED_THEMES, name, 'theme.yaml')
      const source = readFileSync(path, 'utf8')
      const { placeOf: _, ...file } = parseThemeFile(source, path)
      return [keyOf(source), file]
    }),
)
writeFileSync(new URL(`../bin/${PARSED_FILE}`, import.meta.url), JSON.stringify(parsedFiles))
