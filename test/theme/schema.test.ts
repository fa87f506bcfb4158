import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { themeJsonSchema } from '../../src/theme/theme-file.ts'

test('the schema for editors is the one by which themes are checked', async () => {
  await expect(`${JSON.stringify(themeJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../themes/theme.schema.json')
  expect(JSON.parse(readFileSync('themes/theme.schema.json', 'utf8')).properties.tokens.properties.ink).toMatchObject({
    description: 'Text on the background of a slide',
  })
})
