import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { deckText } from './support/deck-text.ts'
import { EXAMPLES } from './support/examples.ts'

const ARTICLES = [
  ...EXAMPLES,
  ...readdirSync('test/fixtures/articles').map((name) => join('test/fixtures/articles', name)),
]

// Read them: a change here is a change of somebody's slides. `npm run golden` rewrites them.
test.each(ARTICLES)('%s says what its golden deck says', async (path) => {
  const file = new VFile({ path, value: readFileSync(path) })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  await expect(deckText(deck, layouts)).toMatchFileSnapshot(`golden/${basename(path)}.deck.txt`)
})
