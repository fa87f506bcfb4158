import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../src/convert.ts'

const FENCED =
  ':::: {.columns}\n::: {.column}\n- The left bank floods.\n:::\n::: {.column}\n- The right bank holds.\n:::\n::::'
const HTML =
  '<div class="columns">\n<div>\n\n- The left bank floods.\n\n</div>\n<div>\n\n- The right bank holds.\n\n</div>\n</div>'

test.each([
  ['fenced', FENCED],
  ['HTML', HTML],
])('both of two %s columns are shown', async (_, columns) => {
  const value = `# River\n\n## Banks\n\n${columns}\n`
  const { files } = await convert(new VFile({ path: 'river.md', value }), { formats: ['json'] }, { browser: null })
  const { slides } = JSON.parse(new TextDecoder().decode(files.get('river.json')))
  const shown = slides.flatMap(({ lines }: { lines: { text: string }[] }) => lines.map(({ text }) => text)).join('\n')
  expect(shown).toContain('left bank floods')
  expect(shown).toContain('right bank holds')
})
