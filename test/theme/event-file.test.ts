import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventJsonSchema } from '../../src/theme/event-file.ts'

test('the schema for editors is the one by which events are checked', async () => {
  await expect(`${JSON.stringify(eventJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../themes/event.schema.json')
  expect(JSON.parse(readFileSync('themes/event.schema.json', 'utf8'))).toMatchObject({
    required: ['name'],
    additionalProperties: false,
    properties: {
      dates: { description: 'The dates of the event, in the usual form or as 2026-10-03/2026-10-04' },
      sponsors: { type: 'array', maxItems: 8 },
    },
  })
})
