// Part of the build: writes the JSON Schemas with which editors and other programs validate files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { JSON_SCHEMAS } from './json-schemas.ts'

const FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url))

mkdirSync(FOLDER, { recursive: true })
for (const [name, schema] of Object.entries(JSON_SCHEMAS))
  writeFileSync(FOLDER + name, `${JSON.stringify(schema(), null, 2)}\n`)
